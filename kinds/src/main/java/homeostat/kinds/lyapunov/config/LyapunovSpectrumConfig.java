package homeostat.kinds.lyapunov.config;

import homeostat.lab.config.Key;

/** Config of {@code lyapunov-spectrum}. */
public record LyapunovSpectrumConfig(
    @Key("The network.") NetworkSection network,
    @Key("How exponents are computed.") SpectrumSection spectrum,
    @Key("A network trained elsewhere, used instead.") ModelSection trained) {}
