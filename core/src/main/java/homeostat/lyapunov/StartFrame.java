package homeostat.lyapunov;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.arithmetic.Orthonormal;

/** First frames: k independent normal vectors. */
public final class StartFrame {
  private StartFrame() {}

  /** Draws one, [size][k] row-major. */
  public static double[] draw(int size, int k, Stream stream) {
    if (k < 1 || k > size) {
      throw new IllegalArgumentException(
          k + " exponents of a system of " + size + " variables: choose 1 to " + size);
    }
    double[] frame = new double[size * k];
    Draws draws = stream.draws();
    for (int e = 0; e < frame.length; e++) {
      frame[e] = draws.normal();
    }
    return frame;
  }

  /** The orthonormal factor Q of a frame in 64 bits, with R_jj &gt; 0. */
  public static double[] orthonormal(double[] frame, int size, int k) {
    double[] q = frame.clone();
    new Orthonormal<>(Arithmetic.float64(), size, k).factor(q, new double[k * k]);
    return q;
  }
}
