package homeostat.kinds.brain.figures;

import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import java.util.Arrays;
import java.util.List;

/** Rates of groups of neurons as colours; who is silent is left blank. */
public final class Matrix {
  /** Rates of one brain differ by that much and more; lower ones have the lowest colour. */
  private static final double DECADES = 1000;

  private Matrix() {}

  /**
   * Rates over time.
   *
   * @param values [group][bin] Hz
   */
  public static Figure overTime(
      String title, List<String> groups, double seconds, double[][] values) {
    return heatMap(title, Axis.of("time (s)", 0, seconds), groups, List.of(), values);
  }

  /**
   * Rates by condition.
   *
   * @param values [group][condition] Hz
   */
  public static Figure responses(
      String title, List<String> groups, List<String> conditions, double[][] values) {
    return heatMap(title, Axis.of(""), groups, conditions, values);
  }

  private static Figure heatMap(
      String title, Axis x, List<String> groups, List<String> columns, double[][] values) {
    double highest = 0;
    double lowest = Double.POSITIVE_INFINITY;
    double[][] shown = new double[values.length][];
    for (int row = 0; row < values.length; row++) {
      highest = Math.max(highest, Arrays.stream(values[row]).max().orElse(0));
      lowest = Math.min(lowest, Arrays.stream(values[row]).filter(v -> v > 0).min().orElse(lowest));
      shown[row] = Arrays.stream(values[row]).map(v -> v > 0 ? v : Double.NaN).toArray();
    }
    double decade = StrictMath.pow(10, Math.floor(StrictMath.log10(lowest)));
    Axis rate = new Axis("rate (Hz)", true, Math.max(decade, highest / DECADES), highest);
    return new Figure.HeatMap(title, x, Axis.of(""), shown, groups, columns, rate, false);
  }
}
