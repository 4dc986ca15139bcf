package homeostat.kinds.lyapunov.flossing;

import homeostat.kinds.lyapunov.figures.FlossingFigures;
import homeostat.lab.Row;
import homeostat.lab.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a network became.
 *
 * @param cell which
 * @param loss of trials that training never saw
 * @param accuracy share of right answers of the same
 * @param before all exponents before anything was trained, from the largest, per step
 * @param after the same at the end
 */
record FlossingResult(Cell cell, double loss, double accuracy, double[] before, double[] after) {

  static FlossingResult of(FlossedNetwork network) {
    double[] test = network.test();
    return new FlossingResult(
        network.cell, test[0], test[1], network.untrained, network.exponents());
  }

  /**
   * log10 of the condition of the Jacobian over the delay, (lambda_1 - lambda_k) d / ln 10, along
   * the directions of the largest half of the exponents.
   */
  private double condition() {
    return (after[0] - after[after.length / 2]) * cell.delay() / StrictMath.log(10);
  }

  /** One row a network. */
  static String csv(FlossingResult[] results) {
    StringBuilder out =
        new StringBuilder(
            "method,delay,sample,test_loss,accuracy,lambda_1,lambda_half,lambda_n,log10_condition\n");
    for (FlossingResult r : results) {
      out.append(r.cell.word()).append(',').append(r.cell.delay()).append(',');
      out.append(r.cell.sample()).append(',').append(r.loss).append(',').append(r.accuracy);
      out.append(',').append(r.after[0]).append(',').append(r.after[r.after.length / 2]);
      out.append(',').append(r.after[r.after.length - 1]).append(',').append(r.condition());
      out.append('\n');
    }
    return out.toString();
  }

  static List<FlossingFigures.Spectra> spectra(FlossingResult[] results) {
    List<FlossingFigures.Spectra> out = new ArrayList<>();
    for (FlossingResult r : results) {
      out.add(new FlossingFigures.Spectra(r.cell.word(), r.cell.delay(), r.before, r.after));
    }
    return out;
  }

  static List<FlossingFigures.Score> scores(FlossingResult[] results) {
    List<FlossingFigures.Score> out = new ArrayList<>();
    for (FlossingResult r : results) {
      out.add(new FlossingFigures.Score(r.cell.word(), r.cell.delay(), r.accuracy, r.condition()));
    }
    return out;
  }

  static Row summary(FlossingResult[] results, Run run) {
    Map<String, double[]> means = new LinkedHashMap<>();
    for (FlossingResult r : results) {
      double[] mean =
          means.computeIfAbsent(r.cell.word() + "/delay_" + r.cell.delay(), _ -> new double[4]);
      mean[0] += r.accuracy;
      mean[1] += r.loss;
      mean[2] += r.condition();
      mean[3]++;
    }
    Row row = new Row();
    means.forEach((name, mean) -> {
      row.put("accuracy/" + name, mean[0] / mean[3]);
      row.put("test_loss/" + name, mean[1] / mean[3]);
      row.put("log10_condition/" + name, mean[2] / mean[3]);
      run.note(
          String.format(
              Locale.ROOT,
              "%s: %.1f %% right, log10 of the condition over the delay %.1f",
              name,
              100 * mean[0] / mean[3],
              mean[2] / mean[3]));
    });
    return row;
  }
}
