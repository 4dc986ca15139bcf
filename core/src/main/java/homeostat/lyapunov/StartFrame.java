package homeostat.lyapunov;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;

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
}
