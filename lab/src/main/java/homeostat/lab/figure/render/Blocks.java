package homeostat.lab.figure.render;

import java.util.Arrays;

/** Means over blocks of a matrix, for matrices with more cells than pixels. */
final class Blocks {
  private Blocks() {}

  /** At most {@code most} rows and columns, each cell the mean of those it covers without NaN. */
  static double[][] mean(double[][] values, int columns, int most) {
    int rows = Math.min(values.length, most);
    int across = Math.min(columns, most);
    double[][] sums = new double[rows][across];
    double[][] counts = new double[rows][across];
    for (int i = 0; i < values.length; i++) {
      int row = (int) ((long) i * rows / values.length);
      for (int j = 0; j < values[i].length; j++) {
        double value = values[i][j];
        if (Double.isFinite(value)) {
          int column = (int) ((long) j * across / columns);
          sums[row][column] += value;
          counts[row][column]++;
        }
      }
    }
    for (int row = 0; row < rows; row++) {
      double[] n = counts[row];
      double[] sum = sums[row];
      Arrays.setAll(sum, i -> n[i] == 0 ? Double.NaN : sum[i] / n[i]);
    }
    return sums;
  }
}
