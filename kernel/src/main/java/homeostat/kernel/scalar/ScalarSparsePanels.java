package homeostat.kernel.scalar;

import homeostat.kernel.Csr;
import homeostat.kernel.SparsePanels;

/** {@link SparsePanels} in plain loops: the readable truth. */
public final class ScalarSparsePanels implements SparsePanels {
  @Override
  public void forward(Csr w, float[] values, float[] x, float[] y, int width, int from, int to) {
    SparsePanels.check(w, values.length, x.length, y.length, width, from, to);
    for (int i = 0; i < w.rows(); i++) {
      for (int e = w.offsets()[i]; e < w.offsets()[i + 1]; e++) {
        int at = w.columns()[e] * width;
        for (int b = from; b < to; b++) {
          y[at + b] = Math.fma(values[e], x[i * width + b], y[at + b]);
        }
      }
    }
  }

  @Override
  public void backward(Csr w, float[] values, float[] y, float[] x, int width, int from, int to) {
    SparsePanels.check(w, values.length, x.length, y.length, width, from, to);
    for (int i = 0; i < w.rows(); i++) {
      for (int e = w.offsets()[i]; e < w.offsets()[i + 1]; e++) {
        int at = w.columns()[e] * width;
        for (int b = from; b < to; b++) {
          x[i * width + b] = Math.fma(values[e], y[at + b], x[i * width + b]);
        }
      }
    }
  }

  @Override
  public void events(
      Csr w, float[] values, int[] senders, int[] lanes, int count, float[] y, int width) {
    for (int s = 0; s < count; s++) {
      for (int e = w.offsets()[senders[s]]; e < w.offsets()[senders[s] + 1]; e++) {
        y[w.columns()[e] * width + lanes[s]] += values[e];
      }
    }
  }

  @Override
  public void forward(Csr w, double[] values, double[] x, double[] y, int width, int from, int to) {
    SparsePanels.check(w, values.length, x.length, y.length, width, from, to);
    for (int i = 0; i < w.rows(); i++) {
      for (int e = w.offsets()[i]; e < w.offsets()[i + 1]; e++) {
        int at = w.columns()[e] * width;
        for (int b = from; b < to; b++) {
          y[at + b] = Math.fma(values[e], x[i * width + b], y[at + b]);
        }
      }
    }
  }

  @Override
  public void backward(
      Csr w, double[] values, double[] y, double[] x, int width, int from, int to) {
    SparsePanels.check(w, values.length, x.length, y.length, width, from, to);
    for (int i = 0; i < w.rows(); i++) {
      for (int e = w.offsets()[i]; e < w.offsets()[i + 1]; e++) {
        int at = w.columns()[e] * width;
        for (int b = from; b < to; b++) {
          x[i * width + b] = Math.fma(values[e], y[at + b], x[i * width + b]);
        }
      }
    }
  }

  @Override
  public void events(
      Csr w, double[] values, int[] senders, int[] lanes, int count, double[] y, int width) {
    for (int s = 0; s < count; s++) {
      for (int e = w.offsets()[senders[s]]; e < w.offsets()[senders[s] + 1]; e++) {
        y[w.columns()[e] * width + lanes[s]] += values[e];
      }
    }
  }
}
