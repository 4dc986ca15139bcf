package homeostat.lab;

import homeostat.lab.config.Key;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The {@code [run]} section that every kind shares.
 *
 * @param name names the run's folder
 * @param dir the folder that runs go to
 * @param seed the one seed of everything random
 * @param threads how many threads work; never changes a result
 * @param memory budget; empty takes the JVM's maximum heap
 * @param checkpointEvery steps between checkpoints, if not as the kind says
 * @param figures whether figures are drawn
 * @param inputs how input files are kept with the run
 */
public record RunSettings(
    @Key(value = "Names the folder of the run; the kind's name if empty.", or = "\"\"") String name,
    @Key(value = "Folder that runs go to.", or = "\"runs\"") Path dir,
    @Key(value = "Seed of everything random.", or = "42", min = 0) long seed,
    @Key(
            value = "Threads that work; 0 takes the processors there are. Never changes a result.",
            or = "0",
            min = 0,
            max = 1024)
        int threads,
    @Key(
            value = "Memory budget, for example \"2 GB\"; empty takes the JVM's maximum heap.",
            or = "\"\"")
        String memory,
    @Key(value = "Steps between checkpoints, if not as the experiment says.", min = 1)
        Optional<Integer> checkpointEvery,
    @Key(value = "Whether figures are drawn.", or = "true") boolean figures,
    @Key(value = "How input files are kept with the run: linked, or copied.", or = "\"symlink\"")
        Inputs inputs) {

  /** How an input file is kept with the run that read it. */
  public enum Inputs {
    /** A link to where it is. */
    SYMLINK,
    /**
     * A copy for the record, checked by its hash. The run itself, also when resumed, reads the
     * original and refuses a changed one.
     */
    COPY
  }
}
