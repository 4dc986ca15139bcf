package homeostat.connectome.measure;

import homeostat.connectome.CellTypes;
import homeostat.connectome.Connectome;
import homeostat.kernel.Csr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a connectome looks like in numbers. A connection is a stored entry.
 *
 * @param nodes number N of nodes
 * @param connections number of connections, self-loops among them
 * @param selfLoops number of connections of a node to itself
 * @param density connections without self-loops over N (N - 1)
 * @param reciprocity share of the connections without self-loops whose reverse exists; NaN without
 *     any
 * @param outDegree number of receivers of each node, self-loops among them
 * @param inDegree number of senders of each node, self-loops among them
 * @param outStrength sum of the outgoing weights of each node
 * @param inStrength sum of the incoming weights of each node
 * @param weights the weights of the connections
 * @param types each cell type
 * @param weak components when directions are ignored
 * @param strong components in which every node reaches every other
 * @param spectralRadius of the weight matrix
 */
public record Measures(
    int nodes,
    int connections,
    int selfLoops,
    double density,
    double reciprocity,
    Summary outDegree,
    Summary inDegree,
    Summary outStrength,
    Summary inStrength,
    Summary weights,
    List<TypeCount> types,
    Components weak,
    Components strong,
    SpectralRadius spectralRadius) {

  /**
   * The nodes of a cell type and the signs of what they send.
   *
   * @param name of the type
   * @param nodes how many there are
   * @param excitatory outgoing connections of positive weight
   * @param inhibitory outgoing connections of negative weight
   * @param silent outgoing connections of weight 0
   */
  public record TypeCount(String name, int nodes, int excitatory, int inhibitory, int silent) {}

  /** Measures a connectome. */
  public static Measures of(Connectome connectome) {
    Csr w = connectome.weights();
    int n = w.rows();
    Csr back = w.transpose();
    int loops = 0;
    int mutual = 0;
    for (int i = 0; i < n; i++) {
      loops += Arrays.binarySearch(w.columns(), w.offsets()[i], w.offsets()[i + 1], i) >= 0 ? 1 : 0;
      mutual += shared(w, back, i);
    }
    int links = w.entries() - loops;
    return new Measures(
        n,
        w.entries(),
        loops,
        links / ((double) n * (n - 1)),
        (mutual - loops) / (double) links,
        degrees(w),
        degrees(back),
        strengths(w),
        strengths(back),
        Summary.of(doubles(w.values())),
        typeCounts(connectome),
        Components.weak(w),
        Components.strong(w),
        SpectralRadius.of(w));
  }

  private static int shared(Csr a, Csr b, int row) {
    int count = 0;
    int f = b.offsets()[row];
    for (int e = a.offsets()[row]; e < a.offsets()[row + 1]; e++) {
      while (f < b.offsets()[row + 1] && b.columns()[f] < a.columns()[e]) {
        f++;
      }
      if (f < b.offsets()[row + 1] && b.columns()[f] == a.columns()[e]) {
        count++;
      }
    }
    return count;
  }

  private static Summary degrees(Csr w) {
    double[] degrees = new double[w.rows()];
    Arrays.setAll(degrees, i -> w.offsets()[i + 1] - w.offsets()[i]);
    return Summary.of(degrees);
  }

  private static Summary strengths(Csr w) {
    double[] strengths = new double[w.rows()];
    for (int i = 0; i < strengths.length; i++) {
      for (int e = w.offsets()[i]; e < w.offsets()[i + 1]; e++) {
        strengths[i] += w.values()[e];
      }
    }
    return Summary.of(strengths);
  }

  private static double[] doubles(float[] values) {
    double[] wide = new double[values.length];
    Arrays.setAll(wide, e -> values[e]);
    return wide;
  }

  private static List<TypeCount> typeCounts(Connectome connectome) {
    Csr w = connectome.weights();
    CellTypes types = connectome.types();
    int[][] signs = new int[types.names().size()][3];
    for (int i = 0; i < w.rows(); i++) {
      for (int e = w.offsets()[i]; e < w.offsets()[i + 1]; e++) {
        signs[types.index()[i]][1 + (int) Math.signum(w.values()[e])]++;
      }
    }
    int[] counts = types.counts();
    List<TypeCount> all = new ArrayList<>();
    for (int t = 0; t < counts.length; t++) {
      all.add(
          new TypeCount(types.names().get(t), counts[t], signs[t][2], signs[t][0], signs[t][1]));
    }
    return all;
  }
}
