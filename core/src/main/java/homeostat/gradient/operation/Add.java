package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Elementwise;

/** y = a + factor b; a b of one row counts for every row of a. */
public record Add(float factor) implements Operation {
  /** a + b. */
  public Add() {
    this(1f);
  }

  @Override
  public String name() {
    return "add";
  }

  @Override
  public Shape shape(Shapes in) {
    return Broadcast.shape(in);
  }

  @Override
  public Step bind(Recording recording) {
    Var a = recording.in(0);
    Var b = recording.in(1);
    Var out = recording.out();
    int size = out.shape().size();
    int row = b.shape().size();
    Elementwise kernel = recording.kernels().elementwise();
    return new Step() {
      @Override
      public void forward() {
        System.arraycopy(a.value(), 0, out.value(), 0, size);
        for (int at = 0; at < size; at += row) {
          kernel.axpy(factor, b.value(), 0, out.value(), at, row);
        }
      }

      @Override
      public void backward() {
        float[] d = out.adjoint();
        if (a.trains()) {
          kernel.add(d, 0, a.adjoint(), 0, size);
        }
        if (b.trains()) {
          float[] db = b.adjoint();
          for (int at = 0; at < size; at += row) {
            kernel.axpy(factor, d, at, db, 0, row);
          }
        }
      }
    };
  }
}
