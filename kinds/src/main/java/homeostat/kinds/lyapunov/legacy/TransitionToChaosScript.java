package homeostat.kinds.lyapunov.legacy;

import homeostat.lab.LegacyScript;
import java.util.ArrayList;
import java.util.List;

/** {@code transition_2_chaos}: the largest exponent against the spread of parameters. */
public final class TransitionToChaosScript implements LegacyScript {
  @Override
  public String script() {
    return "transition_2_chaos";
  }

  @Override
  public String summary() {
    return "Lyapunov: the transition to chaos; becomes transition-to-chaos";
  }

  @Override
  public List<String> translate(List<String> arguments) {
    Options options =
        Options.of(
            "transition_2_chaos",
            arguments,
            List.of("gmin", "gmax", "m_g", "n_samples", "parameter", "activation", "save"));
    List<String> out =
        new ArrayList<>(
            List.of(
                "run",
                "transition-to-chaos",
                "network.n=1000",
                "network.g=1",
                "network.activation=" + options.get("activation", "std"),
                "spectrum.nle=1",
                "spectrum.tsim=200",
                "spectrum.tons=0.2",
                "spectrum.n_samples=" + options.require("n_samples"),
                "spectrum.compat=true",
                "sweep.gmin=" + options.require("gmin"),
                "sweep.gmax=" + options.require("gmax"),
                "sweep.m_g=" + options.get("m_g", "7"),
                "sweep.parameter=" + parameters(options)));
    if (!options.truth("save", true)) {
      out.add("run.figures=false");
    }
    return out;
  }

  static String parameters(Options options) {
    List<String> names =
        options.values().getOrDefault("parameter", List.of("weights")).stream()
            .map(name -> "\"" + name + "\"")
            .toList();
    return "[" + String.join(", ", names) + "]";
  }
}
