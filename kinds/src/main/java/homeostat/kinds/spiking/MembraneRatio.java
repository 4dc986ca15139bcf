package homeostat.kinds.spiking;

import homeostat.array.Arrays;
import homeostat.kinds.spiking.figures.Activity;
import homeostat.lab.Row;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.SpikeTrains;

/**
 * How far potentials fluctuate on their way to threshold: {@code sd(v) / (theta - mean(v))} of each
 * neuron in trial 0, over the steps that no spike reset, as a mean by cell type.
 */
final class MembraneRatio {
  /** Closest distance to threshold, mV. */
  private static final double CLOSEST = 1;

  private final double[] sum;
  private final double[] squares;
  private final int[] count;

  /** Of nothing seen yet. */
  MembraneRatio(int neurons) {
    this.sum = new double[neurons];
    this.squares = new double[neurons];
    this.count = new int[neurons];
  }

  /** Takes in the potentials of a chunk. */
  void add(ChunkRecord record) {
    SpikeTrains spikes = record.spikes();
    for (int n = 0; n < sum.length; n++) {
      int next = spikes.from(0, n);
      int end = spikes.to(0, n);
      for (int t = 0; t < record.steps(); t++) {
        if (next < end && spikes.times()[next] == t) {
          next++;
        } else {
          double v = record.voltage(0, t, n);
          sum[n] += v;
          squares[n] += v * v;
          count[n]++;
        }
      }
    }
  }

  /** All of it, as arrays of their own. */
  Arrays save() {
    return Arrays.builder()
        .put("sum", sum.clone())
        .put("squares", squares.clone())
        .put("count", count.clone())
        .build();
  }

  /** Takes what {@link #save} gave, instead of its own. */
  void restore(Arrays saved) {
    System.arraycopy(saved.doubles("sum"), 0, sum, 0, sum.length);
    System.arraycopy(saved.doubles("squares"), 0, squares, 0, squares.length);
    System.arraycopy(saved.ints("count"), 0, count, 0, count.length);
  }

  /** Columns {@code membrane_ratio/<type>/mean}. */
  Row row(Activity.Population population) {
    double[] ratios = new double[population.types().size()];
    int[] members = new int[ratios.length];
    for (int n = 0; n < sum.length; n++) {
      if (count[n] > 1) {
        int type = population.cellTypes()[n];
        double mean = sum[n] / count[n];
        double variance = (squares[n] - sum[n] * mean) / (count[n] - 1);
        double distance = population.thresholds()[type] - mean;
        ratios[type] += Math.sqrt(Math.max(0, variance)) / Math.max(CLOSEST, distance);
        members[type]++;
      }
    }
    Row row = new Row();
    for (int c = 0; c < ratios.length; c++) {
      row.put("membrane_ratio/" + population.types().get(c) + "/mean", ratios[c] / members[c]);
    }
    return row;
  }
}
