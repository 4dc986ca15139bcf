package homeostat.lab.record;

import homeostat.lab.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what the file system refused into a line that says what to do. */
public final class Trouble {
  /** Files that {@link homeostat.array.AtomicFile} fills before they take their name. */
  private static final Pattern TEMPORARY = Pattern.compile("(.*)/\\.(.+)\\.\\d+-\\d+\\.tmp");

  private Trouble() {}

  /**
   * The error to throw.
   *
   * @param what could not be done
   * @param e what the file system said
   * @param remedy what to do about it
   */
  public static UserError with(String what, Exception e, String remedy) {
    String reason = reason(e);
    String named = reason.substring(0, Math.max(0, reason.indexOf(": ")));
    boolean twice = !named.isEmpty() && what.endsWith(" " + named);
    String why = twice ? reason.substring(named.length() + 2) : reason;
    UserError error = new UserError(what + ": " + why + "; " + remedy);
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

  /** The same for a failure anywhere else. */
  public static UserError at(UncheckedIOException e) {
    return with(
        "a file could not be read or written", e, "correct the path, give access or make room");
  }

  private static String reason(Exception e) {
    if (e instanceof UncheckedIOException && e.getCause() instanceof IOException cause) {
      return reason(cause);
    }
    String file = e instanceof FileSystemException f && f.getFile() != null ? f.getFile() : "";
    Matcher temporary = TEMPORARY.matcher(file);
    boolean unborn = temporary.matches();
    if (unborn) {
      // Users know the file that it was to become; that it does not exist is said of its folder.
      file = temporary.replaceFirst(e instanceof NoSuchFileException ? "$1" : "$1/$2");
    }
    String why =
        switch (e) {
          case AccessDeniedException _ -> "no permission";
          case NoSuchFileException _ -> unborn ? "no such folder" : "it does not exist";
          case NotDirectoryException _ -> "it is no folder";
          case FileAlreadyExistsException _ -> "it is a file";
          case FileSystemException f when f.getReason() != null -> f.getReason();
          default -> String.valueOf(e.getMessage());
        };
    return file.isEmpty() ? why : file + ": " + why;
  }
}
