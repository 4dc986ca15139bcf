package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;

/** y = x, a constant to whatever follows: no gradient goes back. */
public record StopGradient() implements Operation {
  @Override
  public String name() {
    return "stop-gradient";
  }

  @Override
  public Shape shape(Shapes in) {
    return in.count(1).get(0);
  }

  @Override
  public boolean passesGradients() {
    return false;
  }

  @Override
  public Step bind(Recording recording) {
    Var x = recording.in(0);
    Var out = recording.out();
    return new Step() {
      @Override
      public void forward() {
        System.arraycopy(x.value(), 0, out.value(), 0, out.shape().size());
      }

      @Override
      public void backward() {}
    };
  }
}
