package homeostat.kinds.lyapunov.config;

import homeostat.lab.config.Key;

/** {@code [network]} of gradient flossing: x' = J tanh(x) + b + U s, y = V tanh(x) + c. */
public record ElmanSection(
    @Key(value = "Units.", unit = "units", min = 1, max = 20_000, or = "80") int n,
    @Key(value = "Deviation of J times sqrt(n) at the start.", min = 0, or = "1") double g,
    @Key(value = "Deviation of the input weights U at the start.", min = 0, or = "1") double input,
    @Key(value = "Deviation of the biases b at the start.", min = 0, or = "0.1") double bias,
    @Key(value = "Networks of each method and delay.", min = 1, max = 10_000, or = "2")
        int nSamples) {}
