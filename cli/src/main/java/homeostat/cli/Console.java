package homeostat.cli;

import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err progress, notes and errors
 * @param silent whether notes are dropped
 */
public record Console(PrintStream out, PrintStream err, boolean silent) {

  /** A console that shows notes. */
  public Console(PrintStream out, PrintStream err) {
    this(out, err, false);
  }

  /** The process's own streams. */
  public static Console system() {
    return new Console(System.out, System.err);
  }

  /** This console, without notes if asked. */
  Console quiet(boolean quiet) {
    return quiet ? new Console(out, err, true) : this;
  }

  void print(String line) {
    out.println(line);
  }

  void note(String line) {
    if (!silent) {
      err.println(line);
    }
  }

  void error(String line) {
    err.println("homeostat: " + line);
  }
}
