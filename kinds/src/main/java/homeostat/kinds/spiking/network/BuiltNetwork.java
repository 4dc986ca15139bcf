package homeostat.kinds.spiking.network;

import homeostat.connectome.NetworkStructure;
import homeostat.kernel.Csr;
import homeostat.kinds.spiking.figures.Activity;
import homeostat.spiking.CellParameters;
import homeostat.spiking.Physiology;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.SynapseParameters;
import homeostat.spiking.SynapticWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network ready to run: its wiring, its dynamics, and how its cells are shown.
 *
 * @param structure the wiring
 * @param network the dynamics on it
 * @param population the cells, for figures
 */
public record BuiltNetwork(
    NetworkStructure structure, SpikingNetwork network, Activity.Population population) {

  /**
   * Puts dynamics on a wiring, with the refractory times of the cells.
   *
   * @param dt time step, ms
   * @param surrogateScale steepness of the surrogate derivative, 1/mV
   * @param targets target rate of each cell type, Hz
   */
  public static BuiltNetwork of(
      NetworkStructure structure,
      Physiology physiology,
      double dt,
      double surrogateScale,
      Map<String, Double> targets) {
    int[] cellTypes = structure.recurrent().types().index();
    SpikingNetwork network =
        new SpikingNetwork(
                structure.recurrent().weights(),
                structure.feedforward(),
                cellTypes,
                structure.inputTypes().index(),
                physiology,
                dt,
                surrogateScale)
            .refractory();
    List<String> names = physiology.cells().stream().map(CellParameters::name).toList();
    Activity.Population population =
        new Activity.Population(
            names,
            cellTypes,
            String.join(" + ", physiology.inputs()),
            names.stream().mapToDouble(targets::get).toArray(),
            physiology.cells().stream().mapToDouble(CellParameters::theta).toArray(),
            shown(physiology, names),
            dt);
    return new BuiltNetwork(structure, network, population);
  }

  private static List<Activity.Synapse> shown(Physiology physiology, List<String> names) {
    List<Activity.Synapse> synapses = new ArrayList<>();
    for (int k = 0; k < physiology.synapses(); k++) {
      SynapseParameters synapse = physiology.synapse(k);
      int group = physiology.group(k);
      String sender =
          group < names.size() ? names.get(group) : physiology.inputs().get(group - names.size());
      synapses.add(new Activity.Synapse(synapse.name(), group, sender, synapse.reversal()));
    }
    return synapses;
  }

  /** The same in the order of {@link SpikingNetwork#withSpikesInStep}. */
  public BuiltNetwork withSpikesInStep() {
    return new BuiltNetwork(structure, network.withSpikesInStep(), population);
  }

  /** The wiring with other weights. */
  public NetworkStructure with(SynapticWeights weights) {
    return new NetworkStructure(
        structure.recurrent().withWeights(weights.recurrent(), structure.recurrent().provenance()),
        weights.feedforward(),
        structure.inputTypes(),
        structure.provenance());
  }

  /**
   * The wiring with weights and scaling factors in force folded in: {@code W_ij A[c(i), c(j)]},
   * {@code V_ij A_FF[f(i), c(j)]}.
   */
  public NetworkStructure folded(ScalingFactors factors, SynapticWeights weights) {
    int types = population.types().size();
    Csr recurrent = scaled(weights.recurrent(), structure.recurrent().types().index(), 0, factors);
    Csr feedforward = scaled(weights.feedforward(), structure.inputTypes().index(), types, factors);
    return new NetworkStructure(
        structure
            .recurrent()
            .withWeights(
                recurrent,
                structure
                    .recurrent()
                    .provenance()
                    .note("weights with scaling factors folded in", recurrent.entries())),
        feedforward,
        structure.inputTypes(),
        structure
            .provenance()
            .note("weights with scaling factors folded in", feedforward.entries()));
  }

  private Csr scaled(Csr weights, int[] senderTypes, int shift, ScalingFactors factors) {
    int[] rowOf = weights.rowOfEntry();
    float[] values = new float[weights.entries()];
    for (int e = 0; e < values.length; e++) {
      int target = population.cellTypes()[weights.columns()[e]];
      values[e] = (float) (weights.values()[e] * factors.of(shift + senderTypes[rowOf[e]], target));
    }
    return weights.with(values);
  }
}
