package homeostat.gradient.model;

import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.Elman;
import homeostat.gradient.operation.Linear;
import homeostat.gradient.operation.Slice;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;

/**
 * An Elman network with a linear readout of its last state:
 *
 * <pre>
 * h(t) = f(x(t) U' + h(t - 1) W' + b),   y = h(steps - 1) V' + c
 * </pre>
 *
 * Parameters: {@code U} [unit][input] from Normal(0, 1 / inputs), {@code W} [unit][unit] from
 * Normal(0, 1 / units), {@code V} [output][unit] from Normal(0, 1 / units), and {@code bias},
 * {@code h0} and {@code c}, which begin at 0.
 *
 * @param inputs columns of x
 * @param units size of the state
 * @param outputs columns of y
 * @param activation f
 */
public record ElmanNetwork(int inputs, int units, int outputs, Activation activation) {
  public ElmanNetwork {
    if (inputs < 1 || units < 1 || outputs < 1) {
      throw new IllegalArgumentException(
          "inputs " + inputs + ", units " + units + ", outputs " + outputs + ": all must be >= 1");
    }
  }

  /** Fresh parameters. */
  public Parameters draw(long seed) {
    return Parameters.of(
        Drawn.normal("U", units, inputs, 1.0 / inputs, seed),
        Drawn.normal("W", units, units, 1.0 / units, seed),
        Drawn.zeros("bias", units),
        Drawn.zeros("h0", units),
        Drawn.normal("V", outputs, units, 1.0 / units, seed),
        Drawn.zeros("c", outputs));
  }

  /**
   * Records the network on a tape.
   *
   * @param x [time][batch] rows of [input]
   * @param steps length of the sequence
   * @return [batch][output]
   */
  public Var record(Tape tape, Var x, int steps) {
    Var states =
        tape.apply(
            "hidden",
            new Elman(activation, steps),
            x,
            tape.parameter("U"),
            tape.parameter("W"),
            tape.parameter("bias"),
            tape.parameter("h0"));
    int batch = x.shape().rows() / steps;
    Slice last = new Slice((steps - 1) * batch, 0, new Shape(batch, units));
    Var end = tape.apply("last", last, states);
    Linear readout = new Linear(Activation.NONE);
    return tape.apply("readout", readout, end, tape.parameter("V"), tape.parameter("c"));
  }
}
