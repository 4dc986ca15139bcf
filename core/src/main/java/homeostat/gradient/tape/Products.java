package homeostat.gradient.tape;

import homeostat.kernel.Dense;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Parallel;
import homeostat.kernel.Workspace;

/** Matrix products of a tape; the same bits for any number of threads. */
public final class Products {
  private final Dense dense;
  private final Parallel parallel;
  private final Workspace workspace = new Workspace();

  /** Products of these kernels on these threads. */
  public Products(Dense dense, Parallel parallel) {
    this.dense = dense;
    this.parallel = parallel;
  }

  /** C <- A B + beta C. */
  public void gemm(FloatMatrix a, FloatMatrix b, float beta, FloatMatrix c) {
    gemm(1f, a, b, beta, c);
  }

  /** C <- alpha A B + beta C. */
  public void gemm(float alpha, FloatMatrix a, FloatMatrix b, float beta, FloatMatrix c) {
    if (parallel.threads() == 1) {
      dense.gemm(alpha, a, b, beta, c, workspace);
    } else {
      dense.gemm(alpha, a, b, beta, c, workspace, parallel);
    }
  }
}
