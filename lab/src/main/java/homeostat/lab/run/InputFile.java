package homeostat.lab.run;

import java.nio.file.Path;

/**
 * A file that a run reads.
 *
 * @param path where it is
 * @param strategy how it is kept with the run
 */
public record InputFile(Path path, Strategy strategy) {
  /** How an input is kept. */
  public enum Strategy {
    /** A link to where it is. */
    SYMLINK,
    /** A copy, which survives changes of the original. */
    COPY
  }
}
