package homeostat.dale.network;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * Initial weights of the divisive pathway. With the thin singular value decomposition W = P S Q' of
 * W = Wex - Wei Wix [unit][input],
 *
 * <pre>
 * Bix = S Q' = P' W
 * </pre>
 *
 * so that mean((Bix x)^2) = mean((W x)^2) = var(W x), as W x has mean 0: the fresh layer is layer
 * normalisation of Wex x. Rows beyond the rank of W are zero. Computed in float64.
 *
 * @param bix [unit][input], row-major
 * @param singular singular values in descending order, one a unit
 */
public record DivisiveWeights(float[] bix, double[] singular) {

  /** From excitatory and inhibitory weights, row-major. */
  public static DivisiveWeights of(float[] wex, float[] wix, float[] wei, int units, int inputs) {
    int inhibitory = wix.length / inputs;
    double[][] w = new double[units][inputs];
    for (int i = 0; i < units; i++) {
      for (int j = 0; j < inputs; j++) {
        double sum = wex[i * inputs + j];
        for (int k = 0; k < inhibitory; k++) {
          sum -= (double) wei[i * inhibitory + k] * wix[k * inputs + j];
        }
        w[i][j] = sum;
      }
    }
    RealMatrix matrix = new Array2DRowRealMatrix(w, false);
    EigenDecompositionSymmetric squares =
        new EigenDecompositionSymmetric(matrix.multiplyTransposed(matrix));
    Integer[] order = new Integer[units];
    Arrays.setAll(order, i -> i);
    double[] values = squares.getEigenvalues();
    Arrays.sort(order, (i, j) -> Double.compare(values[j], values[i]));
    RealMatrix rows = squares.getV().transposeMultiply(matrix);
    float[] bix = new float[units * inputs];
    double[] singular = new double[units];
    for (int i = 0; i < units; i++) {
      singular[i] = Math.sqrt(Math.max(values[order[i]], 0));
      for (int j = 0; j < inputs; j++) {
        bix[i * inputs + j] = (float) rows.getEntry(order[i], j);
      }
    }
    return new DivisiveWeights(bix, singular);
  }
}
