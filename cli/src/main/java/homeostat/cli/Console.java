package homeostat.cli;

import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err progress, notes and errors
 * @param terminal whether {@code err} is a terminal, where progress can draw a line anew
 * @param silent whether notes are dropped
 */
public record Console(PrintStream out, PrintStream err, boolean terminal, boolean silent) {

  /** A console that is no terminal, and shows notes. */
  public Console(PrintStream out, PrintStream err) {
    this(out, err, false, false);
  }

  /** The process's own streams; the launcher tells whether a person watches standard error. */
  public static Console system() {
    return new Console(System.out, System.err, Boolean.getBoolean("homeostat.terminal"), false);
  }

  /** This console, without notes if asked. */
  public Console quiet(boolean quiet) {
    return quiet ? new Console(out, err, terminal, true) : this;
  }

  /** A line of output. */
  public void print(String line) {
    out.println(line);
  }

  /** A line beside the output, unless silent. */
  public void note(String line) {
    if (!silent) {
      err.println(line);
    }
  }

  /** A complaint. */
  public void error(String line) {
    err.println("homeostat: " + line);
  }
}
