package homeostat.gradient.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Dense;
import homeostat.kernel.Draws;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import homeostat.kernel.Workspace;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slices of the batch, weights laid out once and threads change no bit of the plain products. */
class DenseRecurrenceTest {
  private static final int INPUTS = 3;
  private static final Workspace SPACE = new Workspace();
  private static final Dense DENSE = Kernels.active().dense();

  private static float[] draw(String name, int count, double size) {
    Draws draws = Stream.of(8, name).draws();
    float[] values = new float[count];
    for (int k = 0; k < count; k++) {
      values[k] = (float) (size * draws.normal());
    }
    return values;
  }

  private static Parameter parameter(String name, int rows, int cols, double size) {
    float[] values = draw(name, rows * cols, size);
    return new Parameter(name, values, new int[] {rows, cols}, Constraint.FREE);
  }

  private record Layer(int steps, int batch, int units, boolean zero) {
    Parameters parameters() {
      return new Parameters(
          List.of(
              parameter("u", units, INPUTS, 0.5),
              parameter("w", units, units, 1 / Math.sqrt(units)),
              parameter("b", 1, units, 0.1),
              parameter("start", batch, units, zero ? 0 : 0.3)));
    }

    float[] x() {
      return draw("x", steps * batch * INPUTS, 1);
    }

    /** d loss / d h of what comes after the layer. */
    float[] upstream() {
      return draw("upstream", steps * batch * units, 0.1);
    }
  }

  private record Pass(float[] states, Gradients gradients) {}

  private static Pass taped(Layer layer, int threads) {
    Parameters parameters = layer.parameters();
    Gradients gradients = new Gradients(parameters);
    try (Parallel parallel = new Parallel(threads)) {
      Tape tape = new Tape(parameters, gradients, Kernels.active(), parallel);
      Var x = tape.input("x", layer.steps * layer.batch, INPUTS);
      Var h =
          tape.apply(
              "layer",
              new Elman(Activation.TANH, layer.steps),
              x,
              tape.parameter("u"),
              tape.parameter("w"),
              tape.parameter("b"),
              tape.parameter("start"));
      System.arraycopy(layer.x(), 0, x.value(), 0, x.value().length);
      for (int pass = 0; pass < 2; pass++) { // what the first leaves behind must not matter
        tape.forward();
        tape.backward(h, layer.upstream());
      }
      return new Pass(h.value().clone(), gradients);
    }
  }

  private static FloatMatrix of(Parameters parameters, String name) {
    Parameter one = parameters.get(name);
    return FloatMatrix.of(one.raw(), one.shape()[0], one.shape()[1]);
  }

  /** Each product over the whole batch, one after the other. */
  private static Pass plain(Layer layer) {
    Parameters parameters = layer.parameters();
    FloatMatrix w = of(parameters, "w");
    FloatMatrix start = of(parameters, "start");
    int units = layer.units;
    int size = layer.batch * units;
    FloatMatrix h = FloatMatrix.of(new float[layer.steps * size], layer.steps * layer.batch, units);
    float[] bias = parameters.get("b").raw();
    for (int at = 0; at < h.data().length; at += units) {
      System.arraycopy(bias, 0, h.data(), at, units);
    }
    FloatMatrix x = FloatMatrix.of(layer.x(), h.rows(), INPUTS);
    DENSE.gemm(1f, x, of(parameters, "u").transpose(), 1f, h, SPACE);
    for (int t = 0; t < layer.steps; t++) {
      FloatMatrix last = t == 0 ? start : h.block((t - 1) * layer.batch, 0, layer.batch, units);
      FloatMatrix z = h.block(t * layer.batch, 0, layer.batch, units);
      DENSE.gemm(1f, last, w.transpose(), 1f, z, SPACE);
      Activation.TANH.apply(Kernels.active(), h.data(), t * size, size);
    }
    FloatMatrix d = FloatMatrix.of(layer.upstream(), h.rows(), units);
    for (int t = layer.steps - 1; t >= 0; t--) {
      Activation.TANH.chain(Kernels.active(), h.data(), d.data(), t * size, size, new float[0]);
      if (t > 0) {
        FloatMatrix later = d.block(t * layer.batch, 0, layer.batch, units);
        FloatMatrix earlier = d.block((t - 1) * layer.batch, 0, layer.batch, units);
        DENSE.gemm(1f, later, w, 1f, earlier, SPACE);
      }
    }
    Gradients gradients = new Gradients(parameters);
    FloatMatrix du = FloatMatrix.of(gradients.get("u"), units, INPUTS);
    DENSE.gemm(1f, d.transpose(), x, 0f, du, SPACE);
    FloatMatrix d0 = FloatMatrix.of(gradients.get("start"), layer.batch, units);
    DENSE.gemm(1f, d.block(0, 0, layer.batch, units), w, 0f, d0, SPACE);
    return new Pass(h.data(), gradients);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 5",
    "2, 9, 16",
    "3, 300, 20",
    "4, 1, 33",
    "4, 7, 8",
    "5, 128, 33",
    "6, 129, 40",
    "5, 260, 17",
    "22, 400, 60",
    "4, 8, 270",
    "4, 3, 520"
  })
  void theBitsAreThoseOfProductsOverTheWholeBatch(int steps, int batch, int units) {
    for (boolean zero : new boolean[] {false, true}) {
      Layer layer = new Layer(steps, batch, units, zero);
      Pass expected = plain(layer);
      for (int threads : new int[] {1, 3}) {
        Pass found = taped(layer, threads);
        assertArrayEquals(expected.states, found.states);
        assertArrayEquals(expected.gradients.get("u"), found.gradients.get("u"));
        assertArrayEquals(expected.gradients.get("start"), found.gradients.get("start"));
        assertArrayEquals(taped(layer, 1).gradients.get("w"), found.gradients.get("w"));
      }
    }
  }
}
