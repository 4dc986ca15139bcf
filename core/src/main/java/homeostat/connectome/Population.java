package homeostat.connectome;

import java.util.Optional;

/**
 * Nodes before they are wired.
 *
 * @param types the cell type of each node
 * @param assemblies the assembly of each node, where there are assemblies
 * @param provenance what was decided, with warnings
 */
public record Population(CellTypes types, Optional<Assemblies> assemblies, Provenance provenance) {

  /** Checks that both parts have the same number of nodes. */
  public Population {
    if (assemblies.isPresent() && assemblies.get().ids().length != types.nodes()) {
      throw new IllegalArgumentException(
          assemblies.get() + " do not fit " + types.nodes() + " nodes");
    }
  }

  /** Number of nodes. */
  public int size() {
    return types.nodes();
  }
}
