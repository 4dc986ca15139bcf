package homeostat.kinds.lyapunov.legacy;

import homeostat.lab.LegacyScript;
import homeostat.lab.UserError;
import java.util.ArrayList;
import java.util.List;

/** {@code spectrum}: full spectra for spreads that double. */
public final class SpectrumScript implements LegacyScript {
  @Override
  public String script() {
    return "spectrum";
  }

  @Override
  public String summary() {
    return "Lyapunov: full spectra, dimension and entropy; becomes transition-to-chaos";
  }

  @Override
  public List<String> translate(List<String> arguments) {
    Options options =
        Options.of(
            "spectrum",
            arguments,
            List.of("n", "n_samples", "variance_max", "parameter", "activation", "save"));
    int values;
    try {
      values = Integer.parseInt(options.get("variance_max", "12"));
    } catch (NumberFormatException e) {
      throw new UserError(
          "spectrum: --variance_max " + options.get("variance_max", "") + " is no whole number");
    }
    List<String> out =
        new ArrayList<>(
            List.of(
                "run",
                "transition-to-chaos",
                "network.n=" + options.get("n", "100"),
                "network.g=1",
                "network.activation=" + options.get("activation", "std"),
                "spectrum.nle=0",
                "spectrum.tsim=200",
                "spectrum.tons=0.2",
                "spectrum.n_samples=" + options.require("n_samples"),
                "spectrum.compat=true",
                "sweep.gmin=1",
                "sweep.gmax=" + (1L << Math.max(0, values - 1)),
                "sweep.m_g=" + values,
                "sweep.spacing=logarithmic",
                "sweep.parameter=" + TransitionToChaosScript.parameters(options)));
    if (!options.truth("save", true)) {
      out.add("run.figures=false");
    }
    return out;
  }
}
