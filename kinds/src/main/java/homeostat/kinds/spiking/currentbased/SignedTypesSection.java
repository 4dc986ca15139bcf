package homeostat.kinds.spiking.currentbased;

import homeostat.lab.config.Key;
import java.util.List;

/** {@code [inputs.cell_types]}, {@code [connectome.cell_types]}: who there is. */
public record SignedTypesSection(
    @Key("Names of the types; every table by type follows this order.") List<String> names,
    @Key(value = "1 for a type that excites, -1 for one that inhibits.", min = -1, max = 1)
        double[] signs,
    @Key(value = "Share of each type; sums to 1.", min = 0, max = 1) double[] proportion) {}
