package homeostat.spiking;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;

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
}
