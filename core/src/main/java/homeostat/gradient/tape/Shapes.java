package homeostat.gradient.tape;

import java.util.List;

/**
 * Shapes of the operands of an operation, and who is asking.
 *
 * @param operation name of the operation
 * @param layer the name that the model gave to this use of it
 * @param all one an operand
 */
public record Shapes(String operation, String layer, List<Shape> all) {
  public Shapes {
    all = List.copyOf(all);
  }

  /** Shape of operand {@code i}. */
  public Shape get(int i) {
    return all.get(i);
  }

  /** Requires that many operands. */
  public Shapes count(int operands) {
    return require(all.size() == operands, "there must be " + operands + " operands");
  }

  /**
   * Requires what a rule says of the shapes.
   *
   * @throws ShapeException with the operation, the layer, the shapes and the rule, if not
   */
  public Shapes require(boolean holds, String rule) {
    if (!holds) {
      StringBuilder shapes = new StringBuilder();
      all.forEach(shape -> shapes.append(shapes.isEmpty() ? "" : ", ").append(shape));
      throw new ShapeException(operation + " '" + layer + "' of " + shapes + ": " + rule);
    }
    return this;
  }
}
