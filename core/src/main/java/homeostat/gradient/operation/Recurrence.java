package homeostat.gradient.operation;

/** The steps of a recurrent layer, one after the other, and back. */
sealed interface Recurrence permits DenseRecurrence, SparseRecurrence {
  /**
   * Writes every h(t) into the result.
   *
   * @param fromZero whether h(-1) is 0 and the products with it need not be taken
   */
  void forward(boolean fromZero);

  /**
   * Turns the adjoint of the result from d loss / d h(t), as far as it does not come through later
   * steps, into d loss / d (argument of f at t), in place.
   */
  void backward();
}
