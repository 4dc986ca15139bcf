package homeostat.kinds.spiking;

import homeostat.kinds.spiking.config.RecordSection;
import homeostat.kinds.spiking.network.NetworkRecipe;
import homeostat.kinds.spiking.network.WiringSize;
import homeostat.kinds.spiking.recording.ChosenNeurons;
import homeostat.kinds.spiking.recording.Recorder;
import homeostat.lab.config.Problems;
import java.util.List;

/** Bytes of what a user asks to be recorded, before there is a network. */
final class RecordedSize {
  /** Cells of each type that are recorded unless others are named. */
  private static final long PROBES = 12;

  private RecordedSize() {}

  static long bytes(
      RecordSection section, NetworkRecipe recipe, WiringSize size, long steps, int trials) {
    return Recorder.bytes(
        section, neurons(section, recipe, size), recipe.synapses(), steps, trials);
  }

  /**
   * Settings that say how to record, without what; more than there is; neurons that cannot be.
   *
   * @param generated whether the network is generated, so that its neurons are known
   * @param trials of the run
   */
  static void check(
      RecordSection section,
      NetworkRecipe recipe,
      boolean generated,
      int trials,
      Problems problems) {
    boolean told = !section.equals(RecordSection.nothing());
    if (section.quantities().isEmpty() && told) {
      problems.warn(
          "record.quantities",
          "is empty: the other settings of record have no effect; name spikes, voltages,"
              + " conductances");
    }
    if (section.quantities().equals(List.of(RecordSection.Quantity.SPIKES))
        && section.every() > 1) {
      problems.warn("record.every", "has no effect on spikes");
    }
    if (section.trials() > trials) {
      problems.warn(
          "record.trials", section.trials() + " are more than the run has; all " + trials);
    }
    if (generated && !section.neurons().isBlank()) {
      try {
        ChosenNeurons.of(section.neurons(), recipe.cellTypes(), recipe.expectedTypes());
      } catch (IllegalArgumentException e) {
        problems.add("record.neurons", String.valueOf(e.getMessage()));
      }
    }
  }

  private static long neurons(RecordSection section, NetworkRecipe recipe, WiringSize size) {
    if (section.neurons().isBlank()) {
      return PROBES * recipe.cellTypes().size();
    }
    try {
      return ChosenNeurons.of(section.neurons(), recipe.cellTypes(), recipe.expectedTypes()).length;
    } catch (IllegalArgumentException e) {
      return size.neurons(); // of a network from a file, which may have them
    }
  }
}
