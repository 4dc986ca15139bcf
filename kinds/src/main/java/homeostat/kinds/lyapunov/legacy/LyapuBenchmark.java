package homeostat.kinds.lyapunov.legacy;

import homeostat.lab.LegacyScript;
import java.util.List;

/** {@code lyapu_benchmark}, which takes no options. */
public final class LyapuBenchmark implements LegacyScript {
  @Override
  public String script() {
    return "lyapu_benchmark";
  }

  @Override
  public String summary() {
    return "Lyapunov: what spectra cost; becomes lyapunov-benchmark";
  }

  @Override
  public List<String> translate(List<String> arguments) {
    Options.of("lyapu_benchmark", arguments, List.of());
    return List.of("run", "lyapunov-benchmark", "timing.precision=float32");
  }
}
