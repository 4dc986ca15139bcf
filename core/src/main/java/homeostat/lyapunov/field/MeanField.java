package homeostat.lyapunov.field;

/**
 * The random network dh/dt = -h + J tanh(h) with independent normal couplings of standard deviation
 * g / sqrt(N), for N to infinity (Sompolinsky, Crisanti and Sommers 1988). The autocovariance of h
 * moves as a particle of position Delta in a potential,
 *
 * <pre>
 * V(x) = -x^2/2 + g^2 &lt;Phi Phi&gt;_x,  Phi = ln cosh,   V(Delta(0)) = V(0),  Delta'^2/2 = V(0) - V
 * </pre>
 *
 * where &lt;f f&gt;_x is the mean of f(a) f(b) over normal a, b of variance Delta(0) and covariance
 * x. The largest exponent is lambda = -1 + sqrt(1 - E_0), with E_0 the lowest eigenvalue of -d^2/
 * dtau^2 + 1 - g^2 &lt;phi' phi'&gt;_Delta(tau). The next eigenvalue is 0, which checks the
 * solution.
 *
 * @param g coupling
 * @param variance Delta(0), the variance of h; 0 where the network is quiet
 * @param largest lambda_1 in units of the inverse time constant; g - 1 where the network is quiet
 * @param second the second eigenvalue, which is 0 up to the error of the solution
 */
public record MeanField(double g, double variance, double largest, double second) {
  private static final double REACH = 8.5;

  /** Solves it for a coupling of at least 0. */
  public static MeanField of(double g) {
    if (!(g >= 0 && g <= 1e3)) {
      throw new IllegalArgumentException("coupling g = " + g + " is not from 0 to 1000");
    }
    if (g <= 1) {
      return new MeanField(g, 0, g - 1, 0);
    }
    double variance = variance(g);
    MeanFieldWell well = MeanFieldWell.of(g, variance);
    double lowest = well.eigenvalue(true);
    return new MeanField(g, variance, -1 + Math.sqrt(1 - lowest), well.eigenvalue(false));
  }

  /** The root of V(Delta) = V(0) above 0. */
  private static double variance(double g) {
    double low = 1e-9;
    double high = g * g;
    for (int i = 0; i < 200 && high - low > 1e-14 * high; i++) {
      double middle = (low + high) / 2;
      if (height(g, middle) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** V(Delta) - V(0): positive below the root. */
  private static double height(double g, double variance) {
    double deviation = Math.sqrt(variance);
    double step = step(deviation);
    double square = 0;
    double mean = 0;
    for (double z = -REACH; z <= REACH; z += step) {
      double weight = step * StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
      double value = logCosh(deviation * z);
      square += weight * value * value;
      mean += weight * value;
    }
    return -variance * variance / 2 + g * g * (square - mean * mean);
  }

  /** A step of the trapezoidal rule that resolves tanh(deviation z). */
  static double step(double deviation) {
    return Math.min(0.2, 0.3 / Math.max(1, deviation));
  }

  private static double logCosh(double x) {
    double a = Math.abs(x);
    return a + StrictMath.log1p(StrictMath.exp(-2 * a)) - StrictMath.log(2);
  }

  static double reach() {
    return REACH;
  }
}
