package homeostat.gradient.tape;

import homeostat.kernel.FloatMatrix;
import java.util.Arrays;

/**
 * A matrix on a tape: its value and, if it trains, its adjoint d loss / d value. Arrays stay the
 * same from pass to pass.
 */
public final class Var {
  private final String name;
  private final Shape shape;
  private final boolean trains;
  private final float[] value;
  private final float[] adjoint;
  private final FloatMatrix valueView;
  private final FloatMatrix valueTransposed;
  private final FloatMatrix adjointView;
  private final FloatMatrix adjointTransposed;
  private boolean reached;

  Var(String name, Shape shape, float[] value, float[] adjoint) {
    this.name = name;
    this.shape = shape;
    this.value = value;
    this.adjoint = adjoint;
    this.trains = adjoint.length > 0;
    this.valueView = FloatMatrix.of(value, shape.rows(), shape.cols());
    this.valueTransposed = valueView.transpose();
    this.adjointView = trains ? FloatMatrix.of(adjoint, shape.rows(), shape.cols()) : valueView;
    this.adjointTransposed = adjointView.transpose();
  }

  /** What the model calls it. */
  public String name() {
    return name;
  }

  /** Its shape. */
  public Shape shape() {
    return shape;
  }

  /** The value, row-major; write to that of an input. */
  public float[] value() {
    return value;
  }

  /** The value as a matrix. */
  public FloatMatrix matrix() {
    return valueView;
  }

  /** The value as a matrix, transposed. */
  public FloatMatrix transposed() {
    return valueTransposed;
  }

  /** Whether a gradient is wanted: not of inputs, nor of what depends on inputs alone. */
  public boolean trains() {
    return trains;
  }

  /**
   * The adjoint, row-major, to read or to add to: zeros before the first contribution of a pass.
   */
  public float[] adjoint() {
    requireTrains();
    if (!reached) {
      Arrays.fill(adjoint, 0f);
      reached = true;
    }
    return adjoint;
  }

  /**
   * Announces a contribution to {@link #adjointMatrix}, and says by what the content must be
   * multiplied before it is added to: 0 for the first one of a pass, then 1.
   */
  public float beta() {
    requireTrains();
    float beta = reached ? 1f : 0f;
    reached = true;
    return beta;
  }

  /** The adjoint as a matrix; its content counts only as {@link #beta} says. */
  public FloatMatrix adjointMatrix() {
    requireTrains();
    return adjointView;
  }

  /** The adjoint as a matrix, transposed. */
  public FloatMatrix adjointTransposed() {
    requireTrains();
    return adjointTransposed;
  }

  /** Whether a gradient arrived in this pass. */
  boolean reached() {
    return reached;
  }

  void startPass() {
    reached = false;
  }

  private void requireTrains() {
    if (!trains) {
      throw new IllegalStateException("'" + name + "' does not train: it has no adjoint");
    }
  }

  @Override
  public String toString() {
    return name + " " + shape;
  }
}
