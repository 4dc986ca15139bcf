package homeostat.rate;

import homeostat.dynamics.TangentStep;
import homeostat.kernel.Workspace;

/**
 * Recurrent cells of machine learning under a constant input, as PyTorch defines them; a step takes
 * the time 1. With a = W h + bias, u the input's part and s the logistic function, each gate by
 * gate, the records say what they compute.
 */
public sealed interface RecurrentCell extends TangentStep {
  @Override
  default double duration() {
    return 1;
  }

  @Override
  default void step(long n, double[] x, double[] next) {
    step(n, x, new double[0], 0, next, new double[0]);
  }

  /** h' = f(a + u), f = tanh or max(0, .). */
  record Elman(CellWeights weights, boolean rectified) implements RecurrentCell {
    @Override
    public int size() {
      return weights.units();
    }

    @Override
    public void step(
        long n, double[] x, double[] frame, int columns, double[] next, double[] nextFrame) {
      double[] a = weights.recurrent(x);
      double[] w = columns == 0 ? frame : weights.recurrent(frame, columns, new Workspace());
      for (int i = 0; i < size(); i++) {
        double sum = a[i] + weights.input()[i];
        next[i] = rectified ? Math.max(0, sum) : StrictMath.tanh(sum);
        double slope = rectified ? sum > 0 ? 1 : 0 : 1 - next[i] * next[i];
        for (int c = 0; c < columns; c++) {
          nextFrame[i * columns + c] = slope * w[i * columns + c];
        }
      }
    }
  }

  /**
   * r = s(a_r + u_r), z = s(a_z + u_z), m = tanh(u_m + r a_m), h' = (1 - z) m + z h; gates in the
   * order r, z, m.
   */
  record Gru(CellWeights weights) implements RecurrentCell {
    @Override
    public int size() {
      return weights.units();
    }

    @Override
    public void step(
        long n, double[] x, double[] frame, int columns, double[] next, double[] nextFrame) {
      int h = weights.units();
      double[] a = weights.recurrent(x);
      double[] u = weights.input();
      double[] w = columns == 0 ? frame : weights.recurrent(frame, columns, new Workspace());
      for (int i = 0; i < h; i++) {
        double r = CellWeights.sigmoid(a[i] + u[i]);
        double z = CellWeights.sigmoid(a[h + i] + u[h + i]);
        double m = StrictMath.tanh(u[2 * h + i] + r * a[2 * h + i]);
        next[i] = (1 - z) * m + z * x[i];
        double dm = (1 - z) * (1 - m * m);
        double byR = dm * a[2 * h + i] * r * (1 - r);
        double byZ = (x[i] - m) * z * (1 - z);
        double byM = dm * r;
        for (int c = 0; c < columns; c++) {
          nextFrame[i * columns + c] =
              byR * w[i * columns + c]
                  + byZ * w[(h + i) * columns + c]
                  + byM * w[(2 * h + i) * columns + c]
                  + z * frame[i * columns + c];
        }
      }
    }
  }

  /**
   * State (h, c): i = s(.), f = s(.), m = tanh(.), o = s(.) of a + u, c' = f c + i m, h' = o
   * tanh(c'); gates in this order.
   */
  record Lstm(CellWeights weights) implements RecurrentCell {
    @Override
    public int size() {
      return 2 * weights.units();
    }

    @Override
    public void step(
        long n, double[] x, double[] frame, int columns, double[] next, double[] nextFrame) {
      int h = weights.units();
      double[] a = weights.recurrent(java.util.Arrays.copyOf(x, h));
      double[] u = weights.input();
      double[] w = columns == 0 ? frame : weights.recurrent(frame, columns, new Workspace());
      for (int j = 0; j < h; j++) {
        double in = CellWeights.sigmoid(a[j] + u[j]);
        double forget = CellWeights.sigmoid(a[h + j] + u[h + j]);
        double m = StrictMath.tanh(a[2 * h + j] + u[2 * h + j]);
        double out = CellWeights.sigmoid(a[3 * h + j] + u[3 * h + j]);
        double cell = forget * x[h + j] + in * m;
        double tanh = StrictMath.tanh(cell);
        next[h + j] = cell;
        next[j] = out * tanh;
        for (int c = 0; c < columns; c++) {
          double dCell =
              m * in * (1 - in) * w[j * columns + c]
                  + x[h + j] * forget * (1 - forget) * w[(h + j) * columns + c]
                  + in * (1 - m * m) * w[(2 * h + j) * columns + c]
                  + forget * frame[(h + j) * columns + c];
          nextFrame[(h + j) * columns + c] = dCell;
          nextFrame[j * columns + c] =
              tanh * out * (1 - out) * w[(3 * h + j) * columns + c]
                  + out * (1 - tanh * tanh) * dCell;
        }
      }
    }
  }
}
