package homeostat.gradient.model;

import homeostat.gradient.Constraint;
import homeostat.gradient.Parameter;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.Add;
import homeostat.gradient.operation.Elman;
import homeostat.gradient.operation.Linear;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Csr;
import java.util.List;
import java.util.Optional;

/**
 * An Elman network with a readout at every step, with the parameters and the names of PyTorch's
 * {@code RNN} and {@code Linear}:
 *
 * <pre>
 * h(t) = f(W_ih x(t) + b_ih + W_hh h(t - 1) + b_hh),   h(-1) = 0,   o(t) = W_fc h(t) + b_fc
 * </pre>
 *
 * Parameters: {@code weight_ih} [unit][input], {@code weight_hh} [unit][unit], {@code bias_ih} and
 * {@code bias_hh} [unit], {@code fc_weight} [output][unit], {@code fc_bias} [output].
 *
 * @param activation f
 */
public record SequenceNetwork(Activation activation) {

  /** The parameters, in order. */
  public static final List<String> PARAMETERS =
      List.of("weight_ih", "weight_hh", "bias_ih", "bias_hh", "fc_weight", "fc_bias");

  /**
   * What the network computes.
   *
   * @param states [time][batch] rows of [unit]
   * @param outputs [time][batch] rows of [output]
   */
  public record Recorded(Var states, Var outputs) {}

  /**
   * A recurrent weight matrix that keeps to a topology: entries that are 0 there are 0 for ever.
   *
   * @param topology [unit][unit], not 0 where there is a connection
   */
  public static Parameter recurrent(float[] weights, float[] topology, int units) {
    boolean[] mask = new boolean[topology.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = topology[i] != 0f;
    }
    Constraint constraint = new Constraint.Masked(mask, Constraint.FREE);
    return Parameter.ofValues("weight_hh", weights, new int[] {units, units}, constraint);
  }

  /**
   * Records the network on a tape.
   *
   * @param x [time][batch] rows of [input]
   * @param steps length of the sequence
   */
  public Recorded record(Tape tape, Var x, int steps) {
    return record(tape, x, steps, Optional.empty());
  }

  /**
   * The same with sparse recurrent products.
   *
   * @param topology [sender][receiver] outside of which {@code weight_hh} is 0 for ever
   */
  public Recorded record(Tape tape, Var x, int steps, Optional<Csr> topology) {
    Var bias = tape.apply("bias", new Add(), tape.parameter("bias_ih"), tape.parameter("bias_hh"));
    Var w = tape.parameter("weight_hh");
    Var start = tape.input("h0", 1, w.shape().rows());
    Elman elman = new Elman(activation, steps, topology);
    Var states = tape.apply("hidden", elman, x, tape.parameter("weight_ih"), w, bias, start);
    Linear readout = new Linear(Activation.NONE);
    Var outputs =
        tape.apply(
            "readout", readout, states, tape.parameter("fc_weight"), tape.parameter("fc_bias"));
    return new Recorded(states, outputs);
  }
}
