package homeostat.array;

import java.nio.file.Path;

/**
 * A file whose content is not what its format asks for: a mistake of the file's, told to the user
 * in one line with file, place, what is wrong and what to do.
 */
public final class FormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param file the file
   * @param place where in it ("line 12", "array 'weights'", "byte 10"); may be empty
   * @param problem what is wrong and what would be right
   */
  public FormatException(Path file, String place, String problem) {
    super(file + (place.isEmpty() ? ": " : ": " + place + ": ") + problem);
  }
}
