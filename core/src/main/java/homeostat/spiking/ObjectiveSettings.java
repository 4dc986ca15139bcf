package homeostat.spiking;

import java.util.Map;
import java.util.Optional;

/**
 * What objectives and learning rules are made from: the network's types and the settings under the
 * names that they have in parameter files, for example {@code targets.firing_rate.excitatory}.
 *
 * @param physiology cell and synapse parameters
 * @param cellTypes [neuron] cell type
 * @param dt time step, ms
 * @param numbers numeric settings by dotted key
 * @param words other settings by dotted key
 * @param network the network; absent while settings are only checked
 */
public record ObjectiveSettings(
    Physiology physiology,
    int[] cellTypes,
    double dt,
    Map<String, Double> numbers,
    Map<String, String> words,
    Optional<SpikingNetwork> network) {

  /** Settings to be checked, without a network. */
  public ObjectiveSettings(
      Physiology physiology,
      int[] cellTypes,
      double dt,
      Map<String, Double> numbers,
      Map<String, String> words) {
    this(physiology, cellTypes, dt, numbers, words, Optional.empty());
  }

  /** The same, with the network that they are for. */
  public ObjectiveSettings of(SpikingNetwork made) {
    return new ObjectiveSettings(physiology, cellTypes, dt, numbers, words, Optional.of(made));
  }

  /** A number that has to be there. */
  public double number(String key) {
    Double value = numbers.get(key);
    if (value == null) {
      throw new IllegalArgumentException("setting " + key + " is missing");
    }
    return value;
  }

  /** A number with a default. */
  public double number(String key, double otherwise) {
    Double value = numbers.get(key);
    return value == null ? otherwise : value;
  }

  /** A word with a default, one of {@code choices}. */
  public String word(String key, String otherwise, String... choices) {
    String value = words.getOrDefault(key, otherwise);
    for (String choice : choices) {
      if (choice.equals(value)) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        "setting " + key + " = " + value + " is none of " + String.join(", ", choices));
  }

  /** A yes or no with a default. */
  public boolean flag(String key, boolean otherwise) {
    return word(key, String.valueOf(otherwise), "true", "false").equals("true");
  }

  /** [neuron] the setting {@code key.<cell type>} of each neuron. */
  public double[] perNeuron(String key) {
    double[] byType = new double[physiology.types()];
    for (int c = 0; c < byType.length; c++) {
      byType[c] = number(key + "." + physiology.cells().get(c).name());
    }
    double[] values = new double[cellTypes.length];
    for (int n = 0; n < values.length; n++) {
      values[n] = byType[cellTypes[n]];
    }
    return values;
  }
}
