package homeostat.kinds.bench;

import homeostat.gradient.tape.Products;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import java.util.ArrayList;
import java.util.List;

/**
 * The matrix products of an Elman network on a batch, by themselves: what a training step costs at
 * the least.
 */
public final class ElmanProducts {
  private record Product(FloatMatrix a, FloatMatrix b, FloatMatrix c) {}

  private final Products engine;
  private final List<Product> products = new ArrayList<>();

  /**
   * @param answered steps at which the readout answers: the last ones
   * @param learns whether the products of the backward pass are done too
   */
  public ElmanProducts(
      int inputs,
      int units,
      int outputs,
      int batch,
      int steps,
      int answered,
      boolean learns,
      Parallel parallel) {
    engine = new Products(Kernels.active().dense(), parallel);
    FloatMatrix h = matrix(steps * batch, units);
    FloatMatrix d = matrix(steps * batch, units);
    FloatMatrix data = matrix(steps * batch, inputs);
    FloatMatrix w = matrix(units, units);
    add(data, matrix(units, inputs).transpose(), h);
    for (int t = 0; t < steps; t++) {
      add(matrix(batch, units), w.transpose(), h.block(t * batch, 0, batch, units));
      if (learns) {
        add(d.block(t * batch, 0, batch, units), w, matrix(batch, units));
      }
    }
    FloatMatrix v = matrix(outputs, units);
    FloatMatrix out = matrix(answered * batch, outputs);
    FloatMatrix last = matrix(answered * batch, units);
    add(last, v.transpose(), out);
    if (learns) {
      add(d.transpose(), h, matrix(units, units));
      add(d.transpose(), data, matrix(units, inputs));
      add(out, v, matrix(answered * batch, units));
      add(out.transpose(), last, matrix(outputs, units));
    }
  }

  private void add(FloatMatrix a, FloatMatrix b, FloatMatrix c) {
    products.add(new Product(a, b, c));
  }

  /** Filled with ordinary numbers: products of zeros are no measure. */
  private static FloatMatrix matrix(int rows, int cols) {
    float[] data = new float[rows * cols];
    for (int i = 0; i < data.length; i++) {
      data[i] = 0.01f + 1e-3f * (i % 97);
    }
    return FloatMatrix.of(data, rows, cols);
  }

  /** Does them all. */
  public void run() {
    for (int i = 0; i < products.size(); i++) {
      Product product = products.get(i);
      engine.gemm(product.a(), product.b(), 0f, product.c());
    }
  }
}
