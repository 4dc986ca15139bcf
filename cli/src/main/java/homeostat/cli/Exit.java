package homeostat.cli;

/** Exit statuses. An interrupted run ends with 130 (SIGINT) or 143 (SIGTERM). */
final class Exit {
  /** Done. */
  static final int DONE = 0;

  /** A check, comparison or numeric guard failed. */
  static final int FAILED = 1;

  /** The user's mistake. */
  static final int MISTAKE = 2;

  /** Our bug. */
  static final int BUG = 70;

  private Exit() {}
}
