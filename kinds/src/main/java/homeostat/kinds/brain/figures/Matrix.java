package homeostat.kinds.brain.figures;

import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import java.util.List;

/** Rates of groups of neurons as colours. */
public final class Matrix {
  private Matrix() {}

  /**
   * Rates over time.
   *
   * @param values [group][bin] Hz
   */
  public static Figure overTime(
      String title, List<String> groups, double seconds, double[][] values) {
    return new Figure.HeatMap(
        title,
        Axis.of("time (s)", 0, seconds),
        Axis.of(""),
        values,
        groups,
        List.of(),
        Axis.of("rate (Hz)"),
        false);
  }

  /**
   * Rates by condition.
   *
   * @param values [condition][group] Hz
   */
  public static Figure responses(
      String title, List<String> conditions, List<String> groups, double[][] values) {
    return new Figure.HeatMap(
        title,
        Axis.of(""),
        Axis.of(""),
        values,
        conditions,
        groups,
        Axis.of("rate (Hz)"),
        false);
  }
}
