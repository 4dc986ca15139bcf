package homeostat.kinds.spiking;

import homeostat.kinds.spiking.figures.Activity;
import homeostat.lab.Row;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.statistics.SpikeStatistics;
import java.util.List;

/** Columns of metrics: activity by cell type, and scaling factors. */
final class ActivityRow {
  private ActivityRow() {}

  /**
   * {@code firing_rate/<type>/mean} over all cells and {@code mean_active} over those that spiked,
   * with their deviations, {@code fraction_active/<type>}, {@code cv/<type>/mean} and {@code std}.
   */
  static Row of(Activity.Population population, SpikeStatistics statistics) {
    Row row = new Row();
    SpikeStatistics.Rates[] rates = statistics.ratesByType();
    SpikeStatistics.Spread[] variation = statistics.variationByType();
    int[] members = new int[rates.length];
    for (int type : population.cellTypes()) {
      members[type]++;
    }
    for (int c = 0; c < rates.length; c++) {
      String type = population.types().get(c);
      row.put("firing_rate/" + type + "/mean", rates[c].mean());
      row.put("firing_rate/" + type + "/std", rates[c].std());
      row.put("firing_rate/" + type + "/mean_active", rates[c].meanActive());
      row.put("firing_rate/" + type + "/std_active", rates[c].stdActive());
      row.put("fraction_active/" + type, 1 - (double) rates[c].silent() / members[c]);
      row.put("cv/" + type + "/mean", variation[c].mean());
      row.put("cv/" + type + "/std", variation[c].std());
    }
    return row;
  }

  /**
   * {@code scaling_factors/recurrent/<src>_to_<tgt>} and {@code scaling_factors/feedforward/...}.
   */
  static Row of(ScalingFactors factors, List<String> types, List<String> inputs) {
    Row row = new Row();
    for (int p = 0; p < types.size() + inputs.size(); p++) {
      boolean recurrent = p < types.size();
      String source = recurrent ? types.get(p) : inputs.get(p - types.size());
      for (int c = 0; c < types.size(); c++) {
        String pair = source + "_to_" + types.get(c);
        row.put(
            "scaling_factors/" + (recurrent ? "recurrent/" : "feedforward/") + pair,
            factors.of(p, c));
      }
    }
    return row;
  }
}
