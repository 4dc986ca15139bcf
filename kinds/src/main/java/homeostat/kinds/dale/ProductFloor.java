package homeostat.kinds.dale;

import homeostat.dale.network.Architecture;
import homeostat.dale.network.DaleNetwork;
import homeostat.dale.recurrent.DaleSequence;
import homeostat.gradient.tape.Products;
import homeostat.kernel.FloatMatrix;
import java.util.ArrayList;
import java.util.List;

/** The matrix products of a training step by themselves: what the step cannot be faster than. */
final class ProductFloor {
  private record Product(FloatMatrix a, FloatMatrix b, FloatMatrix c) {}

  private final Products engine;
  private final List<Product> products = new ArrayList<>();

  private ProductFloor(Products engine) {
    this.engine = engine;
  }

  /** Of a feed-forward network. */
  static ProductFloor of(DaleNetwork network, int batch, Products engine) {
    ProductFloor floor = new ProductFloor(engine);
    for (int i = 0; i < network.layers(); i++) {
      int inputs = network.widths().get(i);
      int units = network.widths().get(i + 1);
      boolean last = i == network.layers() - 1;
      Architecture kind =
          last && network.architecture() != Architecture.MLP
              ? Architecture.DANN
              : network.architecture();
      FloatMatrix x = matrix(batch, inputs);
      floor.layer(x, units, i > 0);
      if (kind != Architecture.MLP) {
        int inhibitory = network.inhibitory(i);
        floor.layer(x, inhibitory, i > 0 && kind == Architecture.DANN);
        boolean trained = kind == Architecture.DANN;
        floor.layer(matrix(batch, inhibitory), units, true, trained);
      }
      if (kind == Architecture.HOMEO_FULL) {
        floor.layer(x, units, false);
      }
    }
    return floor;
  }

  /** Of two recurrent cells and their readout. */
  static ProductFloor of(DaleSequence network, int steps, int batch, Products engine) {
    ProductFloor floor = new ProductFloor(engine);
    int teachers = network.homeostasis().isPresent() ? 2 : 1;
    int inputs = network.inputs();
    for (int i = 0; i < network.widths().size(); i++) {
      int units = network.widths().get(i);
      FloatMatrix x = matrix(steps * batch, inputs);
      FloatMatrix h = matrix(steps * batch, units);
      floor.add(x, matrix(units, inputs).transpose(), h);
      FloatMatrix w = matrix(units, units);
      FloatMatrix state = matrix(batch, units);
      for (int t = 0; t < steps; t++) {
        floor.add(state, w.transpose(), matrix(batch, units));
      }
      for (int teacher = 0; teacher < teachers; teacher++) {
        for (int t = 1; t < steps; t++) {
          floor.add(state, w, matrix(batch, units));
        }
        floor.add(h.transpose(), h, matrix(units, units));
        floor.add(h.transpose(), x, matrix(units, inputs));
      }
      if (i > 0) {
        floor.add(h, matrix(units, inputs), matrix(steps * batch, inputs));
      }
      inputs = units;
    }
    floor.layer(matrix(batch, inputs), network.outputs(), true);
    return floor;
  }

  private void layer(FloatMatrix x, int units, boolean back) {
    layer(x, units, back, true);
  }

  /** y = x W', dW = dy' x, and dx = dy W. */
  private void layer(FloatMatrix x, int units, boolean back, boolean trained) {
    FloatMatrix w = matrix(units, x.cols());
    FloatMatrix y = matrix(x.rows(), units);
    add(x, w.transpose(), y);
    if (trained) {
      add(y.transpose(), x, matrix(units, x.cols()));
    }
    if (back) {
      add(y, w, matrix(x.rows(), x.cols()));
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

  void run() {
    for (int i = 0; i < products.size(); i++) {
      Product product = products.get(i);
      engine.gemm(product.a(), product.b(), 0f, product.c());
    }
  }
}
