package homeostat.dale.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;

/**
 * y = x W' whose gradient goes back through another matrix: dW = G' x as always, but dx = G F with
 * fixed F (feedback alignment, Lillicrap et al. 2016). Operands: x [batch][in], W and F [out][in];
 * F gets no gradient.
 */
public record FeedbackLinear() implements Operation {
  @Override
  public String name() {
    return "feedback-linear";
  }

  @Override
  public Shape shape(Shapes in) {
    in.count(3);
    in.require(
        in.get(0).cols() == in.get(1).cols() && in.get(1).equals(in.get(2)),
        "W and F must have one shape, with the columns of x");
    return new Shape(in.get(0).rows(), in.get(1).rows());
  }

  @Override
  public Step bind(Recording recording) {
    Var x = recording.in(0);
    Var w = recording.in(1);
    Var f = recording.in(2);
    Var out = recording.out();
    return new Step() {
      @Override
      public void forward() {
        recording.products().gemm(x.matrix(), w.transposed(), 0f, out.matrix());
      }

      @Override
      public void backward() {
        out.adjoint();
        if (w.trains()) {
          recording
              .products()
              .gemm(out.adjointTransposed(), x.matrix(), w.beta(), w.adjointMatrix());
        }
        if (x.trains()) {
          recording.products().gemm(out.adjointMatrix(), f.matrix(), x.beta(), x.adjointMatrix());
        }
      }
    };
  }
}
