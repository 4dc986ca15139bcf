package homeostat.cli;

/** The flags there are, besides {@code --help} and {@code --version}, which every command knows. */
enum Flag {
  /** Say what would happen, and stop. */
  DRY("--dry"),
  /** No progress and notes. */
  QUIET("--quiet"),
  /** Exit with 1 if what is compared differs. */
  CHECK("--check");

  private final String text;

  Flag(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
