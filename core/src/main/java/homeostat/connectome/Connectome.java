package homeostat.connectome;

import homeostat.kernel.Csr;
import java.util.Optional;

/**
 * Immutable wiring: nodes (neurons or regions) with names and cell types, sparse weights from
 * senders to receivers, and how it came to be. Equal by content.
 *
 * @param nodes what the nodes are called
 * @param types the cell type of each node
 * @param weights [sender][receiver]; a stored entry is a connection, also where its weight is 0
 * @param assemblies the assembly of each node, where there are assemblies
 * @param signs the sign of each sender, where it is known apart from the weights
 * @param positions where the nodes are, where that is known
 * @param provenance source files and decisions
 */
public record Connectome(
    Nodes nodes,
    CellTypes types,
    Csr weights,
    Optional<Assemblies> assemblies,
    Optional<Signs> signs,
    Optional<Positions> positions,
    Provenance provenance) {

  /** Checks that all parts have the same number of nodes. */
  public Connectome {
    int n = nodes.count();
    require(weights.rows() == n && weights.cols() == n, "weights are " + weights, n);
    require(types.nodes() == n, "cell types cover " + types.nodes() + " nodes", n);
    assemblies.ifPresent(
        a -> require(a.ids().length == n, "assemblies cover " + a.ids().length + " nodes", n));
    signs.ifPresent(
        s -> require(s.values().length == n, "signs cover " + s.values().length + " nodes", n));
    positions.ifPresent(p -> require(p.nodes() == n, "positions cover " + p.nodes() + " nodes", n));
  }

  /** Wiring of which only nodes, types and weights are known. */
  public static Connectome of(Nodes nodes, CellTypes types, Csr weights, Provenance provenance) {
    return new Connectome(
        nodes, types, weights, Optional.empty(), Optional.empty(), Optional.empty(), provenance);
  }

  /** Number of nodes. */
  public int size() {
    return nodes.count();
  }

  /** The same wiring with other weights on the same or other connections. */
  public Connectome withWeights(Csr other, Provenance longer) {
    return new Connectome(nodes, types, other, assemblies, signs, positions, longer);
  }

  private static void require(boolean holds, String part, int nodes) {
    if (!holds) {
      throw new IllegalArgumentException(part + ", but the connectome has " + nodes + " nodes");
    }
  }
}
