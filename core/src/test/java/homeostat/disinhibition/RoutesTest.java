package homeostat.disinhibition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.disinhibition.circuit.Activity;
import homeostat.disinhibition.circuit.ClosedLoop;
import homeostat.disinhibition.circuit.Control;
import homeostat.disinhibition.circuit.Drive;
import homeostat.disinhibition.circuit.Feedback;
import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.PairDynamics;
import homeostat.disinhibition.circuit.Settled;
import homeostat.disinhibition.circuit.Weights;
import homeostat.disinhibition.equilibrium.EquilibriumRoute;
import homeostat.disinhibition.equilibrium.EquilibriumSettings;
import homeostat.disinhibition.feedback.FeedbackSettings;
import homeostat.disinhibition.feedback.FeedbackShape;
import homeostat.disinhibition.feedback.Jacobian;
import homeostat.disinhibition.feedback.JacobianChain;
import homeostat.disinhibition.rule.Evaluator;
import homeostat.disinhibition.rule.Route;
import homeostat.disinhibition.rule.RouteDistance;
import homeostat.disinhibition.rule.Rule;
import homeostat.disinhibition.rule.RuleSettings;
import homeostat.disinhibition.rule.RuleState;
import homeostat.disinhibition.solver.SolverRoute;
import homeostat.disinhibition.solver.SolverSettings;
import homeostat.dynamics.Solution;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  private static final int SAMPLES = 7;
  private static final Kernels KERNELS = Kernels.active();

  private final Weights weights = Nets.weights(3, 9, 20, 15, 4);
  private final Layers layers = weights.layers();
  private final float[] x = Nets.inputs(4, SAMPLES, 9);
  private final float[] y = Nets.targets(5, SAMPLES, 4);

  private EquilibriumRoute equilibrium(Pairs pairs) {
    return new EquilibriumRoute(
        new Drive(weights, KERNELS), pairs, EquilibriumSettings.USUAL, SAMPLES, KERNELS);
  }

  /** Feedback weights of a norm at a state without control. */
  private Control control(Pairs pairs, Activity open, double norm, LeakyController controller) {
    List<float[]> q = new ArrayList<>();
    layers.hidden().forEach(units -> q.add(new float[SAMPLES * 4 * units]));
    JacobianChain.ofPairs(weights, pairs, Jacobian.FEEDFORWARD, SAMPLES, KERNELS)
        .fill(open, 0, SAMPLES, q);
    FeedbackShape shape =
        new FeedbackShape(
            new FeedbackSettings(Jacobian.FEEDFORWARD, false, 0, false, 1, true, norm), KERNELS);
    for (int l = 0; l < layers.depth(); l++) {
      shape.shape(q.get(l), 0, SAMPLES, 4 * layers.units(l));
    }
    return new Control(
        ControlLoss.SOFTMAX_CROSS_ENTROPY, controller, new Feedback(q, false), true, y);
  }

  /** The largest slope of any variable, in its own time constants, in float64. */
  private double motion(Pairs pairs, Optional<Control> control, Activity activity) {
    double largest = 0;
    for (int sample = 0; sample < SAMPLES; sample++) {
      PairDynamics field = new PairDynamics(weights, pairs, control, x, sample);
      double[] slope = new double[field.size()];
      field.slope(0, state(activity, sample, field.size()), slope);
      for (int i = 0; i < slope.length; i++) {
        boolean inhibitory = i >= 35 && i < 70;
        boolean integrator = i >= slope.length - 4;
        double tau = inhibitory ? pairs.tauI() : integrator ? 0.1 : pairs.tauE();
        largest = Math.max(largest, Math.abs(slope[i]) * tau);
      }
    }
    return largest;
  }

  private double[] state(Activity activity, int sample, int size) {
    double[] state = new double[size];
    int at = 0;
    for (List<float[]> population : List.of(activity.excitatory(), activity.inhibitory())) {
      for (float[] layer : population) {
        at = put(layer, layer.length / SAMPLES, sample, state, at);
      }
    }
    at = put(activity.output(), 4, sample, state, at);
    put(activity.integrator(), 4, sample, state, at);
    return state;
  }

  private static int put(float[] from, int width, int sample, double[] state, int at) {
    for (int i = 0; i < width; i++) {
      state[at + i] = from[sample * width + i];
    }
    return at + width;
  }

  private static double apart(Activity one, Activity other) {
    double most = apart(one.output(), other.output());
    for (int l = 0; l < one.excitatory().size(); l++) {
      most = Math.max(most, apart(one.excitatory().get(l), other.excitatory().get(l)));
      most = Math.max(most, apart(one.inhibitory().get(l), other.inhibitory().get(l)));
      most = Math.max(most, apart(one.rates().get(l), other.rates().get(l)));
    }
    return most;
  }

  private static double apart(float[] one, float[] other) {
    double most = 0;
    for (int i = 0; i < one.length; i++) {
      most = Math.max(most, Math.abs((double) one[i] - other[i]));
    }
    return most;
  }

  @Test
  void equilibriaAreRootsOfTheEquations() {
    for (Pairs pairs : List.of(Nets.PAIRS, Nets.UNUSUAL)) {
      Activity activity = Activity.ofPairs(layers, SAMPLES);
      EquilibriumRoute route = equilibrium(pairs);
      route.open(x, 0, SAMPLES, activity);
      assertTrue(motion(pairs, Optional.empty(), activity) < 3e-6);
      Control control = control(pairs, activity, 1, Nets.CONTROLLER);
      Settled settled = route.close(control, 0, SAMPLES, activity);
      assertEquals(0, settled.unsettled());
      assertTrue(settled.residual() < 1e-5, "residual " + settled.residual());
      assertTrue(motion(pairs, Optional.of(control), activity) < 2e-5);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {4, 16, 40})
  void strongFeedbackSettlesToo(double norm) {
    Activity activity = Activity.ofPairs(layers, SAMPLES);
    EquilibriumRoute route = equilibrium(Nets.PAIRS);
    route.open(x, 0, SAMPLES, activity);
    Control control = control(Nets.PAIRS, activity, norm, Nets.CONTROLLER);
    Settled settled = route.close(control, 0, SAMPLES, activity);
    assertEquals(0, settled.unsettled());
    assertTrue(settled.steps() < 60L * SAMPLES, "sweeps " + settled.steps() / SAMPLES);
    assertTrue(motion(Nets.PAIRS, Optional.of(control), activity) < 5e-5);
  }

  @Test
  void strongControlOfTheOutputItselfSettles() {
    Activity activity = Activity.ofPairs(layers, SAMPLES);
    EquilibriumRoute route = equilibrium(Nets.PAIRS);
    route.open(x, 0, SAMPLES, activity);
    Control usual = control(Nets.PAIRS, activity, 1, new LeakyController(5, 10, 1, 0.1));
    Control squares =
        new Control(ControlLoss.MSE, usual.controller(), usual.feedback(), true, usual.target());
    Settled settled = route.close(squares, 0, SAMPLES, activity);
    assertEquals(0, settled.unsettled());
    assertTrue(settled.steps() < 20L * SAMPLES, "sweeps " + settled.steps() / SAMPLES);
    assertTrue(motion(Nets.PAIRS, Optional.of(squares), activity) < 5e-5);
  }

  @Test
  void aCapOnSweepsIsReported() {
    Activity activity = Activity.ofPairs(layers, SAMPLES);
    EquilibriumRoute hasty =
        new EquilibriumRoute(
            new Drive(weights, KERNELS),
            Nets.PAIRS,
            new EquilibriumSettings(5e-6, 2),
            SAMPLES,
            KERNELS);
    hasty.open(x, 0, SAMPLES, activity);
    Control control = control(Nets.PAIRS, activity, 16, Nets.CONTROLLER);
    Settled settled = hasty.close(control, 0, SAMPLES, activity);
    assertTrue(settled.unsettled() > 0);
    assertTrue(settled.residual() > 5e-6);
  }

  @Test
  void bothRoutesLeadToTheSameState() {
    Activity roots = Activity.ofPairs(layers, SAMPLES);
    Activity ends = Activity.ofPairs(layers, SAMPLES);
    ClosedLoop equilibrium = equilibrium(Nets.PAIRS);
    ClosedLoop solver =
        new SolverRoute(
            new Drive(weights, KERNELS), Nets.PAIRS, SolverSettings.PUBLISHED, SAMPLES, KERNELS);
    equilibrium.open(x, 0, SAMPLES, roots);
    assertEquals(0, solver.open(x, 0, SAMPLES, ends).unsettled());
    assertTrue(apart(roots, ends) < 1e-3, "open " + apart(roots, ends));
    Control control = control(Nets.PAIRS, roots, 1, Nets.CONTROLLER);
    equilibrium.close(control, 0, SAMPLES, roots);
    Settled settled = solver.close(control, 0, SAMPLES, ends);
    assertEquals(0, settled.unsettled());
    assertEquals(motion(Nets.PAIRS, Optional.of(control), ends), settled.residual(), 1e-5);
    assertTrue(apart(roots, ends) < 1e-2, "closed " + apart(roots, ends));
  }

  @Test
  void bothRoutesLeadToTheSameGradients() {
    RuleSettings settings = RuleSettings.published(Rule.LINEAR_THRESHOLD);
    RuleState state = RuleState.start(layers, settings);
    RouteDistance.Lesson lesson =
        new RouteDistance.Lesson(weights, Nets.PAIRS, settings, state, x, y, SAMPLES);
    Route roots = new Route.Equilibrium(EquilibriumSettings.USUAL);
    SolverSettings tenth = new SolverSettings(1e-3, 2, 1e-4, 1e-7, true, true);
    try (Parallel parallel = new Parallel(1)) {
      RouteDistance published =
          RouteDistance.between(
              roots, new Route.Solver(SolverSettings.PUBLISHED), lesson, parallel);
      RouteDistance finer = RouteDistance.between(roots, new Route.Solver(tenth), lesson, parallel);
      assertEquals(0, published.settled().unsettled());
      assertTrue(RouteDistance.largest(published.open()) < 1e-3);
      assertTrue(RouteDistance.largest(published.closed()) < 1e-2);
      double gradient = RouteDistance.largest(published.gradient());
      assertTrue(gradient < 0.03, "gradients differ by " + gradient);
      double rest = RouteDistance.largest(finer.gradient());
      assertTrue(rest < gradient / 4, "the difference is the solver's: " + rest);
    }
    assertEquals(0, state.batches()[0], "a comparison teaches nothing");
  }

  @Test
  void aTightIntegrationInFloat64EndsAtTheEquilibrium() {
    Activity activity = Activity.ofPairs(layers, SAMPLES);
    equilibrium(Nets.PAIRS).open(x, 0, SAMPLES, activity);
    SolverSettings tight = new SolverSettings(1e-3, 5, 1e-10, 1e-12, true, true);
    PairDynamics field = new PairDynamics(weights, Nets.PAIRS, Optional.empty(), x, 2);
    Solution solution = tight.solve(field, new double[field.size()]);
    double[] root = state(activity, 2, field.size());
    for (int i = 0; i < root.length; i++) {
      assertEquals(root[i], solution.state()[i], 3e-6);
    }
  }

  @Test
  void aSampleDoesNotDependOnItsNeighbours() {
    for (boolean integrated : new boolean[] {false, true}) {
      Activity all = Activity.ofPairs(layers, SAMPLES);
      Activity parts = Activity.ofPairs(layers, SAMPLES);
      route(integrated).open(x, 0, SAMPLES, all);
      ClosedLoop route = route(integrated);
      route.open(x, 0, 3, parts);
      route.open(x, 3, SAMPLES - 3, parts);
      // Roots are refined until the slowest of their part is; integrated samples are on their own.
      double most = integrated ? 0 : 2e-6;
      assertTrue(apart(all, parts) <= most, integrated + " " + apart(all, parts));
    }
  }

  private ClosedLoop route(boolean integrated) {
    return integrated
        ? new SolverRoute(
            new Drive(weights, KERNELS), Nets.PAIRS, SolverSettings.PUBLISHED, SAMPLES, KERNELS)
        : equilibrium(Nets.PAIRS);
  }

  @Test
  void openLoopsTellHowFarTheyAreFromTheirRoots() {
    Activity activity = Activity.ofPairs(layers, SAMPLES);
    Settled settled = equilibrium(Nets.UNUSUAL).open(x, 0, SAMPLES, activity);
    assertEquals(0, settled.unsettled());
    assertTrue(settled.residual() > 0 && settled.residual() < 5e-6, "" + settled.residual());
    float[] broken = x.clone();
    broken[0] = Float.NaN;
    assertEquals(SAMPLES, equilibrium(Nets.PAIRS).open(broken, 0, SAMPLES, activity).unsettled());
  }

  @Test
  void evaluationTellsWhatDidNotSettle() {
    SolverSettings brief = new SolverSettings(1e-3, 0.01, 1e-3, 1e-6, true, true);
    try (Parallel parallel = new Parallel(1)) {
      for (Route route :
          List.of(new Route.Equilibrium(EquilibriumSettings.USUAL), new Route.Solver(brief))) {
        Evaluator evaluator =
            new Evaluator(
                weights,
                Nets.PAIRS,
                route,
                ControlLoss.SOFTMAX_CROSS_ENTROPY,
                SAMPLES,
                parallel,
                KERNELS);
        evaluator.score(x, y, SAMPLES);
        int expected = route instanceof Route.Solver ? SAMPLES : 0;
        assertEquals(expected, evaluator.settled().unsettled());
      }
    }
  }

  @Test
  void aRootThatIsNotFoundIsIntegrated() {
    Activity found = Activity.ofPairs(layers, SAMPLES);
    Activity integrated = Activity.ofPairs(layers, SAMPLES);
    EquilibriumRoute roots = equilibrium(Nets.PAIRS);
    roots.open(x, 0, SAMPLES, found);
    Control control = control(Nets.PAIRS, found, 4, Nets.CONTROLLER);
    roots.close(control, 0, SAMPLES, found);
    ClosedLoop hasty =
        new Route.Equilibrium(new EquilibriumSettings(5e-6, 3), true)
            .start(new Drive(weights, KERNELS), Nets.PAIRS, SAMPLES, KERNELS);
    hasty.open(x, 0, SAMPLES, integrated);
    Settled settled = hasty.close(control, 0, SAMPLES, integrated);
    assertEquals(0, settled.unsettled());
    assertTrue(settled.steps() > 10L * SAMPLES, "some were integrated");
    assertTrue(settled.residual() < 1e-3, "residual " + settled.residual());
    assertTrue(motion(Nets.PAIRS, Optional.of(control), integrated) < 1e-3);
    assertTrue(apart(found, integrated) < 2e-3, "apart " + apart(found, integrated));
  }

  @Test
  void samplesThatSettledAreToldFromThoseThatDidNot() {
    Activity activity = Activity.ofPairs(layers, SAMPLES);
    EquilibriumRoute route =
        new EquilibriumRoute(
            new Drive(weights, KERNELS),
            Nets.PAIRS,
            new EquilibriumSettings(5e-6, 8),
            SAMPLES,
            KERNELS);
    route.open(x, 0, SAMPLES, activity);
    Control control = control(Nets.PAIRS, activity, 4, Nets.CONTROLLER);
    control.target()[0] = Float.NaN;
    Settled settled = route.close(control, 0, SAMPLES, activity);
    assertTrue(route.missed(0) && settled.unsettled() >= 1);
    int missed = 0;
    for (int b = 0; b < SAMPLES; b++) {
      missed += route.missed(b) ? 1 : 0;
      assertEquals(route.missed(b), !(route.residual(b) < 5e-6), "sample " + b);
    }
    assertEquals(settled.unsettled(), missed);
  }

  @Test
  void fixedStepsAreAllAlike() {
    SolverSettings fixed = new SolverSettings(1e-3, 0.05, 1e-12, 1e-12, false, false);
    PairDynamics field = new PairDynamics(weights, Nets.PAIRS, Optional.empty(), x, 0);
    Solution solution = fixed.solve(field, new double[field.size()]);
    assertEquals(50, solution.statistics().accepted());
    assertEquals(0, solution.statistics().rejected());
  }

  @Test
  void anIntegratorWithoutLeakHasNoEquilibrium() {
    Activity activity = Activity.ofPairs(layers, SAMPLES);
    EquilibriumRoute route = equilibrium(Nets.PAIRS);
    route.open(x, 0, SAMPLES, activity);
    Control control = control(Nets.PAIRS, activity, 1, new LeakyController(0.2, 0.4, 0, 0.1));
    assertThrows(IllegalArgumentException.class, () -> route.close(control, 0, SAMPLES, activity));
  }

  @Test
  void aSolverWithoutTimeIsReported() {
    SolverSettings brief = new SolverSettings(1e-3, 0.01, 1e-3, 1e-6, true, true);
    SolverRoute route =
        new SolverRoute(new Drive(weights, KERNELS), Nets.PAIRS, brief, SAMPLES, KERNELS);
    Activity activity = Activity.ofPairs(layers, SAMPLES);
    assertEquals(SAMPLES, route.open(x, 0, SAMPLES, activity).unsettled());
    assertEquals(0.01, route.times()[0], 1e-12);
    assertTrue(route.attempts()[0] > 3);
  }
}
