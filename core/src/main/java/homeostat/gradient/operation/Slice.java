package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Elementwise;

/**
 * A block of a matrix.
 *
 * @param row first row
 * @param col first column
 * @param size shape of the block
 */
public record Slice(int row, int col, Shape size) implements Operation {
  public Slice {
    if (row < 0 || col < 0) {
      throw new IllegalArgumentException("a slice cannot begin at (" + row + ", " + col + ")");
    }
  }

  @Override
  public String name() {
    return "slice";
  }

  @Override
  public Shape shape(Shapes in) {
    Shape x = in.count(1).get(0);
    in.require(
        row + size.rows() <= x.rows() && col + size.cols() <= x.cols(),
        "a block " + size + " at (" + row + ", " + col + ") leaves it");
    return size;
  }

  @Override
  public Step bind(Recording recording) {
    Var x = recording.in(0);
    Var out = recording.out();
    int wide = x.shape().cols();
    int cols = size.cols();
    Elementwise kernel = recording.kernels().elementwise();
    return new Step() {
      @Override
      public void forward() {
        for (int i = 0; i < size.rows(); i++) {
          System.arraycopy(x.value(), (row + i) * wide + col, out.value(), i * cols, cols);
        }
      }

      @Override
      public void backward() {
        float[] d = out.adjoint();
        for (int i = 0; i < size.rows(); i++) {
          kernel.add(d, i * cols, x.adjoint(), (row + i) * wide + col, cols);
        }
      }
    };
  }
}
