package homeostat.kinds.spiking.config.network;

import homeostat.lab.config.Key;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code [recurrent.cell_types]}, {@code [feedforward.cell_types]}: who there is. */
public record CellTypesSection(
    @Key("Names of the cell types; every table by type follows this order.") List<String> names,
    @Key(
            value =
                "Share of each type; sums to 1. Not needed for one type, or for a wiring from"
                    + " network.file.",
            min = 0,
            max = 1)
        Optional<double[]> proportion) {

  /** Share of each type; equal shares where none are given. */
  public double[] shares() {
    return proportion.orElseGet(() -> {
      double[] equal = new double[names.size()];
      Arrays.fill(equal, 1.0 / names.size());
      return equal;
    });
  }
}
