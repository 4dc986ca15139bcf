package homeostat.kinds.spiking.config;

import homeostat.lab.config.Key;
import java.util.Optional;

/** {@code [simulation]}: time and seed. */
public record SimulationSection(
    @Key(
            value = "Seed of everything random; the published name of run.seed.",
            feeds = "seed",
            min = 0)
        Optional<Long> seed,
    @Key(value = "Time step.", unit = "ms", min = 0, above = true, max = 10, or = "1.0") double dt,
    @Key(
            value = "Simulated time of the whole training, cut into chunks.",
            unit = "ms",
            min = 0,
            above = true)
        Optional<Double> duration,
    @Key(
            value = "Number of chunks; goes before the duration.",
            min = 1,
            max = SimulationSection.MOST_CHUNKS)
        Optional<Integer> numChunks,
    @Key(
            value = "Steps in a chunk: the window of truncated back-propagation.",
            unit = "steps",
            min = 1,
            max = 1_000_000,
            or = "100")
        int chunkSize) {

  /** More chunks than this are a mistake. */
  public static final int MOST_CHUNKS = 1_000_000_000;

  /** Published length of the training, in ms. */
  public static final double DEFAULT_DURATION = 200_000;

  /** Number of chunks: given, or the duration cut into whole chunks. */
  public long chunks() {
    return numChunks
        .map(Integer::longValue)
        .orElseGet(
            () -> (long) Math.floor(duration.orElse(DEFAULT_DURATION) / (chunkSize * dt) + 1e-9));
  }

  /** Length of a chunk in ms. */
  public double chunkMs() {
    return chunkSize * dt;
  }
}
