package homeostat.gradient.operation;

import homeostat.gradient.tape.Products;
import homeostat.kernel.FloatMatrix;

/**
 * Weights of both signs from weights of one sign each (Cornford et al. 2021): excitation reaches
 * its targets directly, inhibition over linear interneurons,
 *
 * <pre>
 * W = Wex - Wei Wix        W, Wex [out][in], Wix [interneuron][in], Wei [out][interneuron]
 * dWex = dW      dWei = -dW Wix'      dWix = -Wei' dW
 * </pre>
 *
 * With Wex, Wix and Wei at least zero every cell keeps its sign, and W can still be any matrix.
 */
public final class SplitWeights {
  private SplitWeights() {}

  /** W from its three parts. */
  public static void join(
      Products products, FloatMatrix wex, FloatMatrix wix, FloatMatrix wei, FloatMatrix w) {
    for (int row = 0; row < w.rows(); row++) {
      System.arraycopy(wex.data(), wex.index(row, 0), w.data(), w.index(row, 0), w.cols());
    }
    products.gemm(-1f, wei, wix, 1f, w);
  }

  /** dWei &lt;- beta dWei - dW Wix'. */
  public static void chainOut(
      Products products, FloatMatrix dw, FloatMatrix wix, float beta, FloatMatrix dwei) {
    products.gemm(-1f, dw, wix.transpose(), beta, dwei);
  }

  /** dWix &lt;- beta dWix - Wei' dW. */
  public static void chainIn(
      Products products, FloatMatrix dw, FloatMatrix wei, float beta, FloatMatrix dwix) {
    products.gemm(-1f, wei.transpose(), dw, beta, dwix);
  }
}
