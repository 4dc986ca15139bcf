package homeostat.kinds.lyapunov.config;

import homeostat.lab.config.Key;

/** Config of {@code gradient-flossing}. */
public record GradientFlossingConfig(
    @Key("The network at the start.") ElmanSection network,
    @Key("What is learned.") DelayTaskSection task,
    @Key("When and how exponents are flossed.") FlossingSection flossing) {}
