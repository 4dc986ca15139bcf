package homeostat.disinhibition;

import homeostat.kernel.DoubleFunctions;
import java.util.Locale;

/**
 * A loss on the output v for a target y, and the error e = -dloss/dv that the controller is given.
 * Rows are parts of arrays: {@code n} elements from an offset.
 */
public enum ControlLoss {
  /** -sum y ln softmax(v); e = y - softmax(v), for targets that sum to one. */
  SOFTMAX_CROSS_ENTROPY {
    @Override
    public double value(float[] v, int vAt, float[] y, int yAt, int n) {
      double largest = largest(v, vAt, n);
      double sum = 0;
      double dot = 0;
      double weight = 0;
      for (int i = 0; i < n; i++) {
        double shifted = v[vAt + i] - largest;
        sum += DoubleFunctions.exp(shifted);
        dot += y[yAt + i] * shifted;
        weight += y[yAt + i];
      }
      return weight * DoubleFunctions.log(sum) - dot;
    }

    @Override
    public double[] error(double[] v, double[] y) {
      double largest = Double.NEGATIVE_INFINITY;
      for (double output : v) {
        largest = Math.max(largest, output);
      }
      double[] error = new double[v.length];
      double sum = 0;
      for (int i = 0; i < v.length; i++) {
        error[i] = DoubleFunctions.exp(v[i] - largest);
        sum += error[i];
      }
      for (int i = 0; i < v.length; i++) {
        error[i] = y[i] - error[i] / sum;
      }
      return error;
    }

    @Override
    public void error(float[] v, int vAt, float[] y, int yAt, int n, double[] error) {
      softmax(v, vAt, n, error);
      for (int i = 0; i < n; i++) {
        error[i] = y[yAt + i] - error[i];
      }
    }

    @Override
    public void nudged(float[] v, int vAt, float[] y, int yAt, int n, double nudge, float[] out) {
      double[] moved = new double[n];
      error(v, vAt, y, yAt, n, moved);
      float[] logits = new float[n];
      for (int i = 0; i < n; i++) {
        logits[i] = (float) (v[vAt + i] + nudge * moved[i]);
      }
      softmax(logits, 0, n, moved);
      for (int i = 0; i < n; i++) {
        out[yAt + i] = (float) moved[i];
      }
    }

    @Override
    public double steepest() {
      return 0.5;
    }

    private double largest(float[] v, int vAt, int n) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < n; i++) {
        largest = Math.max(largest, v[vAt + i]);
      }
      return largest;
    }

    private void softmax(float[] v, int vAt, int n, double[] out) {
      double largest = largest(v, vAt, n);
      double sum = 0;
      for (int i = 0; i < n; i++) {
        out[i] = DoubleFunctions.exp(v[vAt + i] - largest);
        sum += out[i];
      }
      for (int i = 0; i < n; i++) {
        out[i] /= sum;
      }
    }
  },

  /** sum (y - v)^2 / 2; e = y - v. */
  MSE {
    @Override
    public double value(float[] v, int vAt, float[] y, int yAt, int n) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        double e = (double) y[yAt + i] - v[vAt + i];
        sum += e * e;
      }
      return sum / 2;
    }

    @Override
    public double steepest() {
      return 1;
    }

    @Override
    public double[] error(double[] v, double[] y) {
      double[] error = new double[v.length];
      for (int i = 0; i < v.length; i++) {
        error[i] = y[i] - v[i];
      }
      return error;
    }

    @Override
    public void error(float[] v, int vAt, float[] y, int yAt, int n, double[] error) {
      for (int i = 0; i < n; i++) {
        error[i] = (double) y[yAt + i] - v[vAt + i];
      }
    }

    @Override
    public void nudged(float[] v, int vAt, float[] y, int yAt, int n, double nudge, float[] out) {
      for (int i = 0; i < n; i++) {
        out[yAt + i] = (float) (v[vAt + i] + nudge * ((double) y[yAt + i] - v[vAt + i]));
      }
    }
  };

  /** As published, with hyphens. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The largest |de/dv| along any direction of the output. */
  public abstract double steepest();

  /** The loss of one sample. */
  public abstract double value(float[] v, int vAt, float[] y, int yAt, int n);

  /** e of one sample in float64. */
  public abstract double[] error(double[] v, double[] y);

  /** Writes e of one sample to {@code error[0, n)}. */
  public abstract void error(float[] v, int vAt, float[] y, int yAt, int n, double[] error);

  /**
   * Writes to {@code out}, from y's offset, the target a small step from the output towards y: for
   * mse v + nudge (y - v), for cross-entropy softmax(v + nudge (y - softmax(v))).
   */
  public abstract void nudged(
      float[] v, int vAt, float[] y, int yAt, int n, double nudge, float[] out);
}
