package homeostat.cli;

import java.util.Locale;

/**
 * One line of {@code doctor}.
 *
 * @param state how it stands
 * @param what the thing looked at
 * @param text what was found
 * @param remedy what to do about it; empty if nothing
 */
record Finding(State state, String what, String text, String remedy) {

  /** How a thing stands. */
  enum State {
    /** As it should be. */
    OK,
    /** Works, but less well, or not everything. */
    WARN,
    /** Needed, and not there. */
    MISSING
  }

  static Finding ok(String what, String text) {
    return new Finding(State.OK, what, text, "");
  }

  static Finding warn(String what, String text, String remedy) {
    return new Finding(State.WARN, what, text, remedy);
  }

  static Finding missing(String what, String text, String remedy) {
    return new Finding(State.MISSING, what, text, remedy);
  }

  @Override
  public String toString() {
    String line = String.format("%-8s %-14s %s", state.name().toLowerCase(Locale.ROOT), what, text);
    return remedy.isEmpty() ? line : line + "\n" + " ".repeat(24) + "-> " + remedy;
  }
}
