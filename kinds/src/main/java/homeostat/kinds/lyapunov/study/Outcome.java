package homeostat.kinds.lyapunov.study;

import homeostat.array.Arrays;

/**
 * What one sample gave.
 *
 * @param exponents from the largest, [k]
 * @param halfWidth half of the 95 % interval of each, [k]; infinite where it is not known
 * @param deviation of the finite-time exponents of single intervals, [k]
 * @param size number of state variables
 * @param numbers time averaged over, steps of an interval, largest spread, worst half-width,
 *     converged (1 or 0), participation of the first vector
 * @param running thinned running estimates, time first, [row][1 + shown]
 * @param published what the published program prints, in its order, [k]; empty if not asked
 */
public record Outcome(
    double[] exponents,
    double[] halfWidth,
    double[] deviation,
    int size,
    double[] numbers,
    double[][] running,
    double[] published) {

  double time() {
    return numbers[0];
  }

  boolean converged() {
    return numbers[4] == 1;
  }

  double participation() {
    return numbers[5];
  }

  /** The largest exponent that the published program prints. */
  double publishedLargest() {
    return java.util.Arrays.stream(published).max().orElse(Double.NaN);
  }

  void save(Arrays.Builder out, String prefix) {
    int columns = running.length == 0 ? 0 : running[0].length;
    double[] flat = new double[running.length * columns];
    for (int r = 0; r < running.length; r++) {
      System.arraycopy(running[r], 0, flat, r * columns, columns);
    }
    out.put(prefix + "exponents", exponents)
        .put(prefix + "half_width", halfWidth)
        .put(prefix + "deviation", deviation)
        .put(prefix + "size", new int[] {size})
        .put(prefix + "numbers", numbers)
        .put(prefix + "running", flat, running.length, columns)
        .put(prefix + "published", published);
  }

  static Outcome restore(Arrays saved) {
    int[] shape = saved.get("running").shape();
    double[] flat = saved.doubles("running");
    double[][] running = new double[shape[0]][];
    for (int r = 0; r < running.length; r++) {
      running[r] = java.util.Arrays.copyOfRange(flat, r * shape[1], (r + 1) * shape[1]);
    }
    return new Outcome(
        saved.doubles("exponents"),
        saved.doubles("half_width"),
        saved.doubles("deviation"),
        saved.ints("size")[0],
        saved.doubles("numbers"),
        running,
        saved.doubles("published"));
  }
}
