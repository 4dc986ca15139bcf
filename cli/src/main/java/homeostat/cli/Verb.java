package homeostat.cli;

import java.util.List;

/** A verb of the command line. */
public interface Verb {

  /** What it tells of itself. */
  Page page();

  /**
   * Does it.
   *
   * @param arguments what follows the verb
   * @return the exit status
   */
  int run(List<String> arguments, Console console);
}
