package homeostat.cli;

import homeostat.lab.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The file that a bug of ours leaves: what was asked for, where, and the stack trace. */
final class BugReport {
  private BugReport() {}

  /** Writes the report to the working folder or, where that cannot be, to the temporary one. */
  static Optional<Path> write(Throwable bug, List<String> arguments) {
    StringWriter text = new StringWriter();
    try (PrintWriter out = new PrintWriter(text)) {
      out.println("homeostat " + Version.ours());
      out.println("arguments: " + arguments);
      out.println("java: " + Runtime.version() + ", " + System.getProperty("java.home"));
      out.println("system: " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
      bug.printStackTrace(out);
    }
    String temporary = System.getProperty("java.io.tmpdir", "");
    return file(Path.of(""), text.toString()).or(() -> file(Path.of(temporary), text.toString()));
  }

  /** A new file in a folder; nothing if it cannot be written, since the console line has to do. */
  private static Optional<Path> file(Path folder, String text) {
    try {
      Path file = Files.createTempFile(folder.toAbsolutePath(), "homeostat-bug-", ".txt");
      return Optional.of(Files.writeString(file, text));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
