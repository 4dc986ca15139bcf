package homeostat.kinds.disinhibition.config;

import homeostat.lab.config.Key;

/** Config of {@code plasticity-curve}. */
public record CurveConfig(
    @Key("Which curves.") CurveSection curve, @Key("The pair.") PairSection pair) {}
