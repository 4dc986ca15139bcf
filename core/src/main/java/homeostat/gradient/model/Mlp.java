package homeostat.gradient.model;

import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.Linear;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import java.util.ArrayList;
import java.util.List;

/**
 * A multi-layer perceptron: h = f(h W' + b) for each hidden layer, without f at the output. Layers
 * are {@code fc0}, {@code fc1}, ... and {@code fc_output}, each with {@code .W} of [out][in] and
 * {@code .bias} of [out][1]. Weights begin as Normal(0, 2 / in) for a rectifier and Normal(0, 1 /
 * in) otherwise (He et al. 2015), biases at 0.
 *
 * @param widths inputs, units of each hidden layer, outputs
 * @param activation f
 */
public record Mlp(List<Integer> widths, Activation activation) {
  public Mlp {
    widths = List.copyOf(widths);
    if (widths.size() < 2 || widths.stream().anyMatch(width -> width < 1)) {
      throw new IllegalArgumentException(
          "widths " + widths + ": inputs, hidden layers and outputs must be at least 1 each");
    }
  }

  private String layer(int i) {
    return i == widths.size() - 2 ? "fc_output" : "fc" + i;
  }

  /** Fresh parameters. */
  public Parameters draw(long seed) {
    double gain = activation == Activation.RELU ? 2 : 1;
    List<Parameter> all = new ArrayList<>();
    for (int i = 0; i < widths.size() - 1; i++) {
      int in = widths.get(i);
      int out = widths.get(i + 1);
      all.add(Drawn.normal(layer(i) + ".W", out, in, gain / in, seed));
      all.add(Drawn.zeros(layer(i) + ".bias", out));
    }
    return new Parameters(all);
  }

  /**
   * Records the network on a tape.
   *
   * @param x [batch][input]
   * @return [batch][output], before any softmax
   */
  public Var record(Tape tape, Var x) {
    Var h = x;
    for (int i = 0; i < widths.size() - 1; i++) {
      boolean last = i == widths.size() - 2;
      Linear linear = new Linear(last ? Activation.NONE : activation);
      String layer = layer(i);
      h =
          tape.apply(
              layer, linear, h, tape.parameter(layer + ".W"), tape.parameter(layer + ".bias"));
    }
    return h;
  }
}
