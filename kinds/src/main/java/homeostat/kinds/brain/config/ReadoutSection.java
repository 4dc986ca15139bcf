package homeostat.kinds.brain.config;

import homeostat.lab.config.Key;
import java.util.List;

/** {@code [readout]}: what tables, figures and the screen look at. */
public record ReadoutSection(
    @Key(
            value =
                "Whose mean rate is the headline; if empty, all that are not driven (in a screen:"
                    + " in any condition).",
            or = "[]")
        List<String> neurons,
    @Key(value = "The column by which rates are grouped.", or = "\"type\"") String by,
    @Key(value = "Groups in a figure, the most active ones.", min = 1, max = 200, or = "24")
        int groups) {}
