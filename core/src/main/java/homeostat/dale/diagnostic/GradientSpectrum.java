package homeostat.dale.diagnostic;

/**
 * Largest eigenvalue of the covariance (divisor batch - 1) of the error signals that reach the
 * units of a layer. Where it is small the errors are alike across units, and a random centring
 * vector serves as well as the exact mean.
 */
public final class GradientSpectrum {
  private static final int MOST_ROUNDS = 10_000;
  private static final double TOLERANCE = 1e-14;

  private GradientSpectrum() {}

  /**
   * By power iteration on the Gram matrix of the batch, which has the same largest eigenvalue.
   *
   * @param delta [batch][unit]
   * @param batch at least 2
   */
  public static double largest(float[] delta, int batch) {
    int units = delta.length / batch;
    double[] centred = centred(delta, batch, units);
    double[][] gram = new double[batch][batch];
    for (int n = 0; n < batch; n++) {
      for (int m = 0; m <= n; m++) {
        double sum = 0;
        for (int i = 0; i < units; i++) {
          sum += centred[n * units + i] * centred[m * units + i];
        }
        gram[n][m] = sum / (batch - 1);
        gram[m][n] = gram[n][m];
      }
    }
    return power(gram);
  }

  private static double[] centred(float[] delta, int batch, int units) {
    double[] centred = new double[delta.length];
    for (int i = 0; i < units; i++) {
      double mean = 0;
      for (int n = 0; n < batch; n++) {
        mean += delta[n * units + i];
      }
      for (int n = 0; n < batch; n++) {
        centred[n * units + i] = delta[n * units + i] - mean / batch;
      }
    }
    return centred;
  }

  private static double power(double[][] gram) {
    int size = gram.length;
    double[] v = new double[size];
    for (int i = 0; i < size; i++) {
      v[i] = 1 + 0.5 * StrictMath.sin(1 + i);
    }
    double value = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] w = new double[size];
      double norm = 0;
      double along = 0;
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          w[i] += gram[i][j] * v[j];
        }
        norm += w[i] * w[i];
        along += v[i] * v[i];
      }
      double next = Math.sqrt(norm / along);
      if (norm == 0) {
        return 0;
      }
      double scale = 1 / Math.sqrt(norm);
      for (int i = 0; i < size; i++) {
        v[i] = w[i] * scale;
      }
      if (Math.abs(next - value) <= TOLERANCE * next) {
        return next;
      }
      value = next;
    }
    return value;
  }
}
