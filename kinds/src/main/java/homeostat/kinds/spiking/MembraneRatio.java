package homeostat.kinds.spiking;

import homeostat.kinds.spiking.figures.Activity;
import homeostat.lab.Row;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.statistics.Moments;
import java.util.ArrayList;
import java.util.List;

/**
 * How far potentials fluctuate on their way to threshold: {@code sd(v) / (theta - mean(v))} of each
 * cell that was recorded inside, over the steps that no spike reset, as a mean by cell type.
 */
final class MembraneRatio {
  /** Closest distance to threshold, mV. */
  private static final double CLOSEST = 1;

  private MembraneRatio() {}

  /** Columns {@code membrane_ratio/<type>/mean}. */
  static Row of(Activity activity) {
    Activity.Population population = activity.population();
    List<List<Double>> byType = new ArrayList<>();
    population.types().forEach(_ -> byType.add(new ArrayList<>()));
    for (Activity.Probe probe : activity.probes()) {
      int type = population.cellTypes()[probe.neuron()];
      double[] v = freeOfResets(probe, activity.spikes());
      double distance = population.thresholds()[type] - Moments.mean(v);
      byType.get(type).add(Moments.std(v, 1) / Math.max(CLOSEST, distance));
    }
    Row row = new Row();
    for (int c = 0; c < byType.size(); c++) {
      row.put(
          "membrane_ratio/" + population.types().get(c) + "/mean",
          byType.get(c).stream().mapToDouble(x -> x).average().orElse(Double.NaN));
    }
    return row;
  }

  private static double[] freeOfResets(Activity.Probe probe, SpikeTrains spikes) {
    boolean[] reset = new boolean[probe.voltage().length];
    for (int e = spikes.from(0, probe.neuron()); e < spikes.to(0, probe.neuron()); e++) {
      reset[spikes.times()[e]] = true;
    }
    return java.util.stream.IntStream.range(0, reset.length)
        .filter(t -> !reset[t])
        .mapToDouble(t -> probe.voltage()[t])
        .toArray();
  }
}
