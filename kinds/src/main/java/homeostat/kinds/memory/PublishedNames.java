package homeostat.kinds.memory;

import homeostat.array.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Parameters as PyTorch, and so the published program, names them. */
public final class PublishedNames {
  private static final Map<String, String> NAMES =
      Map.of(
          "weight_ih", "rnn.weight_ih_l0",
          "weight_hh", "rnn.weight_hh_l0",
          "bias_ih", "rnn.bias_ih_l0",
          "bias_hh", "rnn.bias_hh_l0",
          "fc_weight", "fc.weight",
          "fc_bias", "fc.bias");
  private static final Map<String, String> OWN =
      NAMES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  /** Topology and regions, once for the weights of all epochs. */
  public static final String WIRING = "topology.npz";

  private static final Pattern ITERATION = Pattern.compile(".*_iter_(\\d+)\\.npz");

  private PublishedNames() {}

  /** The published name of the weights after an epoch of an iteration. */
  public static String weights(int epoch, int iteration) {
    return "model_state_dict_epoch_" + epoch + "_iter_" + iteration + ".npz";
  }

  /** The name of {@link #WIRING} in the published layout, where iterations share a folder. */
  public static String wiring(String iteration) {
    return "topology_iter_" + iteration + ".npz";
  }

  /** The name of the wiring of a file of weights, beside it. */
  static String wiringOf(String weights) {
    Matcher published = ITERATION.matcher(weights);
    return published.matches() ? wiring(published.group(1)) : WIRING;
  }

  /** Weights under the published names. */
  static Arrays published(Arrays weights) {
    return renamed(weights, name -> NAMES.getOrDefault(name, name));
  }

  /** Weights under our names, whichever they have. */
  static Arrays own(Arrays weights) {
    return renamed(weights, name -> OWN.getOrDefault(name, name));
  }

  private static Arrays renamed(Arrays weights, UnaryOperator<String> names) {
    Arrays.Builder all = Arrays.builder();
    weights.asMap().forEach((name, array) -> all.put(names.apply(name), array));
    return all.build();
  }
}
