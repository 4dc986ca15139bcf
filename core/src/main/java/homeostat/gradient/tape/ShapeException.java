package homeostat.gradient.tape;

/** Operands that do not fit an operation; names the operation, the layer and all shapes. */
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  ShapeException(String message) {
    super(message);
  }
}
