package homeostat.kinds.lyapunov.connectome;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Synapse counts with what is known of the neurons.
 *
 * @param neurons number of neurons
 * @param counts synapses, [receiver][sender], row-major
 * @param excitatory 1 or 0 a neuron; empty if not known
 * @param transmitters label of each neuron; empty if not known
 * @param fibres cell body fibre of each neuron; empty if not known
 * @param ids what each neuron is called in its file
 * @param told where it comes from, and what was dropped on the way
 */
public record LabelledWiring(
    int neurons,
    double[] counts,
    int[] excitatory,
    List<String> transmitters,
    List<String> fibres,
    List<String> ids,
    String told) {

  /** Labels numbered in the order in which they first appear, one number a neuron. */
  public static int[] numbered(List<String> labels) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[] out = new int[labels.size()];
    for (int i = 0; i < out.length; i++) {
      Integer number = numbers.get(labels.get(i));
      if (number == null) {
        number = numbers.size();
        numbers.put(labels.get(i), number);
      }
      out[i] = number;
    }
    return out;
  }
}
