package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;
import java.util.Optional;

/** {@code [simulation]} of a network that only runs. */
public record InferenceSimulationSection(
    @Key(
            value = "Seed of everything random; the published name of run.seed.",
            feeds = "seed",
            min = 0)
        Optional<Long> seed,
    @Key(value = "Time step.", unit = "ms", min = 0, above = true, max = 10, or = "1.0") double dt,
    @Key(value = "Simulated time.", unit = "ms", min = 0, above = true, max = 1e8, or = "10000.0")
        double duration,
    @Key(
            value = "Trials side by side; up to 16 cost as much as one.",
            unit = "trials",
            min = 1,
            max = 1000,
            or = "1")
        int batchSize,
    @Key(
            value = "Steps in a chunk of the published program.",
            inert = "the network runs through without chunks")
        Optional<Integer> chunkSize,
    @Key(value = "Chunks kept for figures.", inert = "figures show the end of the run")
        Optional<Integer> plotSize,
    @Key(value = "What is trained.", inert = "nothing is trained here")
        Optional<String> optimisable) {

  /** Number of time steps. */
  public int steps() {
    return (int) Math.max(1, Math.round(duration / dt));
  }
}
