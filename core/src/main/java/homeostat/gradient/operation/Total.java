package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;

/** The sum or the mean of all elements, [1][1]; added in float64. */
public record Total(Reduction reduction) implements Operation {
  @Override
  public String name() {
    return "total";
  }

  @Override
  public Shape shape(Shapes in) {
    in.count(1);
    return Shape.SCALAR;
  }

  @Override
  public Step bind(Recording recording) {
    Var x = recording.in(0);
    Var out = recording.out();
    int size = x.shape().size();
    double factor = reduction.factor(size);
    return new Step() {
      @Override
      public void forward() {
        double sum = recording.kernels().reductions().sumDouble(x.value(), 0, size);
        out.value()[0] = (float) (factor * sum);
      }

      @Override
      public void backward() {
        float d = (float) (factor * out.adjoint()[0]);
        float[] dx = x.adjoint();
        for (int i = 0; i < size; i++) {
          dx[i] += d;
        }
      }
    };
  }
}
