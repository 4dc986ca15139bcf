package homeostat.kinds.spiking.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.statistics.SpikeStatistics;

/** Golden cases of spike-train and voltage statistics. */
final class StatisticsCases {
  private StatisticsCases() {}

  static Outcome statistics(GoldenCase golden) {
    JsonNode params = golden.params();
    NdArray input = golden.inputs().get("spikes");
    int[] shape = input.shape();
    byte[] dense = new byte[input.size()];
    for (int i = 0; i < dense.length; i++) {
      dense[i] = (byte) input.at(i);
    }
    SpikeTrains trains = SpikeTrains.dense(dense, shape[0], shape[1], shape[2]);
    int[] cellTypes = golden.inputs().get("cell_type_indices").toInts();
    int types = java.util.Arrays.stream(cellTypes).max().orElse(0) + 1;
    double dt = params.get("dt_ms").asDouble();
    SpikeStatistics statistics = new SpikeStatistics(trains, cellTypes, types, dt);
    Arrays.Builder produced = Arrays.builder();
    produced.put("cv", statistics.variation(), shape[0], shape[2]);
    for (JsonNode window : params.get("fano_windows_steps")) {
      produced.put("fano_w" + window.asInt(), statistics.fano(window.asInt()), shape[0], shape[2]);
    }
    putByType(produced, statistics, types, golden.inputs().get("voltages").toFloats());
    JsonNode windows = params.get("fano_curve_windows_steps");
    double[] curve = new double[types * windows.size()];
    double[] psth = new double[types * shape[1]];
    for (int c = 0; c < types; c++) {
      for (int w = 0; w < windows.size(); w++) {
        curve[c * windows.size() + w] = statistics.fanoByType(windows.get(w).asInt())[c];
      }
      double[] rate = statistics.psth(c, params.get("psth_window_ms").asDouble());
      System.arraycopy(rate, 0, psth, c * shape[1], shape[1]);
    }
    double[] intervals = intervals(statistics, shape[0], shape[2]);
    return Outcome.of(
        produced
            .put("fano_curve_mean", curve, types, windows.size())
            .put("psth_hz", psth, types, shape[1])
            .put("isi_list_batch_neuron_ms", intervals, intervals.length / 3, 3)
            .build());
  }

  private static void putByType(
      Arrays.Builder produced, SpikeStatistics statistics, int types, float[] voltages) {
    double[] rates = new double[types * 3];
    double[] variation = new double[types * 2];
    double[] potentials = new double[types * 4];
    for (int c = 0; c < types; c++) {
      SpikeStatistics.Rates rate = statistics.ratesByType()[c];
      SpikeStatistics.Spread cv = statistics.variationByType()[c];
      SpikeStatistics.Potentials v = statistics.potentialsByType(voltages)[c];
      put(rates, c, rate.mean(), rate.std(), rate.silent());
      put(variation, c, cv.mean(), cv.std());
      put(potentials, c, v.means().mean(), v.means().std(), v.stds().mean(), v.stds().std());
    }
    produced
        .put("rate_by_type", rates, types, 3)
        .put("cv_by_type", variation, types, 2)
        .put("voltage_by_type", potentials, types, 4);
  }

  private static void put(double[] table, int row, double... values) {
    System.arraycopy(values, 0, table, row * values.length, values.length);
  }

  /** Rows (batch element, neuron, interval in ms). */
  private static double[] intervals(SpikeStatistics statistics, int batch, int neurons) {
    java.util.List<double[]> rows = new java.util.ArrayList<>();
    for (int b = 0; b < batch; b++) {
      for (int n = 0; n < neurons; n++) {
        for (double interval : statistics.intervals(b, n)) {
          rows.add(new double[] {b, n, interval});
        }
      }
    }
    return rows.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
  }
}
