package homeostat.disinhibition;

/**
 * Plain units, tau du/dt = -u + a, with rate phi(u).
 *
 * @param activation phi
 * @param tau time constant, s
 */
public record Units(SoftRectifier activation, double tau) implements Cells {
  public Units {
    if (!(tau > 0)) {
      throw new IllegalArgumentException("time constant " + tau + " s must be positive");
    }
  }
}
