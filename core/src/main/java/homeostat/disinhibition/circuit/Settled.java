package homeostat.disinhibition.circuit;

/**
 * How a way to a steady state went, over some samples.
 *
 * @param steps attempts of the solver, or sweeps through the layers, summed over the samples
 * @param residual how far the equations of equilibrium are from holding: the largest absolute
 *     residual, which of an integration is tau dx/dt at its end; 0 where the way does not measure
 *     it
 * @param unsettled samples that did not converge
 */
public record Settled(long steps, double residual, int unsettled) {

  /** Of both together. */
  public Settled and(Settled other) {
    return new Settled(
        steps + other.steps, Math.max(residual, other.residual), unsettled + other.unsettled);
  }
}
