package homeostat.spiking.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.kernel.Draws;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Evaluation;
import homeostat.spiking.Objective;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.simulation.RandomNetwork;
import org.junit.jupiter.api.Test;

/** Losses on statistics that go on from chunk to chunk, and their gradients. */
class CarriedLossTest {
  private static final ScalingFactors FACTORS = ScalingFactors.ones(RandomNetwork.PHYSIOLOGY);

  private final Parallel one = new Parallel(1);
  private final Draws draws = Stream.of(4, "spikes").draws();

  private static ChunkRecord record(byte[] spikes, float[] v, int batch, int steps, int neurons) {
    return ChunkRecord.of(SpikeTrains.dense(spikes, batch, steps, neurons), v, 1.0, FACTORS);
  }

  private Evaluation evaluate(Objective objective, ChunkRecord record) {
    return objective.evaluate(record, objective.start(record.batch(), record.neurons()), one);
  }

  private byte[] poisson(int cells, double p) {
    byte[] spikes = new byte[cells];
    for (int i = 0; i < cells; i++) {
      spikes[i] = (byte) (draws.bernoulli(p) ? 1 : 0);
    }
    return spikes;
  }

  private static float[] part(float[] all, int batch, int steps, int neurons, int from, int count) {
    float[] some = new float[batch * count * neurons];
    for (int b = 0; b < batch; b++) {
      System.arraycopy(
          all, (b * steps + from) * neurons, some, b * count * neurons, count * neurons);
    }
    return some;
  }

  private static byte[] part(byte[] all, int batch, int steps, int neurons, int from, int count) {
    byte[] some = new byte[batch * count * neurons];
    for (int b = 0; b < batch; b++) {
      System.arraycopy(
          all, (b * steps + from) * neurons, some, b * count * neurons, count * neurons);
    }
    return some;
  }

  /** A long memory over chunks of any length is the same as one long chunk. */
  @Test
  void carriedStatisticsDoNotSeeWhereChunksEnd() {
    int steps = 120;
    byte[] spikes = poisson(2 * steps * 3, 0.15);
    float[] v = new float[spikes.length];
    for (int i = 0; i < v.length; i++) {
      v[i] = (float) (-55 + 3 * draws.normal());
    }
    double[] threshold = {-45, -45, -45};
    double[] target = {1, 0.5, 0.2};
    for (Objective objective :
        new Objective[] {
          new IntervalIrregularity(target, 1e12),
          new RunningMembraneVariance(threshold, target, 1e12)
        }) {
      double whole = evaluate(objective, record(spikes, v, 2, steps, 3)).value();
      Arrays carried = objective.start(2, 3);
      double last = 0;
      int[] lengths = {50, 1, 29, 40};
      int from = 0;
      for (int length : lengths) {
        ChunkRecord chunk =
            record(
                part(spikes, 2, steps, 3, from, length),
                part(v, 2, steps, 3, from, length),
                2,
                length,
                3);
        Evaluation evaluation = objective.evaluate(chunk, carried, one);
        carried = evaluation.carried();
        last = evaluation.value();
        from += length;
      }
      assertEquals(whole, last, 1e-9, objective.name());
      assertTrue(whole > 1e-3, objective.name());
    }
  }

  /** One spike more among hundreds: the change of the loss is its gradient for this chunk. */
  @Test
  void insertedSpikeChangesTheLossByItsGradient() {
    int steps = 4000;
    double tau = 3;
    double keep = Math.exp(-steps / 1000.0 / tau);
    byte[] spikes = poisson(steps, 0.1);
    IntervalIrregularity objective = new IntervalIrregularity(new double[] {0.6}, tau);
    float[] none = new float[steps];
    Evaluation before = evaluate(objective, record(spikes, none, 1, steps, 1));
    float[] gradient = ((Sensitivity.Spikes) before.gradients().getFirst()).gradient();
    int first = 0;
    int last = steps - 1;
    while (spikes[first] == 0) {
      first++;
    }
    while (spikes[last] == 0) {
      last--;
    }
    double largest = 0;
    double worst = 0;
    for (int t = first + 1; t < last; t += 7) {
      if (spikes[t] == 0) {
        byte[] changed = spikes.clone();
        changed[t] = 1;
        double change =
            evaluate(objective, record(changed, none, 1, steps, 1)).value() - before.value();
        double predicted = gradient[t] * (1 - keep);
        largest = Math.max(largest, Math.abs(change));
        worst = Math.max(worst, Math.abs(change - predicted));
      }
    }
    assertTrue(largest > 1e-3, "no change: " + largest);
    assertTrue(worst < 0.05 * largest, worst + " of " + largest);
  }

  /** A regular train gains most by spikes beside spikes, bursts by a spike in a long gap. */
  @Test
  void gradientOfIrregularityHasTheSignOfWhatHelps() {
    int steps = 200;
    byte[] regular = new byte[steps];
    for (int t = 5; t < steps; t += 20) {
      regular[t] = 1;
    }
    Evaluation evaluation =
        evaluate(
            new IntervalIrregularity(new double[] {1}, 5),
            record(regular, new float[steps], 1, steps, 1));
    float[] gradient = ((Sensitivity.Spikes) evaluation.gradients().getFirst()).gradient();
    assertEquals(1, evaluation.value(), 1e-9);
    assertTrue(gradient[106] < 0, "beside a spike: " + gradient[106]);
    assertTrue(gradient[115] < 0 && gradient[115] > gradient[106] / 1.5, "between spikes");
    byte[] bursts = new byte[steps];
    for (int t = 5; t < steps; t += 60) {
      bursts[t] = 1;
      bursts[t + 3] = 1;
      bursts[t + 6] = 1;
    }
    Evaluation burst =
        evaluate(
            new IntervalIrregularity(new double[] {0.5}, 5),
            record(bursts, new float[steps], 1, steps, 1));
    float[] slope = ((Sensitivity.Spikes) burst.gradients().getFirst()).gradient();
    assertTrue(slope[97] < 0, "in the middle of a gap: " + slope[97]);
    assertTrue(slope[66] > 0, "in a burst: " + slope[66]);
  }

  @Test
  void gradientOfRunningMembraneVarianceIsThatOfItsValue() {
    int steps = 40;
    int neurons = 3;
    double tau = 0.03;
    double keep = Math.exp(-steps / 1000.0 / tau);
    float[] v = new float[2 * steps * neurons];
    for (int i = 0; i < v.length; i++) {
      v[i] = (float) (-52 + 3 * draws.normal());
    }
    byte[] spikes = poisson(v.length, 0.05);
    // The second neuron's mean is above threshold: its distance is floored.
    RunningMembraneVariance objective =
        new RunningMembraneVariance(
            new double[] {-45, -53, -40}, new double[] {0.2, 0.4, 0.6}, tau);
    ChunkRecord earlier = record(poisson(v.length, 0.05), v, 2, steps, neurons);
    Arrays carried = evaluate(objective, earlier).carried();
    ChunkRecord record = record(spikes, v, 2, steps, neurons);
    Evaluation evaluation = objective.evaluate(record, carried, one);
    var line = (Sensitivity.VoltageLine) evaluation.gradients().getFirst();
    for (int i = 0; i < v.length; i += 5) {
      int n = i % neurons;
      int t = i / neurons % steps;
      int cell = i / (steps * neurons) * neurons + n;
      float[] up = v.clone();
      float[] down = v.clone();
      up[i] += 0.01f;
      down[i] -= 0.01f;
      double slope =
          (objective.evaluate(record(spikes, up, 2, steps, neurons), carried, one).value()
                  - objective
                      .evaluate(record(spikes, down, 2, steps, neurons), carried, one)
                      .value())
              / (up[i] - down[i]);
      double predicted =
          spikes[i] != 0
              ? 0
              : (1 - keep)
                  * Math.pow(line.fade(), steps - 1 - t)
                  * (line.slope()[cell] * v[i] + line.offset()[cell]);
      assertEquals(predicted, slope, 2e-3 * Math.abs(predicted) + 2e-6, "entry " + i);
    }
    assertTrue(evaluation.remarks().getOrDefault("membrane_variance/bounded_fraction", 0.0) > 0.2);
  }

  /** The published slope is alpha / T too steep; this one is the change itself. */
  @Test
  void boundedSilentGradientIsTheChangeOfOneSpike() {
    SilentPenalty bounded =
        new SilentPenalty(new double[] {10, 0.02}, SilentPenalty.Gradient.BOUNDED);
    byte[] spikes = new byte[2 * 50 * 2];
    spikes[4] = 1;
    spikes[31] = 1;
    spikes[33] = 1;
    float[] none = new float[spikes.length];
    Evaluation before = evaluate(bounded, record(spikes, none, 2, 50, 2));
    var toggle = (Sensitivity.SpikeToggle) before.gradients().getFirst();
    for (int i = 0; i < spikes.length; i++) {
      byte[] changed = spikes.clone();
      changed[i] = (byte) (1 - spikes[i]);
      double change = evaluate(bounded, record(changed, none, 2, 50, 2)).value() - before.value();
      int cell = i / 100 * 2 + i % 2;
      double predicted = spikes[i] == 0 ? toggle.more()[cell] : -toggle.less()[cell];
      assertEquals(predicted, change, 1e-7, "cell " + i);
    }
  }

  /** Among many counts one spike is little. */
  @Test
  void gradientOfCountsIsTheChangeOfTheLoss() {
    int batch = 40;
    int steps = 400;
    byte[] spikes = poisson(batch * steps, 0.2);
    CountIrregularity objective = new CountIrregularity(new double[] {0.4});
    float[] none = new float[spikes.length];
    Evaluation evaluation = evaluate(objective, record(spikes, none, batch, steps, 1));
    float[] gradient = ((Sensitivity.SpikeCount) evaluation.gradients().getFirst()).gradient();
    double largest = 0;
    for (int b = 0; b < batch; b++) {
      double[] value = new double[2];
      for (int side = 0; side < 2; side++) {
        byte[] changed = spikes.clone();
        int t = b * steps;
        while (changed[t] == (side == 0 ? 0 : 1)) {
          t++;
        }
        changed[t] = (byte) side;
        value[side] = evaluate(objective, record(changed, none, batch, steps, 1)).value();
      }
      double change = (value[1] - value[0]) / 2;
      largest = Math.max(largest, Math.abs(change));
      assertEquals(change, gradient[b], 3e-4 * evaluation.value(), "trial " + b);
    }
    assertTrue(largest > 3e-3 * evaluation.value(), "slopes must be seen: " + largest);
  }
}
