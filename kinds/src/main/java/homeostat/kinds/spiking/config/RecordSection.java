package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;
import java.util.List;

/**
 * {@code [record]}: what runs without learning write of single neurons into {@code recording.npz}.
 */
public record RecordSection(
    @Key(
            value =
                "What is written: spikes, voltages, conductances (of current-based synapses their"
                    + " currents); nothing if empty.",
            or = "[]")
        List<Quantity> quantities,
    @Key(
            value =
                "Of which neurons: numbers, ranges (0..9) and cell types, joined by commas; without"
                    + " it the twelve of each type that figures look into.",
            or = "\"\"")
        String neurons,
    @Key(
            value = "The first trials that are written.",
            unit = "trials",
            min = 1,
            max = 1000,
            or = "1")
        int trials,
    @Key(
            value = "Every how many steps potentials and conductances are written.",
            unit = "steps",
            min = 1,
            max = 1_000_000,
            or = "1")
        int every) {

  /** What can be recorded. */
  public enum Quantity {
    SPIKES,
    VOLTAGES,
    CONDUCTANCES
  }

  /** Nothing. */
  public static RecordSection nothing() {
    return new RecordSection(List.of(), "", 1, 1);
  }
}
