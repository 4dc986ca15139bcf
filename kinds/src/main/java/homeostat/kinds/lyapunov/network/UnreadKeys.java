package homeostat.kinds.lyapunov.network;

import homeostat.kinds.lyapunov.config.ConnectomeSection;
import homeostat.kinds.lyapunov.config.ConnectomeSection.Balanced;
import homeostat.kinds.lyapunov.config.ConnectomeSection.Dale;
import homeostat.kinds.lyapunov.config.ConnectomeSection.Source;
import homeostat.kinds.lyapunov.config.ConnectomeSection.Species;
import homeostat.kinds.lyapunov.config.ModelSection;
import homeostat.kinds.lyapunov.config.NetworkSection;
import homeostat.lab.config.Problems;

/** Keys that say nothing about the network that a config describes. */
public final class UnreadKeys {
  private UnreadKeys() {}

  /** Those of a network that is drawn, read or wired. */
  public static void of(NetworkSection network, Problems problems) {
    if (network.file().isPresent()) {
      String why = "the network is that of network.file";
      for (String key : new String[] {"n", "coupling", "g", "density", "excitatory"}) {
        problems.unused("network." + key, why);
      }
      problems.unused("network.connectome", why);
    } else if (network.connectome().source() == Source.NONE) {
      problems.unused("network.connectome", "network.connectome.source is \"none\"");
      if (network.coupling() != NetworkSection.Coupling.SPARSE) {
        problems.unused("network.density", "network.coupling is not \"sparse\"");
      }
      if (network.coupling() != NetworkSection.Coupling.EXCITATORY_INHIBITORY) {
        problems.unused("network.excitatory", "network.coupling is not \"excitatory_inhibitory\"");
      }
    } else {
      wired(network, problems);
    }
  }

  private static void wired(NetworkSection network, Problems problems) {
    ConnectomeSection connectome = network.connectome();
    String why = "the wiring is that of network.connectome";
    for (String key : new String[] {"coupling", "density", "excitatory"}) {
      problems.unused("network." + key, why);
    }
    if (connectome.source() != Source.GENERATED) {
      problems.unused("network.n", why);
    }
    if (connectome.source() != Source.FOLDER) {
      problems.unused("network.connectome.rows", "network.connectome.source is not \"folder\"");
    }
    if (connectome.source() != Source.EDGES) {
      problems.unused("network.connectome.edges", "network.connectome.source is not \"edges\"");
    }
    if (connectome.balance() == Balanced.PUBLISHED) {
      problems.unused("network.g", "network.connectome.balance is \"published\"");
    }
    if (connectome.dale() == Dale.NONE) {
      problems.unused("network.connectome.species", "network.connectome.dale is \"none\"");
    }
    if (connectome.dale() == Dale.NONE || connectome.species() == Species.FILE) {
      problems.unused("network.connectome.others", "signs do not come from transmitters");
    }
  }

  /** Those of a system that is named instead. */
  public static void of(ModelSection trained, Problems problems) {
    if (trained.given()) {
      problems.unused("network", "trained." + source(trained) + " names the system");
    }
    if (trained.model().isEmpty()) {
      problems.unused("trained.cell", "it describes the file in trained.model");
    }
    if (trained.model().isEmpty() || trained.cell() != ModelSection.Cell.RNN) {
      problems.unused("trained.rectified", "it describes an rnn in trained.model");
    }
  }

  private static String source(ModelSection trained) {
    if (trained.of().isPresent()) {
      return "of";
    }
    return trained.model().isPresent() ? "model" : "system";
  }
}
