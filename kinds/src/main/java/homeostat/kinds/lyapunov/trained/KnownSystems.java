package homeostat.kinds.lyapunov.trained;

import homeostat.dynamics.RungeKutta4;
import homeostat.dynamics.TangentStep;
import homeostat.kinds.lyapunov.config.ModelSection;
import homeostat.lab.TrainedSystem;
import homeostat.lyapunov.system.LinearFlow;
import homeostat.lyapunov.system.Lorenz;
import homeostat.lyapunov.system.PlaneMap;
import homeostat.rate.Activation;
import homeostat.rate.RateNetwork;
import homeostat.rate.RateStep;
import homeostat.rate.Units;
import java.util.Optional;
import java.util.function.Supplier;

/** Flows and maps whose exponents are known, for those who want to see the engine find them. */
final class KnownSystems {
  private static final double STEP = 0.005;

  /** A spiral of eigenvalues -0.5 +- 3i, driven by a direction that shrinks at -2. */
  private static final double[] SPIRAL = {-0.5, 3, 0, -3, -0.5, 1, 0, 0, -2};

  private KnownSystems() {}

  static Optional<TrainedSystem> of(ModelSection.Known known) {
    return switch (known) {
      case NONE -> Optional.empty();
      case LORENZ -> flow(Lorenz.CLASSIC);
      case LORENZ_WOLF -> flow(Lorenz.WOLF);
      case LINEAR ->
          made(() -> new RungeKutta4(STEP).tangentStep(new LinearFlow(3, SPIRAL), 3), 0, 0, 0);
      case HENON -> made(() -> new PlaneMap.Henon(1.4, 0.3), 0.1, 0.1);
      case LOGISTIC -> made(() -> new PlaneMap.Logistic(4), 0.3);
      case CAT -> made(PlaneMap.Cat::new, 0.1, 0.37);
      case ROTOR ->
          made(
              () ->
                  new RateStep(
                      RateNetwork.continuous(
                          Units.plain(Activation.TANH, 2), new double[] {0, -0.9, 0.5, 0}, 0.1)),
              0,
              0);
    };
  }

  private static Optional<TrainedSystem> flow(Lorenz lorenz) {
    return made(() -> new RungeKutta4(STEP).tangentStep(lorenz, 3), 1, 2, 20);
  }

  private static Optional<TrainedSystem> made(Supplier<TangentStep> step, double... start) {
    return Optional.of(new TrainedSystem(step, start));
  }
}
