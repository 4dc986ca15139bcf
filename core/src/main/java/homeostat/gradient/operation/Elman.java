package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.kernel.Csr;
import java.util.Optional;

/**
 * An Elman network (Elman 1990) over a whole sequence:
 *
 * <pre>
 * h(t) = f(x(t) U' + h(t - 1) W' + b),   t = 0 .. steps - 1
 * </pre>
 *
 * <p>Operands: x of [time][batch] rows and [in] columns; U of [unit][in]; W of [unit][unit]; b of
 * [1][unit] or [unit][1]; and h(-1), either [batch][unit] or one state for the whole batch,
 * [1][unit] or [unit][1]. The result is every h(t), [time][batch] rows and [unit] columns. One step
 * is a sequence of length 1.
 *
 * <p>Trials are worked in slices that stay in the cache through all steps; the gradient of W is one
 * product for all steps.
 *
 * @param activation f
 * @param steps length of the sequence
 * @param topology [sender][receiver] outside of which W is 0 for ever, so that its products need
 *     work for the connections only; none: W is taken as dense
 */
public record Elman(Activation activation, int steps, Optional<Csr> topology) implements Operation {
  /** With dense products. */
  public Elman(Activation activation, int steps) {
    this(activation, steps, Optional.empty());
  }

  /** Checks the length. */
  public Elman {
    if (steps < 1) {
      throw new IllegalArgumentException("a sequence of " + steps + " steps");
    }
  }

  @Override
  public String name() {
    return "elman";
  }

  @Override
  public Shape shape(Shapes in) {
    in.count(5);
    Shape x = in.get(0);
    Shape u = in.get(1);
    Shape w = in.get(2);
    Shape b = in.get(3);
    Shape start = in.get(4);
    int n = w.rows();
    in.require(x.rows() % steps == 0, "rows of x must be " + steps + " steps of a batch");
    in.require(x.cols() == u.cols(), "x and U must agree in their columns");
    in.require(
        topology.isEmpty() || topology.get().rows() == n, "the topology must have a row a unit");
    in.require(w.cols() == n && u.rows() == n, "W must be square, with the rows of U");
    in.require(b.size() == n && (b.rows() == 1 || b.cols() == 1), "b must have an element a unit");
    boolean shared = start.size() == n && (start.rows() == 1 || start.cols() == 1);
    boolean each = start.equals(new Shape(x.rows() / steps, n));
    in.require(shared || each, "the first state must be one row of units, or one for each trial");
    return new Shape(x.rows(), n);
  }

  @Override
  public Step bind(Recording recording) {
    return new ElmanStep(recording, activation, steps, topology);
  }
}
