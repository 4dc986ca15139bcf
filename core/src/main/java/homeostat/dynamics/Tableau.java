package homeostat.dynamics;

import java.util.List;

/**
 * The coefficients of an explicit Runge-Kutta method with s stages,
 *
 * <pre>
 * k_i = f(t + c_i h, x + h sum_{j &lt; i} a_ij k_j),   x' = x + h sum_i b_i k_i
 * </pre>
 *
 * @param a the rows a_ij, row i of length i
 * @param b the weights of the stages, [s]
 * @param error b minus the weights of the embedded method of one order less, [s]; zeros without one
 * @param order the order of the method
 */
public record Tableau(List<double[]> a, double[] b, double[] error, int order) {
  static final Tableau EULER =
      new Tableau(List.of(new double[0]), new double[] {1}, new double[1], 1);

  static final Tableau RUNGE_KUTTA_4 =
      new Tableau(
          List.of(new double[0], new double[] {0.5}, new double[] {0, 0.5}, new double[] {0, 0, 1}),
          new double[] {1 / 6.0, 1 / 3.0, 1 / 3.0, 1 / 6.0},
          new double[4],
          4);

  /** Ch. Tsitouras, Computers and Mathematics with Applications 62 (2011) 770-775. */
  public static final Tableau TSITOURAS_5 =
      new Tableau(
          List.of(
              new double[0],
              new double[] {0.161},
              new double[] {-0.008480655492356989, 0.335480655492357},
              new double[] {2.8971530571054935, -6.359448489975075, 4.3622954328695815},
              new double[] {
                5.325864828439257, -11.748883564062828, 7.4955393428898365, -0.09249506636175525
              },
              new double[] {
                5.86145544294642,
                -12.92096931784711,
                8.159367898576159,
                -0.071584973281401,
                -0.028269050394068383
              },
              new double[] {
                0.09646076681806523,
                0.01,
                0.4798896504144996,
                1.379008574103742,
                -3.290069515436081,
                2.324710524099774
              }),
          new double[] {
            0.09646076681806523,
            0.01,
            0.4798896504144996,
            1.379008574103742,
            -3.290069515436081,
            2.324710524099774,
            0
          },
          new double[] {
            0.0017800110522257773,
            0.0008164344596567463,
            -0.007880878010261994,
            0.1447110071732629,
            -0.5823571654525552,
            0.45808210592918686,
            -0.015151515151515152
          },
          5);

  /** c_i, the sum of row i: where in the step stage i lies. */
  double node(int stage) {
    double sum = 0;
    for (double weight : a.get(stage)) {
      sum += weight;
    }
    return sum;
  }

  /** Number of stages. */
  int stages() {
    return b.length;
  }

  /** Number of stages that the result of a step needs; an error estimate may need one more. */
  int stagesOfResult() {
    int stages = b.length;
    while (b[stages - 1] == 0) {
      stages--;
    }
    return stages;
  }
}
