package homeostat.kinds.lyapunov.config;

import homeostat.lab.config.Key;

/** Config of {@code lyapunov-benchmark}. */
public record LyapunovBenchmarkConfig(@Key("What is timed.") TimingSection timing) {}
