package homeostat.kinds.memory.figures;

import homeostat.array.Arrays;
import homeostat.kernel.Stream;
import homeostat.kinds.memory.analysis.Coactivation;
import homeostat.kinds.memory.analysis.NetworkMeasures;
import homeostat.lab.Row;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.Figure.Axis;
import homeostat.lab.figure.Figure.Bar;
import homeostat.lab.figure.Figure.Column;
import homeostat.lab.figure.Figure.Ink;
import homeostat.lab.figure.Figure.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a trained network is like: which units are active together, and the graph of its recurrent
 * weights before and after training.
 *
 * @param units number H
 * @param mean [unit][unit] mean over trials of the rank correlation of two units
 * @param vector the same off the diagonal, row by row
 * @param constant how many units of how many trials did not change
 * @param before measures of the first weights
 * @param after measures of the weights now
 */
public record MemoryAnalysis(
    int units,
    double[] mean,
    double[] vector,
    int constant,
    NetworkMeasures before,
    NetworkMeasures after) {
  /** More trials change nothing in the mean that one could see. */
  private static final int MOST_TRIALS = 50;

  /**
   * Analyses a network.
   *
   * @param activity [trial][time][unit]
   * @param shape trials, steps
   * @param regionOf [unit], or empty
   * @param first recurrent weights before training, [receiver][sender]
   * @param now the same after it
   */
  public static MemoryAnalysis of(
      double[] activity, int[] shape, int units, int[] regionOf, float[] first, float[] now) {
    int some = Math.min(MOST_TRIALS, shape[0]);
    double[] mean = new double[Math.multiplyExact(units, units)];
    int constant = 0;
    // trial by trial: the matrices of all would be too many
    for (int trial = 0; trial < some; trial++) {
      constant += Coactivation.add(activity, trial, shape[1], units, some, mean, 0);
    }
    Stream stream = Stream.of(0, "memory.clusters");
    return new MemoryAnalysis(
        units,
        mean,
        offDiagonal(mean, units),
        constant,
        NetworkMeasures.of(first, units, regionOf, stream),
        NetworkMeasures.of(now, units, regionOf, stream));
  }

  private static double[] offDiagonal(double[] matrix, int units) {
    return IntStream.range(0, matrix.length)
        .filter(k -> k / units != k % units)
        .mapToDouble(k -> matrix[k])
        .toArray();
  }

  /** Vector and matrix, and how many units were constant and so count as 0. */
  public Arrays coactivation() {
    return Arrays.builder()
        .put("matrix", mean, units, units)
        .put("vector", vector)
        .put("constant", new double[] {constant})
        .build();
  }

  /** The measures, as columns {@code graph_NAME_before} and {@code graph_NAME_after}. */
  public Row row() {
    Row row = new Row();
    row.put("coactivation", java.util.Arrays.stream(vector).average().orElse(Double.NaN));
    for (Map.Entry<String, Double> one : after.values().entrySet()) {
      double earlier = before.values().getOrDefault(one.getKey(), Double.NaN);
      if (earlier != one.getValue()) {
        row.put("graph_" + one.getKey() + "_before", earlier);
      }
      row.put("graph_" + one.getKey() + "_after", one.getValue());
    }
    return row;
  }

  /** The figure. */
  public Figure draw() {
    double[][] matrix = new double[units][units];
    for (int i = 0; i < units; i++) {
      System.arraycopy(mean, i * units, matrix[i], 0, units);
      matrix[i][i] = Double.NaN;
    }
    Axis unit = Axis.of("unit");
    return new Figure.Board(
        "",
        List.of(
            new Column(
                1,
                List.of(
                    new Panel(
                        1,
                        new Figure.HeatMap(
                            "Coactivation",
                            unit,
                            unit,
                            matrix,
                            List.of(),
                            List.of(),
                            "mean rank correlation",
                            false)))),
            new Column(1.25, List.of(new Panel(1, measures())))),
        13,
        6);
  }

  /** Measures between -1 and 1; the others, and what is a number of things, are in the table. */
  private Figure measures() {
    List<Bar> bars = new ArrayList<>();
    after
        .values()
        .forEach((name, value) -> {
          double earlier = before.values().getOrDefault(name, Double.NaN);
          boolean count = name.equals("strong_components");
          if (!count && Math.abs(value) <= 1 && Math.abs(earlier) <= 1) {
            String told = name.replace('_', ' ');
            bars.add(new Bar(told, "before", Ink.cycle(3), earlier, 0));
            bars.add(new Bar(told, "after", Ink.cycle(1), value, 0));
          }
        });
    return new Figure.Bars("Graph of the recurrent weights", Axis.of("measure"), bars);
  }
}
