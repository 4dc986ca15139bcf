package homeostat.dale.recurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.gradient.Gradients;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ShuntingCellTest {
  private static final int STEPS = 4;
  private static final int BATCH = 3;
  private static final int INPUTS = 7;
  private static final int UNITS = 6;
  private static final int INHIBITORY = 2;
  private static final Parallel ONE = new Parallel(1);

  private final DaleSequence network = network(Activation.RELU, false);
  private final Parameters parameters = network.draw(5);
  private final Gradients gradients = new Gradients(parameters);
  private final Tape tape = new Tape(parameters, gradients, Kernels.active(), ONE);
  private final Var x = tape.input("x", STEPS * BATCH, INPUTS);
  private final RecordedSequence recorded = network.record(tape, x, STEPS);

  ShuntingCellTest() {
    Stream stream = Stream.of(9, "test");
    for (int i = 0; i < x.value().length; i++) {
      x.value()[i] = (float) stream.uniform(i);
    }
    // Interneurons that differ, and gains and biases that matter.
    for (Parameter parameter : parameters.all()) {
      for (int i = 0; i < parameter.size(); i++) {
        double noise = Stream.of(3, parameter.name()).uniform(i);
        parameter.raw()[i] +=
            (float) (parameter.name().endsWith("bias") ? 0.2 + 0.1 * noise : 0.1 * noise);
      }
    }
  }

  private static DaleSequence network(Activation activation, boolean learned) {
    return new DaleSequence(
        CellKind.SHUNT,
        INPUTS,
        List.of(UNITS),
        3,
        INHIBITORY,
        activation,
        false,
        Optional.empty(),
        learned,
        RecurrentWeights.usual());
  }

  @AfterAll
  static void close() {
    ONE.close();
  }

  private double value(String name, int i) {
    double raw = parameters.get("ei_cell_0." + name).raw()[i];
    return name.startsWith("alpha") ? Math.exp(raw) : raw;
  }

  /** One pathway by the book. */
  private double shunted(String path, int unit, double[] y) {
    double z = 0;
    double gamma = 1e-8;
    for (int k = 0; k < INHIBITORY; k++) {
      double u = 0;
      for (int i = 0; i < y.length; i++) {
        u += value(path + "ix", k * y.length + i) * y[i];
      }
      double wei = value(path + "ei", unit * INHIBITORY + k);
      z -= wei * u;
      gamma += value("alpha" + path, k) * wei * u;
    }
    for (int i = 0; i < y.length; i++) {
      z += value(path + "ex", unit * y.length + i) * y[i];
    }
    return value("g" + path, unit) * z / gamma;
  }

  @Test
  void stateFollowsItsEquation() {
    tape.forward();
    for (int image = 0; image < BATCH; image++) {
      double[] h = new double[UNITS];
      for (int t = 0; t < STEPS; t++) {
        double[] in = new double[INPUTS];
        for (int i = 0; i < INPUTS; i++) {
          in[i] = x.value()[(t * BATCH + image) * INPUTS + i];
        }
        double[] next = new double[UNITS];
        for (int unit = 0; unit < UNITS; unit++) {
          double z = shunted("U", unit, in) + value("bias", unit) + shunted("W", unit, h);
          next[unit] = Math.max(z, 0);
        }
        h = next;
        for (int unit = 0; unit < UNITS; unit++) {
          float got = recorded.states().getFirst().value()[(t * BATCH + image) * UNITS + unit];
          assertEquals(h[unit], got, 1e-4 * (1 + h[unit]));
        }
      }
    }
  }

  private double sum() {
    tape.forward();
    double sum = 0;
    for (int i = 0; i < recorded.logits().value().length; i++) {
      sum += (i + 1) * recorded.logits().value()[i];
    }
    return sum;
  }

  @Test
  void gradientsAreTheSlopes() {
    double[] weights = new double[recorded.logits().shape().size()];
    float[] seed = new float[weights.length];
    for (int i = 0; i < seed.length; i++) {
      seed[i] = i + 1;
    }
    tape.forward();
    tape.backward(recorded.logits(), seed);
    float step = 2e-3f;
    for (Parameter parameter : parameters.all()) {
      if (parameter.name().endsWith("h0")) {
        continue;
      }
      float[] gradient = gradients.get(parameter.name()).clone();
      for (int i = 0; i < parameter.size(); i += 3) {
        float old = parameter.raw()[i];
        parameter.raw()[i] = old + step;
        double up = sum();
        parameter.raw()[i] = old - step;
        double down = sum();
        parameter.raw()[i] = old;
        double slope = (up - down) / (2.0 * step);
        double most = Math.max(1, Math.abs(slope));
        assertEquals(slope, gradient[i], 0.02 * most, parameter.name() + "[" + i + "]");
      }
    }
  }

  @Test
  void darkRowsOfAnImageAreNoDivisionByZero() {
    java.util.Arrays.fill(x.value(), 0, BATCH * INPUTS, 0f);
    assertTrue(Double.isFinite(sum()));
    float[] seed = new float[recorded.logits().shape().size()];
    java.util.Arrays.fill(seed, 1f);
    tape.backward(recorded.logits(), seed);
    for (Parameter parameter : parameters.all()) {
      for (float g : gradients.get(parameter.name())) {
        assertTrue(Math.abs(g) < 1e4, parameter.name() + " " + g);
      }
    }
  }

  @Test
  void activityOfBothSignsIsRefused() {
    for (Activation activation : List.of(Activation.NONE, Activation.TANH)) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> network(activation, false));
      assertTrue(String.valueOf(refused.getMessage()).contains("at least 0"));
    }
    assertThrows(IllegalArgumentException.class, () -> network(Activation.RELU, true));
  }
}
