package homeostat.connectome.format;

import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import homeostat.kernel.Csr;

/**
 * What a reader of one format hands over.
 *
 * @param nodes what the nodes are called
 * @param weights rows as they are in the file
 * @param named whether the file itself says which end sends, so that no orientation applies
 * @param provenance what was decided
 */
record ReadWiring(Nodes nodes, Csr weights, boolean named, Provenance provenance) {

  /** A matrix whose rows may be either end. */
  static ReadWiring matrix(Nodes nodes, Wire wire) {
    return wire.read(nodes, false, Provenance.none());
  }
}
