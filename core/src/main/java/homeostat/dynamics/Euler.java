package homeostat.dynamics;

/**
 * Euler's method, x' = x + dt f(t, x): order 1.
 *
 * @param dt length of a step; positive
 */
public record Euler(double dt) implements Integrator {
  public Euler {
    if (!(dt > 0 && dt < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("step dt = " + dt + " is not positive and finite");
    }
  }

  @Override
  public int order() {
    return Tableau.EULER.order();
  }

  @Override
  public Step step(VectorField field, int size) {
    return new ExplicitStep(Tableau.EULER, dt, field, size);
  }

  @Override
  public TangentStep tangentStep(TangentField field, int size) {
    return new ExplicitTangentStep(Tableau.EULER, dt, field, size);
  }

  @Override
  public AdjointStep adjointStep(AdjointField field, int size) {
    return new ExplicitAdjointStep(Tableau.EULER, dt, field, size);
  }
}
