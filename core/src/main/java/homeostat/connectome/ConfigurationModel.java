package homeostat.connectome;

import homeostat.kernel.Draws;
import java.util.BitSet;

/**
 * A block of exactly E connections at random, whose out-degrees differ by at most 1 and whose
 * in-degrees differ by at most 1: the bipartite configuration model with regular degrees.
 *
 * <p>Out-stubs and in-stubs are paired at random. A pair that would be a duplicate or a self-loop
 * swaps its target with that of a random other pair, as long as both results are permitted: every
 * swap settles one pair and keeps all degrees, so the loop ends. Dense blocks (more than half of
 * the permitted pairs) are drawn as the complement of a sparse one. Should no swap be left, which
 * happens in tiny blocks only, a cyclic arrangement under random permutations is taken and
 * randomised by switches (the Markov chain of degree-preserving swaps).
 */
final class ConfigurationModel {
  private static final int RANDOM_TRIES = 64;
  private static final int SWITCHES_PER_EDGE = 10;

  private final Block block;
  private final Draws draws;
  private final int[] from;
  private final int[] to;

  private ConfigurationModel(Block block, int edges, Draws draws) {
    this.block = block;
    this.draws = draws;
    this.from = stubs(block.sources(), edges);
    this.to = stubs(block.targets(), edges);
    draws.shuffle(to);
  }

  /** E = round(p sources targets), half to even, but at most the number of permitted pairs. */
  static int edges(int sources, int targets, boolean noSelf, double p) {
    long capacity = (long) sources * targets - (noSelf ? sources : 0);
    return (int) Math.min(capacity, (long) Math.rint(p * ((double) sources * targets)));
  }

  static Block draw(int sources, int targets, boolean noSelf, double p, Draws draws) {
    Block block = Block.empty(sources, targets, noSelf);
    int edges = edges(sources, targets, noSelf, p);
    boolean dense = edges > block.capacity() / 2;
    int drawn = dense ? block.capacity() - edges : edges;
    if (drawn > 0) {
      new ConfigurationModel(block, drawn, draws).wire();
    }
    return dense ? block.complement() : block;
  }

  /** Each node floor(edges / nodes) times, and random nodes once more. */
  private int[] stubs(int nodes, int edges) {
    int[] stubs = new int[edges];
    int[] order = draws.permutation(nodes);
    for (int e = 0; e < edges; e++) {
      stubs[e] = order[e % nodes];
    }
    return stubs;
  }

  private void wire() {
    BitSet pending = new BitSet();
    for (int e = 0; e < from.length; e++) {
      if (block.free(from[e], to[e])) {
        block.connect(from[e], to[e]);
      } else {
        pending.set(e);
      }
    }
    for (int e = pending.nextSetBit(0); e >= 0; e = pending.nextSetBit(e + 1)) {
      if (!settle(e, pending)) {
        arrangeCyclically();
        return;
      }
      pending.clear(e);
    }
  }

  private boolean settle(int e, BitSet pending) {
    int start = 0;
    for (int tries = 0; tries < RANDOM_TRIES; tries++) {
      start = draws.integer(from.length);
      if (!pending.get(start) && swap(e, start)) {
        return true;
      }
    }
    for (int k = 0; k < from.length; k++) {
      int f = (int) (((long) start + k) % from.length);
      if (!pending.get(f) && swap(e, f)) {
        return true;
      }
    }
    return false;
  }

  /** Gives pair e the target of the connected pair f and the other way round, if both may be. */
  private boolean swap(int e, int f) {
    if (!block.free(from[e], to[f]) || !block.free(from[f], to[e])) {
      return false;
    }
    block.cut(from[f], to[f]);
    int kept = to[e];
    to[e] = to[f];
    to[f] = kept;
    block.connect(from[e], to[e]);
    block.connect(from[f], to[f]);
    return true;
  }

  private void arrangeCyclically() {
    block.bits().clear();
    int n = block.sources();
    int[] rows = draws.permutation(n);
    int[] cols = block.noSelf() ? rows : draws.permutation(block.targets());
    int e = 0;
    for (int i = 0; i < n; i++) {
      int degree = from.length / n + (i < from.length % n ? 1 : 0);
      int first = block.noSelf() ? i + 1 : e;
      for (int k = 0; k < degree; k++) {
        from[e] = rows[i];
        to[e] = cols[(int) (((long) first + k) % block.targets())];
        block.connect(from[e], to[e]);
        e++;
      }
    }
    for (long k = 0; k < (long) SWITCHES_PER_EDGE * from.length; k++) {
      exchange(draws.integer(from.length), draws.integer(from.length));
    }
  }

  private void exchange(int e, int f) {
    if (from[e] != from[f]
        && to[e] != to[f]
        && block.free(from[e], to[f])
        && block.free(from[f], to[e])) {
      block.cut(from[e], to[e]);
      swap(e, f);
    }
  }
}
