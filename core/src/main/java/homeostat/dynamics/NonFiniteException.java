package homeostat.dynamics;

/**
 * A quantity that is not finite: the run stops, and says which quantity, where, and at which step.
 */
public final class NonFiniteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param quantity what is not finite, for example {@code membrane potential}
   * @param place where, for example {@code neuron 17, trial 3}; may be empty
   * @param step the step within the run or chunk; negative where it is not known
   * @param value the value found
   */
  public NonFiniteException(String quantity, String place, long step, double value) {
    super(
        quantity
            + (place.isEmpty() ? "" : " of " + place)
            + " is "
            + value
            + (step < 0 ? "" : " at step " + step));
  }
}
