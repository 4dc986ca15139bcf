package homeostat.dale.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;

/**
 * Pooled divisive inhibition: s = sqrt(mean over units of q^2 + epsilon), [batch][1], the same for
 * every unit of a layer. dq = ds q / (D s).
 *
 * @param epsilon keeps s away from 0
 */
public record RootMeanSquare(double epsilon) implements Operation {
  public RootMeanSquare {
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("epsilon " + epsilon + " is not positive");
    }
  }

  @Override
  public String name() {
    return "root-mean-square";
  }

  @Override
  public Shape shape(Shapes in) {
    return new Shape(in.count(1).get(0).rows(), 1);
  }

  @Override
  public Step bind(Recording recording) {
    Var q = recording.in(0);
    Var out = recording.out();
    int units = q.shape().cols();
    return new Step() {
      @Override
      public void forward() {
        for (int row = 0; row < out.shape().rows(); row++) {
          double squares =
              recording.kernels().reductions().sumSquaresDouble(q.value(), row * units, units);
          out.value()[row] = (float) Math.sqrt(squares / units + epsilon);
        }
      }

      @Override
      public void backward() {
        for (int row = 0; row < out.shape().rows(); row++) {
          float factor = out.adjoint()[row] / (units * out.value()[row]);
          recording
              .kernels()
              .elementwise()
              .axpy(factor, q.value(), row * units, q.adjoint(), row * units, units);
        }
      }
    };
  }
}
