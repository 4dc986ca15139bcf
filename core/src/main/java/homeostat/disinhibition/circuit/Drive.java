package homeostat.disinhibition.circuit;

import homeostat.kernel.Dense;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Kernels;
import homeostat.kernel.Workspace;

/** Feed-forward drive, a = h W + b; for one thread at a time. */
public final class Drive {
  private final Weights weights;
  private final Dense dense;
  private final Workspace workspace = new Workspace();

  /** Of these weights. */
  public Drive(Weights weights, Kernels kernels) {
    this.weights = weights;
    this.dense = kernels.dense();
  }

  /** The weights. */
  public Weights weights() {
    return weights;
  }

  /**
   * a <- h W + b of layer l; of l = depth, h W of the readout.
   *
   * @param h rates below, from sample {@code hFrom} on [sample][sender]
   * @param a drive, from sample {@code aFrom} on [sample][unit]
   */
  public void into(int l, float[] h, int hFrom, float[] a, int aFrom, int samples) {
    int senders = weights.layers().senders(l);
    int units = weights.layers().units(l);
    boolean biased = l < weights.layers().depth();
    if (biased) {
      float[] bias = weights.biases().get(l);
      for (int b = 0; b < samples; b++) {
        System.arraycopy(bias, 0, a, (aFrom + b) * units, units);
      }
    }
    dense.gemm(
        1f,
        rows(h, hFrom, samples, senders),
        weights.matrix(l),
        biased ? 1f : 0f,
        rows(a, aFrom, samples, units),
        workspace);
  }

  /**
   * a <- h W of layer l, without the bias, where rows of h and a lie further apart than they are
   * long.
   *
   * @param h rates below: row i begins at {@code hAt + i hStep}
   * @param a receives the product: row i at {@code aAt + i aStep}
   */
  void product(int l, float[] h, int hAt, int hStep, float[] a, int aAt, int aStep, int rows) {
    int senders = weights.layers().senders(l);
    int units = weights.layers().units(l);
    dense.gemm(
        1f,
        new FloatMatrix(h, hAt, rows, senders, hStep, false),
        weights.matrix(l),
        0f,
        new FloatMatrix(a, aAt, rows, units, aStep, false),
        workspace);
  }

  /** d <- e W', errors taken down through layer l. */
  public void back(int l, float[] e, int eFrom, float[] d, int dFrom, int samples) {
    dense.gemm(
        1f,
        rows(e, eFrom, samples, weights.layers().units(l)),
        weights.matrix(l).transpose(),
        0f,
        rows(d, dFrom, samples, weights.layers().senders(l)),
        workspace);
  }

  private static FloatMatrix rows(float[] data, int from, int rows, int cols) {
    return new FloatMatrix(data, from * cols, rows, cols, cols, false);
  }
}
