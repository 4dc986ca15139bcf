package homeostat.kinds.lyapunov.config;

import homeostat.lab.config.Key;

/** Config of {@code transition-to-chaos}. */
public record TransitionToChaosConfig(
    @Key("The network; its g is what the couplings have when they are not varied.")
        NetworkSection network,
    @Key("How exponents are computed.") SpectrumSection spectrum,
    @Key("What is varied.") SweepSection sweep) {}
