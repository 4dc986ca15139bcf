package homeostat.task.dataset;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder in which a data set was looked for.
 *
 * @param folder it
 * @param lack why the set cannot be read there; empty if it can
 */
public record Sought(Path folder, String lack) {

  /** Looks into a folder. */
  static Sought in(Path folder, ImageSet set) {
    String lack = "";
    if (!Files.exists(folder)) {
      lack = absence(folder);
    } else if (!Files.isDirectory(folder)) {
      lack = "it is no folder";
    } else if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
      lack = "no permission to read it";
    } else if (!set.missing(folder).isEmpty()) {
      lack = "lacks " + String.join(", ", set.missing(folder));
    }
    return new Sought(folder, lack);
  }

  private static String absence(Path folder) {
    Path above = folder.toAbsolutePath();
    while (above != null && !Files.exists(above)) {
      above = above.getParent();
    }
    return above == null || Files.isDirectory(above) ? "no such folder" : above + " is no folder";
  }

  /** Whether all files of the set are there. */
  public boolean found() {
    return lack.isEmpty();
  }

  @Override
  public String toString() {
    return folder + " (" + (found() ? "found" : lack) + ")";
  }
}
