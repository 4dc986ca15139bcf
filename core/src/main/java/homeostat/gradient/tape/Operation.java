package homeostat.gradient.tape;

/** A function of matrices with its derivative. An operation is a value; a tape binds it. */
public interface Operation {
  /** Its name, in error messages and in the registry. */
  String name();

  /**
   * Shape of the result.
   *
   * @throws ShapeException if the operands do not fit
   */
  Shape shape(Shapes in);

  /** Whether gradients go through: false makes the result a constant. */
  default boolean passesGradients() {
    return true;
  }

  /** The work on these operands. What it needs beside them is allocated here. */
  Step bind(Recording recording);
}
