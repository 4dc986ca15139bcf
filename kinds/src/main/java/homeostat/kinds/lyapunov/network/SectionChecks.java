package homeostat.kinds.lyapunov.network;

import homeostat.kinds.lyapunov.config.ConnectomeSection;
import homeostat.kinds.lyapunov.config.NetworkSection;
import homeostat.kinds.lyapunov.config.SpectrumSection;
import homeostat.lab.config.Problems;
import homeostat.rate.Activation;

/** Mistakes across keys that all Lyapunov kinds share. */
public final class SectionChecks {
  private SectionChecks() {}

  /** Tells what is wrong with a connectome. */
  public static void check(NetworkSection network, Problems problems) {
    ConnectomeSection connectome = network.connectome();
    if (network.file().isPresent() && (network.sigmaGains() > 0 || network.sigmaShifts() > 0)) {
      problems.add(
          "network.file",
          "has gains and shifts of its own; leave out sigma_gains and sigma_shifts");
    }
    boolean folder = connectome.source() == ConnectomeSection.Source.FOLDER;
    if (folder != connectome.folder().isPresent()) {
      problems.add(
          folder ? "network.connectome.source" : "network.connectome.folder",
          folder
              ? "is \"folder\", which network.connectome.folder must name"
              : "is given, so network.connectome.source must be \"folder\"");
    }
    boolean edges = connectome.source() == ConnectomeSection.Source.EDGES;
    if (edges != connectome.edges().connections().isPresent()) {
      problems.add(
          edges ? "network.connectome.source" : "network.connectome.edges.connections",
          edges
              ? "is \"edges\", whose table network.connectome.edges.connections must name"
              : "is given, so network.connectome.source must be \"edges\"");
    }
    if (connectome.source() != ConnectomeSection.Source.NONE) {
      if (network.file().isPresent()) {
        problems.add("network.file", "and network.connectome both give the wiring; keep one");
      }
      if (connectome.dale() == ConnectomeSection.Dale.SENDER && signed(network.activation())) {
        problems.warn(
            "network.activation",
            "is signed: a unit below 0 turns the sign of its effect; Dale's principle needs"
                + " tanh_positive");
      }
    }
  }

  private static boolean signed(String activation) {
    try {
      return !Activation.named(activation).positive();
    } catch (IllegalArgumentException e) {
      return false; // told of already
    }
  }

  /** Tells of more exponents than units; nothing where other mistakes hide how many there are. */
  public static void exponents(String key, int nle, NetworkSection network, Problems problems) {
    boolean folder =
        network.connectome().source() == ConnectomeSection.Source.FOLDER
            && network.connectome().folder().isEmpty();
    boolean edges =
        network.connectome().source() == ConnectomeSection.Source.EDGES
            && network.connectome().edges().connections().isEmpty();
    if (folder || edges || !isActivation(network.activation())) {
      return;
    }
    int n = NetworkSize.known(network).n();
    if (nle > n) {
      problems.add(key, "is " + nle + ", but there are " + n + " units");
    }
  }

  /**
   * Tells of gains or shifts that vary or are trained under tanh, which has none: a mistake, unless
   * the published Jacobian is asked for, which takes gains for any activation.
   */
  public static void withoutEffect(String key, String what, boolean compat, Problems problems) {
    if (compat) {
      problems.warn(
          key,
          what
              + ", on which gains and shifts have no effect; they change the published Jacobian"
              + " alone");
    } else {
      problems.add(
          key,
          what
              + ", on which gains and shifts have no effect; take tanh_stretched or"
              + " tanh_positive");
    }
  }

  private static boolean isActivation(String name) {
    try {
      return Activation.named(name) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Tells what is wrong with network and spectrum. */
  public static void check(NetworkSection network, SpectrumSection spectrum, Problems problems) {
    check(network, problems);
    try {
      Activation activation = Activation.named(network.activation());
      if (!activation.modulated() && (network.sigmaGains() > 0 || network.sigmaShifts() > 0)) {
        withoutEffect("network.activation", "is tanh", spectrum.compat(), problems);
      }
      boolean dale = network.coupling() == NetworkSection.Coupling.EXCITATORY_INHIBITORY;
      if (dale && !activation.positive()) {
        problems.warn(
            "network.activation",
            "is signed: a unit below 0 turns the sign of its effect; Dale's principle needs"
                + " tanh_positive");
      }
    } catch (IllegalArgumentException e) {
      problems.add("network.activation", String.valueOf(e.getMessage()));
    }
    if (spectrum.compat() && network.noise() > 0) {
      problems.add("network.noise", "is not of the published program (spectrum.compat)");
    }
    exponents("spectrum.nle", spectrum.nle(), network, problems);
    if (spectrum.condition() != 0 && spectrum.condition() <= 1) {
      problems.add("spectrum.condition", "is a ratio above 1, or 0 for the usual one");
    }
    if (spectrum.tons() > 0 && spectrum.tons() < network.dt()) {
      problems.add("spectrum.tons", "is shorter than a step, network.dt = " + network.dt());
    }
    if (spectrum.tons() > 10) {
      problems.warn(
          "spectrum.tons", "above 10 tau the lower exponents lose digits, in float32 all of them");
    }
  }
}
