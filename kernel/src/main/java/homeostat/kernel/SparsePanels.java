package homeostat.kernel;

/**
 * Products of a sparse matrix W, senders by receivers, with dense panels whose innermost axis is
 * the batch: x is [sender][width], y is [receiver][width], and element (i, b) is {@code x[i * width
 * + b]}. Structure comes from a {@link Csr}, values from an array of [entries], so that the same
 * wiring serves any weights and both precisions.
 *
 * <p>The panel verbs work on the lanes {@code [from, to)} of the width, which must be multiples of
 * {@link Lanes#FLOATS}; blocks of lanes are independent, which is how to share the work between
 * threads. Every sum is fused in the order of the entries, so implementations agree to the bit.
 */
public interface SparsePanels {
  /** y[j][b] <- y[j][b] + sum over i of W[i, j] x[i][b], in ascending i. */
  void forward(Csr w, float[] values, float[] x, float[] y, int width, int from, int to);

  /** y[j][b] <- y[j][b] + sum over i of W[i, j] x[i][b], in ascending i. */
  void forward(Csr w, double[] values, double[] x, double[] y, int width, int from, int to);

  /** x[i][b] <- x[i][b] + sum over j of W[i, j] y[j][b], in ascending j. */
  void backward(Csr w, float[] values, float[] y, float[] x, int width, int from, int to);

  /** x[i][b] <- x[i][b] + sum over j of W[i, j] y[j][b], in ascending j. */
  void backward(Csr w, double[] values, double[] y, double[] x, int width, int from, int to);

  /**
   * The forward product of a panel of zeros and ones: y[j][b] <- y[j][b] + W[i, j] for every event
   * (i, b). The work is proportional to the events and their out-degrees.
   *
   * @param senders [count] the i of each event
   * @param lanes [count] the b of each event, below {@code width}; events ascend by (i, b), without
   *     repetition
   * @param width a multiple of {@link Lanes#FLOATS}
   */
  void events(Csr w, float[] values, int[] senders, int[] lanes, int count, float[] y, int width);

  /** As the float32 verb of this name. */
  void events(Csr w, double[] values, int[] senders, int[] lanes, int count, double[] y, int width);

  /** Checks the arguments of a panel verb; a violation is a bug of the caller. */
  static void check(Csr w, int values, int x, int y, int width, int from, int to) {
    if (values != w.entries()) {
      throw new IllegalArgumentException(values + " values for " + w.entries() + " entries");
    }
    if (from < 0
        || to > width
        || from > to
        || from % Lanes.FLOATS != 0
        || to % Lanes.FLOATS != 0
        || width % Lanes.FLOATS != 0) {
      throw new IllegalArgumentException(
          "lanes [%d, %d) of %d: each must be a multiple of %d"
              .formatted(from, to, width, Lanes.FLOATS));
    }
    if (x < (long) w.rows() * width || y < (long) w.cols() * width) {
      throw new IllegalArgumentException(
          "panels of %d and %d elements for %d senders and %d receivers of width %d"
              .formatted(x, y, w.rows(), w.cols(), width));
    }
  }

  /** y[j] <- y[j] + sum over i of W[i, j] x[i], in ascending i; senders at 0 are skipped. */
  static void forward(Csr w, float[] values, float[] x, float[] y) {
    int[] columns = w.columns();
    for (int i = 0; i < w.rows(); i++) {
      float factor = x[i];
      if (factor != 0) {
        for (int e = w.offsets()[i]; e < w.offsets()[i + 1]; e++) {
          y[columns[e]] = Math.fma(values[e], factor, y[columns[e]]);
        }
      }
    }
  }

  /** y[j] <- y[j] + sum over i of W[i, j] x[i], in ascending i; senders at 0 are skipped. */
  static void forward(Csr w, double[] values, double[] x, double[] y) {
    int[] columns = w.columns();
    for (int i = 0; i < w.rows(); i++) {
      double factor = x[i];
      if (factor != 0) {
        for (int e = w.offsets()[i]; e < w.offsets()[i + 1]; e++) {
          y[columns[e]] = Math.fma(values[e], factor, y[columns[e]]);
        }
      }
    }
  }

  /** x[i] <- x[i] + sum over j of W[i, j] y[j], in ascending j. */
  static void backward(Csr w, float[] values, float[] y, float[] x) {
    int[] columns = w.columns();
    for (int i = 0; i < w.rows(); i++) {
      float sum = x[i];
      for (int e = w.offsets()[i]; e < w.offsets()[i + 1]; e++) {
        sum = Math.fma(values[e], y[columns[e]], sum);
      }
      x[i] = sum;
    }
  }

  /** x[i] <- x[i] + sum over j of W[i, j] y[j], in ascending j. */
  static void backward(Csr w, double[] values, double[] y, double[] x) {
    int[] columns = w.columns();
    for (int i = 0; i < w.rows(); i++) {
      double sum = x[i];
      for (int e = w.offsets()[i]; e < w.offsets()[i + 1]; e++) {
        sum = Math.fma(values[e], y[columns[e]], sum);
      }
      x[i] = sum;
    }
  }
}
