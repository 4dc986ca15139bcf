package homeostat.dale.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;

/**
 * Shunting: y = a / (c + epsilon), element by element. da = G / (c + epsilon), dc = -G y / (c +
 * epsilon).
 *
 * @param epsilon added to the denominator
 */
public record Quotient(double epsilon) implements Operation {
  public Quotient {
    if (!(epsilon >= 0)) {
      throw new IllegalArgumentException("epsilon " + epsilon + " is negative");
    }
  }

  @Override
  public String name() {
    return "quotient";
  }

  @Override
  public Shape shape(Shapes in) {
    in.count(2).require(in.get(0).equals(in.get(1)), "both operands must have one shape");
    return in.get(0);
  }

  @Override
  public Step bind(Recording recording) {
    Var a = recording.in(0);
    Var c = recording.in(1);
    Var out = recording.out();
    float eps = (float) epsilon;
    int size = out.shape().size();
    return new Step() {
      @Override
      public void forward() {
        for (int i = 0; i < size; i++) {
          out.value()[i] = a.value()[i] / (c.value()[i] + eps);
        }
      }

      @Override
      public void backward() {
        float[] g = out.adjoint();
        for (int i = 0; i < size; i++) {
          g[i] /= c.value()[i] + eps;
        }
        if (a.trains()) {
          recording.kernels().elementwise().add(g, 0, a.adjoint(), 0, size);
        }
        if (c.trains()) {
          float[] dc = c.adjoint();
          for (int i = 0; i < size; i++) {
            dc[i] -= g[i] * out.value()[i];
          }
        }
      }
    };
  }
}
