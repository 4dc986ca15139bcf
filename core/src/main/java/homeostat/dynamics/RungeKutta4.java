package homeostat.dynamics;

/**
 * The classical Runge-Kutta method: four evaluations a step, order 4.
 *
 * @param dt length of a step; positive
 */
public record RungeKutta4(double dt) implements Integrator {
  public RungeKutta4 {
    if (!(dt > 0 && dt < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("step dt = " + dt + " is not positive and finite");
    }
  }

  @Override
  public int order() {
    return Tableau.RUNGE_KUTTA_4.order();
  }

  @Override
  public Step step(VectorField field, int size) {
    return new ExplicitStep(Tableau.RUNGE_KUTTA_4, dt, field, size);
  }

  @Override
  public TangentStep tangentStep(TangentField field, int size) {
    return new ExplicitTangentStep(Tableau.RUNGE_KUTTA_4, dt, field, size);
  }

  @Override
  public AdjointStep adjointStep(AdjointField field, int size) {
    return new ExplicitAdjointStep(Tableau.RUNGE_KUTTA_4, dt, field, size);
  }
}
