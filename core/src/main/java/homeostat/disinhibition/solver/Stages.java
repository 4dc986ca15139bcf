package homeostat.disinhibition.solver;

/**
 * The stages of Tsitouras' method on rows of float32 (Ch. Tsitouras, Computers and Mathematics with
 * Applications 62 (2011) 770-775).
 */
final class Stages {
  /** Stages; the last is the first of the next step. */
  static final int COUNT = 7;

  private static final double[][] A = {
    {},
    {0.161},
    {-0.008480655492356989, 0.335480655492357},
    {2.8971530571054935, -6.359448489975075, 4.3622954328695815},
    {5.325864828439257, -11.748883564062828, 7.4955393428898365, -0.09249506636175525},
    {
      5.86145544294642,
      -12.92096931784711,
      8.159367898576159,
      -0.071584973281401,
      -0.028269050394068383
    },
    {
      0.09646076681806523,
      0.01,
      0.4798896504144996,
      1.379008574103742,
      -3.290069515436081,
      2.324710524099774
    }
  };

  private static final double[] ERROR = {
    0.0017800110522257773,
    0.0008164344596567463,
    -0.007880878010261994,
    0.1447110071732629,
    -0.5823571654525552,
    0.45808210592918686,
    -0.015151515151515152
  };

  private Stages() {}

  /** out <- y + h sum_j a_ij k_j on {@code [from, to)}, for stage i of 1 to 6. */
  static void combine(int i, double h, float[] y, float[][] k, float[] out, int from, int to) {
    double[] a = A[i];
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
        for (int e = from; e < to; e++) {
          out[e] =
              y[e] + (a0 * k0[e] + a1 * k1[e] + a2 * k2[e] + a3 * k3[e] + a4 * k4[e] + a5 * k5[e]);
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
    float e0 = (float) (h * ERROR[0]);
    float e1 = (float) (h * ERROR[1]);
    float e2 = (float) (h * ERROR[2]);
    float e3 = (float) (h * ERROR[3]);
    float e4 = (float) (h * ERROR[4]);
    float e5 = (float) (h * ERROR[5]);
    float e6 = (float) (h * ERROR[6]);
    float[] k0 = k[0];
    float[] k1 = k[1];
    float[] k2 = k[2];
    float[] k3 = k[3];
    float[] k4 = k[4];
    float[] k5 = k[5];
    float[] k6 = k[6];
    for (int e = from; e < to; e++) {
      out[e] =
          e0 * k0[e] + e1 * k1[e] + e2 * k2[e] + e3 * k3[e] + e4 * k4[e] + e5 * k5[e] + e6 * k6[e];
    }
    float absolute = (float) atol;
    float relative = (float) rtol;
    for (int e = from; e < to; e++) {
      out[e] /= absolute + relative * Math.max(Math.abs(y[e]), Math.abs(next[e]));
    }
  }
}
