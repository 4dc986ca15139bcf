package homeostat.lyapunov;

/**
 * A spectrum with what it was averaged from. Times are in the system's unit, exponents are per that
 * unit.
 *
 * @param exponents lambda_j, in the order of the frame's columns (nearly sorted), [k]
 * @param growths ln R_jj of each averaged interval, [interval][k]
 * @param lengths steps of each averaged interval, [interval]
 * @param duration time that a step takes
 * @param largestSpread largest ln(max R_jj / min R_jj) of an averaged interval
 * @param state the last state
 * @param frame the last frame, [size][k]
 */
public record Spectrum(
    double[] exponents,
    double[][] growths,
    int[] lengths,
    double duration,
    double largestSpread,
    double[] state,
    double[] frame) {

  /** Time averaged over. */
  public double time() {
    double sum = 0;
    for (int length : lengths) {
      sum += length * duration;
    }
    return sum;
  }

  /** The running estimates: time averaged over so far, then lambda_1..lambda_k, [interval][k+1]. */
  public double[][] running() {
    int k = exponents.length;
    double[][] rows = new double[growths.length][k + 1];
    double[] sum = new double[k];
    double time = 0;
    for (int r = 0; r < rows.length; r++) {
      time += lengths[r] * duration;
      rows[r][0] = time;
      for (int j = 0; j < k; j++) {
        sum[j] += growths[r][j];
        rows[r][j + 1] = sum[j] / time;
      }
    }
    return rows;
  }

  /** The finite-time exponents of each interval, [interval][k]. */
  public double[][] local() {
    double[][] rows = new double[growths.length][exponents.length];
    for (int r = 0; r < rows.length; r++) {
      for (int j = 0; j < exponents.length; j++) {
        rows[r][j] = growths[r][j] / (lengths[r] * duration);
      }
    }
    return rows;
  }

  /** The exponents from the largest. */
  public double[] sorted() {
    double[] out = exponents.clone();
    java.util.Arrays.sort(out);
    for (int i = 0, j = out.length - 1; i < j; i++, j--) {
      double kept = out[i];
      out[i] = out[j];
      out[j] = kept;
    }
    return out;
  }
}
