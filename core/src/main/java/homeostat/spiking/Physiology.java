package homeostat.spiking;

import java.util.List;
import java.util.stream.Stream;

/**
 * The parameters of a network: cell types with their synapse types, input types with theirs.
 * Synapse types are numbered k = 0.. over the recurrent ones, then over the feedforward ones;
 * presynaptic groups are numbered p = 0.. over the cell types, then over the input types.
 *
 * @param cells the cell types, in the order of their numbers
 * @param recurrent synapse types whose source is a cell type
 * @param inputs names of the input types
 * @param feedforward synapse types whose source is an input type
 */
public record Physiology(
    List<CellParameters> cells,
    List<SynapseParameters> recurrent,
    List<String> inputs,
    List<SynapseParameters> feedforward) {

  /** Most synapse types of one network: two clamp flags each share a 32-bit word on the tape. */
  public static final int MAX_SYNAPSES = 16;

  /** Checks that every source exists. */
  public Physiology {
    cells = List.copyOf(cells);
    recurrent = List.copyOf(recurrent);
    inputs = List.copyOf(inputs);
    feedforward = List.copyOf(feedforward);
    checkSources(recurrent, cells.size(), "cell types");
    checkSources(feedforward, inputs.size(), "input types");
    if (cells.isEmpty()) {
      throw new IllegalArgumentException("a network needs at least one cell type");
    }
    if (recurrent.size() + feedforward.size() > MAX_SYNAPSES) {
      throw new IllegalArgumentException(
          recurrent.size() + feedforward.size() + " synapse types are more than " + MAX_SYNAPSES);
    }
    long ofCurrent =
        Stream.concat(recurrent.stream(), feedforward.stream())
            .filter(SynapseParameters::ofCurrent)
            .count();
    if (ofCurrent > 0 && ofCurrent < recurrent.size() + feedforward.size()) {
      throw new IllegalArgumentException(
          ofCurrent + " of the synapse types are current-based; all have to be, or none");
    }
  }

  /** Whether the synapses are current-based; all of them are, or none. */
  public boolean currentBased() {
    return synapses() > 0 && synapse(0).ofCurrent();
  }

  private static void checkSources(List<SynapseParameters> synapses, int types, String what) {
    for (SynapseParameters synapse : synapses) {
      if (synapse.source() < 0 || synapse.source() >= types) {
        throw new IllegalArgumentException(
            "synapse "
                + synapse.name()
                + " comes from type "
                + synapse.source()
                + " of "
                + types
                + " "
                + what);
      }
    }
  }

  /** Number of cell types C. */
  public int types() {
    return cells.size();
  }

  /** Number of input types F. */
  public int inputTypes() {
    return inputs.size();
  }

  /** Number of synapse types, recurrent and feedforward. */
  public int synapses() {
    return recurrent.size() + feedforward.size();
  }

  /** Synapse type k. */
  public SynapseParameters synapse(int k) {
    return k < recurrent.size() ? recurrent.get(k) : feedforward.get(k - recurrent.size());
  }

  /** Presynaptic group p of synapse type k: a cell type, or C + an input type. */
  public int group(int k) {
    return k < recurrent.size() ? synapse(k).source() : types() + synapse(k).source();
  }

  /** Number of presynaptic groups, C + F. */
  public int groups() {
    return types() + inputTypes();
  }
}
