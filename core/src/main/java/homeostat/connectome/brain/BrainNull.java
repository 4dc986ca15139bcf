package homeostat.connectome.brain;

import homeostat.connectome.Provenance;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.Arrays;
import java.util.Locale;

/**
 * Controls that keep some of a brain's statistics and randomise the rest. Every one keeps the
 * neurons, their names, and who is stimulated.
 */
public enum BrainNull {
  /** The measured brain. */
  NONE("the measured wiring"),
  /** In- and out-degrees of every neuron stay exactly; who is connected to whom is random. */
  REWIRED("receivers exchanged at random, all degrees kept"),
  /** Connections stay, their synapse counts are shuffled among all of one sign. */
  WEIGHTS("synapse counts shuffled on fixed connections"),
  /**
   * Connections and absolute counts stay, the signs of senders are shuffled. A sender of both signs
   * has that of its sum.
   */
  SIGNS("signs shuffled among senders"),
  /** Every sender keeps its out-degree and counts; receivers are uniformly random. */
  RANDOM("receivers drawn uniformly, out-degrees kept"),
  /**
   * As many connections between uniformly random pairs; counts in random order, senders keep their
   * sign.
   */
  ERDOS_RENYI("as many connections between uniformly random pairs"),
  /**
   * As many connections on a ring of the neurons in their order, the shortest first; counts in
   * random order, senders keep their sign.
   */
  LATTICE("as many connections on a ring, the shortest first");

  private static final int TRIES = 1000;

  private final String sentence;

  BrainNull(String sentence) {
    this.sentence = sentence;
  }

  /** The control of a brain under a seed. */
  public Brain of(Brain brain, long seed) {
    if (this == NONE) {
      return brain;
    }
    Draws draws = Stream.of(seed, "brain-null-" + name().toLowerCase(Locale.ROOT)).draws();
    SynapseRows rows = brain.rows();
    int[] offsets = rows.offsets();
    int[] targets = new int[rows.entries().length];
    Arrays.setAll(targets, rows::target);
    double[] weights = new double[targets.length];
    Arrays.setAll(weights, rows::weight);
    switch (this) {
      case REWIRED -> rewire(rows, targets, draws);
      case WEIGHTS -> shuffleWeights(weights, draws);
      case SIGNS -> shuffleSigns(rows, weights, draws);
      case RANDOM -> scatter(rows, targets, draws);
      case ERDOS_RENYI, LATTICE -> {
        Placement placement =
            this == LATTICE
                ? Placement.onRing(rows.neurons(), targets.length, draws)
                : Placement.anywhere(rows.neurons(), targets.length, draws);
        offsets = placement.offsets();
        targets = placement.targets();
        weights = dealt(rows, weights, offsets, draws);
      }
      case NONE -> throw new IllegalStateException();
    }
    Provenance longer = brain.provenance().note("null model: " + sentence, targets.length);
    long mixed = mixedSenders(rows);
    if (mixed > 0 && (this == SIGNS || this == ERDOS_RENYI || this == LATTICE)) {
      longer = longer.warn("null model: senders of both signs given that of their sum", mixed);
    }
    return brain.with(rebuilt(rows, offsets, targets, weights), longer);
  }

  /**
   * Shuffles all receivers, then exchanges those that a sender has twice, or that are itself. In
   * tiny dense brains there may be no partner for that; such a receiver stays.
   */
  private static void rewire(SynapseRows rows, int[] targets, Draws draws) {
    draws.shuffle(targets);
    int[] owner = new int[targets.length];
    for (int i = 0; i < rows.neurons(); i++) {
      Arrays.fill(owner, rows.offsets()[i], rows.offsets()[i + 1], i);
    }
    int[] seen = new int[rows.neurons()];
    for (int i = 0; i < rows.neurons(); i++) {
      seen[i] = i + 1;
      for (int e = rows.offsets()[i]; e < rows.offsets()[i + 1]; e++) {
        boolean clash = seen[targets[e]] == i + 1;
        for (int tries = 0; tries < TRIES && clash; tries++) {
          int other = draws.integer(targets.length);
          int sender = owner[other];
          // The other sender must be free of this receiver, and this one of the other's.
          if (sender != i
              && !clashes(rows, targets, i, e, targets[other])
              && !clashes(rows, targets, sender, other, targets[e])) {
            int kept = targets[e];
            targets[e] = targets[other];
            targets[other] = kept;
            clash = false;
          }
        }
        seen[targets[e]] = i + 1;
      }
    }
  }

  /** Whether a receiver in an entry would be the sender itself or there twice. */
  private static boolean clashes(
      SynapseRows rows, int[] targets, int sender, int entry, int receiver) {
    if (receiver == sender) {
      return true;
    }
    for (int e = rows.offsets()[sender]; e < rows.offsets()[sender + 1]; e++) {
      if (e != entry && targets[e] == receiver) {
        return true;
      }
    }
    return false;
  }

  private static void shuffleWeights(double[] weights, Draws draws) {
    for (int sign : new int[] {1, -1}) {
      int[] places = new int[weights.length];
      int count = 0;
      for (int e = 0; e < weights.length; e++) {
        if (weights[e] * sign > 0) {
          places[count++] = e;
        }
      }
      for (int i = count - 1; i > 0; i--) {
        int j = draws.integer(i + 1);
        double kept = weights[places[i]];
        weights[places[i]] = weights[places[j]];
        weights[places[j]] = kept;
      }
    }
  }

  private static void shuffleSigns(SynapseRows rows, double[] weights, Draws draws) {
    double[] known = signs(rows);
    int[] senders = new int[rows.neurons()];
    int count = 0;
    for (int i = 0; i < rows.neurons(); i++) {
      if (known[i] != 0) {
        senders[count++] = i;
      }
    }
    int[] order = draws.permutation(count);
    for (int k = 0; k < count; k++) {
      for (int e = rows.offsets()[senders[k]]; e < rows.offsets()[senders[k] + 1]; e++) {
        weights[e] = Math.abs(weights[e]) * known[senders[order[k]]];
      }
    }
  }

  /**
   * [sender] the sign of the sum of its weights, or 1 where that is 0; 0 where all its weights are.
   */
  private static double[] signs(SynapseRows rows) {
    double[] signs = new double[rows.neurons()];
    for (int i = 0; i < signs.length; i++) {
      double sum = 0;
      boolean any = false;
      for (int e = rows.offsets()[i]; e < rows.offsets()[i + 1]; e++) {
        sum += rows.weight(e);
        any |= rows.weight(e) != 0;
      }
      signs[i] = any ? (sum < 0 ? -1 : 1) : 0;
    }
    return signs;
  }

  private static long mixedSenders(SynapseRows rows) {
    long mixed = 0;
    for (int i = 0; i < rows.neurons(); i++) {
      boolean excites = false;
      boolean inhibits = false;
      for (int e = rows.offsets()[i]; e < rows.offsets()[i + 1]; e++) {
        excites |= rows.weight(e) > 0;
        inhibits |= rows.weight(e) < 0;
      }
      mixed += excites && inhibits ? 1 : 0;
    }
    return mixed;
  }

  /** Absolute weights in random order; who sent nothing gets the sign of a random one who did. */
  private static double[] dealt(SynapseRows rows, double[] weights, int[] offsets, Draws draws) {
    double[] known = signs(rows);
    double[] some = Arrays.stream(known).filter(sign -> sign != 0).toArray();
    int[] order = draws.permutation(weights.length);
    double[] dealt = new double[weights.length];
    for (int i = 0; i < rows.neurons(); i++) {
      double sign = known[i];
      if (sign == 0) {
        sign = some.length == 0 ? 1 : some[draws.integer(some.length)];
      }
      for (int e = offsets[i]; e < offsets[i + 1]; e++) {
        dealt[e] = Math.abs(weights[order[e]]) * sign;
      }
    }
    return dealt;
  }

  private static void scatter(SynapseRows rows, int[] targets, Draws draws) {
    int n = rows.neurons();
    int[] taken = new int[n];
    for (int i = 0; i < n; i++) {
      taken[i] = i + 1;
      for (int e = rows.offsets()[i]; e < rows.offsets()[i + 1]; e++) {
        int target = draws.integer(n);
        for (int tries = 0; tries < TRIES && taken[target] == i + 1; tries++) {
          target = draws.integer(n);
        }
        taken[target] = i + 1;
        targets[e] = target;
      }
    }
  }

  private static SynapseRows rebuilt(
      SynapseRows rows, int[] offsets, int[] targets, double[] weights) {
    if (!rows.packed()) {
      return sorted(rows, offsets, targets, weights);
    }
    RowBuilder built = new RowBuilder(rows.neurons(), targets.length);
    for (int i = 0; i < rows.neurons(); i++) {
      for (int e = offsets[i]; e < offsets[i + 1]; e++) {
        built.add(targets[e], (int) weights[e]);
      }
      built.endRow();
    }
    return built.build();
  }

  private static SynapseRows sorted(
      SynapseRows rows, int[] offsets, int[] targets, double[] weights) {
    int[] moved = new int[targets.length];
    float[] movedWeights = new float[targets.length];
    for (int i = 0; i < rows.neurons(); i++) {
      int from = offsets[i];
      long[] order = new long[offsets[i + 1] - offsets[i]];
      Arrays.setAll(order, k -> (long) targets[from + k] << 32 | (from + k));
      Arrays.sort(order);
      for (int k = 0; k < order.length; k++) {
        moved[from + k] = (int) (order[k] >>> 32);
        movedWeights[from + k] = (float) weights[(int) order[k]];
      }
    }
    return new SynapseRows(rows.neurons(), offsets, moved, rows.targetBits(), movedWeights);
  }
}
