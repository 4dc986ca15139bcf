package homeostat.gradient.tape;

/** An operation bound to its operands and its result. Neither method may allocate. */
public interface Step {
  /** Writes every element of the result's value. */
  void forward();

  /**
   * Adds to the adjoint of every operand that trains what follows from the adjoint of the result,
   * which may be overwritten. Called only where a gradient arrives at the result.
   */
  void backward();
}
