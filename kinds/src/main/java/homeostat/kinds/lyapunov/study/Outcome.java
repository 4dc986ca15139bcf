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
 * @param local exponents of single intervals, thinned, the interval's length first, [row][1 +
 *     shown]
 * @param published what the published program prints, in its order, [k]; empty if not asked
 */
public record Outcome(
    double[] exponents,
    double[] halfWidth,
    double[] deviation,
    int size,
    double[] numbers,
    double[][] running,
    double[][] local,
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
    out.put(prefix + "exponents", exponents)
        .put(prefix + "half_width", halfWidth)
        .put(prefix + "deviation", deviation)
        .put(prefix + "size", new int[] {size})
        .put(prefix + "numbers", numbers)
        .put(prefix + "running", flat(running), running.length, columns(running))
        .put(prefix + "local", flat(local), local.length, columns(local))
        .put(prefix + "published", published);
  }

  private static int columns(double[][] rows) {
    return rows.length == 0 ? 0 : rows[0].length;
  }

  static double[] flat(double[][] rows) {
    int columns = columns(rows);
    double[] flat = new double[rows.length * columns];
    for (int r = 0; r < rows.length; r++) {
      System.arraycopy(rows[r], 0, flat, r * columns, columns);
    }
    return flat;
  }

  private static double[][] rows(Arrays saved, String name) {
    int[] shape = saved.get(name).shape();
    double[] flat = saved.doubles(name);
    double[][] rows = new double[shape[0]][];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = java.util.Arrays.copyOfRange(flat, r * shape[1], (r + 1) * shape[1]);
    }
    return rows;
  }

  static Outcome restore(Arrays saved) {
    return new Outcome(
        saved.doubles("exponents"),
        saved.doubles("half_width"),
        saved.doubles("deviation"),
        saved.ints("size")[0],
        saved.doubles("numbers"),
        rows(saved, "running"),
        rows(saved, "local"),
        saved.doubles("published"));
  }
}
