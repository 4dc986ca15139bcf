package homeostat.gradient.tape;

import homeostat.kernel.Dense;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Parallel;
import homeostat.kernel.Workspace;
import java.util.List;

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

  /** Part of a computation, with scratch memory that no other part uses at the same time. */
  @FunctionalInterface
  public interface Part {
    /** Computes part {@code number}. */
    void run(int number, Workspace workspace);
  }

  /** Runs parts 0 .. parts - 1, at the same time where there are threads. */
  public void forEach(int parts, Part part) {
    if (parallel.threads() == 1 || parts == 1) {
      for (int number = 0; number < parts; number++) {
        part.run(number, workspace);
      }
    } else {
      List<Workspace> spaces = workspace.parts(parts);
      parallel.forEach(parts, number -> part.run(number, spaces.get(number)));
    }
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
