package homeostat.disinhibition.solver;

import homeostat.dynamics.Tableau;

/** The stages of Tsitouras' method ({@link Tableau#TSITOURAS_5}) on rows of float32. */
final class Stages {
  /** Stages; the last is the first of the next step. */
  static final int COUNT = 7;

  private static final Tableau TABLEAU = Tableau.TSITOURAS_5;

  private Stages() {}

  /** out <- y + h sum_j a_ij k_j on {@code [from, to)}, for stage i of 1 to 6. */
  static void combine(int i, double h, float[] y, float[][] k, float[] out, int from, int to) {
    double[] a = TABLEAU.a().get(i);
    float a0 = (float) (h * a[0]);
    float a1 = i > 1 ? (float) (h * a[1]) : 0;
    float a2 = i > 2 ? (float) (h * a[2]) : 0;
    float a3 = i > 3 ? (float) (h * a[3]) : 0;
    float a4 = i > 4 ? (float) (h * a[4]) : 0;
    float a5 = i > 5 ? (float) (h * a[5]) : 0;
    float[] k0 = k[0];
    float[] k1 = k[1];
    float[] k2 = k[2];
    float[] k3 = k[3];
    float[] k4 = k[4];
    float[] k5 = k[5];
    switch (i) {
      case 1 -> {
        for (int e = from; e < to; e++) {
          out[e] = y[e] + a0 * k0[e];
        }
      }
      case 2 -> {
        for (int e = from; e < to; e++) {
          out[e] = y[e] + (a0 * k0[e] + a1 * k1[e]);
        }
      }
      case 3 -> {
        for (int e = from; e < to; e++) {
          out[e] = y[e] + (a0 * k0[e] + a1 * k1[e] + a2 * k2[e]);
        }
      }
      case 4 -> {
        for (int e = from; e < to; e++) {
          out[e] = y[e] + (a0 * k0[e] + a1 * k1[e] + a2 * k2[e] + a3 * k3[e]);
        }
      }
      case 5 -> {
        for (int e = from; e < to; e++) {
          out[e] = y[e] + (a0 * k0[e] + a1 * k1[e] + a2 * k2[e] + a3 * k3[e] + a4 * k4[e]);
        }
      }
      default -> {
        // In two loops: of more arrays than these the compiler makes no vectors.
        for (int e = from; e < to; e++) {
          out[e] = a0 * k0[e] + a1 * k1[e] + a2 * k2[e] + a3 * k3[e];
        }
        for (int e = from; e < to; e++) {
          out[e] = y[e] + (out[e] + a4 * k4[e] + a5 * k5[e]);
        }
      }
    }
  }

  /** out <- h sum_i error_i k_i / (atol + rtol max(|y|, |next|)) on {@code [from, to)}. */
  static void scaledError(
      double h,
      double atol,
      double rtol,
      float[] y,
      float[] next,
      float[][] k,
      float[] out,
      int from,
      int to) {
    double[] error = TABLEAU.error();
    float e0 = (float) (h * error[0]);
    float e1 = (float) (h * error[1]);
    float e2 = (float) (h * error[2]);
    float e3 = (float) (h * error[3]);
    float e4 = (float) (h * error[4]);
    float e5 = (float) (h * error[5]);
    float e6 = (float) (h * error[6]);
    float[] k0 = k[0];
    float[] k1 = k[1];
    float[] k2 = k[2];
    float[] k3 = k[3];
    float[] k4 = k[4];
    float[] k5 = k[5];
    float[] k6 = k[6];
    for (int e = from; e < to; e++) {
      out[e] = e0 * k0[e] + e1 * k1[e] + e2 * k2[e] + e3 * k3[e];
    }
    for (int e = from; e < to; e++) {
      out[e] += e4 * k4[e] + e5 * k5[e] + e6 * k6[e];
    }
    float absolute = (float) atol;
    float relative = (float) rtol;
    for (int e = from; e < to; e++) {
      out[e] /= absolute + relative * Math.max(Math.abs(y[e]), Math.abs(next[e]));
    }
  }
}
