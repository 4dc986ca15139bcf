package homeostat.connectome.brain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.connectome.CellTypes;
import homeostat.connectome.Connectome;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import homeostat.connectome.Signs;
import homeostat.kernel.Csr;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrainTest {
  private static Connectome connectome(Nodes nodes, Optional<Signs> signs, float... values) {
    return new Connectome(
        nodes,
        CellTypes.single("x", 3),
        new Csr(3, 3, new int[] {0, 1, 2, 3}, new int[] {1, 2, 0}, values),
        Optional.empty(),
        signs,
        Optional.empty(),
        Provenance.none());
  }

  private static List<Double> weights(Brain brain) {
    return List.of(brain.rows().weight(0), brain.rows().weight(1), brain.rows().weight(2));
  }

  @Test
  void namesOfAConnectomeAreKept() {
    Brain named =
        Brain.of(connectome(new Nodes.Named(List.of("c", "a", "b")), Optional.empty(), 1, 2, 3));
    assertEquals("c", named.label(0));
    assertEquals("b", named.label(2));
    Brain identified =
        Brain.of(connectome(new Nodes.Identified(new long[] {7, 8, 9}), Optional.empty(), 1, 2, 3));
    assertEquals("9", identified.label(2));
    assertEquals(
        "2", Brain.of(connectome(new Nodes.Numbered(3), Optional.empty(), 1, 2, 3)).label(2));
  }

  @Test
  void knownSignsAreTheSignsOfUnsignedWeights() {
    Optional<Signs> signs = Optional.of(new Signs(new int[] {1, -1, 0}));
    Brain brain = Brain.of(connectome(new Nodes.Numbered(3), signs, 4, 5, 6));
    assertEquals(List.of(4.0, -5.0, 6.0), weights(brain));
    String told = brain.provenance().decisions().toString();
    assertTrue(told.contains("senders made inhibitory by their known sign (1)"), told);
    assertTrue(told.contains("warning: senders of unknown sign: taken as excitatory (1)"), told);
  }

  @Test
  void signedWeightsStayAndContradictionsAreTold() {
    Optional<Signs> signs = Optional.of(new Signs(new int[] {-1, -1, 0}));
    Brain brain = Brain.of(connectome(new Nodes.Numbered(3), signs, 4, -5.5f, 6));
    assertEquals(List.of(4.0, -5.5, 6.0), weights(brain));
    String told = brain.provenance().warnings().toString();
    assertTrue(told.contains("against their known sign: kept (1)"), told);
  }
}
