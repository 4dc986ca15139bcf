package homeostat.kinds.brain.bench;

import homeostat.connectome.brain.Brain;
import homeostat.connectome.brain.RowBuilder;
import homeostat.connectome.brain.SynapseRows;

/** Cuts connections into parallel ones of the same total, as sources list them by neuropil. */
final class Splitting {
  private Splitting() {}

  static Brain split(Brain brain, int pieces) {
    if (pieces == 1) {
      return brain;
    }
    SynapseRows rows = brain.rows();
    RowBuilder split =
        new RowBuilder(rows.neurons(), Math.multiplyExact(pieces, rows.entries().length));
    for (int sender = 0; sender < rows.neurons(); sender++) {
      for (int e = rows.offsets()[sender]; e < rows.offsets()[sender + 1]; e++) {
        int left = (int) rows.weight(e);
        for (int piece = pieces; piece > 1 && left != 0; piece--) {
          int part = left / piece;
          if (part != 0) {
            split.add(rows.target(e), part);
            left -= part;
          }
        }
        split.add(rows.target(e), left);
      }
      split.endRow();
    }
    return brain.with(split.build(), brain.provenance());
  }
}
