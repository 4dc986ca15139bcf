package homeostat.dynamics;

/**
 * An explicit method of fixed step that makes a {@link Step} of a vector field. Step n covers the
 * time from n dt to (n + 1) dt.
 */
public sealed interface Integrator permits Euler, RungeKutta4, Tsit5 {
  /** Length of a step, in the units of time of the field. */
  double dt();

  /** Order of the method: the error at a fixed time falls as dt to this power. */
  int order();

  /** The step of a field of {@code size} variables. */
  Step step(VectorField field, int size);

  /** The step with its tangent. */
  TangentStep tangentStep(TangentField field, int size);

  /** The step with its tangent and adjoint. */
  AdjointStep adjointStep(AdjointField field, int size);
}
