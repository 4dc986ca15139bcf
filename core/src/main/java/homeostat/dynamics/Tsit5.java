package homeostat.dynamics;

/**
 * Tsitouras' method of order 5 with a fixed step, six evaluations a step (Ch. Tsitouras, Computers
 * and Mathematics with Applications 62 (2011) 770-775). {@link AdaptiveTsit5} chooses its steps.
 *
 * @param dt length of a step; positive
 */
public record Tsit5(double dt) implements Integrator {
  public Tsit5 {
    if (!(dt > 0 && dt < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("step dt = " + dt + " is not positive and finite");
    }
  }

  @Override
  public int order() {
    return Tableau.TSITOURAS_5.order();
  }

  @Override
  public Step step(VectorField field, int size) {
    return new ExplicitStep(Tableau.TSITOURAS_5, dt, field, size);
  }

  @Override
  public TangentStep tangentStep(TangentField field, int size) {
    return new ExplicitTangentStep(Tableau.TSITOURAS_5, dt, field, size);
  }

  @Override
  public AdjointStep adjointStep(AdjointField field, int size) {
    return new ExplicitAdjointStep(Tableau.TSITOURAS_5, dt, field, size);
  }
}
