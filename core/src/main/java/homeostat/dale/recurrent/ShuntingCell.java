package homeostat.dale.recurrent;

import homeostat.dale.operation.Quotient;
import homeostat.gradient.operation.Activate;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.Add;
import homeostat.gradient.operation.Linear;
import homeostat.gradient.operation.Multiply;
import homeostat.gradient.operation.Slice;
import homeostat.gradient.operation.Stack;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * Records a cell whose inhibition subtracts and divides, input and state apart:
 *
 * <pre>
 * h(t) = f( gU S(U, x(t)) + gW S(W, h(t - 1)) + b ),    h(-1) = 0
 * S(W, y) = (Wex y - Wei u) / ((exp(alphaW) o Wei) u + 1e-8),    u = Wix y
 * </pre>
 *
 * <p>A state of 0 sends nothing, so the first step has the input alone. Activity must be at least
 * 0, or the divisor could be 0 (the layer: Cornford et al. 2021).
 *
 * @param tape takes it
 * @param name of the cell
 * @param activation f
 * @param steps length of the sequence
 */
record ShuntingCell(Tape tape, String name, Activation activation, int steps) {
  private static final Linear LINEAR = new Linear(Activation.NONE);
  private static final double EPSILON = 1e-8;

  /** From inputs to states, both [time][batch] rows. */
  Var record(Var x) {
    Var input = pathway("U", x);
    int units = input.shape().cols();
    Shape batch = new Shape(x.shape().rows() / steps, units);
    Var bias = parameter("bias");
    List<Var> states = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      Var z = tape.apply(name, new Slice(t * batch.rows(), 0, batch), input);
      if (t > 0) {
        z = tape.apply(name, new Add(), z, pathway("W", states.getLast()));
      }
      z = tape.apply(name, new Add(), z, bias);
      states.add(tape.apply(name, new Activate(activation), z));
    }
    return tape.apply(name, new Stack(), states.toArray(Var[]::new));
  }

  private Var pathway(String path, Var y) {
    Var wei = parameter(path + "ei");
    Var a = tape.apply(name, LINEAR, y, parameter(path + "ex"));
    Var u = tape.apply(name, LINEAR, y, parameter(path + "ix"));
    Var z = tape.apply(name, new Add(-1f), a, tape.apply(name, LINEAR, u, wei));
    Var scaled = tape.apply(name, new Multiply(), u, parameter("alpha" + path));
    Var gamma = tape.apply(name, LINEAR, scaled, wei);
    Var s = tape.apply(name, new Quotient(EPSILON), z, gamma);
    return tape.apply(name, new Multiply(), s, parameter("g" + path));
  }

  private Var parameter(String own) {
    return tape.parameter(name + "." + own);
  }
}
