package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;
import java.util.List;

/** {@code [recurrent.cell_types]}, {@code [feedforward.cell_types]}: who there is. */
public record CellTypesSection(
    @Key("Names of the cell types; every table by type follows this order.") List<String> names,
    @Key(value = "Share of each type; sums to 1.", min = 0, max = 1) double[] proportion) {}
