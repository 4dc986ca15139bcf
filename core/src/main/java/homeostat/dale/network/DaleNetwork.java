package homeostat.dale.network;

import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import java.util.List;

/**
 * A feed-forward network with separate excitation and inhibition: layers {@code fc0}, {@code fc1},
 * ... and {@code fc_output} without a non-linearity.
 *
 * @param architecture of the hidden layers
 * @param widths inputs, units of each hidden layer, outputs
 * @param inhibitory interneurons of a layer: a number below 1 is a fraction of its units (rounded
 *     down, at least one), a whole number is their number in hidden layers, with one at the output
 * @param norm between a hidden layer and its non-linearity, where the architecture admits one
 * @param teaching which signals reach which parameters
 * @param weights initial weights
 * @param activation non-linearity of hidden units
 * @param meanInput mean of an input, which the first bias of {@link Architecture#COLUMN_EI} cancels
 * @param splitBias whether a bias is the sum of a positive and a negative part, as multiplicative
 *     updates need
 */
public record DaleNetwork(
    Architecture architecture,
    List<Integer> widths,
    double inhibitory,
    Norm norm,
    Teaching teaching,
    InitialWeights weights,
    Activation activation,
    double meanInput,
    boolean splitBias) {
  /** Added to variances. */
  public static final double EPSILON = 1e-5;

  /** Added to the shunting denominator, as published. */
  public static final double SHUNT_EPSILON = 1e-8;

  public DaleNetwork {
    widths = List.copyOf(widths);
    if (widths.size() < 2 || widths.stream().anyMatch(width -> width < 1)) {
      throw new IllegalArgumentException(
          "widths " + widths + ": inputs, hidden layers and outputs must be at least 1 each");
    }
    if (!(inhibitory > 0)) {
      throw new IllegalArgumentException("inhibitory " + inhibitory + " is not positive");
    }
    if (norm != Norm.NONE && !architecture.normalisable()) {
      throw new IllegalArgumentException(architecture + " does not take the normaliser " + norm);
    }
  }

  /** Number of layers, the output layer among them. */
  public int layers() {
    return widths.size() - 1;
  }

  /** Name of a layer. */
  public String layer(int i) {
    return i == layers() - 1 ? "fc_output" : "fc" + i;
  }

  /** What a layer is. */
  Architecture kind(int i) {
    boolean last = i == layers() - 1;
    boolean alike =
        architecture == Architecture.MLP
            || architecture == Architecture.SHUNT
            || architecture == Architecture.COLUMN_EI;
    return last && !alike ? Architecture.DANN : architecture;
  }

  /** Interneurons of a layer; inhibitory inputs of one for {@link Architecture#COLUMN_EI}. */
  public int inhibitory(int i) {
    int units = widths.get(i + 1);
    if (inhibitory < 1) {
      return Math.max(1, (int) Math.floor(units * inhibitory));
    }
    return i == layers() - 1 ? 1 : (int) inhibitory;
  }

  /** Fresh parameters. */
  public Parameters draw(long seed) {
    return new DrawnNetwork(this, seed).parameters();
  }

  /**
   * Records the network on a tape.
   *
   * @param x [batch][input]
   */
  public RecordedNetwork record(Tape tape, Var x) {
    return record(tape, x, LayerHook.none());
  }

  /**
   * Records the network on a tape.
   *
   * @param x [batch][input]
   * @param hook changes what enters the non-linearities
   */
  public RecordedNetwork record(Tape tape, Var x, LayerHook hook) {
    return new NetworkRecorder(this, tape, hook).record(x);
  }
}
