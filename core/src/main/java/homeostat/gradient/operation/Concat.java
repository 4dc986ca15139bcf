package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Elementwise;

/** Matrices of equal rows side by side, in order. */
public record Concat() implements Operation {
  @Override
  public String name() {
    return "concat";
  }

  @Override
  public Shape shape(Shapes in) {
    in.require(!in.all().isEmpty(), "there must be an operand");
    int cols = 0;
    for (Shape shape : in.all()) {
      in.require(shape.rows() == in.get(0).rows(), "all must have the same rows");
      cols += shape.cols();
    }
    return new Shape(in.get(0).rows(), cols);
  }

  @Override
  public Step bind(Recording recording) {
    Var out = recording.out();
    int rows = out.shape().rows();
    int wide = out.shape().cols();
    Elementwise kernel = recording.kernels().elementwise();
    return new Step() {
      @Override
      public void forward() {
        int left = 0;
        for (int k = 0; k < recording.in().size(); k++) {
          Var x = recording.in(k);
          int cols = x.shape().cols();
          for (int row = 0; row < rows; row++) {
            System.arraycopy(x.value(), row * cols, out.value(), row * wide + left, cols);
          }
          left += cols;
        }
      }

      @Override
      public void backward() {
        int left = 0;
        for (int k = 0; k < recording.in().size(); k++) {
          Var x = recording.in(k);
          int cols = x.shape().cols();
          for (int row = 0; x.trains() && row < rows; row++) {
            kernel.add(out.adjoint(), row * wide + left, x.adjoint(), row * cols, cols);
          }
          left += cols;
        }
      }
    };
  }
}
