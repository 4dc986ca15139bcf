package homeostat.disinhibition.curve;

/**
 * Euler's method from zero, long enough to settle.
 *
 * @param dt step, in time constants
 * @param steps number of steps
 */
public record Settling(double dt, int steps) {
  /** As published. */
  public static final Settling PUBLISHED = new Settling(1 / 50.0, 600);

  /** Two coupled potentials. */
  interface Field {
    /** Writes their derivatives. */
    void slope(double[] u, double[] slope);
  }

  double[] run(int size, Field field) {
    double[] u = new double[size];
    double[] slope = new double[size];
    for (int i = 0; i < steps; i++) {
      field.slope(u, slope);
      for (int k = 0; k < size; k++) {
        u[k] += dt * slope[k];
      }
    }
    return u;
  }
}
