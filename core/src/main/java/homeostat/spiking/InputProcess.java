package homeostat.spiking;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * Where input spikes come from. The input of a chunk depends on the settings, the number of the
 * chunk and what the process carried from the chunk before, and on nothing else. Processes are
 * found as services: a jar with a {@link Provider} and its name in {@code META-INF/services} adds
 * one.
 */
public interface InputProcess {

  /** Its name in parameter files. */
  String name();

  /** The state it carries from chunk to chunk, at the start; empty for most. */
  default Arrays start() {
    return Arrays.empty();
  }

  /**
   * The input of a chunk.
   *
   * @param chunk number of the chunk, from 0
   * @param carried what {@link #start} or the previous chunk gave
   */
  Drawn draw(long chunk, Arrays carried, Parallel parallel);

  /**
   * Input of a chunk.
   *
   * @param input the spikes
   * @param carried state for the next chunk
   */
  record Drawn(ChunkInput input, Arrays carried) {}

  /** Makes a process from settings. */
  interface Provider {

    /** The name of the process it makes. */
    String name();

    /** The process; a missing or impossible setting is an {@link IllegalArgumentException}. */
    InputProcess create(InputSettings settings);
  }

  /** The process of a name; an unknown name is an exception that lists the known ones. */
  static InputProcess create(String name, InputSettings settings) {
    TreeMap<String, Provider> known = new TreeMap<>();
    for (Provider provider : ServiceLoader.load(Provider.class)) {
      Provider other = known.putIfAbsent(provider.name(), provider);
      if (other != null) {
        throw new IllegalStateException(
            "input process '"
                + provider.name()
                + "' is provided by "
                + other.getClass().getName()
                + " and "
                + provider.getClass().getName()
                + ": remove one jar");
      }
    }
    Provider provider = known.get(name);
    if (provider == null) {
      throw new IllegalArgumentException(
          "no input process '" + name + "'; there are " + known.keySet());
    }
    return provider.create(settings);
  }
}
