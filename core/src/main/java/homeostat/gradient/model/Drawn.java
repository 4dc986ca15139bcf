package homeostat.gradient.model;

import homeostat.gradient.Constraint;
import homeostat.gradient.Parameter;
import homeostat.kernel.Stream;

/** Initial parameters without a constraint. */
final class Drawn {
  private Drawn() {}

  /** Independent normal weights [rows][cols] of a variance, from the stream of the name. */
  static Parameter normal(String name, int rows, int cols, double variance, long seed) {
    float[] values = new float[rows * cols];
    Stream stream = Stream.of(seed, "weights/" + name);
    double deviation = Math.sqrt(variance);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (deviation * stream.normal(i));
    }
    return new Parameter(name, values, new int[] {rows, cols}, Constraint.FREE);
  }

  /** A column [rows][1] of zeros. */
  static Parameter zeros(String name, int rows) {
    return new Parameter(name, new float[rows], new int[] {rows, 1}, Constraint.FREE);
  }
}
