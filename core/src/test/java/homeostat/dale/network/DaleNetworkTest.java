package homeostat.dale.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.dale.diagnostic.Alignment;
import homeostat.dale.diagnostic.LayerStatistics;
import homeostat.dale.loss.LocalLoss;
import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Optimiser;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.NormaliseGradient;
import homeostat.gradient.operation.Reduction;
import homeostat.gradient.operation.SoftmaxCrossEntropy;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the layers must compute, and which signal must reach which parameter. */
class DaleNetworkTest {
  private static final int BATCH = 6;
  private static final int INPUTS = 40;
  private static final Parallel ONE = new Parallel(1);

  @AfterAll
  static void close() {
    ONE.close();
  }

  private static DaleNetwork network(Architecture architecture, Teaching teaching) {
    return new DaleNetwork(
        architecture,
        List.of(INPUTS, 24, 20, 4),
        0.2,
        Norm.NONE,
        teaching,
        InitialWeights.usual(),
        Activation.RELU,
        0.3,
        false);
  }

  private static Teaching teaching(boolean task, boolean local, boolean alignment) {
    return new Teaching(
        Optional.of(NormaliseGradient.Mode.FULL),
        true,
        LocalLoss.MEAN_VARIANCE,
        task,
        local,
        alignment);
  }

  /** A network on a tape with drawn inputs, its loss and its gradients. */
  private static final class Drawn {
    final DaleNetwork network;
    final Parameters parameters;
    final Gradients gradients;
    final Tape tape;
    final Var x;
    final RecordedNetwork recorded;
    final Var loss;

    Drawn(DaleNetwork network) {
      this.network = network;
      this.parameters = network.draw(3);
      this.gradients = new Gradients(parameters);
      this.tape = new Tape(parameters, gradients, Kernels.active(), ONE);
      this.x = tape.input("x", BATCH, INPUTS);
      Stream stream = Stream.of(5, "test images");
      for (int i = 0; i < x.value().length; i++) {
        x.value()[i] = (float) stream.uniform(i);
      }
      this.recorded = network.record(tape, x);
      recorded.strength().value()[0] = 0.7f;
      Var labels = tape.input("labels", BATCH, 1);
      for (int i = 0; i < BATCH; i++) {
        labels.value()[i] = i % 4;
      }
      SoftmaxCrossEntropy entropy = new SoftmaxCrossEntropy(0.1, Reduction.MEAN);
      this.loss = tape.apply("loss", entropy, recorded.logits(), labels);
    }

    Drawn pass() {
      tape.forward();
      tape.backward(loss);
      return this;
    }

    /** The gradients that come without any upstream one. */
    Drawn local() {
      tape.forward();
      tape.backward(recorded.logits(), new float[recorded.logits().shape().size()]);
      return this;
    }

    double norm(String name) {
      double sum = 0;
      for (float g : gradients.get(name)) {
        sum += (double) g * g;
      }
      return Math.sqrt(sum);
    }
  }

  @Test
  void aFreshFullyHomeostaticLayerIsLayerNormalisationOfItsDrive() {
    Drawn drawn = new Drawn(network(Architecture.HOMEO_FULL, teaching(false, false, false)));
    drawn.tape.forward();
    for (RecordedLayer layer : drawn.recorded.hidden()) {
      int units = layer.output().shape().cols();
      float[] y = layer.output().value();
      float[] a = layer.drive().orElseThrow().value();
      for (int row = 0; row < BATCH; row++) {
        double mean = 0;
        for (int i = 0; i < units; i++) {
          mean += a[row * units + i] / units;
        }
        double variance = 0;
        for (int i = 0; i < units; i++) {
          variance += Math.pow(a[row * units + i] - mean, 2) / units;
        }
        for (int i = 0; i < units; i++) {
          double normal = (a[row * units + i] - mean) / Math.sqrt(variance + 1e-5);
          assertEquals(normal, y[row * units + i], 1e-4);
        }
      }
    }
    Alignment alignment =
        Alignment.of(drawn.recorded.hidden().getFirst(), Optional.of(NormaliseGradient.Mode.FULL));
    assertEquals(1, alignment.gradient(), 1e-4);
    assertEquals(1, alignment.output(), 1e-5);
  }

  /** dy/dWex of a shunting layer is g x / gamma, unit by unit. */
  @Test
  void alignmentOfAShuntingLayerKnowsItsGainsAndDivisors() {
    Drawn drawn = new Drawn(network(Architecture.SHUNT, teaching(false, false, false)));
    float[] g = drawn.parameters.get("fc0.g").raw();
    for (int i = 0; i < g.length; i++) {
      g[i] = 0.5f + i % 4;
    }
    drawn.tape.forward();
    RecordedLayer layer = drawn.recorded.hidden().getFirst();
    float[] y = layer.output().value();
    float[] gamma = layer.divisor().orElseThrow().value();
    int units = g.length;
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int unit = 0; unit < units; unit++) {
      for (int j = 0; j < INPUTS; j++) {
        double normed = 0;
        double plain = 0;
        for (int row = 0; row < BATCH; row++) {
          int i = row * units + unit;
          double through = drawn.x.value()[row * INPUTS + j] * g[unit] / gamma[i];
          normed += through * backThroughLayerNorm(y, row * units, units)[unit];
          plain += through * (y[i] > 0 ? 1 : 0);
        }
        ab += normed * plain;
        aa += normed * normed;
        bb += plain * plain;
      }
    }
    Alignment alignment = Alignment.of(layer, Optional.empty());
    assertEquals(ab / Math.sqrt(aa * bb), alignment.gradient(), 1e-5);
  }

  /** Slopes of the sum of relu(LN(y)). */
  private static double[] backThroughLayerNorm(float[] y, int at, int units) {
    double mean = 0;
    double squares = 0;
    for (int i = at; i < at + units; i++) {
      mean += y[i] / (double) units;
      squares += (double) y[i] * y[i] / units;
    }
    double deviation = Math.sqrt(squares - mean * mean + 1e-5);
    double sum = 0;
    double along = 0;
    for (int i = at; i < at + units; i++) {
      if (y[i] > mean) {
        sum += 1.0 / units;
        along += (y[i] - mean) / deviation / units;
      }
    }
    double[] slopes = new double[units];
    for (int i = 0; i < units; i++) {
      double z = (y[at + i] - mean) / deviation;
      slopes[i] = ((z > 0 ? 1 : 0) - sum - z * along) / deviation;
    }
    return slopes;
  }

  @Test
  void moreUnitsThanInputsStillBeginAsLayerNormalisation() {
    DaleNetwork wide =
        new DaleNetwork(
            Architecture.HOMEO_FULL,
            List.of(7, 19, 3),
            0.1,
            Norm.NONE,
            teaching(false, false, false),
            InitialWeights.usual(),
            Activation.RELU,
            0,
            false);
    Parameters parameters = wide.draw(1);
    Tape tape = new Tape(parameters, new Gradients(parameters), Kernels.active(), ONE);
    Var x = tape.input("x", 3, 7);
    for (int i = 0; i < x.value().length; i++) {
      x.value()[i] = (float) Stream.of(9, "x").uniform(i);
    }
    RecordedLayer layer = wide.record(tape, x).hidden().getFirst();
    tape.forward();
    double distance =
        LayerStatistics.of(layer.output(), layer.drive(), Optional.empty(), true, 3).distance();
    assertEquals(0, distance, 1e-8);
  }

  @Test
  void aSubtractiveLayerIsAnOrdinaryOneOfEffectiveWeights() {
    Drawn drawn = new Drawn(network(Architecture.DANN, teaching(false, false, false)));
    drawn.tape.forward();
    float[] wex = drawn.parameters.get("fc0.Wex").raw();
    float[] wix = drawn.parameters.get("fc0.Wix").raw();
    float[] wei = drawn.parameters.get("fc0.Wei").raw();
    int inhibitory = wix.length / INPUTS;
    float[] y = drawn.recorded.hidden().getFirst().output().value();
    for (int unit = 0; unit < 24; unit++) {
      double z = 0;
      for (int j = 0; j < INPUTS; j++) {
        double w = wex[unit * INPUTS + j];
        for (int k = 0; k < inhibitory; k++) {
          w -= (double) wei[unit * inhibitory + k] * wix[k * INPUTS + j];
        }
        z += w * drawn.x.value()[j];
      }
      assertEquals(z, y[unit], 1e-4);
    }
  }

  /**
   * Local gradients are the slopes of lambda times the local loss at a fixed input of the layer.
   */
  @ParameterizedTest
  @EnumSource(
      value = Architecture.class,
      names = {"HOMEO_MEAN", "HOMEO_FULL"})
  void localGradientsAreTheSlopesOfTheLocalLoss(Architecture architecture) {
    Drawn drawn = new Drawn(network(architecture, teaching(false, false, false)));
    // Away from the fresh state, where the gradient of a layer that is normalised already is 0.
    float[] bias = drawn.parameters.get("fc0.bias").raw();
    for (int i = 0; i < bias.length; i++) {
      bias[i] = 0.4f * (i % 3) + 0.3f;
    }
    drawn.local();
    boolean full = architecture == Architecture.HOMEO_FULL;
    for (String name : List.of("fc0.Wix", full ? "fc0.Bix" : "fc0.Wei")) {
      float[] raw = drawn.parameters.get(name).raw();
      float[] gradient = drawn.gradients.get(name).clone();
      double largest = 0;
      for (float g : gradient) {
        largest = Math.max(largest, Math.abs(g));
      }
      assertTrue(largest > 0, name);
      for (int i = 0; i < raw.length; i += 7) {
        double slope = (loss(drawn, raw, i, 4e-3f) - loss(drawn, raw, i, -4e-3f)) / 8e-3;
        assertEquals(slope, gradient[i], 0.02 * largest, name + " " + i);
      }
    }
  }

  private static double loss(Drawn drawn, float[] raw, int i, float step) {
    float kept = raw[i];
    raw[i] += step;
    drawn.tape.forward();
    raw[i] = kept;
    Var y = drawn.recorded.hidden().getFirst().output();
    double sum = 0;
    for (int row = 0; row < BATCH; row++) {
      int units = y.shape().cols();
      sum += LocalLoss.MEAN_VARIANCE.of(y.value(), row * units, units) / BATCH;
    }
    return 0.7f * sum;
  }

  @Test
  void neitherTeacherReachesWhatTheOtherTrains() {
    Drawn drawn = new Drawn(network(Architecture.HOMEO_FULL, teaching(false, false, false)));
    drawn.parameters.get("fc1.bias").raw()[0] = 2f;
    drawn.local();
    for (String name : List.of("fc0.Wex", "fc0.bias", "fc1.Wex", "fc_output.Wex", "fc1.Wei")) {
      assertEquals(0, drawn.norm(name), name);
    }
    assertTrue(drawn.norm("fc1.Wix") > 0);
    float[] local = drawn.gradients.get("fc1.Wix").clone();
    drawn.pass();
    org.junit.jupiter.api.Assertions.assertArrayEquals(local, drawn.gradients.get("fc1.Wix"));
    assertTrue(drawn.norm("fc0.Wex") > 0);
  }

  @Test
  void switchesLetSignalsThrough() {
    Drawn apart = new Drawn(network(Architecture.HOMEO_FULL, teaching(false, false, false)));
    Drawn task = new Drawn(network(Architecture.HOMEO_FULL, teaching(true, false, false)));
    Drawn both = new Drawn(network(Architecture.HOMEO_FULL, teaching(false, true, false)));
    for (Drawn drawn : List.of(apart, task, both)) {
      drawn.parameters.get("fc1.bias").raw()[0] = 2f;
      drawn.pass();
    }
    assertNotEquals(apart.norm("fc0.Wix"), task.norm("fc0.Wix"), 1e-3 * task.norm("fc0.Wix"));
    assertEquals(apart.norm("fc0.Wex"), task.norm("fc0.Wex"), 1e-6);
    assertNotEquals(apart.norm("fc1.Wex"), both.norm("fc1.Wex"), 1e-3 * both.norm("fc1.Wex"));
    assertEquals(apart.norm("fc1.Wix"), both.norm("fc1.Wix"), 1e-6);
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void feedbackAlignmentGoesBackThroughItsOwnMatrix(Architecture architecture) {
    Drawn drawn = new Drawn(network(architecture, teaching(false, false, true)));
    double loss = drawn.pass().loss.value()[0];
    float[] before = drawn.gradients.get("fc0.bias").clone();
    java.util.Arrays.fill(drawn.parameters.get("fc1.feedback").raw(), 0f);
    assertEquals(loss, drawn.pass().loss.value()[0]);
    assertEquals(0, drawn.norm("fc0.bias"), "no way back is left");
    double sum = 0;
    for (float g : before) {
      sum += Math.abs(g);
    }
    assertTrue(sum > 0);
    assertTrue(Learning.frozen(drawn.network, "fc1.feedback", true));
  }

  @ParameterizedTest
  @EnumSource(Architecture.class)
  void signsAreKeptAndTheLossFalls(Architecture architecture) {
    Drawn drawn = new Drawn(network(architecture, teaching(false, false, false)));
    Rates rates = Rates.descent(0.05, 0.02, 0.02);
    Optimiser optimiser =
        rates.optimiser(drawn.parameters, name -> Learning.frozen(drawn.network, name, true));
    OptimiserState state = optimiser.start(drawn.parameters);
    double first = drawn.pass().loss.value()[0];
    for (int step = 0; step < 60; step++) {
      drawn.pass();
      if (architecture == Architecture.SHUNT) {
        UpdateCorrections.apply(drawn.parameters, drawn.gradients);
      }
      optimiser.step(drawn.parameters, drawn.gradients, state);
    }
    assertTrue(drawn.pass().loss.value()[0] < first, architecture.toString());
    for (Parameter parameter : drawn.parameters.all()) {
      if (parameter.constraint().equals(Constraint.NON_NEGATIVE)) {
        for (float value : parameter.raw()) {
          assertTrue(value >= 0, parameter.name());
        }
      }
    }
  }

  @Test
  void whatCannotBeIsRefused() {
    Teaching usual = Teaching.usual(LocalLoss.MEAN);
    InitialWeights weights = InitialWeights.usual();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new DaleNetwork(
                Architecture.HOMEO_FULL,
                List.of(4, 4, 2),
                0.1,
                Norm.LAYER,
                usual,
                weights,
                Activation.RELU,
                0,
                false));
    assertThrows(IllegalArgumentException.class, () -> weights.scale(4, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new InitialWeights(InitialWeights.Law.LOGNORMAL, 0, 1));
  }
}
