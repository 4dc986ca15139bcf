package homeostat.connectome;

import homeostat.kernel.Csr;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.List;

/**
 * Weight distributions by [source type][target type], and the sign of each source type.
 *
 * @param blocks [source type][target type]
 * @param signs [source type] +1 or -1, multiplied into the weights; empty for unsigned weights, as
 *     conductance models take them
 */
public record WeightTable(List<List<WeightDistribution>> blocks, List<Integer> signs) {

  /** Checks the signs. */
  public WeightTable {
    blocks = blocks.stream().map(List::copyOf).toList();
    signs = List.copyOf(signs);
    if (!signs.isEmpty() && signs.size() != blocks.size()) {
      throw new IllegalArgumentException(
          signs.size() + " cell type signs for " + blocks.size() + " source types");
    }
    for (int sign : signs) {
      if (sign != 1 && sign != -1) {
        throw new IllegalArgumentException("cell type sign " + sign + " is neither 1 nor -1");
      }
    }
  }

  /** Unsigned weights. */
  public static WeightTable unsigned(List<List<WeightDistribution>> blocks) {
    return new WeightTable(blocks, List.of());
  }

  /** One distribution for every pair of types. */
  public static WeightTable same(WeightDistribution all, int sourceTypes, int targetTypes) {
    return unsigned(
        java.util.Collections.nCopies(
            sourceTypes, java.util.Collections.nCopies(targetTypes, all)));
  }

  /**
   * Draws a weight for every connection. Each block has a stream of its own and its connections are
   * taken by ascending source, then target.
   */
  Csr draw(Csr wiring, Groups sources, Groups targets, Stream stream) {
    float[] values = new float[wiring.entries()];
    Draws[] cursors = new Draws[sources.count() * targets.count()];
    for (int i = 0; i < wiring.rows(); i++) {
      int g = sources.of()[i];
      for (int e = wiring.offsets()[i]; e < wiring.offsets()[i + 1]; e++) {
        int h = targets.of()[wiring.columns()[e]];
        int block = g * targets.count() + h;
        if (cursors[block] == null) {
          cursors[block] = Wiring.blockStream(stream, sources, g, targets, h).draws();
        }
        int p = sources.type(g);
        double drawn = blocks.get(p).get(targets.type(h)).draw(cursors[block]);
        values[e] = (float) (signs.isEmpty() ? drawn : signs.get(p) * drawn);
      }
    }
    return wiring.with(values);
  }
}
