package homeostat.kinds.spiking.figures;

import homeostat.spiking.SpikeTrains;
import homeostat.spiking.statistics.SpikeStatistics;
import java.util.List;

/**
 * What a network did over a stretch of time: all that an activity figure is drawn from.
 *
 * @param population who the cells are
 * @param spikes of the neurons, all trials
 * @param inputSpikes of the inputs, trial 0
 * @param probes what was recorded inside single cells, in trial 0; may be empty
 */
public record Activity(
    Population population, SpikeTrains spikes, SpikeTrains inputSpikes, List<Probe> probes) {

  /**
   * The cells and their set points.
   *
   * @param types names of the cell types
   * @param cellTypes [neuron] cell type
   * @param inputs how the inputs are called together
   * @param targets [type] target rate in Hz
   * @param thresholds [type] in mV
   * @param synapses names of the synapse types with the colour group of each
   * @param dt time step in ms
   */
  public record Population(
      List<String> types,
      int[] cellTypes,
      String inputs,
      double[] targets,
      double[] thresholds,
      List<Synapse> synapses,
      double dt) {}

  /**
   * A synapse type.
   *
   * @param name for example {@code AMPA}
   * @param group number of its sending group, cell types first, then input types
   * @param sender name of the sending group
   * @param reversal in mV
   */
  public record Synapse(String name, int group, String sender, double reversal) {}

  /**
   * Recorded inside one cell, in trial 0.
   *
   * @param neuron its number
   * @param voltage [steps] potential after each step, mV
   * @param conductance [synapse type][steps] after each step, nS
   */
  public record Probe(int neuron, float[] voltage, float[][] conductance) {}

  /** Statistics of the spikes. */
  public SpikeStatistics statistics() {
    return new SpikeStatistics(
        spikes, population.cellTypes(), population.types().size(), population.dt());
  }

  /** Length in seconds. */
  public double seconds() {
    return spikes.steps() * population.dt() / 1000;
  }
}
