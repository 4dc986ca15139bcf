package homeostat.lab.record;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a run comes from. Asking costs some processes: a sweep asks once for all its cells.
 *
 * @param program the commit of this program
 * @param folder the commit of the folder that the program works in
 */
public record Origin(Optional<Commit> program, Optional<Commit> folder) {

  /** Of this process, as the checkouts stand now. */
  public static Origin now() {
    return new Origin(Commit.ofProgram(), Commit.of(Path.of("").toAbsolutePath()));
  }
}
