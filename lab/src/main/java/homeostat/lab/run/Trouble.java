package homeostat.lab.run;

import homeostat.lab.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Turns what the file system refused into a line that says what to do. */
public final class Trouble {
  private Trouble() {}

  /**
   * The error to throw.
   *
   * @param what could not be done
   * @param e what the file system said
   * @param remedy what to do about it
   */
  public static UserError with(String what, Exception e, String remedy) {
    UserError error = new UserError(what + ": " + reason(e) + "; " + remedy);
    error.initCause(e);
    return error;
  }

  /** The same for a failure in the middle of a run. */
  public static UserError during(RunFolder folder, UncheckedIOException e) {
    return with(
        "the run stopped because a file could not be read or written",
        e,
        "make room or give access, then go on with: homeostat resume " + folder.path());
  }

  private static String reason(Exception e) {
    if (e instanceof UncheckedIOException && e.getCause() instanceof IOException cause) {
      return reason(cause);
    }
    String file = e instanceof FileSystemException f && f.getFile() != null ? f.getFile() : "";
    String why =
        switch (e) {
          case AccessDeniedException _ -> "no permission";
          case NoSuchFileException _ -> "it does not exist";
          case NotDirectoryException _ -> "it is no folder";
          case FileSystemException f when f.getReason() != null -> f.getReason();
          default -> String.valueOf(e.getMessage());
        };
    return file.isEmpty() ? why : file + ": " + why;
  }
}
