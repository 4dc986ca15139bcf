package homeostat.kinds.spiking.recording;

import homeostat.array.Arrays;
import homeostat.kernel.Csr;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Physiology;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.StepConstants;
import homeostat.spiking.SynapticWeights;
import java.util.ArrayList;
import java.util.List;

/**
 * Conductances of some cells of a trial. A chunk does not record them; they follow from the spikes
 * that a cell received, by the same recursion as in the network,
 *
 * <pre>
 *   g <- clamp(alpha g + scale A[p, c] sum_i s_i w_i)       rise and decay part of each synapse type
 * </pre>
 *
 * <p>and are carried here from chunk to chunk.
 */
final class ConductanceReplay {
  private static final int RISE = 0;
  private static final int DECAY = 1;

  private final SpikingNetwork network;
  private final int[] cells;
  private final int trial;
  private final int[][] recurrentEntries;
  private final int[][] feedforwardEntries;
  private final int[] recurrentSender;
  private final int[] feedforwardSender;

  /** [part][probe * synapses + k] */
  private final float[][] g;

  /**
   * @param cells neurons whose conductances are wanted
   */
  ConductanceReplay(SpikingNetwork network, int[] cells, int trial) {
    this.network = network;
    this.cells = cells.clone();
    this.trial = trial;
    this.recurrentEntries = onto(network.recurrent());
    this.feedforwardEntries = onto(network.feedforward());
    this.recurrentSender = network.recurrent().rowOfEntry();
    this.feedforwardSender = network.feedforward().rowOfEntry();
    this.g = new float[2][cells.length * network.physiology().synapses()];
  }

  /** [probe] the entries of the wiring onto each probed cell. */
  private int[][] onto(Csr wiring) {
    int[] probeOf = new int[wiring.cols()];
    java.util.Arrays.fill(probeOf, -1);
    List<List<Integer>> entries = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      probeOf[cells[i]] = i;
      entries.add(new ArrayList<>());
    }
    for (int e = 0; e < wiring.entries(); e++) {
      int probe = probeOf[wiring.columns()[e]];
      if (probe >= 0) {
        entries.get(probe).add(e);
      }
    }
    return entries.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  /**
   * Takes in a chunk, with the weights and factors that it ran with; of each chunk every probe
   * once.
   *
   * @param into takes [synapse type][time] from a place on
   */
  void add(int probe, ChunkRecord record, ChunkInput input, float[] into, int from) {
    SynapticWeights weights = record.weights().orElseGet(network::weights);
    conductances(probe, drive(probe, record, input, weights), into, from);
  }

  /** [group][time] A sum_i s_i w_i of each presynaptic group. */
  private double[][] drive(
      int probe, ChunkRecord record, ChunkInput input, SynapticWeights weights) {
    Physiology physiology = network.physiology();
    int target = network.cellTypes()[cells[probe]];
    int steps = record.steps();
    double[][] drive = new double[physiology.groups()][steps];
    SpikeTrains spikes = record.spikes();
    for (int e : recurrentEntries[probe]) {
      int sender = recurrentSender[e];
      double[] row = drive[network.cellTypes()[sender]];
      for (int s = spikes.from(trial, sender); s < spikes.to(trial, sender); s++) {
        row[spikes.times()[s]] += weights.recurrent().values()[e];
      }
    }
    for (int e : feedforwardEntries[probe]) {
      int sender = feedforwardSender[e];
      double[] row = drive[physiology.types() + network.inputTypes()[sender]];
      for (int t = 0; t < steps; t++) {
        double spiked = input.spikes(trial, t, sender) ? 1 : 0;
        double constant = input.constant().length == 0 ? 0 : input.constant()[t][sender];
        row[t] += (spiked + constant) * weights.feedforward().values()[e];
      }
    }
    for (int group = 0; group < drive.length; group++) {
      double factor = record.factors().of(group, target);
      for (int t = 0; t < steps; t++) {
        drive[group][t] *= factor;
      }
    }
    return drive;
  }

  private void conductances(int probe, double[][] drive, float[] into, int from) {
    StepConstants constants = network.constants();
    int synapses = network.physiology().synapses();
    for (int k = 0; k < synapses; k++) {
      double[] received = drive[network.physiology().group(k)];
      int steps = received.length;
      double rise = g[RISE][probe * synapses + k];
      double decay = g[DECAY][probe * synapses + k];
      for (int t = 0; t < steps; t++) {
        rise = after(constants, RISE, k, rise, received[t]);
        decay = after(constants, DECAY, k, decay, received[t]);
        into[from + k * steps + t] = (float) (rise + decay);
      }
      g[RISE][probe * synapses + k] = (float) rise;
      g[DECAY][probe * synapses + k] = (float) decay;
    }
  }

  private static double after(
      StepConstants constants, int component, int k, double before, double received) {
    double value =
        constants.alpha()[component][k] * before + constants.scale()[component][k] * received;
    return Math.max(
        constants.lower()[component][k], Math.min(constants.upper()[component][k], value));
  }

  /** What is carried. */
  Arrays save() {
    return Arrays.builder().put("rise", g[RISE].clone()).put("decay", g[DECAY].clone()).build();
  }

  /** Takes what {@link #save} gave, instead of its own. */
  void restore(Arrays saved) {
    System.arraycopy(saved.floats("rise"), 0, g[RISE], 0, g[RISE].length);
    System.arraycopy(saved.floats("decay"), 0, g[DECAY], 0, g[DECAY].length);
  }
}
