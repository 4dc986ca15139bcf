package homeostat.kinds.lyapunov.legacy;

import homeostat.lab.LegacyScript;
import java.util.List;

/** {@code lyapu_convergence}: running estimates of one network from several starts. */
public final class LyapuConvergence implements LegacyScript {
  @Override
  public String script() {
    return "lyapu_convergence";
  }

  @Override
  public String summary() {
    return "Lyapunov: running estimates; becomes lyapunov-convergence";
  }

  @Override
  public List<String> translate(List<String> arguments) {
    Options options =
        Options.of(
            "lyapu_convergence",
            arguments,
            List.of("tons", "activation", "g", "n_samples", "n", "nle"));
    return List.of(
        "run",
        "lyapunov-convergence",
        "network.n=" + options.get("n", "100"),
        "network.g=" + options.get("g", "1.5"),
        "network.activation=" + options.require("activation"),
        "spectrum.nle=" + options.get("nle", "20"),
        "spectrum.tons=" + options.require("tons"),
        "spectrum.tsim=700",
        "spectrum.n_samples=" + options.get("n_samples", "5"),
        "spectrum.compat=true",
        "run.seed=10");
  }
}
