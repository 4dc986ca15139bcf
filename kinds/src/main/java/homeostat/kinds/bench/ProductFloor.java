package homeostat.kinds.bench;

import homeostat.gradient.tape.Products;
import homeostat.kernel.FloatMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * The matrix products of some work by themselves, one after the other, as a library of matrices
 * does them: what the work costs without everything else. Work that keeps its numbers in the cache
 * from product to product can be a little faster.
 */
public final class ProductFloor {
  private record Product(FloatMatrix a, FloatMatrix b, FloatMatrix c) {}

  private final Products engine;
  private final List<Product> products = new ArrayList<>();

  /** Of no products yet. */
  public ProductFloor(Products engine) {
    this.engine = engine;
  }

  /** Filled with ordinary numbers: products of zeros are no measure. */
  public static FloatMatrix matrix(int rows, int cols) {
    float[] data = new float[rows * cols];
    for (int i = 0; i < data.length; i++) {
      data[i] = 0.01f + 1e-3f * (i % 97);
    }
    return FloatMatrix.of(data, rows, cols);
  }

  /** One more product, c = a b. */
  public void add(FloatMatrix a, FloatMatrix b, FloatMatrix c) {
    products.add(new Product(a, b, c));
  }

  /**
   * The products of a linear layer y = x W': its output, and in training dW = dy' x and dx = dy W.
   *
   * @param back whether dx is needed
   * @param trained whether dW is needed
   */
  public void layer(FloatMatrix x, int units, boolean back, boolean trained) {
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

  /** Does them all. */
  public void run() {
    for (int i = 0; i < products.size(); i++) {
      Product product = products.get(i);
      engine.gemm(product.a(), product.b(), 0f, product.c());
    }
  }
}
