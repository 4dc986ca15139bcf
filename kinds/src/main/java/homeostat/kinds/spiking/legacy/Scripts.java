package homeostat.kinds.spiking.legacy;

import java.util.List;

/** The scripts of the published program that an {@code experiment.toml} may name. */
final class Scripts {
  private static final List<String> NAMES =
      List.of("network_inference.py", "homeostatic_plasticity.py", "backprop_hp.py");

  private Scripts() {}

  static List<String> names() {
    return NAMES;
  }

  /** Whether what the script does is done by a kind; which one, its parameter file tells. */
  static boolean known(String script) {
    String stem = script.replaceFirst("\\.py$", "").replace('-', '_');
    return stem.contains("network_inference")
        || stem.contains("homeostatic")
        || stem.endsWith("_hp")
        || stem.startsWith("conductance_based")
        || stem.startsWith("current_based");
  }
}
