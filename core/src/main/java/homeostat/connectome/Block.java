package homeostat.connectome;

import homeostat.kernel.Draws;
import java.util.BitSet;

/**
 * The connections of one block, as a bit for each (source, target) pair.
 *
 * @param sources number of source nodes
 * @param targets number of target nodes
 * @param noSelf sources and targets are the same nodes in the same order, and no node may connect
 *     to itself
 * @param bits bit {@code i * targets + j} is set when source i connects to target j
 */
record Block(int sources, int targets, boolean noSelf, BitSet bits) {

  static Block empty(int sources, int targets, boolean noSelf) {
    if ((long) sources * targets > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a block of "
              + sources
              + " x "
              + targets
              + " neurons is beyond 2^31 pairs; use more assemblies or cell types");
    }
    return new Block(sources, targets, noSelf, new BitSet(sources * targets));
  }

  /** How many pairs may be connected. */
  int capacity() {
    return sources * targets - (noSelf ? sources : 0);
  }

  boolean permits(int i, int j) {
    return !noSelf || i != j;
  }

  boolean free(int i, int j) {
    return permits(i, j) && !bits.get(i * targets + j);
  }

  void connect(int i, int j) {
    bits.set(i * targets + j);
  }

  void cut(int i, int j) {
    bits.clear(i * targets + j);
  }

  /** Connects every permitted pair that is not connected, and cuts the others. */
  Block complement() {
    bits.flip(0, sources * targets);
    if (noSelf) {
      for (int i = 0; i < sources; i++) {
        cut(i, i);
      }
    }
    return this;
  }

  /**
   * Independent Bernoulli pairs, by geometric gaps between connections: the number of pairs skipped
   * is floor(ln(1 - u) / ln(1 - p)).
   */
  static Block bernoulli(int sources, int targets, boolean noSelf, double p, Draws draws) {
    Block block = empty(sources, targets, noSelf);
    if (p > 0.5) {
      return bernoulli(sources, targets, noSelf, 1 - p, draws).complement();
    }
    if (p == 0) {
      return block;
    }
    double perPair = StrictMath.log1p(-p);
    double pair = -1;
    while (true) {
      pair += 1 + Math.floor(StrictMath.log1p(-draws.uniform()) / perPair);
      if (pair >= (double) sources * targets) {
        return block;
      }
      int at = (int) pair;
      if (block.permits(at / targets, at % targets)) {
        block.bits.set(at);
      }
    }
  }

  /** Appends the connections, sources first, in the numbering of the whole network. */
  void emit(int[] sourceNodes, int[] targetNodes, EdgeBuffer into) {
    for (int at = bits.nextSetBit(0); at >= 0; at = bits.nextSetBit(at + 1)) {
      into.add(sourceNodes[at / targets], targetNodes[at % targets], 1);
    }
  }
}
