package homeostat.kinds.lyapunov.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a config says of a network that is not there is told. */
final class UnreadKeysTest {
  private static List<String> unread(String kind, String settings) {
    return ConfigLoader.load(kind, List.of(settings.split(" ")), Kinds.all()).notes().stream()
        .filter(note -> note.contains("has no effect"))
        .map(note -> note.replaceAll("command line: (.*): has no effect: .*", "$1"))
        .toList();
  }

  @Test
  void aKnownSystemHasNoNetwork() {
    String spectrum = "lyapunov-spectrum";
    assertEquals(
        List.of("network.n", "network.g"),
        unread(spectrum, "system=lorenz network.g=3 network.n=50 network.dt=0.1"));
    assertEquals(List.of("trained.cell"), unread(spectrum, "system=lorenz trained.cell=gru"));
    assertEquals(List.of(), unread(spectrum, "network.g=3 network.n=50"));
  }

  @Test
  void sharesAreOfTheCouplingsThatHaveThem() {
    String both = "network.density=0.2 network.excitatory=0.5 network.coupling=";
    assertEquals(
        List.of("network.density", "network.excitatory"),
        unread("transition-to-chaos", both + "orthogonal"));
    assertEquals(List.of("network.excitatory"), unread("lyapunov-spectrum", both + "sparse"));
    assertEquals(
        List.of("network.density"),
        unread(
            "lyapunov-convergence",
            both + "excitatory_inhibitory network.activation=tanh_positive"));
  }

  @Test
  void aGeneratedWiringHasNeitherRowsNorTables() {
    assertEquals(
        List.of(
            "network.coupling",
            "network.connectome.rows",
            "network.connectome.edges.minimum",
            "network.connectome.others"),
        unread(
            "spectrum-training",
            "network.connectome.source=generated network.activation=tanh_positive"
                + " network.coupling=sparse network.connectome.rows=receivers"
                + " network.connectome.edges.minimum=3 network.connectome.others=drop"
                + " network.connectome.dale=none"));
    assertEquals(
        List.of("network.connectome.balance"),
        unread("spectrum-training", "network.connectome.balance=spectral"));
  }
}
