package homeostat.lab.run;

import homeostat.lab.record.RunFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lines told to the user, which also go to {@code notes.log} as soon as there is a folder, and
 * stack traces, which go to {@code log.err}. Never throws: what cannot be written is said. Safe for
 * several threads.
 */
public final class Notes {
  private final Progress progress;
  private final Consumer<String> shown;
  private final List<String> early = new ArrayList<>();
  private Optional<RunFolder> folder = Optional.empty();

  /** Notes that users read where progress is shown. */
  public Notes(Progress progress) {
    this(progress, progress::note);
  }

  private Notes(Progress progress, Consumer<String> shown) {
    this.progress = progress;
    this.shown = shown;
  }

  /** Notes of one cell of a sweep: a line that another cell has told already is not shown again. */
  public static Notes ofCell(Progress progress) {
    return new Notes(progress, progress::noteOnce);
  }

  /** From now on there is a folder. */
  public synchronized void into(RunFolder made) {
    folder = Optional.of(made);
    if (!early.isEmpty()) {
      append(made.notes(), String.join("\n", early) + "\n");
    }
    early.clear();
  }

  /** Tells a line. */
  public synchronized void add(String line) {
    shown.accept(line);
    if (folder.isPresent()) {
      append(folder.get().notes(), line + "\n");
    } else {
      early.add(line);
    }
  }

  /** Keeps the stack trace of a failure. */
  public synchronized void trace(String what, Throwable failure) {
    StringWriter text = new StringWriter();
    text.write(what + "\n");
    failure.printStackTrace(new PrintWriter(text, true));
    folder.ifPresent(f -> append(f.errors(), text.toString()));
  }

  private void append(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      progress.note("cannot write " + file + ": " + e.getMessage());
    }
  }
}
