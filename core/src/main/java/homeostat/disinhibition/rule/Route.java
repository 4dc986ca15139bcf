package homeostat.disinhibition.rule;

import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.circuit.ClosedLoop;
import homeostat.disinhibition.circuit.Drive;
import homeostat.disinhibition.equilibrium.EquilibriumRoute;
import homeostat.disinhibition.equilibrium.EquilibriumSettings;
import homeostat.disinhibition.solver.SolverRoute;
import homeostat.disinhibition.solver.SolverSettings;
import homeostat.kernel.Kernels;

/** How networks of pairs come to their steady states. */
public sealed interface Route {

  /** A way for one thread and at most {@code capacity} samples at a time. */
  ClosedLoop start(Drive drive, Pairs pairs, int capacity, Kernels kernels);

  /**
   * Roots, solved directly: less work and more exact.
   *
   * @param settings when they count as found
   * @param fallback whether samples whose roots under control are not found are integrated
   */
  record Equilibrium(EquilibriumSettings settings, boolean fallback) implements Route {
    /** Roots or nothing. */
    public Equilibrium(EquilibriumSettings settings) {
      this(settings, false);
    }

    @Override
    public ClosedLoop start(Drive drive, Pairs pairs, int capacity, Kernels kernels) {
      return fallback
          ? new RootsElseTime(drive, pairs, settings, capacity, kernels)
          : new EquilibriumRoute(drive, pairs, settings, capacity, kernels);
    }
  }

  /** Integration in time, as published. */
  record Solver(SolverSettings settings) implements Route {
    @Override
    public ClosedLoop start(Drive drive, Pairs pairs, int capacity, Kernels kernels) {
      return new SolverRoute(drive, pairs, settings, capacity, kernels);
    }
  }
}
