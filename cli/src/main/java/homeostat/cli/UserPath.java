package homeostat.cli;

import homeostat.lab.UserError;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths as users type them. */
public final class UserPath {
  private UserPath() {}

  /** The path of a text; {@link UserError} where this system can have no such path. */
  public static Path of(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UserError(
          "'"
              + text
              + "' can be no path here ("
              + e.getReason()
              + "); letters beyond ASCII need a UTF-8 locale, for example LC_ALL=C.UTF-8");
    }
  }
}
