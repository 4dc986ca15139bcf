package homeostat.kinds.spiking.recording;

import homeostat.kinds.spiking.figures.Activity;
import homeostat.spiking.statistics.Moments;
import homeostat.spiking.statistics.SpikeStatistics;
import java.util.List;
import java.util.stream.IntStream;

/** {@code network_statistics.csv}: one row a cell type, with the columns of the published table. */
public record NetworkStatisticsTable(
    Activity activity, double[] meanVoltages, double[] stdVoltages) {
  private static final String HEADER =
      "cell_type,cell_type_name,mean_firing_rate_hz,std_firing_rate_hz,n_silent_cells,mean_cv,std_cv,mean_of_mean_voltages,std_of_mean_voltages,mean_of_std_voltages,std_of_std_voltages\n";

  /** The table, with its header. */
  public String text() {
    SpikeStatistics statistics = activity.statistics();
    SpikeStatistics.Rates[] rates = statistics.ratesByType();
    SpikeStatistics.Spread[] variation = statistics.variationByType();
    List<String> types = activity.population().types();
    StringBuilder text = new StringBuilder(HEADER);
    for (int c = 0; c < types.size(); c++) {
      double[] means = ofType(meanVoltages, c);
      double[] stds = ofType(stdVoltages, c);
      text.append(c).append(',').append(types.get(c));
      text.append(cell(rates[c].mean())).append(cell(rates[c].std()));
      text.append(',').append(rates[c].silent());
      text.append(cell(variation[c].mean())).append(cell(variation[c].std()));
      text.append(cell(Moments.mean(means))).append(cell(deviation(means)));
      text.append(cell(Moments.mean(stds))).append(cell(deviation(stds)));
      text.append('\n');
    }
    return text.toString();
  }

  private double[] ofType(double[] values, int type) {
    return IntStream.range(0, values.length)
        .filter(n -> activity.population().cellTypes()[n] == type)
        .mapToDouble(n -> values[n])
        .toArray();
  }

  /** Of a single cell it is 0, as published. */
  private static double deviation(double[] values) {
    return values.length == 1 ? 0 : Moments.std(values, 1);
  }

  private static String cell(double value) {
    return Double.isNaN(value) ? "," : "," + value;
  }
}
