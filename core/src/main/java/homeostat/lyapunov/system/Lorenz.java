package homeostat.lyapunov.system;

import homeostat.dynamics.TangentField;

/**
 * The flow of Lorenz (1963),
 *
 * <pre>
 * dx/dt = sigma (y - x),   dy/dt = x (rho - z) - y,   dz/dt = x y - beta z
 * </pre>
 *
 * With (10, 28, 8/3) the exponents are 0.906, 0, -14.572 (Sprott 2003); with (16, 45.92, 4), 1.50,
 * 0, -22.46 (Wolf et al. 1985). They sum to -(sigma + 1 + beta) exactly.
 */
public record Lorenz(double sigma, double rho, double beta) implements TangentField {
  /** The parameters of Lorenz. */
  public static final Lorenz CLASSIC = new Lorenz(10, 28, 8 / 3.0);

  /** The parameters of Wolf et al. */
  public static final Lorenz WOLF = new Lorenz(16, 45.92, 4);

  @Override
  public void slope(double t, double[] x, double[] slope) {
    slope[0] = sigma * (x[1] - x[0]);
    slope[1] = x[0] * (rho - x[2]) - x[1];
    slope[2] = x[0] * x[1] - beta * x[2];
  }

  @Override
  public void tangent(double t, double[] x, double[] frame, int columns, double[] slope) {
    for (int c = 0; c < columns; c++) {
      double u = frame[c];
      double v = frame[columns + c];
      double w = frame[2 * columns + c];
      slope[c] = sigma * (v - u);
      slope[columns + c] = (rho - x[2]) * u - v - x[0] * w;
      slope[2 * columns + c] = x[1] * u + x[0] * v - beta * w;
    }
  }
}
