package homeostat.lab.run;

import java.nio.file.Path;

/** Writes {@code report.html}: a single offline page made from the files of a run. */
@FunctionalInterface
public interface Report {
  /** Writes the page of the run in a folder, anew if there is one. */
  void write(Path runFolder);

  /** No page. */
  static Report none() {
    return _ -> {};
  }
}
