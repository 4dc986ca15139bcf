package homeostat.dynamics;

/** The derivative of {@link ExplicitStep}, stage by stage. */
final class ExplicitTangentStep implements TangentStep {
  final ExplicitStep plain;
  private final TangentField field;
  private double[][] frames = new double[0][0];
  private double[][] slopes = new double[0][0];

  ExplicitTangentStep(Tableau tableau, double dt, TangentField field, int size) {
    plain = new ExplicitStep(tableau, dt, field, size);
    this.field = field;
  }

  @Override
  public int size() {
    return plain.size();
  }

  @Override
  public double duration() {
    return plain.duration();
  }

  @Override
  public void step(long n, double[] x, double[] next) {
    plain.step(n, x, next);
  }

  @Override
  public void step(
      long n, double[] x, double[] frame, int columns, double[] next, double[] nextFrame) {
    plain.step(n, x, next);
    stages(n, frame, columns);
    ExplicitStep.combine(frame, plain.dt, plain.weights, slopes, nextFrame);
  }

  /** The deviations at every stage; the states there are those of the step just made. */
  double[][] stages(long n, double[] frame, int columns) {
    int stages = plain.stage.length;
    if (frames.length == 0 || frames[0].length != size() * columns) {
      frames = new double[stages][size() * columns];
      slopes = new double[stages][size() * columns];
    }
    for (int i = 0; i < stages; i++) {
      ExplicitStep.combine(frame, plain.dt, plain.tableau.a().get(i), slopes, frames[i]);
      field.tangent(plain.time(n, i), plain.stage[i], frames[i], columns, slopes[i]);
    }
    return frames;
  }
}
