package homeostat.disinhibition;

import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.Weights;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.ArrayList;
import java.util.List;

/** Small networks and batches for tests. */
final class Nets {
  static final Pairs PAIRS = new Pairs(SoftRectifier.SOFTPLUS, SoftRectifier.SOFTPLUS, 0.02, 0.005);

  /** Other constants than the usual ones, so that none is taken for one. */
  static final Pairs UNUSUAL =
      new Pairs(new SoftRectifier(1.5, 1.2, 0.3), new SoftRectifier(0.8, 1.1, -0.4), 0.01, 0.004);

  static final LeakyController CONTROLLER = new LeakyController(0.2, 0.4, 1, 0.1);

  private Nets() {}

  static Weights weights(long seed, int... sizes) {
    Layers layers = Layers.of(sizes);
    Draws draws = Stream.of(seed, "test-weights").draws();
    List<float[]> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (int l = 0; l <= layers.depth(); l++) {
      kernels.add(
          normal(layers.senders(l) * layers.units(l), 1 / Math.sqrt(layers.senders(l)), draws));
      if (l < layers.depth()) {
        biases.add(normal(layers.units(l), 0.3, draws));
      }
    }
    return new Weights(layers, kernels, biases);
  }

  static Weights zeros(Layers layers) {
    List<float[]> kernels = new ArrayList<>();
    for (int l = 0; l <= layers.depth(); l++) {
      kernels.add(new float[layers.senders(l) * layers.units(l)]);
    }
    List<float[]> biases = new ArrayList<>();
    layers.hidden().forEach(units -> biases.add(new float[units]));
    return new Weights(layers, kernels, biases);
  }

  static float[] normal(int n, double spread, Draws draws) {
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = (float) (spread * draws.normal());
    }
    return x;
  }

  static float[] inputs(long seed, int samples, int inputs) {
    return normal(samples * inputs, 1, Stream.of(seed, "test-inputs").draws());
  }

  static float[] targets(long seed, int samples, int classes) {
    Draws draws = Stream.of(seed, "test-targets").draws();
    int[] labels = new int[samples];
    for (int b = 0; b < samples; b++) {
      labels[b] = draws.integer(classes);
    }
    float[] y = new float[samples * classes];
    Targets.hard(classes).fill(labels, samples, y);
    return y;
  }
}
