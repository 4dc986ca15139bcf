package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;

/** {@code [cv]}: the irregularity loss, a value without gradient. */
public record CvSection(
    @Key(
            value =
                "Whether intervals stay within a trial; the published program lets them bridge trials.",
            or = "false")
        boolean withinTrial) {}
