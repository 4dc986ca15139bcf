package homeostat.task.dataset;

import java.nio.file.Path;

/**
 * A file to be fetched for a data set.
 *
 * @param name of the file, under the publisher's address and in the folder it goes to
 * @param limit more bytes than it can have
 * @param check tells whether a whole file is the right one
 */
public record Download(String name, long limit, Check check) {

  /** Looks at a fetched file. */
  @FunctionalInterface
  public interface Check {

    /** Throws {@link homeostat.array.FormatException} if it is not what it should be. */
    void check(Path file);
  }
}
