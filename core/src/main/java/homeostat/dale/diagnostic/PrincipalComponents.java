package homeostat.dale.diagnostic;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * Principal components of a set of examples. With X the examples without their mean, one a row, and
 * X X' = U L U' with eigenvalues in descending order, what the first k components keep of them is
 *
 * <pre>
 * X_k = U_k U_k' X
 * </pre>
 *
 * Computed in float64 from products of examples, so it is meant for fewer examples than features.
 */
public final class PrincipalComponents {
  private final RealMatrix centred;
  private final double[] mean;
  private final RealMatrix vectors;

  private PrincipalComponents(RealMatrix centred, double[] mean, RealMatrix vectors) {
    this.centred = centred;
    this.mean = mean;
    this.vectors = vectors;
  }

  /**
   * Of examples.
   *
   * @param x [example][feature]
   * @param examples how many, at least one
   */
  public static PrincipalComponents of(float[] x, int examples) {
    int features = x.length / examples;
    double[] mean = new double[features];
    for (int i = 0; i < x.length; i++) {
      mean[i % features] += (double) x[i] / examples;
    }
    double[][] rows = new double[examples][features];
    for (int i = 0; i < x.length; i++) {
      rows[i / features][i % features] = x[i] - mean[i % features];
    }
    RealMatrix centred = new Array2DRowRealMatrix(rows, false);
    EigenDecompositionSymmetric gram =
        new EigenDecompositionSymmetric(centred.multiplyTransposed(centred));
    double[] values = gram.getEigenvalues();
    Integer[] order = new Integer[examples];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (i, j) -> Double.compare(values[j], values[i]));
    double[][] sorted = new double[examples][examples];
    for (int k = 0; k < examples; k++) {
      sorted[k] = gram.getEigenvector(order[k]).toArray();
    }
    return new PrincipalComponents(centred, mean, new Array2DRowRealMatrix(sorted, false));
  }

  /**
   * The examples as their first components give them.
   *
   * @param components how many, from 1 to the number of examples
   * @return [example][feature]
   */
  public double[] reduced(int components) {
    RealMatrix first = vectors.getSubMatrix(0, components - 1, 0, vectors.getColumnDimension() - 1);
    RealMatrix kept = first.transpose().multiply(first.multiply(centred));
    int features = mean.length;
    double[] all = new double[kept.getRowDimension() * features];
    for (int i = 0; i < all.length; i++) {
      all[i] = kept.getEntry(i / features, i % features) + mean[i % features];
    }
    return all;
  }
}
