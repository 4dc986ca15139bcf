package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;

/** An activation by itself: y = f(x), dx = dy f'(x). */
public record Activate(Activation activation) implements Operation {
  @Override
  public String name() {
    return "activate";
  }

  @Override
  public Shape shape(Shapes in) {
    return in.count(1).get(0);
  }

  @Override
  public Step bind(Recording recording) {
    Var x = recording.in(0);
    Var out = recording.out();
    int size = out.shape().size();
    float[] scratch = activation.scratch(size);
    return new Step() {
      @Override
      public void forward() {
        System.arraycopy(x.value(), 0, out.value(), 0, size);
        activation.apply(recording.kernels(), out.value(), 0, size);
      }

      @Override
      public void backward() {
        float[] d = out.adjoint();
        activation.chain(recording.kernels(), out.value(), d, 0, size, scratch);
        recording.kernels().elementwise().add(d, 0, x.adjoint(), 0, size);
      }
    };
  }
}
