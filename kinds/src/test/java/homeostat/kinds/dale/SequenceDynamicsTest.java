package homeostat.kinds.dale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.dale.recurrent.CellKind;
import homeostat.dale.recurrent.DaleSequence;
import homeostat.dale.recurrent.RecordedSequence;
import homeostat.dale.recurrent.RecurrentWeights;
import homeostat.dynamics.TangentStep;
import homeostat.gradient.Gradients;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import homeostat.lab.TrainedSystem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceDynamicsTest {
  private static final int UNITS = 12;
  private static final int UPPER = 9;
  private static final int STEPS = 6;

  private static DaleSequence network(CellKind kind, Activation activation, List<Integer> widths) {
    return new DaleSequence(
        kind,
        3,
        widths,
        4,
        0.25,
        activation,
        false,
        Optional.empty(),
        kind != CellKind.SHUNT,
        RecurrentWeights.usual());
  }

  /** Without input a trained network and its dynamical system go through the same states. */
  @ParameterizedTest
  @CsvSource({"PLAIN, TANH", "PLAIN, RELU", "DANN, RELU", "DANN, TANH", "DANN, NONE"})
  void statesWithoutInputAreThoseOfTheNetwork(CellKind kind, Activation activation) {
    DaleSequence network = network(kind, activation, List.of(UNITS, UPPER));
    Parameters parameters = network.draw(5);
    for (Parameter parameter : parameters.all()) {
      boolean moved = parameter.name().endsWith("bias") || parameter.name().endsWith("h0");
      for (int i = 0; moved && i < parameter.size(); i++) {
        parameter.raw()[i] += (float) (0.3 * Stream.of(3, parameter.name()).uniform(i));
      }
    }
    TrainedSystem system = SequenceDynamics.of(network, parameters).orElseThrow();
    try (Parallel one = new Parallel(1)) {
      Tape tape = new Tape(parameters, new Gradients(parameters), Kernels.active(), one);
      Var x = tape.input("x", STEPS, 3);
      RecordedSequence recorded = network.record(tape, x, STEPS);
      recorded.strength().value()[0] = 0;
      tape.forward();
      float[] lower = recorded.states().getFirst().value();
      float[] upper = recorded.states().getLast().value();
      TangentStep step = system.step().get();
      double[] h = system.start().clone();
      double size = 0;
      for (int t = 0; t < STEPS; t++) {
        double[] next = new double[UNITS + UPPER];
        step.step(t, h, next);
        h = next;
        for (int i = 0; i < h.length; i++) {
          double wanted = i < UNITS ? lower[t * UNITS + i] : upper[t * UPPER + i - UNITS];
          assertEquals(wanted, h[i], 1e-4 * Math.max(1, Math.abs(wanted)), "step " + t);
          size += Math.abs(h[i]);
        }
      }
      assertTrue(size > 1, "all states are nearly 0");
    }
  }

  @Test
  void whatIsNoSuchMapOffersNone() {
    DaleSequence network = network(CellKind.SHUNT, Activation.RELU, List.of(UNITS));
    assertTrue(SequenceDynamics.of(network, network.draw(1)).isEmpty());
  }

  @Test
  void tangentsAreDifferencesOfStates() {
    DaleSequence network = network(CellKind.DANN, Activation.TANH, List.of(UNITS, UPPER));
    TangentStep step = SequenceDynamics.of(network, network.draw(2)).orElseThrow().step().get();
    int n = UNITS + UPPER;
    double[] x = new double[n];
    double[] frame = new double[n * n];
    for (int i = 0; i < n; i++) {
      x[i] = Stream.of(1, "x").normal(i);
      frame[i * n + i] = 1;
    }
    double[] next = new double[n];
    double[] tangents = new double[n * n];
    step.step(0, x, frame, n, next, tangents);
    for (int j = 0; j < n; j++) {
      double[] up = x.clone();
      double[] down = x.clone();
      up[j] += 1e-5;
      down[j] -= 1e-5;
      double[] above = new double[n];
      double[] under = new double[n];
      step.step(0, up, above);
      step.step(0, down, under);
      for (int i = 0; i < n; i++) {
        assertEquals((above[i] - under[i]) / 2e-5, tangents[i * n + j], 1e-6);
      }
    }
  }
}
