package homeostat.lyapunov.system;

import homeostat.dynamics.TangentStep;

/** Maps of the line and of the plane; a step takes the time 1. */
public sealed interface PlaneMap extends TangentStep {
  /**
   * Writes the image of (x, y) and the Jacobian there.
   *
   * @param out x', y', then the Jacobian row by row; for a map of the line, x' and the derivative
   */
  void image(double[] x, double[] out);

  @Override
  default double duration() {
    return 1;
  }

  @Override
  default void step(long n, double[] x, double[] next) {
    double[] out = new double[6];
    image(x, out);
    System.arraycopy(out, 0, next, 0, size());
  }

  @Override
  default void step(
      long n, double[] x, double[] frame, int columns, double[] next, double[] nextFrame) {
    int size = size();
    double[] out = new double[6];
    image(x, out);
    System.arraycopy(out, 0, next, 0, size);
    for (int i = 0; i < size; i++) {
      for (int c = 0; c < columns; c++) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
          sum += out[size + i * size + j] * frame[j * columns + c];
        }
        nextFrame[i * columns + c] = sum;
      }
    }
  }

  /**
   * Hénon (1976): x' = 1 - a x^2 + y, y' = b x. With (1.4, 0.3): 0.419, -1.623, of sum ln b
   * exactly.
   */
  record Henon(double a, double b) implements PlaneMap {
    @Override
    public int size() {
      return 2;
    }

    @Override
    public void image(double[] x, double[] out) {
      out[0] = 1 - a * x[0] * x[0] + x[1];
      out[1] = b * x[0];
      out[2] = -2 * a * x[0];
      out[3] = 1;
      out[4] = b;
      out[5] = 0;
    }
  }

  /** The logistic map x' = r x (1 - x); ln 2 at r = 4. */
  record Logistic(double r) implements PlaneMap {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public void image(double[] x, double[] out) {
      out[0] = r * x[0] * (1 - x[0]);
      out[1] = r * (1 - 2 * x[0]);
    }
  }

  /** Arnold's cat: (2x + y, x + y) modulo 1; plus and minus ln((3 + sqrt 5) / 2) at every step. */
  record Cat() implements PlaneMap {
    @Override
    public int size() {
      return 2;
    }

    @Override
    public void image(double[] x, double[] out) {
      double first = 2 * x[0] + x[1];
      double second = x[0] + x[1];
      out[0] = first - Math.floor(first);
      out[1] = second - Math.floor(second);
      out[2] = 2;
      out[3] = 1;
      out[4] = 1;
      out[5] = 1;
    }
  }
}
