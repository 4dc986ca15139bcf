package homeostat.spiking;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * A loss over what a network did in a chunk, with its gradient. Objectives are found as services: a
 * jar with a {@link Provider} and its name in {@code META-INF/services} adds one.
 */
public interface Objective {

  /** Its name, as in {@code loss_weight.<name>}. */
  String name();

  /** The state it carries from chunk to chunk, at the start; empty for most. */
  default Arrays start(int batch, int neurons) {
    return Arrays.empty();
  }

  /**
   * Value and gradient for a chunk.
   *
   * @param carried what {@link #start} or the evaluation of the previous chunk gave
   */
  Evaluation evaluate(ChunkRecord chunk, Arrays carried, Parallel parallel);

  /** Makes an objective from settings. */
  interface Provider {

    /** The name of the objective it makes. */
    String name();

    /** The objective; a missing or impossible setting is an {@link IllegalArgumentException}. */
    Objective create(ObjectiveSettings settings);
  }

  /** All providers on the class path by name; two of one name are an exception. */
  static TreeMap<String, Provider> providers() {
    TreeMap<String, Provider> found = new TreeMap<>();
    for (Provider provider : ServiceLoader.load(Provider.class)) {
      Provider other = found.putIfAbsent(provider.name(), provider);
      if (other != null) {
        throw new IllegalStateException(
            "objective '"
                + provider.name()
                + "' is provided by "
                + other.getClass().getName()
                + " and "
                + provider.getClass().getName()
                + ": remove one jar");
      }
    }
    return found;
  }

  /** The objective of a name; an unknown name is an exception that lists the known ones. */
  static Objective create(String name, ObjectiveSettings settings) {
    TreeMap<String, Provider> known = providers();
    Provider provider = known.get(name);
    if (provider == null) {
      throw new IllegalArgumentException(
          "no objective '" + name + "'; there are " + known.keySet());
    }
    return provider.create(settings);
  }
}
