package homeostat.spiking;

import homeostat.connectome.NetworkStructure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param wiring the network that the inputs reach; empty while settings are only being checked
 */
public record InputSettings(
    long seed,
    int batch,
    int steps,
    double dt,
    List<String> typeNames,
    int[] inputTypes,
    Map<String, Double> numbers,
    Optional<NetworkStructure> wiring) {

  /** Without a wiring. */
  public InputSettings(
      long seed,
      int batch,
      int steps,
      double dt,
      List<String> typeNames,
      int[] inputTypes,
      Map<String, Double> numbers) {
    this(seed, batch, steps, dt, typeNames, inputTypes, numbers, Optional.empty());
  }

  /** The same for another seed. */
  public InputSettings withSeed(long other) {
    return new InputSettings(other, batch, steps, dt, typeNames, inputTypes, numbers, wiring);
  }

  /** The same with other numbers. */
  public InputSettings withNumbers(Map<String, Double> other) {
    return new InputSettings(seed, batch, steps, dt, typeNames, inputTypes, other, wiring);
  }

  /** A number with a default. */
  public double number(String key, double otherwise) {
    Double value = numbers.get(key);
    return value == null ? otherwise : value;
  }

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
