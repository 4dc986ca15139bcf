package homeostat.kinds.spiking.recording;

import homeostat.array.Arrays;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.SpikingNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Potentials and conductances of some cells of a trial, every so many steps:
 *
 * <pre>
 *   voltages [sample][neuron] in mV, conductances [sample][neuron][synapse type] in nS
 * </pre>
 */
final class SampledTraces {
  private final int[] cells;
  private final int trial;
  private final int every;
  private final int synapses;
  private final Optional<ConductanceReplay> replay;
  private final List<float[]> voltages = new ArrayList<>();
  private final List<float[]> conductances = new ArrayList<>();
  private long steps;

  /**
   * @param every steps between samples; the first is taken after as many
   * @param open whether conductances are wanted
   */
  SampledTraces(SpikingNetwork network, int[] cells, int trial, int every, boolean open) {
    this.cells = cells.clone();
    this.trial = trial;
    this.every = every;
    this.synapses = network.physiology().synapses();
    this.replay =
        open ? Optional.of(new ConductanceReplay(network, cells, trial)) : Optional.empty();
  }

  /** Takes in a chunk. */
  void add(ChunkRecord record, ChunkInput input) {
    int count = record.steps();
    int first = (int) (every - 1 - steps % every);
    int samples = first >= count ? 0 : (count - 1 - first) / every + 1;
    float[] v = new float[samples * cells.length];
    for (int s = 0; s < samples; s++) {
      for (int i = 0; i < cells.length; i++) {
        v[s * cells.length + i] = record.voltage(trial, first + s * every, cells[i]);
      }
    }
    voltages.add(v);
    replay.ifPresent(one -> conductances.add(sampled(one, record, input, first, samples)));
    steps += count;
  }

  private float[] sampled(
      ConductanceReplay one, ChunkRecord record, ChunkInput input, int first, int samples) {
    int count = record.steps();
    float[] all = new float[synapses * count];
    float[] g = new float[samples * cells.length * synapses];
    for (int i = 0; i < cells.length; i++) {
      one.add(i, record, input, all, 0);
      for (int s = 0; s < samples; s++) {
        for (int k = 0; k < synapses; k++) {
          g[(s * cells.length + i) * synapses + k] = all[k * count + first + s * every];
        }
      }
    }
    return g;
  }

  /** Samples so far. */
  int samples() {
    return (int) (steps / every);
  }

  /** Copies [sample][neuron] potentials to a place; returns the place after them. */
  int voltages(float[] into, int at) {
    return copied(voltages, into, at);
  }

  /**
   * Copies [sample][neuron][synapse type] conductances to a place; returns the place after them.
   */
  int conductances(float[] into, int at) {
    return copied(conductances, into, at);
  }

  private static int copied(List<float[]> parts, float[] into, int at) {
    int to = at;
    for (float[] part : parts) {
      System.arraycopy(part, 0, into, to, part.length);
      to += part.length;
    }
    return to;
  }

  private static float[] joined(List<float[]> parts) {
    float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
    copied(parts, all, 0);
    return all;
  }

  /** All of it, as arrays of their own. */
  Arrays save() {
    Arrays.Builder all =
        Arrays.builder()
            .put("steps", new double[] {steps})
            .put("voltages", joined(voltages))
            .put("conductances", joined(conductances));
    replay.ifPresent(one -> all.putAll("replay/", one.save()));
    return all.build();
  }

  /** Takes what {@link #save} gave, instead of its own. */
  void restore(Arrays saved) {
    steps = (long) saved.doubles("steps")[0];
    voltages.clear();
    voltages.add(saved.floats("voltages"));
    conductances.clear();
    conductances.add(saved.floats("conductances"));
    replay.ifPresent(one -> one.restore(saved.below("replay/")));
  }
}
