package homeostat.disinhibition.equilibrium;

/**
 * When a steady state counts as found.
 *
 * @param tolerance largest residual of the control, |K e - c|, and of the potentials
 * @param mostSweeps sweeps through the layers after which a sample counts as not settled
 */
public record EquilibriumSettings(double tolerance, int mostSweeps) {
  /** As tight as float32 allows with room to spare. */
  public static final EquilibriumSettings USUAL = new EquilibriumSettings(5e-6, 300);

  public EquilibriumSettings {
    if (!(tolerance > 0) || mostSweeps < 1) {
      throw new IllegalArgumentException(
          "tolerance " + tolerance + " must be positive and sweeps " + mostSweeps + " at least 1");
    }
  }
}
