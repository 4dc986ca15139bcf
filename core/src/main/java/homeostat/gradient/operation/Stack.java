package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Elementwise;

/** Matrices of equal columns one below the other, in order. */
public record Stack() implements Operation {
  @Override
  public String name() {
    return "stack";
  }

  @Override
  public Shape shape(Shapes in) {
    in.require(!in.all().isEmpty(), "there must be an operand");
    int rows = 0;
    for (Shape shape : in.all()) {
      in.require(shape.cols() == in.get(0).cols(), "all must have the same columns");
      rows += shape.rows();
    }
    return new Shape(rows, in.get(0).cols());
  }

  @Override
  public Step bind(Recording recording) {
    Var out = recording.out();
    Elementwise kernel = recording.kernels().elementwise();
    return new Step() {
      @Override
      public void forward() {
        int at = 0;
        for (Var x : recording.in()) {
          int size = x.shape().size();
          System.arraycopy(x.value(), 0, out.value(), at, size);
          at += size;
        }
      }

      @Override
      public void backward() {
        int at = 0;
        for (Var x : recording.in()) {
          int size = x.shape().size();
          if (x.trains()) {
            kernel.add(out.adjoint(), at, x.adjoint(), 0, size);
          }
          at += size;
        }
      }
    };
  }
}
