package homeostat.disinhibition.circuit;

import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Kernels;
import homeostat.kernel.Workspace;
import java.util.List;

/**
 * Feedback weights Q of each hidden layer. The control c reaches unit h as sum_o c[o] Q[o][h].
 *
 * @param weights of each layer: [sample][output][unit], or [output][unit] if shared
 * @param shared whether all samples of a batch have the same
 */
public record Feedback(List<float[]> weights, boolean shared) {
  public Feedback {
    weights = List.copyOf(weights);
  }

  /**
   * k <- c Q of layer l for some samples.
   *
   * @param c [sample][output]; row {@code cFrom + i} belongs to sample {@code from + i} of Q
   * @param k [sample][unit], from row {@code kFrom} on
   */
  public void apply(
      int l,
      Layers layers,
      int from,
      int samples,
      float[] c,
      int cFrom,
      float[] k,
      int kFrom,
      Kernels kernels,
      Workspace workspace) {
    int outputs = layers.outputs();
    int units = layers.units(l);
    float[] q = weights.get(l);
    if (shared) {
      kernels
          .dense()
          .gemm(
              1f,
              new FloatMatrix(c, cFrom * outputs, samples, outputs, outputs, false),
              FloatMatrix.of(q, outputs, units),
              0f,
              new FloatMatrix(k, kFrom * units, samples, units, units, false),
              workspace);
      return;
    }
    for (int b = 0; b < samples; b++) {
      apply(l, layers, from + b, c, (cFrom + b) * outputs, k, (kFrom + b) * units, kernels);
    }
  }

  /**
   * k <- c Q of layer l for one sample.
   *
   * @param c control, from {@code cAt} on
   * @param k what reaches the units, from {@code kAt} on
   */
  public void apply(
      int l, Layers layers, int sample, float[] c, int cAt, float[] k, int kAt, Kernels kernels) {
    int outputs = layers.outputs();
    int units = layers.units(l);
    int at = shared ? 0 : sample * outputs * units;
    FloatMatrix stored = new FloatMatrix(weights.get(l), at, outputs, units, units, false);
    kernels.dense().gemv(1f, stored.transpose(), c, cAt, 0f, k, kAt);
  }
}
