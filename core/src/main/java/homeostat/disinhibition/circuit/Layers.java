package homeostat.disinhibition.circuit;

import java.util.ArrayList;
import java.util.List;

/**
 * Sizes of a layered network.
 *
 * @param inputs number of inputs
 * @param hidden units of each hidden layer; in a network of pairs as many interneurons
 * @param outputs number of outputs
 */
public record Layers(int inputs, List<Integer> hidden, int outputs) {
  public Layers {
    hidden = List.copyOf(hidden);
    if (inputs < 1 || outputs < 1 || hidden.isEmpty() || hidden.stream().anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException(
          "a network of "
              + inputs
              + " inputs, hidden layers "
              + hidden
              + " and "
              + outputs
              + " outputs; each needs at least one unit, and one hidden layer");
    }
  }

  /** From all sizes in a row, inputs first. */
  public static Layers of(int... sizes) {
    List<Integer> hidden = new ArrayList<>();
    for (int i = 1; i < sizes.length - 1; i++) {
      hidden.add(sizes[i]);
    }
    return new Layers(sizes[0], hidden, sizes[sizes.length - 1]);
  }

  /** Number of hidden layers. */
  public int depth() {
    return hidden.size();
  }

  /** Units of hidden layer l, counted from 0; of l = depth, the outputs. */
  public int units(int l) {
    return l == depth() ? outputs : hidden.get(l);
  }

  /** What layer l reads: the inputs for l = 0, else the units of the layer below. */
  public int senders(int l) {
    return l == 0 ? inputs : hidden.get(l - 1);
  }
}
