package homeostat.kinds.spiking.recording;

import homeostat.kinds.spiking.figures.Activity;
import homeostat.kinds.spiking.figures.History;
import homeostat.lab.Row;
import java.util.Arrays;

/**
 * How the logged rates went to their targets, in three numbers.
 *
 * @param history the rows so far
 * @param population cell types and targets
 */
public record RateCourse(History history, Activity.Population population) {
  /** A rate counts as held while it is within this share of its target. */
  static final double BAND = 0.2;

  /**
   * {@code settled}: the chunk from which on every type's logged rate stays within a fifth of its
   * target, absent if the last one does not; {@code rate_swing}: the largest standard deviation of
   * a rate over the last third of the rows, relative to its target.
   */
  public Row row() {
    Row row = new Row();
    double[] chunks = history.column("epoch");
    int settled = 0;
    double swing = 0;
    for (int c = 0; c < population.types().size(); c++) {
      double target = population.targets()[c];
      double[] rates = history.column("firing_rate/" + population.types().get(c) + "/mean");
      for (int i = 0; i < rates.length; i++) {
        if (!(Math.abs(rates[i] - target) <= BAND * target)) {
          settled = Math.max(settled, i + 1);
        }
      }
      swing = Math.max(swing, deviation(rates, rates.length - rates.length / 3) / target);
    }
    if (settled < chunks.length) {
      row.put("settled", chunks[settled]);
    }
    return row.put("rate_swing", swing);
  }

  private static double deviation(double[] rates, int from) {
    double[] last = Arrays.copyOfRange(rates, from, rates.length);
    double mean = Arrays.stream(last).average().orElse(Double.NaN);
    double squares = Arrays.stream(last).map(r -> (r - mean) * (r - mean)).sum();
    return Math.sqrt(squares / Math.max(1, last.length - 1));
  }

  /** The largest deviation of a rate from its target, relative to it. */
  public static double worstError(double[] rates, double[] targets) {
    double worst = 0;
    for (int c = 0; c < rates.length; c++) {
      double error = Math.abs(rates[c] - targets[c]) / targets[c];
      worst = Double.isNaN(error) ? worst : Math.max(worst, error);
    }
    return worst;
  }
}
