package homeostat.dale.operation;

import homeostat.dale.loss.LocalLoss;
import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;

/**
 * A {@link LocalLoss} as a number on the tape: lambda times its mean over the rows of o.
 *
 * @param loss which
 * @param lambda strength
 */
public record LocalLossValue(LocalLoss loss, double lambda) implements Operation {
  @Override
  public String name() {
    return "local-loss";
  }

  @Override
  public Shape shape(Shapes in) {
    in.count(1);
    return Shape.SCALAR;
  }

  @Override
  public Step bind(Recording recording) {
    Var o = recording.in(0);
    int rows = o.shape().rows();
    int units = o.shape().cols();
    float[] gradient = new float[o.shape().size()];
    return new Step() {
      @Override
      public void forward() {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
          sum += loss.of(o.value(), row * units, units);
        }
        recording.out().value()[0] = (float) (lambda * sum / rows);
      }

      @Override
      public void backward() {
        double scale = lambda / rows * recording.out().adjoint()[0];
        for (int row = 0; row < rows; row++) {
          loss.gradient(scale, o.value(), row * units, units, gradient);
        }
        recording.kernels().elementwise().add(gradient, 0, o.adjoint(), 0, gradient.length);
      }
    };
  }
}
