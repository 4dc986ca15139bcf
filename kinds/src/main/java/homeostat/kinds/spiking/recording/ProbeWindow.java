package homeostat.kinds.spiking.recording;

import homeostat.array.Arrays;
import homeostat.kinds.spiking.figures.Activity;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.SpikingNetwork;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Potentials and conductances of some cells over the last chunks of a trial: the potentials that
 * the chunk recorded, and conductances {@linkplain ConductanceReplay replayed} from the spikes.
 */
public final class ProbeWindow {
  private final SpikingNetwork network;
  private final int[] cells;
  private final int trial;
  private final int capacity;
  private final ConductanceReplay conductances;

  private final ArrayDeque<float[]> chunks = new ArrayDeque<>();

  /**
   * @param cells neurons that are looked into
   * @param trial that is recorded
   * @param capacity chunks that are kept
   */
  public ProbeWindow(SpikingNetwork network, int[] cells, int trial, int capacity) {
    this.network = network;
    this.cells = cells.clone();
    this.trial = trial;
    this.capacity = capacity;
    this.conductances = new ConductanceReplay(network, cells, trial);
  }

  /** Takes in a chunk, with the weights and factors that it ran with. */
  public void add(ChunkRecord record, ChunkInput input) {
    int steps = record.steps();
    int width = rows() * steps;
    float[] traces = new float[cells.length * width];
    for (int probe = 0; probe < cells.length; probe++) {
      int at = probe * width;
      for (int t = 0; t < steps; t++) {
        traces[at + t] = record.voltage(trial, t, cells[probe]);
      }
      conductances.add(probe, record, input, traces, at + steps);
    }
    chunks.addLast(traces);
    if (chunks.size() > capacity) {
      chunks.removeFirst();
    }
  }

  /** Rows of a cell: its potential and a conductance for each synapse type. */
  private int rows() {
    return 1 + network.physiology().synapses();
  }

  private int steps(float[] traces) {
    return cells.length == 0 ? 0 : traces.length / (cells.length * rows());
  }

  /** All kept chunks, one after the other. */
  public List<Activity.Probe> recorded() {
    int total = chunks.stream().mapToInt(this::steps).sum();
    List<Activity.Probe> probes = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      float[][] rows = new float[rows()][total];
      int at = 0;
      for (float[] traces : chunks) {
        int steps = steps(traces);
        for (int r = 0; r < rows.length; r++) {
          System.arraycopy(traces, (i * rows.length + r) * steps, rows[r], at, steps);
        }
        at += steps;
      }
      probes.add(
          new Activity.Probe(
              cells[i], rows[0], java.util.Arrays.copyOfRange(rows, 1, rows.length)));
    }
    return probes;
  }

  /** All of it, as arrays of their own. */
  public Arrays save() {
    int[] lengths = chunks.stream().mapToInt(traces -> traces.length).toArray();
    float[] all = new float[java.util.Arrays.stream(lengths).sum()];
    int at = 0;
    for (float[] traces : chunks) {
      System.arraycopy(traces, 0, all, at, traces.length);
      at += traces.length;
    }
    return Arrays.builder()
        .put("traces", all)
        .put("lengths", lengths)
        .putAll("", conductances.save())
        .build();
  }

  /** Takes what {@link #save} gave, instead of its own. */
  public void restore(Arrays saved) {
    float[] all = saved.floats("traces");
    chunks.clear();
    int at = 0;
    for (int length : saved.ints("lengths")) {
      chunks.addLast(java.util.Arrays.copyOfRange(all, at, at + length));
      at += length;
    }
    conductances.restore(saved);
  }
}
