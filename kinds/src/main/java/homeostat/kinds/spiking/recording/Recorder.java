package homeostat.kinds.spiking.recording;

import homeostat.array.Arrays;
import homeostat.kinds.spiking.config.RecordSection;
import homeostat.kinds.spiking.config.RecordSection.Quantity;
import homeostat.lab.UserError;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.SpikingNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes what single neurons did in the first trials of a run:
 *
 * <pre>
 *   neurons [neuron], time [sample] in ms (the end of a step)
 *   voltages [trial][sample][neuron] in mV
 *   conductances [trial][sample][neuron][synapse type] in nS (of current-based synapses currents)
 *   spike_trial, spike_neuron, spike_time [spike] (the step's end in ms)
 * </pre>
 */
public final class Recorder {
  private final SpikingNetwork network;
  private final RecordSection section;
  private final int[] neurons;
  private final int trials;

  /** [trial] potentials and conductances; none where neither is wanted. */
  private final List<SampledTraces> traces = new ArrayList<>();

  /**
   * @param neurons that are recorded, ascending
   * @param trials of the run
   */
  public Recorder(SpikingNetwork network, RecordSection section, int[] neurons, int trials) {
    this.network = network;
    this.section = section;
    this.neurons = neurons.clone();
    this.trials = Math.min(trials, section.trials());
    boolean inside =
        section.quantities().contains(Quantity.VOLTAGES)
            || section.quantities().contains(Quantity.CONDUCTANCES);
    for (int trial = 0; inside && trial < this.trials; trial++) {
      traces.add(
          new SampledTraces(
              network,
              neurons,
              trial,
              section.every(),
              section.quantities().contains(Quantity.CONDUCTANCES)));
    }
  }

  /**
   * Bytes that it holds after a number of steps, with those that are written.
   *
   * @param trials of the run
   * @throws UserError if one array cannot hold what is asked for
   */
  public static long bytes(
      RecordSection section, long neurons, int synapses, long steps, int trials) {
    if (section.quantities().stream().allMatch(q -> q == Quantity.SPIKES)) {
      return 0;
    }
    long most = (long) Math.min(trials, section.trials()) * neurons;
    boolean open = section.quantities().contains(Quantity.CONDUCTANCES);
    double written = (double) most * (steps / section.every()) * (open ? synapses : 1);
    if (written > Integer.MAX_VALUE - 8) {
      throw new UserError(
          "record: %.3g numbers are more than one array holds; raise record.every, or name fewer neurons"
                  .formatted(written)
              + " or trials");
    }
    return 3 * 4 * most * (1 + (open ? synapses : 0)) * (steps / section.every());
  }

  /** Takes in a chunk. */
  public void add(ChunkRecord record, ChunkInput input) {
    traces.forEach(one -> one.add(record, input));
  }

  /** What was recorded; empty if nothing was asked for. */
  public Optional<Arrays> arrays(SpikeTrains spikes) {
    if (section.quantities().isEmpty()) {
      return Optional.empty();
    }
    double dt = network.constants().dt();
    Arrays.Builder arrays = Arrays.builder().put("neurons", neurons.clone());
    if (!traces.isEmpty()) {
      inside(arrays, dt);
    }
    if (section.quantities().contains(Quantity.SPIKES)) {
      spikes(arrays, spikes, dt);
    }
    return Optional.of(arrays.build());
  }

  private void inside(Arrays.Builder arrays, double dt) {
    int samples = traces.getFirst().samples();
    double[] time = new double[samples];
    java.util.Arrays.setAll(time, s -> (s + 1) * section.every() * dt);
    arrays.put("time", time);
    int numbers = trials * samples * neurons.length;
    if (section.quantities().contains(Quantity.VOLTAGES)) {
      float[] voltages = new float[numbers];
      int at = 0;
      for (SampledTraces one : traces) {
        at = one.voltages(voltages, at);
      }
      arrays.put("voltages", voltages, trials, samples, neurons.length);
    }
    if (section.quantities().contains(Quantity.CONDUCTANCES)) {
      int synapses = network.physiology().synapses();
      float[] conductances = new float[numbers * synapses];
      int at = 0;
      for (SampledTraces one : traces) {
        at = one.conductances(conductances, at);
      }
      arrays.put("conductances", conductances, trials, samples, neurons.length, synapses);
    }
  }

  private void spikes(Arrays.Builder arrays, SpikeTrains spikes, double dt) {
    int count = 0;
    for (int trial = 0; trial < trials; trial++) {
      for (int neuron : neurons) {
        count += spikes.count(trial, neuron);
      }
    }
    int[] ofTrial = new int[count];
    int[] ofNeuron = new int[count];
    double[] time = new double[count];
    int at = 0;
    for (int trial = 0; trial < trials; trial++) {
      for (int neuron : neurons) {
        for (int e = spikes.from(trial, neuron); e < spikes.to(trial, neuron); e++) {
          ofTrial[at] = trial;
          ofNeuron[at] = neuron;
          time[at++] = (spikes.times()[e] + 1) * dt;
        }
      }
    }
    arrays.put("spike_trial", ofTrial).put("spike_neuron", ofNeuron).put("spike_time", time);
  }

  /** All of it, as arrays of their own. */
  public Arrays save() {
    Arrays.Builder arrays = Arrays.builder();
    for (int trial = 0; trial < traces.size(); trial++) {
      arrays.putAll(trial + "/", traces.get(trial).save());
    }
    return arrays.build();
  }

  /** Takes what {@link #save} gave, instead of its own. */
  public void restore(Arrays saved) {
    for (int trial = 0; trial < traces.size(); trial++) {
      traces.get(trial).restore(saved.below(trial + "/"));
    }
  }
}
