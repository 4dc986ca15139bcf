package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;

/**
 * The mean over all elements of (x - target)^2, [1][1]; dx = 2 (x - target) / n, and the negative
 * of it to a target that trains.
 */
public record MeanSquaredError() implements Operation {
  @Override
  public String name() {
    return "mean-squared-error";
  }

  @Override
  public Shape shape(Shapes in) {
    in.count(2).require(in.get(0).equals(in.get(1)), "x and target must have the same shape");
    return Shape.SCALAR;
  }

  @Override
  public Step bind(Recording recording) {
    Var x = recording.in(0);
    Var target = recording.in(1);
    Var out = recording.out();
    int size = x.shape().size();
    float[] error = new float[size];
    return new Step() {
      @Override
      public void forward() {
        for (int i = 0; i < size; i++) {
          error[i] = x.value()[i] - target.value()[i];
        }
        double sum = recording.kernels().reductions().sumSquaresDouble(error, 0, size);
        out.value()[0] = (float) (sum / size);
      }

      @Override
      public void backward() {
        float d = (float) (2.0 * out.adjoint()[0] / size);
        if (x.trains()) {
          recording.kernels().elementwise().axpy(d, error, 0, x.adjoint(), 0, size);
        }
        if (target.trains()) {
          recording.kernels().elementwise().axpy(-d, error, 0, target.adjoint(), 0, size);
        }
      }
    };
  }
}
