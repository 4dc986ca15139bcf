package homeostat.connectome.mapping;

import homeostat.kernel.DoubleMatrix;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.Arrays;

/**
 * Wires neurons as their regions are wired (Goulas, Damicelli &amp; Hilgetag, Neural Networks 142,
 * 2021, "Bio2Art").
 *
 * <p>With n_i neurons in region i and C[i][j] the weight from region i to region j: each neuron of
 * i contacts k(s, n_j) random neurons of j, k(s, n) = n if s = 1, otherwise s n rounded half to
 * even, at least 1; the weights of the block sum to C[i][j]. Inside region i they sum to the
 * measured C[i][i], or, where that is 0, to v_i = f c_i / (1 - f), so that the share f of the input
 * of a region comes from itself; c_i is what the region receives from all.
 *
 * <p>Every connection that these rules ask for is there, with a weight above 0; a region of a
 * single neuron without connections to itself has no block of its own.
 *
 * @param targetShare s in (0, 1], share of the target region that each neuron contacts
 * @param intrinsic whether neurons are wired within their regions
 * @param intrinsicShare the same share within a region
 * @param intrinsicWeight f in (0, 1)
 * @param partition how a block's weight is divided
 * @param selfConnections whether, within regions, a neuron may contact itself
 * @param input what c_i sums
 */
public record Bio2Art(
    double targetShare,
    boolean intrinsic,
    double intrinsicShare,
    double intrinsicWeight,
    Partition partition,
    boolean selfConnections,
    Input input) {

  /** What the weight within a region is relative to. */
  public enum Input {
    /** What the region receives: the sum over its column. */
    RECEIVED,
    /** What the region sends: the sum over its row. */
    SENT
  }

  /** Checks the shares. */
  public Bio2Art {
    share("target_sparsity", targetShare);
    share("target_sparsity_intrinsic", intrinsicShare);
    if (!(intrinsicWeight > 0 && intrinsicWeight < 1)) {
      throw new IllegalArgumentException(
          "intrinsic_wei is " + intrinsicWeight + "; it must be above 0 and below 1");
    }
  }

  private static void share(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(
          name + " is " + value + "; it must be above 0 and at most 1");
    }
  }

  /** The published experiment's settings. */
  public static Bio2Art published(boolean randomPartition) {
    return new Bio2Art(
        0.8,
        true,
        1.0,
        0.8,
        randomPartition ? Partition.DIRICHLET : Partition.EQUAL,
        false,
        Input.RECEIVED);
  }

  /**
   * The network of neurons.
   *
   * @param regions C [sender][receiver]; entries not above 0 are no connections
   * @param counts [region] neurons, at least 1 each
   * @param stream random targets and parts; each block draws from a branch of its own
   * @throws IllegalArgumentException naming the matrix, number or region that does not fit
   */
  public NeuronNetwork map(DoubleMatrix regions, int[] counts, Stream stream) {
    int r = counts.length;
    check(regions, counts);
    NetworkBuilder builder = new NetworkBuilder(counts);
    for (int i = 0; i < r; i++) {
      for (int j = 0; j < r; j++) {
        block(regions, i, j, counts, stream.at(i).at(j).draws(), builder);
      }
    }
    return builder.network();
  }

  private void block(
      DoubleMatrix regions, int i, int j, int[] counts, Draws draws, NetworkBuilder builder) {
    boolean inside = i == j && intrinsic;
    double measured = regions.data()[regions.index(i, j)];
    double total = inside && !(measured > 0) ? estimated(regions, i) : measured;
    if (!(total > 0)) {
      return;
    }
    boolean skipSelf = inside && !selfConnections;
    int pool = counts[j] - (skipSelf ? 1 : 0);
    if (pool == 0) {
      return;
    }
    int k = targets(inside ? intrinsicShare : targetShare, counts[j]);
    k = Math.max(Math.min(k, pool), 1);
    double[] parts = partition.split(total, counts[i] * k, draws);
    int[] candidates = new int[counts[j]];
    int[] chosen = new int[k];
    for (int a = 0; a < counts[i]; a++) {
      for (int c = 0; c < candidates.length; c++) {
        candidates[c] = c;
      }
      int size = candidates.length;
      if (skipSelf) {
        candidates[a] = candidates[--size];
      }
      for (int t = 0; t < k; t++) {
        int pick = t + draws.integer(size - t);
        chosen[t] = candidates[pick];
        candidates[pick] = candidates[t];
      }
      Arrays.sort(chosen);
      for (int t = 0; t < k; t++) {
        builder.add(i, a, j, chosen[t], parts[a * k + t]);
      }
    }
  }

  /** The weight within a region of which nothing is measured. */
  private double estimated(DoubleMatrix regions, int region) {
    double sum = 0;
    for (int other = 0; other < regions.rows(); other++) {
      sum +=
          input == Input.RECEIVED
              ? regions.data()[regions.index(other, region)]
              : regions.data()[regions.index(region, other)];
    }
    return intrinsicWeight * sum / (1 - intrinsicWeight);
  }

  /** How many of {@code pool} neurons the share {@code s} is: k(s, n). */
  static int targets(double s, int pool) {
    if (s == 1) {
      return pool;
    }
    return s * pool < 1 ? 1 : (int) Math.rint(s * pool);
  }

  /** The number of connections of a block, k(s, n_j) for each sender. */
  public int targetsPerSource(boolean sameRegion, int neuronsOfTarget) {
    boolean inside = sameRegion && intrinsic;
    int pool = neuronsOfTarget - (inside && !selfConnections ? 1 : 0);
    int k = targets(inside ? intrinsicShare : targetShare, neuronsOfTarget);
    return pool == 0 ? 0 : Math.max(Math.min(k, pool), 1);
  }

  private static void check(DoubleMatrix regions, int[] counts) {
    int r = counts.length;
    if (regions.rows() != regions.cols()) {
      throw new IllegalArgumentException(
          "the connectome is " + regions.rows() + " x " + regions.cols() + "; it must be square");
    }
    if (regions.rows() != r) {
      throw new IllegalArgumentException(
          "there are " + regions.rows() + " regions, but neuron counts of " + r);
    }
    for (int i = 0; i < r; i++) {
      if (counts[i] < 1) {
        throw new IllegalArgumentException(
            "region " + i + " has " + counts[i] + " neurons; it needs at least 1");
      }
      for (int j = 0; j < r; j++) {
        double value = regions.data()[regions.index(i, j)];
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException(
              "the weight from region " + i + " to region " + j + " is " + value);
        }
      }
    }
  }
}
