package homeostat.disinhibition.rule;

import homeostat.disinhibition.circuit.Activity;
import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.Weights;
import homeostat.gradient.tape.Products;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import java.util.List;

/** dW_l = mean over the batch of h_(l-1)' delta_l, db_l = mean of delta_l. */
final class WeightGradients {
  private final Layers layers;
  private final Kernels kernels;
  private final Products products;

  WeightGradients(Layers layers, Parallel parallel, Kernels kernels) {
    this.layers = layers;
    this.kernels = kernels;
    products = new Products(kernels.dense(), parallel);
  }

  void gradient(float[] x, Activity activity, List<float[]> deltas, int samples, Weights gradient) {
    float share = 1f / samples;
    for (int l = 0; l <= layers.depth(); l++) {
      float[] h = l == 0 ? x : activity.rates().get(l - 1);
      products.gemm(
          share,
          FloatMatrix.of(h, samples, layers.senders(l)).transpose(),
          FloatMatrix.of(deltas.get(l), samples, layers.units(l)),
          0f,
          gradient.matrix(l));
    }
    for (int l = 0; l < layers.depth(); l++) {
      float[] sum = gradient.biases().get(l);
      int units = layers.units(l);
      java.util.Arrays.fill(sum, 0f);
      for (int b = 0; b < samples; b++) {
        kernels.elementwise().add(deltas.get(l), b * units, sum, 0, units);
      }
      kernels.elementwise().scale(share, sum, 0, units);
    }
  }
}
