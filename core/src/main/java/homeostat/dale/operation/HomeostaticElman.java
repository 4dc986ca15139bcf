package homeostat.dale.operation;

import homeostat.dale.loss.LocalLoss;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;

/**
 * A recurrent cell with two teachers:
 *
 * <pre>
 * h(t) = f(x(t) U' + h(t - 1) W' + b),   t = 0 .. steps - 1
 * </pre>
 *
 * The task's gradient goes back through time to x, U, W, b and h(-1). The gradient of lambda times
 * a {@link LocalLoss} of h(t), summed over t, goes back through time as well, through the same
 * weights, but arrives only at a second pair of matrices, U* and W*, which must hold the same
 * numbers. Which of excitation and inhibition learns from which is decided by what U, W, U* and W*
 * are made of.
 *
 * <p>Operands: x of [time][batch] rows; U [unit][in]; W [unit][unit]; b and h(-1) of one element a
 * unit; U*; W*; lambda [1][1]. The result is every h(t), [time][batch] rows and [unit] columns.
 *
 * @param activation f
 * @param steps length of the sequence
 * @param loss local loss of the activity at each step
 */
public record HomeostaticElman(Activation activation, int steps, LocalLoss loss)
    implements Operation {
  public HomeostaticElman {
    if (steps < 1) {
      throw new IllegalArgumentException("a sequence of " + steps + " steps");
    }
  }

  @Override
  public String name() {
    return "homeostatic-elman";
  }

  @Override
  public Shape shape(Shapes in) {
    in.count(8);
    Shape x = in.get(0);
    Shape u = in.get(1);
    int n = in.get(2).rows();
    in.require(x.rows() % steps == 0, "rows of x must be " + steps + " steps of a batch");
    in.require(x.cols() == u.cols(), "x and U must agree in their columns");
    in.require(in.get(2).cols() == n && u.rows() == n, "W must be square, with the rows of U");
    in.require(in.get(3).size() == n && in.get(4).size() == n, "b and h0 need an element a unit");
    in.require(in.get(5).equals(u) && in.get(6).equals(in.get(2)), "U* and W* must be as U and W");
    in.require(in.get(7).equals(Shape.SCALAR), "lambda must be [1][1]");
    return new Shape(x.rows(), n);
  }

  @Override
  public Step bind(Recording recording) {
    return new HomeostaticElmanStep(recording, this);
  }
}
