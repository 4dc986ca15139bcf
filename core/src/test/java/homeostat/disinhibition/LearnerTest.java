package homeostat.disinhibition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.Weights;
import homeostat.disinhibition.equilibrium.EquilibriumSettings;
import homeostat.disinhibition.feedback.FeedbackSettings;
import homeostat.disinhibition.feedback.Jacobian;
import homeostat.disinhibition.rule.Alignment;
import homeostat.disinhibition.rule.Evaluator;
import homeostat.disinhibition.rule.Learner;
import homeostat.disinhibition.rule.LineError;
import homeostat.disinhibition.rule.Outcome;
import homeostat.disinhibition.rule.Route;
import homeostat.disinhibition.rule.Rule;
import homeostat.disinhibition.rule.RuleSettings;
import homeostat.disinhibition.rule.RuleState;
import homeostat.disinhibition.rule.Steering;
import homeostat.disinhibition.solver.SolverSettings;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearnerTest {
  private static final Route ROOTS = new Route.Equilibrium(EquilibriumSettings.USUAL);
  private static final Kernels KERNELS = Kernels.active();
  private static final Layers LAYERS = Layers.of(12, 20, 16, 5);
  private static final int SAMPLES = 130;
  private static final float[] X = Nets.inputs(1, SAMPLES, 12);
  private static final float[] Y = Nets.targets(2, SAMPLES, 5);

  private record Learnt(
      Learner learner, Weights gradient, Weights truth, Outcome outcome, RuleState state) {}

  private static Learnt learn(RuleSettings settings, Cells cells, Route route, int threads) {
    Weights weights = Nets.weights(3, 12, 20, 16, 5);
    RuleState state = RuleState.start(LAYERS, settings);
    Weights gradient = Nets.zeros(LAYERS);
    Weights truth = Nets.zeros(LAYERS);
    try (Parallel parallel = new Parallel(threads)) {
      Learner learner = new Learner(weights, cells, route, settings, SAMPLES, parallel, KERNELS);
      Outcome outcome = learner.learn(X, Y, SAMPLES, state, gradient, truth);
      return new Learnt(learner, gradient, truth, outcome, state);
    }
  }

  private static RuleSettings exact(FeedbackSettings feedback, double gain) {
    RuleSettings usual = RuleSettings.published(Rule.EXACT_INVERSE);
    return new RuleSettings(
        usual.rule(),
        usual.loss(),
        LeakyController.proportional(gain),
        feedback,
        true,
        true,
        0.015,
        1,
        0.8);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void backPropagationIsTheGradient(boolean pairs) {
    Cells cells = pairs ? Nets.UNUSUAL : new Units(new SoftRectifier(1.3, 0.9, 0.2), 0.01);
    Weights gradient =
        learn(RuleSettings.published(Rule.BACK_PROPAGATION), cells, ROOTS, 1).gradient();
    Weights weights = Nets.weights(3, 12, 20, 16, 5);
    try (Parallel parallel = new Parallel(1)) {
      Evaluator evaluator =
          new Evaluator(
              weights, cells, ROOTS, ControlLoss.SOFTMAX_CROSS_ENTROPY, SAMPLES, parallel, KERNELS);
      for (int l = 0; l <= LAYERS.depth(); l++) {
        compare(evaluator, weights.kernels().get(l), gradient.kernels().get(l));
        if (l < LAYERS.depth()) {
          compare(evaluator, weights.biases().get(l), gradient.biases().get(l));
        }
      }
    }
  }

  /** Central differences at the largest few elements. */
  private static void compare(Evaluator evaluator, float[] w, float[] gradient) {
    double largest = 0;
    for (float g : gradient) {
      largest = Math.max(largest, Math.abs(g));
    }
    for (int i = 0; i < w.length; i += 1 + w.length / 7) {
      float kept = w[i];
      w[i] = kept + 0.02f;
      double up = evaluator.score(X, Y, SAMPLES).loss();
      w[i] = kept - 0.02f;
      double down = evaluator.score(X, Y, SAMPLES).loss();
      w[i] = kept;
      assertEquals((up - down) / 0.04, gradient[i], 0.01 * largest);
    }
  }

  @Test
  void theExactInverseShowsTheControlOfEachUnit() {
    Learnt learnt = learn(RuleSettings.published(Rule.EXACT_INVERSE), Nets.PAIRS, ROOTS, 1);
    double gain = Nets.CONTROLLER.equilibriumGain();
    double[] error = new double[5];
    for (int b = 0; b < SAMPLES; b += 17) {
      ControlLoss.SOFTMAX_CROSS_ENTROPY.error(
          learnt.learner().activity().output(), b * 5, Y, b * 5, 5, error);
      for (int l = 0; l < 2; l++) {
        int units = LAYERS.units(l);
        float[] q = learnt.learner().feedback().weights().get(l);
        for (int h = 0; h < units; h++) {
          double reach = 0;
          for (int o = 0; o < 5; o++) {
            reach += gain * error[o] * q[(b * 5 + o) * units + h];
          }
          double u = learnt.learner().activity().excitatory().get(l)[b * units + h];
          double delta = learnt.learner().deltas().get(l)[b * units + h];
          assertEquals(-reach * SoftRectifier.SOFTPLUS.slope(u), delta, 2e-6);
        }
      }
    }
  }

  @Test
  void weakControlOverCorrectedFeedbackIsTheGradient() {
    FeedbackSettings corrected =
        new FeedbackSettings(Jacobian.EQUILIBRIUM, false, 0, false, 1, false, 1);
    Learnt learnt = learn(exact(corrected, 1e-3), Nets.PAIRS, ROOTS, 1);
    for (double cosine : Alignment.cosines(learnt.gradient(), learnt.truth())) {
      assertTrue(cosine > 0.9999, "cosine " + cosine);
    }
  }

  @Test
  void publishedFeedbackIsCloseToTheGradientButNotIt() {
    FeedbackSettings plain =
        new FeedbackSettings(Jacobian.FEEDFORWARD, false, 0, false, 1, false, 1);
    double[] cosines =
        Alignment.cosines(
            learn(exact(plain, 1e-3), Nets.PAIRS, ROOTS, 1).gradient(),
            learn(exact(plain, 1e-3), Nets.PAIRS, ROOTS, 1).truth());
    for (int l = 0; l < 2; l++) {
      assertTrue(cosines[l] > 0.8 && cosines[l] < 0.9999, "cosine " + cosines[l]);
    }
    assertTrue(cosines[2] > 0.9999, "the readout has no loop: " + cosines[2]);
  }

  @Test
  void aLineDepressesEveryUnitMoreThanTheInverse() {
    Learnt exact = learn(RuleSettings.published(Rule.EXACT_INVERSE), Nets.PAIRS, ROOTS, 1);
    Learnt lines = learn(RuleSettings.published(Rule.LINEAR_THRESHOLD), Nets.PAIRS, ROOTS, 1);
    for (int l = 0; l < 2; l++) {
      float[] less = exact.learner().deltas().get(l);
      float[] more = lines.learner().deltas().get(l);
      for (int i = 0; i < less.length; i++) {
        assertTrue(more[i] >= less[i] - 2e-6f, l + " " + i + " " + more[i] + " " + less[i]);
      }
    }
    assertArrayEquals(exact.learner().deltas().get(2), lines.learner().deltas().get(2), 1e-7f);
    SoftRectifier phi = Nets.PAIRS.excitatory();
    double[] none =
        LineError.of(exact.learner().activity(), exact.learner().deltas(), phi, SAMPLES);
    double[] some =
        LineError.of(lines.learner().activity(), lines.learner().deltas(), phi, SAMPLES);
    for (int l = 0; l < 2; l++) {
      assertEquals(0, none[l], 1e-5);
      double more = 0;
      double signal = 0;
      for (int i = 0; i < SAMPLES * LAYERS.units(l); i++) {
        more += lines.learner().deltas().get(l)[i] - exact.learner().deltas().get(l)[i];
        signal += Math.abs(exact.learner().deltas().get(l)[i]);
      }
      assertEquals(more / signal, some[l], 1e-4 * some[l]);
    }
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void bitsDoNotDependOnThreads(Rule rule) {
    for (boolean average : new boolean[] {false, true}) {
      RuleSettings usual = RuleSettings.published(rule);
      RuleSettings settings = usual.withFeedback(usual.feedback().withAverage(average));
      Learnt one = learn(settings, Nets.PAIRS, ROOTS, 1);
      Learnt many = learn(settings, Nets.PAIRS, ROOTS, 3);
      for (int l = 0; l <= LAYERS.depth(); l++) {
        assertArrayEquals(one.gradient().kernels().get(l), many.gradient().kernels().get(l));
      }
      assertEquals(one.outcome(), many.outcome());
    }
  }

  @Test
  void bothRoutesGiveTheSameGradient() {
    RuleSettings settings = RuleSettings.published(Rule.EXACT_INVERSE);
    Learnt roots = learn(settings, Nets.PAIRS, ROOTS, 1);
    Learnt ends = learn(settings, Nets.PAIRS, new Route.Solver(SolverSettings.PUBLISHED), 1);
    for (double cosine : Alignment.cosines(roots.gradient(), ends.gradient())) {
      assertTrue(cosine > 0.999, "cosine " + cosine);
    }
    assertTrue(ends.outcome().settledClosed().steps() > 20L * SAMPLES);
  }

  @Test
  void runningMeansAreCarried() {
    RuleSettings usual = RuleSettings.published(Rule.LINEAR_THRESHOLD);
    RuleSettings slow =
        new RuleSettings(
            usual.rule(),
            usual.loss(),
            usual.controller(),
            new FeedbackSettings(Jacobian.FEEDFORWARD, true, 0.9, false, 1, true, 1),
            true,
            true,
            0.015,
            0.25,
            0.8);
    Learnt fast = learn(usual, Nets.PAIRS, ROOTS, 1);
    Learnt learnt = learn(slow, Nets.PAIRS, ROOTS, 1);
    for (int h = 0; h < 20; h++) {
      double batch = fast.state().inhibition().get(0)[h];
      assertEquals(
          0.75 * 0.8 + 0.25 * batch, learnt.state().inhibition().get(0)[h], 1e-6, "unit " + h);
    }
    RuleState copy = RuleState.start(LAYERS, slow);
    copy.load(learnt.state().save());
    assertArrayEquals(learnt.state().feedback().get(1), copy.feedback().get(1));
    assertEquals(1, copy.batches()[0]);
  }

  @Test
  void aNetworkWithoutPathsHasNoFeedbackAndSaysSo() {
    Weights weights = Nets.zeros(LAYERS);
    RuleSettings settings = RuleSettings.published(Rule.EXACT_INVERSE);
    Weights gradient = Nets.zeros(LAYERS);
    try (Parallel parallel = new Parallel(1)) {
      Learner learner =
          new Learner(weights, Nets.PAIRS, ROOTS, settings, SAMPLES, parallel, KERNELS);
      Outcome outcome = learner.learn(X, Y, SAMPLES, RuleState.start(LAYERS, settings), gradient);
      assertEquals(2L * SAMPLES, outcome.zeroFeedback());
      Steering steering = Steering.of(learner.activity(), SAMPLES);
      assertEquals(0, steering.cost(), 1e-9);
    }
    for (float g : gradient.kernels().getFirst()) {
      assertEquals(0, g, 1e-6f);
    }
  }

  @Test
  void localRulesNeedPairs() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            learn(
                RuleSettings.published(Rule.EXACT_INVERSE),
                new Units(SoftRectifier.SOFTPLUS, 0.01),
                ROOTS,
                1));
    assertThrows(IllegalArgumentException.class, () -> new Layers(3, List.of(), 2));
  }
}
