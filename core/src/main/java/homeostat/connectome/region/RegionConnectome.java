package homeostat.connectome.region;

import homeostat.connectome.CellTypes;
import homeostat.connectome.Connectome;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import homeostat.kernel.Csr;
import homeostat.kernel.DoubleMatrix;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How strongly regions project to each other, in the precision of the measurement.
 *
 * @param regions their names
 * @param weights C [sender][receiver]; a connection is a weight above 0
 * @param densities [region] neurons per cubic millimetre, NaN where not known
 * @param provenance source files and decisions
 */
public record RegionConnectome(
    Nodes regions, DoubleMatrix weights, Optional<double[]> densities, Provenance provenance) {

  /** Checks that all parts have the same number of regions. */
  public RegionConnectome {
    int r = regions.count();
    if (weights.rows() != r || weights.cols() != r) {
      throw new IllegalArgumentException(
          "weights are " + weights.rows() + " x " + weights.cols() + " for " + r + " regions");
    }
    densities.ifPresent(d -> {
      if (d.length != r) {
        throw new IllegalArgumentException(d.length + " densities for " + r + " regions");
      }
    });
  }

  /**
   * The nodes of a connectome as regions, densities not known. Weights are those of 32 bits.
   *
   * @throws IllegalArgumentException if a weight is negative, which no projection of a region is
   */
  public static RegionConnectome of(Connectome connectome) {
    int r = connectome.size();
    Csr weights = connectome.weights();
    double[] matrix = new double[Math.multiplyExact(r, r)];
    for (int i = 0; i < r; i++) {
      for (int e = weights.offsets()[i]; e < weights.offsets()[i + 1]; e++) {
        int j = weights.columns()[e];
        if (weights.values()[e] < 0) {
          throw new IllegalArgumentException(
              "the weight from "
                  + connectome.nodes().label(i)
                  + " to "
                  + connectome.nodes().label(j)
                  + " is "
                  + weights.values()[e]
                  + "; between regions no weight is negative");
        }
        matrix[i * r + j] = weights.values()[e];
      }
    }
    return new RegionConnectome(
        connectome.nodes(),
        DoubleMatrix.of(matrix, r, r),
        Optional.empty(),
        Fractions.checked(DoubleMatrix.of(matrix, r, r), connectome.provenance()));
  }

  /** Number of regions R. */
  public int size() {
    return regions.count();
  }

  /** The weight from one region to another. */
  public double weight(int sender, int receiver) {
    return weights.data()[weights.index(sender, receiver)];
  }

  /** The connections as a connectome whose nodes are the regions. */
  public Connectome connectome() {
    int r = size();
    float[] values = new float[r * r];
    boolean[] present = new boolean[r * r];
    for (int i = 0; i < r; i++) {
      for (int j = 0; j < r; j++) {
        values[i * r + j] = (float) weight(i, j);
        present[i * r + j] = weight(i, j) > 0;
      }
    }
    return Connectome.of(
        regions, CellTypes.single("region", r), Csr.dense(r, r, values, present), provenance);
  }

  /** With a file that it was read from. */
  public RegionConnectome withSource(String file, String sha256) {
    return new RegionConnectome(regions, weights, densities, provenance.from(file, sha256));
  }

  /** The same regions with other weights, row-major. */
  public RegionConnectome withWeights(double[] matrix, Provenance longer) {
    return new RegionConnectome(
        regions, DoubleMatrix.of(matrix, size(), size()), densities, longer);
  }

  /** The regions whose density is known, with the connections between them. */
  public RegionConnectome withKnownDensities() {
    double[] all = densities.orElseThrow();
    int[] kept = IntStream.range(0, size()).filter(i -> !Double.isNaN(all[i])).toArray();
    if (kept.length == size()) {
      return this;
    }
    if (kept.length == 0) {
      throw new IllegalArgumentException("no neuron density is known");
    }
    double[] between = new double[kept.length * kept.length];
    Arrays.setAll(between, k -> weight(kept[k / kept.length], kept[k % kept.length]));
    return new RegionConnectome(
        new Nodes.Named(Arrays.stream(kept).mapToObj(regions::label).toList()),
        DoubleMatrix.of(between, kept.length, kept.length),
        Optional.of(Arrays.stream(kept).mapToDouble(i -> all[i]).toArray()),
        provenance.note("regions of unknown density left out", size() - kept.length));
  }

  /** C, row-major. */
  public double[] matrix() {
    int r = size();
    double[] matrix = new double[r * r];
    Arrays.setAll(matrix, k -> weight(k / r, k % r));
    return matrix;
  }
}
