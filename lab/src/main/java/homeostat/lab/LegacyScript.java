package homeostat.lab;

import java.util.List;

/**
 * Translates a command line of one of the original programs. Found as a service; the table of
 * {@code legacy} is all of them.
 */
public interface LegacyScript {

  /** The script's base name as users type it, with folders only where programs share it. */
  String script();

  /** One line: which program it was, and what it becomes. */
  String summary();

  /**
   * Translates the arguments that followed the script.
   *
   * @return the arguments of {@code homeostat}, the verb first
   * @throws UserError if the arguments are not the script's
   */
  List<String> translate(List<String> arguments);
}
