package homeostat.disinhibition.rule;

import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.circuit.Activity;
import homeostat.disinhibition.circuit.ClosedLoop;
import homeostat.disinhibition.circuit.Control;
import homeostat.disinhibition.circuit.Drive;
import homeostat.disinhibition.circuit.Settled;
import homeostat.disinhibition.equilibrium.EquilibriumRoute;
import homeostat.disinhibition.equilibrium.EquilibriumSettings;
import homeostat.disinhibition.solver.SolverRoute;
import homeostat.disinhibition.solver.SolverSettings;
import homeostat.kernel.Kernels;

/**
 * Steady states as roots, and of samples whose root under control is not found, by integration:
 * strong control can make the iteration for c leave a state that the circuit itself comes to. For
 * one thread at a time.
 */
final class RootsElseTime implements ClosedLoop {
  /** Finer and longer than published: few samples come here. */
  private static final SolverSettings PATIENT =
      new SolverSettings(1e-3, 20, 1e-4, 1e-7, true, true);

  private final EquilibriumRoute roots;
  private final SolverRoute time;
  private float[] inputs = new float[0];

  RootsElseTime(
      Drive drive, Pairs pairs, EquilibriumSettings settings, int capacity, Kernels kernels) {
    roots = new EquilibriumRoute(drive, pairs, settings, capacity, kernels);
    time = new SolverRoute(drive, pairs, PATIENT, 1, kernels);
  }

  @Override
  public Settled open(float[] x, int from, int samples, Activity activity) {
    inputs = x;
    return roots.open(x, from, samples, activity);
  }

  @Override
  public Settled close(Control control, int from, int samples, Activity activity) {
    Settled found = roots.close(control, from, samples, activity);
    if (found.unsettled() == 0) {
      return found;
    }
    Settled all = new Settled(found.steps(), 0, 0);
    for (int b = 0; b < samples; b++) {
      Settled one =
          roots.missed(b)
              ? integrated(control, from + b, activity)
              : new Settled(0, roots.residual(b), 0);
      all = all.and(one);
    }
    return all;
  }

  private Settled integrated(Control control, int sample, Activity activity) {
    Settled open = time.open(inputs, sample, 1, activity);
    return new Settled(open.steps(), 0, 0).and(time.close(control, sample, 1, activity));
  }
}
