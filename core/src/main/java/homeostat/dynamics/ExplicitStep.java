package homeostat.dynamics;

import java.util.Arrays;

/** One step of an explicit Runge-Kutta method; keeps its stages for tangent and adjoint. */
final class ExplicitStep implements Step {
  final Tableau tableau;
  final double dt;
  final double[][] stage;
  final double[][] slope;
  final double[] weights;
  private final VectorField field;
  private final int size;

  ExplicitStep(Tableau tableau, double dt, VectorField field, int size) {
    this.tableau = tableau;
    this.dt = dt;
    this.field = field;
    this.size = size;
    stage = new double[tableau.stagesOfResult()][size];
    slope = new double[tableau.stagesOfResult()][size];
    weights = Arrays.copyOf(tableau.b(), stage.length);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public double duration() {
    return dt;
  }

  @Override
  public void step(long n, double[] x, double[] next) {
    for (int i = 0; i < stage.length; i++) {
      combine(x, dt, tableau.a().get(i), slope, stage[i]);
      field.slope(time(n, i), stage[i], slope[i]);
    }
    combine(x, dt, weights, slope, next);
  }

  double time(long n, int i) {
    return (n + tableau.node(i)) * dt;
  }

  /** out = x + h (w_0 k_0 + w_1 k_1 + ...), in this order. */
  static void combine(double[] x, double h, double[] weights, double[][] k, double[] out) {
    for (int e = 0; e < out.length; e++) {
      double sum = 0;
      for (int j = 0; j < weights.length; j++) {
        sum += weights[j] * k[j][e];
      }
      out[e] = x[e] + h * sum;
    }
  }
}
