package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;

/**
 * The logarithm of the softmax of each row: y = z - ln(sum exp(z)), dz = G - softmax(z) sum(G). To
 * train on it, {@link SoftmaxCrossEntropy} of z is the same and faster.
 */
public record LogSoftmax() implements Operation {
  @Override
  public String name() {
    return "log-softmax";
  }

  @Override
  public Shape shape(Shapes in) {
    return in.count(1).get(0);
  }

  @Override
  public Step bind(Recording recording) {
    Var z = recording.in(0);
    Var out = recording.out();
    int cols = z.shape().cols();
    return new Step() {
      @Override
      public void forward() {
        for (int at = 0; at < z.shape().size(); at += cols) {
          double norm = norm(z.value(), at, cols);
          for (int i = at; i < at + cols; i++) {
            out.value()[i] = (float) (z.value()[i] - norm);
          }
        }
      }

      @Override
      public void backward() {
        float[] g = out.adjoint();
        float[] dz = z.adjoint();
        for (int at = 0; at < g.length; at += cols) {
          double sum = 0;
          for (int i = at; i < at + cols; i++) {
            sum += g[i];
          }
          for (int i = at; i < at + cols; i++) {
            dz[i] += (float) (g[i] - StrictMath.exp(out.value()[i]) * sum);
          }
        }
      }
    };
  }

  /** ln(sum exp(z)) of one row. */
  private static double norm(float[] z, int at, int cols) {
    double top = z[at];
    for (int i = at; i < at + cols; i++) {
      top = Math.max(top, z[i]);
    }
    double sum = 0;
    for (int i = at; i < at + cols; i++) {
      sum += StrictMath.exp(z[i] - top);
    }
    return top + StrictMath.log(sum);
  }
}
