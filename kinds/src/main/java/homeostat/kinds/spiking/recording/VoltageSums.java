package homeostat.kinds.spiking.recording;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.SpikingNetwork;

/**
 * Mean and standard deviation of each neuron's potential over trials and time, from running sums of
 * its distance to the reset potential.
 */
public final class VoltageSums {
  private final double[] reset;
  private final double[] sum;
  private final double[] squares;
  private final long[] count = new long[1];

  /** Of no steps yet. */
  public VoltageSums(SpikingNetwork network) {
    reset = new double[network.neurons()];
    for (int n = 0; n < reset.length; n++) {
      reset[n] = network.physiology().cells().get(network.cellTypes()[n]).reset();
    }
    sum = new double[reset.length];
    squares = new double[reset.length];
  }

  /** Takes in the potentials of a chunk, all trials. */
  public void add(ChunkRecord record, Parallel parallel) {
    ChunkRecord.VoltageMoments moments = record.voltageMoments(parallel);
    for (int i = 0; i < moments.mean().length; i++) {
      int n = i % reset.length;
      double distance = moments.mean()[i] - reset[n];
      sum[n] += record.steps() * distance;
      squares[n] += moments.squares()[i] + record.steps() * distance * distance;
    }
    count[0] += (long) record.batch() * record.steps();
  }

  /** [neuron] mV. */
  public double[] means() {
    double[] means = new double[sum.length];
    java.util.Arrays.setAll(means, n -> reset[n] + sum[n] / count[0]);
    return means;
  }

  /** [neuron] mV, with n - 1. */
  public double[] deviations() {
    double[] deviations = new double[sum.length];
    java.util.Arrays.setAll(
        deviations,
        n ->
            Math.sqrt(
                Math.max(0, squares[n] - sum[n] * sum[n] / count[0]) / Math.max(1, count[0] - 1)));
    return deviations;
  }

  /** All of it, as arrays of their own. */
  public Arrays save() {
    return Arrays.builder()
        .put("sum", sum.clone())
        .put("squares", squares.clone())
        .put("count", count.clone())
        .build();
  }

  /** Takes what {@link #save} gave, instead of its own. */
  public void restore(Arrays saved) {
    System.arraycopy(saved.doubles("sum"), 0, sum, 0, sum.length);
    System.arraycopy(saved.doubles("squares"), 0, squares, 0, squares.length);
    count[0] = saved.longs("count")[0];
  }
}
