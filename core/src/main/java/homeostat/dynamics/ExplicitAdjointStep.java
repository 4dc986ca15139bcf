package homeostat.dynamics;

import java.util.List;

/**
 * The reverse of {@link ExplicitTangentStep}. With h the step, and adjoints written with a bar:
 *
 * <pre>
 * kbar_i = h (b_i xbar' + sum_{j &gt; i} a_ji Xbar_j)      X_i the state at stage i
 * Xbar_i = what the field makes of kbar_i at X_i
 * xbar   = xbar' + sum_i Xbar_i
 * </pre>
 *
 * and the same for the deviations.
 */
final class ExplicitAdjointStep implements AdjointStep {
  private final ExplicitTangentStep tangent;
  private final AdjointField field;
  private final double[] next;

  ExplicitAdjointStep(Tableau tableau, double dt, AdjointField field, int size) {
    tangent = new ExplicitTangentStep(tableau, dt, field, size);
    this.field = field;
    next = new double[size];
  }

  @Override
  public int size() {
    return tangent.size();
  }

  @Override
  public double duration() {
    return tangent.duration();
  }

  @Override
  public void step(long n, double[] x, double[] after) {
    tangent.step(n, x, after);
  }

  @Override
  public void step(
      long n, double[] x, double[] frame, int columns, double[] after, double[] nextFrame) {
    tangent.step(n, x, frame, columns, after, nextFrame);
  }

  @Override
  public void adjoint(
      long n,
      double[] x,
      double[] frame,
      int columns,
      double[] nextAdjoint,
      double[] nextFrameAdjoint,
      double[] adjoint,
      double[] frameAdjoint) {
    ExplicitStep plain = tangent.plain;
    int stages = plain.stage.length;
    int cells = size() * columns;
    plain.step(n, x, next);
    double[][] frames = columns == 0 ? new double[stages][0] : tangent.stages(n, frame, columns);
    double[][] stageAdjoint = new double[stages][size()];
    double[][] stageFrameAdjoint = new double[stages][cells];
    double[] slopeAdjoint = new double[size()];
    double[] tangentAdjoint = new double[cells];
    for (int i = stages - 1; i >= 0; i--) {
      gather(plain.tableau, plain.dt, i, nextAdjoint, stageAdjoint, slopeAdjoint);
      gather(plain.tableau, plain.dt, i, nextFrameAdjoint, stageFrameAdjoint, tangentAdjoint);
      field.adjoint(
          plain.time(n, i),
          plain.stage[i],
          frames[i],
          columns,
          slopeAdjoint,
          tangentAdjoint,
          stageAdjoint[i],
          stageFrameAdjoint[i]);
    }
    sum(nextAdjoint, stageAdjoint, adjoint);
    sum(nextFrameAdjoint, stageFrameAdjoint, frameAdjoint);
  }

  private static void gather(
      Tableau tableau, double h, int i, double[] after, double[][] later, double[] out) {
    List<double[]> a = tableau.a();
    for (int e = 0; e < out.length; e++) {
      double sum = tableau.b()[i] * after[e];
      for (int j = i + 1; j < later.length; j++) {
        sum += a.get(j)[i] * later[j][e];
      }
      out[e] = h * sum;
    }
  }

  private static void sum(double[] after, double[][] parts, double[] out) {
    for (int e = 0; e < parts[0].length; e++) {
      double sum = after[e];
      for (double[] part : parts) {
        sum += part[e];
      }
      out[e] = sum;
    }
  }
}
