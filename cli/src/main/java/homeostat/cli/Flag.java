package homeostat.cli;

import java.util.Arrays;

/** The flags there are, besides {@code --help} and {@code --version}, which every command knows. */
public enum Flag {
  /** Say what would happen, and stop. */
  DRY("--dry"),
  /** No progress and notes. */
  QUIET("--quiet"),
  /** Compare, and exit with 1 if what should be equal differs. */
  CHECK("--check"),
  /** The largest difference first. */
  RANKED("--ranked");

  private final String text;

  Flag(String text) {
    this.text = text;
  }

  /** As it is typed. */
  public String text() {
    return text;
  }

  /** Whether an argument is one of the flags. */
  public static boolean known(String argument) {
    return Arrays.stream(values()).anyMatch(flag -> flag.text.equals(argument));
  }
}
