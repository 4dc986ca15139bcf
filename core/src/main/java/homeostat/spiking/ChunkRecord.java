package homeostat.spiking;

import homeostat.dynamics.NonFiniteException;
import homeostat.kernel.Parallel;
import java.util.Optional;

/**
 * What a network did in one chunk: what an {@link Objective} sees. Potentials are those after each
 * step. A record of a simulator shares its memory and is valid until the next chunk.
 */
public final class ChunkRecord {
  private final int batch;
  private final int steps;
  private final double dt;
  private final SlotOrder slots;
  private final ScalingFactors factors;
  private final float[][][] voltages;
  private final SpikeTrains spikes;
  private final Optional<SpikeTrains> target;
  private final Optional<SynapticWeights> weights;

  private ChunkRecord(
      int batch,
      int steps,
      double dt,
      SlotOrder slots,
      ScalingFactors factors,
      float[][][] voltages,
      SpikeTrains spikes,
      Optional<SpikeTrains> target,
      Optional<SynapticWeights> weights) {
    this.batch = batch;
    this.steps = steps;
    this.dt = dt;
    this.slots = slots;
    this.factors = factors;
    this.voltages = voltages;
    this.spikes = spikes;
    this.target = target;
    this.weights = weights;
  }

  /**
   * A record of what a simulator keeps.
   *
   * @param voltages [block][step + 1][entry] mV, entries as in {@link Blocks}, before each step and
   *     after the last
   * @param spikes [block][step][vector] bit per lane
   */
  public static ChunkRecord of(
      SpikingNetwork network,
      int batch,
      int steps,
      ScalingFactors factors,
      float[][][] voltages,
      short[][][] spikes) {
    return new ChunkRecord(
        batch,
        steps,
        network.constants().dt(),
        network.slots(),
        factors,
        voltages,
        SpikeTrains.ofMasks(spikes, network.slots(), batch, steps),
        Optional.empty(),
        Optional.empty());
  }

  /**
   * A record of given spikes and potentials.
   *
   * @param voltages [batch][time][neuron] mV, after each step
   * @param dt time step, ms
   */
  public static ChunkRecord of(
      SpikeTrains spikes, float[] voltages, double dt, ScalingFactors factors) {
    SlotOrder slots = SlotOrder.of(new int[spikes.neurons()], 1);
    int batch = spikes.batch();
    float[][][] rows = new float[Blocks.count(batch)][][];
    for (int block = 0; block < rows.length; block++) {
      rows[block] = new float[spikes.steps() + 1][slots.slots() * Blocks.width(batch, block)];
    }
    for (int b = 0; b < batch; b++) {
      for (int t = 0; t < spikes.steps(); t++) {
        float[] row = rows[b / Blocks.WIDTH][t + 1];
        for (int n = 0; n < spikes.neurons(); n++) {
          row[Blocks.entry(batch, b, slots.slotOf()[n])] =
              voltages[(b * spikes.steps() + t) * spikes.neurons() + n];
        }
      }
    }
    return new ChunkRecord(
        spikes.batch(),
        spikes.steps(),
        dt,
        slots,
        factors,
        rows,
        spikes,
        Optional.empty(),
        Optional.empty());
  }

  /** The same record with spikes to be reproduced. */
  public ChunkRecord withTarget(SpikeTrains wanted) {
    if (wanted.batch() != batch || wanted.steps() != steps || wanted.neurons() != neurons()) {
      throw new IllegalArgumentException(
          "target spikes of "
              + wanted.batch()
              + " x "
              + wanted.steps()
              + " x "
              + wanted.neurons()
              + " do not fit "
              + batch
              + " x "
              + steps
              + " x "
              + neurons());
    }
    return new ChunkRecord(
        batch, steps, dt, slots, factors, voltages, spikes, Optional.of(wanted), weights);
  }

  /** The same record, of a network whose weights are trained. */
  public ChunkRecord withWeights(SynapticWeights trained) {
    return new ChunkRecord(
        batch, steps, dt, slots, factors, voltages, spikes, target, Optional.of(trained));
  }

  /** Number of batch elements B. */
  public int batch() {
    return batch;
  }

  /** Number of steps T. */
  public int steps() {
    return steps;
  }

  /** Number of neurons N. */
  public int neurons() {
    return slots.neurons();
  }

  /** Time step, ms. */
  public double dt() {
    return dt;
  }

  /** Duration T dt, s. */
  public double seconds() {
    return steps * dt / 1000;
  }

  /** The scaling factors in force. */
  public ScalingFactors factors() {
    return factors;
  }

  /** The weights in force, where weights are trained. */
  public Optional<SynapticWeights> weights() {
    return weights;
  }

  /** All spikes. */
  public SpikeTrains spikes() {
    return spikes;
  }

  /** The spikes to be reproduced, where the task has some. */
  public Optional<SpikeTrains> target() {
    return target;
  }

  /** Potential of a neuron after a step, mV. */
  public float voltage(int element, int step, int neuron) {
    return voltages[element / Blocks.WIDTH][step + 1][
        Blocks.entry(batch, element, slots.slotOf()[neuron])];
  }

  /**
   * Requires every recorded potential to be finite. An infinite one would hide within a step: it is
   * above threshold, spikes, and is reset.
   *
   * @param firstStep number of the chunk's first step in the run
   * @throws NonFiniteException naming neuron, batch element and step
   */
  public void requireFinite(long firstStep) {
    for (int block = 0; block < voltages.length; block++) {
      float[][] rows = voltages[block];
      for (int t = 1; t < rows.length; t++) {
        if (!finite(rows[t])) {
          throw nonFinite(block, rows[t], firstStep + t - 1);
        }
      }
    }
  }

  /** The exponent of an infinite or undefined number is all ones: one more sets the sign. */
  private static boolean finite(float[] row) {
    int bits = 0;
    for (float v : row) {
      bits |= (Float.floatToRawIntBits(v) & 0x7F800000) + 0x00800000;
    }
    return bits >= 0;
  }

  private NonFiniteException nonFinite(int block, float[] row, long step) {
    int at = 0;
    while (Float.isFinite(row[at])) {
      at++;
    }
    int width = Blocks.width(batch, block);
    String place =
        "neuron "
            + slots.order()[at / width]
            + ", batch element "
            + (block * Blocks.WIDTH + at % width);
    return new NonFiniteException("membrane potential", place, step, row[at]);
  }

  /**
   * Mean and sum of squared deviations over time of every potential.
   *
   * @param mean [batch][neuron] mV
   * @param squares [batch][neuron] sum over time of (v - mean)^2, mV^2
   */
  public record VoltageMoments(double[] mean, double[] squares) {}

  /** Moments of all potentials, in two passes over the chunk. */
  public VoltageMoments voltageMoments(Parallel parallel) {
    double[] means = new double[batch * neurons()];
    double[] squares = new double[batch * neurons()];
    parallel.forEach(
        voltages.length,
        block -> {
          int size = slots.slots() * Blocks.width(batch, block);
          double[] mean = new double[size];
          double[] square = new double[size];
          for (int t = 1; t <= steps; t++) {
            addTo(mean, voltages[block][t]);
          }
          for (int i = 0; i < size; i++) {
            mean[i] /= steps;
          }
          for (int t = 1; t <= steps; t++) {
            addSquares(square, mean, voltages[block][t]);
          }
          spread(block, mean, means);
          spread(block, square, squares);
        });
    return new VoltageMoments(means, squares);
  }

  /**
   * Sums over the potentials of a chunk, from a level and without those that a reset wrote.
   *
   * @param weight [batch][neuron] sum of fade^(T - 1 - t)
   * @param sum [batch][neuron] sum of fade^(T - 1 - t) (v - level), mV
   * @param squares [batch][neuron] sum of fade^(T - 1 - t) (v - level)^2, mV^2
   */
  public record FadingSums(double[] weight, double[] sum, double[] squares) {}

  /**
   * Sums in which a step counts less than the one after it.
   *
   * @param fade how much less
   * @param level [neuron] mV
   */
  public FadingSums fadingSums(double fade, double[] level, Parallel parallel) {
    double[] sums = new double[batch * neurons()];
    double[] squares = new double[batch * neurons()];
    parallel.forEach(
        voltages.length,
        block -> {
          int width = Blocks.width(batch, block);
          double[] from = new double[slots.slots() * width];
          for (int n = 0; n < neurons(); n++) {
            int at = slots.slotOf()[n] * width;
            java.util.Arrays.fill(from, at, at + width, level[n]);
          }
          double[] sum = new double[from.length];
          double[] square = new double[from.length];
          for (int t = 1; t <= steps; t++) {
            fade(fade, sum, square, from, voltages[block][t]);
          }
          spread(block, sum, sums);
          spread(block, square, squares);
        });
    double all = 0;
    for (int t = 0; t < steps; t++) {
      all = fade * all + 1;
    }
    double[] weight = new double[sums.length];
    java.util.Arrays.fill(weight, all);
    for (int n = 0; n < neurons(); n++) {
      for (int b = 0; b < batch; b++) {
        for (int e = spikes.from(b, n); e < spikes.to(b, n); e++) {
          double share = StrictMath.pow(fade, steps - 1 - spikes.times()[e]);
          double above = voltage(b, spikes.times()[e], n) - level[n];
          weight[b * neurons() + n] -= share;
          sums[b * neurons() + n] -= share * above;
          squares[b * neurons() + n] -= share * above * above;
        }
      }
    }
    return new FadingSums(weight, sums, squares);
  }

  private static void fade(double fade, double[] sum, double[] square, double[] from, float[] v) {
    for (int i = 0; i < sum.length; i++) {
      double above = v[i] - from[i];
      sum[i] = fade * sum[i] + above;
      square[i] = fade * square[i] + above * above;
    }
  }

  private static void addTo(double[] sum, float[] v) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += v[i];
    }
  }

  private static void addSquares(double[] sum, double[] mean, float[] v) {
    for (int i = 0; i < sum.length; i++) {
      double d = v[i] - mean[i];
      sum[i] += d * d;
    }
  }

  private void spread(int block, double[] panel, double[] out) {
    int width = Blocks.width(batch, block);
    for (int lane = 0; lane < Blocks.used(batch, block); lane++) {
      int at = (block * Blocks.WIDTH + lane) * neurons();
      for (int n = 0; n < neurons(); n++) {
        out[at + n] = panel[slots.slotOf()[n] * width + lane];
      }
    }
  }
}
