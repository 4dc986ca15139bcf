package homeostat.spiking;

import java.util.Map;

/**
 * What input processes are made from.
 *
 * @param seed seed of the run
 * @param batch batch elements B
 * @param steps steps of a chunk T
 * @param dt time step, ms
 * @param typeNames names of the input types
 * @param inputTypes [input] input type
 * @param numbers numeric settings by dotted key, as in parameter files
 */
public record InputSettings(
    long seed,
    int batch,
    int steps,
    double dt,
    java.util.List<String> typeNames,
    int[] inputTypes,
    Map<String, Double> numbers) {

  /** [input] the setting {@code prefix.<input type>.suffix} of each input. */
  public double[] perInput(String prefix, String suffix) {
    double[] values = new double[inputTypes.length];
    for (int i = 0; i < values.length; i++) {
      String key = prefix + "." + typeNames.get(inputTypes[i]) + "." + suffix;
      Double value = numbers.get(key);
      if (value == null) {
        throw new IllegalArgumentException("setting " + key + " is missing");
      }
      values[i] = value;
    }
    return values;
  }
}
