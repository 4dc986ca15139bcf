package homeostat.gradient.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.MeanSquaredError;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Csr;
import homeostat.kernel.Draws;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseSequenceTest {
  private static final int UNITS = 37;
  private static final int STEPS = 5;

  /** Outputs and all gradients of one pass. */
  private record Pass(float[] outputs, Gradients gradients, Parameters parameters) {}

  private static float[] draw(String name, int count) {
    Draws draws = Stream.of(4, name).draws();
    float[] values = new float[count];
    for (int k = 0; k < count; k++) {
      values[k] = (float) (0.5 * draws.normal());
    }
    return values;
  }

  private static Pass pass(int batch, boolean sparse, Activation activation) {
    float[] topology = new float[UNITS * UNITS];
    float[] weights = draw("w", UNITS * UNITS);
    Draws draws = Stream.of(5, "topology").draws();
    for (int k = 0; k < topology.length; k++) {
      topology[k] = draws.bernoulli(0.15) ? 1 : 0;
      weights[k] *= topology[k];
    }
    Parameters parameters =
        new Parameters(
            List.of(
                free("weight_ih", UNITS, 2),
                SequenceNetwork.recurrent(weights, topology, UNITS),
                free("bias_ih", UNITS, 1),
                free("bias_hh", UNITS, 1),
                free("fc_weight", 3, UNITS),
                free("fc_bias", 3, 1)));
    Gradients gradients = new Gradients(parameters);
    try (Parallel parallel = new Parallel(1)) {
      Tape tape = new Tape(parameters, gradients, Kernels.active(), parallel);
      Var x = tape.input("x", STEPS * batch, 2);
      Var due = tape.input("due", STEPS * batch, 3);
      Optional<Csr> csr =
          sparse ? Optional.of(Csr.nonZero(UNITS, topology).transpose()) : Optional.empty();
      Var outputs = new SequenceNetwork(activation).record(tape, x, STEPS, csr).outputs();
      Var loss = tape.apply("loss", new MeanSquaredError(), outputs, due);
      float[] shown = draw("x", STEPS * batch * 2);
      System.arraycopy(shown, 0, x.value(), 0, shown.length);
      float[] wanted = draw("due", STEPS * batch * 3);
      System.arraycopy(wanted, 0, due.value(), 0, wanted.length);
      tape.forward();
      tape.backward(loss);
      return new Pass(outputs.value().clone(), gradients, parameters);
    }
  }

  private static Parameter free(String name, int rows, int cols) {
    int[] shape = cols == 1 ? new int[] {rows} : new int[] {rows, cols};
    return new Parameter(name, draw(name, rows * cols), shape, Constraint.FREE);
  }

  /** Batches that fill whole vectors and such that do not. */
  @ParameterizedTest
  @ValueSource(ints = {1, 16, 21})
  void productsOfConnectionsAloneAreThoseOfTheDenseMatrix(int batch) {
    for (Activation activation : List.of(Activation.TANH, Activation.RELU)) {
      Pass dense = pass(batch, false, activation);
      Pass sparse = pass(batch, true, activation);
      assertArrayEquals(dense.outputs, sparse.outputs, 2e-6f);
      for (Parameter parameter : dense.parameters.all()) {
        String name = parameter.name();
        assertArrayEquals(dense.gradients.get(name), sparse.gradients.get(name), 2e-6f, name);
      }
      double size = 0;
      for (float value : dense.gradients.get("weight_hh")) {
        size += Math.abs(value);
      }
      assertNotEquals(0, size);
    }
  }
}
