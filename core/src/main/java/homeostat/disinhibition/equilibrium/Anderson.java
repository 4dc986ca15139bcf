package homeostat.disinhibition.equilibrium;

/**
 * Solves c = T(c) in a few dimensions, given g = T(c) - c for one c after the other (Anderson 1965;
 * Walker and Ni 2011). The next c is the one whose g the last few steps, taken as a linear model,
 * make smallest, plus a share beta, the damping, of that g:
 *
 * <pre>
 * c' = c + beta g - sum_j gamma_j (dc_j + beta dg_j),   gamma = argmin |g - sum_j gamma_j dg_j|
 * </pre>
 */
final class Anderson {
  /** Differences that are remembered. */
  private static final int MEMORY = 5;

  /** A direction that adds less than this share to the others is left out. */
  private static final double INDEPENDENT = 1e-4;

  private final int n;
  private final double[][] dc = new double[MEMORY][];
  private final double[][] dg = new double[MEMORY][];
  private final double[][] basis = new double[MEMORY][];
  private final double[][] steps = new double[MEMORY][];
  private final double[] lastC;
  private final double[] lastG;
  private int seen;

  Anderson(int n) {
    this.n = n;
    lastC = new double[n];
    lastG = new double[n];
    for (int j = 0; j < MEMORY; j++) {
      dc[j] = new double[n];
      dg[j] = new double[n];
      basis[j] = new double[n];
      steps[j] = new double[n];
    }
  }

  /** Forgets everything. */
  void reset() {
    seen = 0;
  }

  /** Replaces c, from {@code at} on, by the next one to try. */
  void next(float[] c, int at, double[] g, double damping) {
    if (seen > 0) {
      int j = (seen - 1) % MEMORY;
      for (int i = 0; i < n; i++) {
        dc[j][i] = c[at + i] - lastC[i];
        dg[j][i] = g[i] - lastG[i];
      }
    }
    for (int i = 0; i < n; i++) {
      lastC[i] = c[at + i];
      lastG[i] = g[i];
    }
    int kept = Math.min(seen, MEMORY);
    seen++;
    double[] left = g.clone();
    double[] move = new double[n];
    int newest = seen - 2;
    for (int age = 0; age < kept; age++) {
      project((newest - age) % MEMORY, age, left, move);
    }
    for (int i = 0; i < n; i++) {
      c[at + i] = (float) (c[at + i] + move[i] + damping * left[i]);
    }
  }

  /**
   * Takes from {@code left} its part along difference j, made orthogonal to the newer ones, and
   * adds the step in c that goes with it to {@code move}.
   */
  private void project(int j, int age, double[] left, double[] move) {
    double[] q = basis[age];
    double[] s = steps[age];
    double before = 0;
    for (int i = 0; i < n; i++) {
      q[i] = dg[j][i];
      s[i] = dc[j][i];
      before += q[i] * q[i];
    }
    for (int other = 0; other < age; other++) {
      double share = dot(q, basis[other]);
      for (int i = 0; i < n; i++) {
        q[i] -= share * basis[other][i];
        s[i] -= share * steps[other][i];
      }
    }
    double norm = Math.sqrt(dot(q, q));
    boolean independent = norm > INDEPENDENT * Math.sqrt(before);
    double scale = independent ? 1 / norm : 0;
    for (int i = 0; i < n; i++) {
      q[i] *= scale;
      s[i] *= scale;
    }
    double along = dot(left, q);
    for (int i = 0; i < n; i++) {
      left[i] -= along * q[i];
      move[i] -= along * s[i];
    }
  }

  private double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
