package homeostat.lyapunov.field;

/**
 * The potential of the Schrodinger equation of {@link MeanField}, 1 - g^2 &lt;phi' phi'&gt; along
 * Delta(tau), tau &gt;= 0; it is even.
 *
 * @param potential at tau = i step, [i]
 * @param step distance of points
 */
record MeanFieldWell(double[] potential, double step) {
  private static final int NODES = 64;
  private static final int POINTS = 16_000;

  /** Finds Delta(tau) by energy conservation and the potential along it. */
  static MeanFieldWell of(double g, double variance) {
    // &lt;phi phi&gt; and &lt;phi' phi'&gt; at Chebyshev points of x in [0, variance].
    double[] force = new double[NODES];
    double[] slope = new double[NODES];
    for (int m = 0; m < NODES; m++) {
      double x = variance / 2 * (1 + StrictMath.cos(Math.PI * (m + 0.5) / NODES));
      means(variance, x, m, force, slope);
    }
    double[] f = coefficients(force);
    double[] s = coefficients(slope);
    double decay = Math.sqrt(Math.max(1e-12, 1 - g * g * at(s, -1)));
    double[] integral = integral(f);
    double end = 30 / decay;
    double step = end / POINTS;
    double[] potential = new double[POINTS + 1];
    double delta = variance;
    double tau = 0;
    double joined = -1;
    double joinedAt = 0;
    for (int i = 0; i <= POINTS; i++) {
      double here = delta;
      if (joined >= 0) {
        here = joined * StrictMath.exp(-decay * (i * step - joinedAt));
      }
      potential[i] = 1 - g * g * at(s, 2 * here / variance - 1);
      if (joined < 0) {
        delta = next(g, variance, f, integral, delta, tau == 0, step);
        tau += step;
        if (delta < 1e-4 * variance) {
          joined = delta;
          joinedAt = tau;
        }
      }
    }
    return new MeanFieldWell(potential, step);
  }

  /** Means over two normal variables, the common part z outside, the own parts inside. */
  private static void means(double variance, double x, int m, double[] force, double[] slope) {
    double common = Math.sqrt(x);
    double own = Math.sqrt(variance - x);
    double outer = MeanField.step(common);
    double inner = MeanField.step(own);
    double reach = MeanField.reach();
    for (double z = 0; z <= reach; z += outer) {
      double activity = 0;
      double gain = 0;
      for (double y = -reach; y <= reach; y += inner) {
        double weight = inner * StrictMath.exp(-y * y / 2) / Math.sqrt(2 * Math.PI);
        double t = StrictMath.tanh(own * y + common * z);
        activity += weight * t;
        gain += weight * (1 - t * t);
      }
      double weight = outer * StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
      weight *= z == 0 ? 1 : 2;
      force[m] += weight * activity * activity;
      slope[m] += weight * gain * gain;
    }
  }

  private static double[] coefficients(double[] values) {
    int n = values.length;
    double[] c = new double[n];
    for (int j = 0; j < n; j++) {
      for (int m = 0; m < n; m++) {
        c[j] += values[m] * StrictMath.cos(Math.PI * j * (m + 0.5) / n);
      }
      c[j] *= (j == 0 ? 1.0 : 2.0) / n;
    }
    return c;
  }

  /** The Chebyshev series at u in [-1, 1] (Clenshaw). */
  private static double at(double[] c, double u) {
    double b1 = 0;
    double b2 = 0;
    for (int j = c.length - 1; j > 0; j--) {
      double b = c[j] + 2 * u * b1 - b2;
      b2 = b1;
      b1 = b;
    }
    return c[0] + u * b1 - b2;
  }

  /** The series of the integral from u = -1. */
  private static double[] integral(double[] c) {
    double[] out = new double[c.length + 1];
    for (int j = 1; j < out.length; j++) {
      double before = j == 1 ? 2 * c[0] : c[j - 1];
      double after = j + 1 < c.length ? c[j + 1] : 0;
      out[j] = (before - after) / (2 * j);
    }
    double sum = 0;
    for (int j = 1; j < out.length; j++) {
      sum += (j % 2 == 0 ? 1 : -1) * out[j];
    }
    out[0] = -sum;
    return out;
  }

  /**
   * One step of Runge-Kutta of order 4 on Delta' = -sqrt(2 (V(0) - V)); the first by its series.
   */
  private static double next(
      double g,
      double variance,
      double[] force,
      double[] integral,
      double delta,
      boolean first,
      double h) {
    if (first) {
      return delta + h * h / 2 * (delta - g * g * at(force, 1));
    }
    double k1 = speed(g, variance, integral, delta);
    double k2 = speed(g, variance, integral, delta + h / 2 * k1);
    double k3 = speed(g, variance, integral, delta + h / 2 * k2);
    double k4 = speed(g, variance, integral, delta + h * k3);
    return delta + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
  }

  private static double speed(double g, double variance, double[] integral, double delta) {
    double x = Math.max(0, delta);
    double energy = x * x / 2 - g * g * variance / 2 * at(integral, 2 * x / variance - 1);
    return -Math.sqrt(Math.max(0, 2 * energy));
  }

  /** The lowest eigenvalue of even or of odd functions, from two steps by extrapolation. */
  double eigenvalue(boolean even) {
    double fine = eigenvalue(even, 1);
    double coarse = eigenvalue(even, 2);
    return fine + (fine - coarse) / 3;
  }

  private double eigenvalue(boolean even, int stride) {
    double low = java.util.Arrays.stream(potential).min().orElse(0) - 1;
    double high = java.util.Arrays.stream(potential).max().orElse(1) + 1;
    for (int i = 0; i < 100 && high - low > 1e-15; i++) {
      double middle = (low + high) / 2;
      if (below(middle, even, stride) > 0) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return (low + high) / 2;
  }

  /** Number of eigenvalues of the difference operator below e (Sturm), at most 1. */
  private int below(double e, boolean even, int stride) {
    double h2 = step * stride * step * stride;
    double off = 1 / (h2 * h2);
    int start = even ? 0 : stride;
    double pivot = 0;
    for (int i = start; i < potential.length; i += stride) {
      double diagonal = 2 / h2 + potential[i] - e;
      // An even function has its mirror image before the first point.
      double coupled = i == stride && even ? 2 * off : off;
      pivot = i == start ? diagonal : diagonal - coupled / pivot;
      if (pivot < 0) {
        return 1;
      }
    }
    return 0;
  }
}
