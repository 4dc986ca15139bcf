package homeostat.kinds.memory.analysis;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.Arrays;

/**
 * Clusters of rows by k-means (Lloyd, IEEE Transactions on Information Theory 28, 1982), begun by
 * k-means++ (Arthur and Vassilvitskii 2007); the best of some starts.
 */
public final class Clusters {
  private static final int STARTS = 4;
  private static final int MOST_ROUNDS = 100;

  private Clusters() {}

  /**
   * [row] number of its cluster.
   *
   * @param rows [row][value]
   * @param k number of clusters, at most the number of rows
   */
  public static int[] of(double[][] rows, int k, Stream stream) {
    int[] best = new int[rows.length];
    double lowest = Double.POSITIVE_INFINITY;
    for (int start = 0; start < STARTS; start++) {
      double[][] centres = centres(rows, k, stream.at(start).draws());
      int[] found = new int[rows.length];
      double cost = assign(rows, centres, found);
      for (int round = 0; round < MOST_ROUNDS; round++) {
        move(rows, found, centres);
        double next = assign(rows, centres, found);
        if (next >= cost) {
          break;
        }
        cost = next;
      }
      if (cost < lowest) {
        lowest = cost;
        best = found;
      }
    }
    return best;
  }

  /** Each next centre is a row drawn in proportion to its squared distance to the nearest. */
  private static double[][] centres(double[][] rows, int k, Draws draws) {
    double[][] centres = new double[k][];
    double[] nearest = new double[rows.length];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    centres[0] = rows[draws.integer(rows.length)].clone();
    for (int c = 1; c < k; c++) {
      double sum = 0;
      for (int i = 0; i < rows.length; i++) {
        nearest[i] = Math.min(nearest[i], distance(rows[i], centres[c - 1]));
        sum += nearest[i];
      }
      double left = draws.uniform() * sum;
      int pick = 0;
      while (pick < rows.length - 1 && left >= nearest[pick]) {
        left -= nearest[pick++];
      }
      centres[c] = rows[pick].clone();
    }
    return centres;
  }

  private static double assign(double[][] rows, double[][] centres, int[] found) {
    double cost = 0;
    for (int i = 0; i < rows.length; i++) {
      double least = Double.POSITIVE_INFINITY;
      for (int c = 0; c < centres.length; c++) {
        double distance = distance(rows[i], centres[c]);
        if (distance < least) {
          least = distance;
          found[i] = c;
        }
      }
      cost += least;
    }
    return cost;
  }

  /** A centre without rows stays where it is. */
  private static void move(double[][] rows, int[] found, double[][] centres) {
    int[] sizes = new int[centres.length];
    double[][] sums = new double[centres.length][rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      sizes[found[i]]++;
      for (int f = 0; f < rows[i].length; f++) {
        sums[found[i]][f] += rows[i][f];
      }
    }
    for (int c = 0; c < centres.length; c++) {
      for (int f = 0; f < sums[c].length && sizes[c] > 0; f++) {
        centres[c][f] = sums[c][f] / sizes[c];
      }
    }
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int f = 0; f < a.length; f++) {
      sum += (a[f] - b[f]) * (a[f] - b[f]);
    }
    return sum;
  }
}
