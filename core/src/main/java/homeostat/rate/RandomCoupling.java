package homeostat.rate;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;

/**
 * Random couplings of n units, [receiver][sender]. Without self-coupling, except the orthogonal
 * one.
 */
public sealed interface RandomCoupling {
  /** Draws one. */
  double[] draw(int n, Stream stream);

  /** Independent normal entries of standard deviation g / sqrt(n) (Sompolinsky et al. 1988). */
  record Gaussian(double g) implements RandomCoupling {
    @Override
    public double[] draw(int n, Stream stream) {
      return new Sparse(g, 1).draw(n, stream);
    }
  }

  /**
   * (G + G^T) / 2 of a Gaussian G: entries of standard deviation g / sqrt(2 n), or g / sqrt(n) if
   * rescaled.
   */
  record Symmetric(double g, boolean rescaled) implements RandomCoupling {
    @Override
    public double[] draw(int n, Stream stream) {
      double[] gaussian = new Gaussian(g).draw(n, stream);
      double[] out = new double[n * n];
      double factor = rescaled ? StrictMath.sqrt(0.5) : 0.5;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          out[i * n + j] = factor * (gaussian[i * n + j] + gaussian[j * n + i]);
        }
      }
      return out;
    }
  }

  /** g times an orthogonal matrix: the orthonormalised columns of a Gaussian one. */
  record Orthogonal(double g) implements RandomCoupling {
    @Override
    public double[] draw(int n, Stream stream) {
      Draws draws = stream.draws();
      double[][] columns = new double[n][n];
      for (int c = 0; c < n; c++) {
        for (int i = 0; i < n; i++) {
          columns[c][i] = draws.normal();
        }
        // Twice is enough (Kahan and Parlett).
        for (int pass = 0; pass < 2; pass++) {
          for (int b = 0; b < c; b++) {
            subtract(columns[c], columns[b], dot(columns[c], columns[b]));
          }
        }
        double length = Math.sqrt(dot(columns[c], columns[c]));
        for (int i = 0; i < n; i++) {
          columns[c][i] /= length;
        }
      }
      double[] out = new double[n * n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          out[i * n + j] = g * columns[j][i];
        }
      }
      return out;
    }

    private static double dot(double[] a, double[] b) {
      double sum = 0;
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * b[i];
      }
      return sum;
    }

    private static void subtract(double[] a, double[] b, double along) {
      for (int i = 0; i < a.length; i++) {
        a[i] -= along * b[i];
      }
    }
  }

  /** A share {@code density} of the entries, normal of standard deviation g / sqrt(density n). */
  record Sparse(double g, double density) implements RandomCoupling {
    public Sparse {
      if (!(density > 0 && density <= 1)) {
        throw new IllegalArgumentException("density " + density + " is not in (0, 1]");
      }
    }

    @Override
    public double[] draw(int n, Stream stream) {
      Draws draws = stream.draws();
      Draws present = stream.at(1).draws();
      double deviation = g / Math.sqrt(density * n);
      double[] out = new double[n * n];
      for (int e = 0; e < out.length; e++) {
        double value = deviation * draws.normal();
        boolean there = density == 1 || present.bernoulli(density);
        out[e] = there && e / n != e % n ? value : 0;
      }
      return out;
    }
  }

  /**
   * Excitatory senders first, then inhibitory ones (Dale's principle), magnitudes half-normal; with
   * f the share of excitatory ones, the inhibitory magnitudes are f / (1 - f) times as large, so
   * that input is balanced on average, and the scale is such that the bulk of the eigenvalues has
   * radius g (Rajan and Abbott 2006).
   */
  record ExcitatoryInhibitory(double g, double excitatory) implements RandomCoupling {
    public ExcitatoryInhibitory {
      if (!(excitatory > 0 && excitatory < 1)) {
        throw new IllegalArgumentException(
            "share of excitatory units " + excitatory + " is not in (0, 1)");
      }
    }

    @Override
    public double[] draw(int n, Stream stream) {
      Draws draws = stream.draws();
      double ratio = excitatory / (1 - excitatory);
      // The variance of a half-normal magnitude of scale 1 is 1 - 2/pi.
      double variance = (1 - 2 / Math.PI) * (excitatory + (1 - excitatory) * ratio * ratio);
      double scale = g / Math.sqrt(n * variance);
      long border = Math.round(excitatory * n);
      double[] out = new double[n * n];
      for (int e = 0; e < out.length; e++) {
        double magnitude = scale * Math.abs(draws.normal());
        if (e / n != e % n) {
          out[e] = e % n < border ? magnitude : -ratio * magnitude;
        }
      }
      return out;
    }
  }
}
