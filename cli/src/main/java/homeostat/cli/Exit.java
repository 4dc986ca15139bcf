package homeostat.cli;

/** Exit statuses. An interrupted run ends with 130 (SIGINT) or 143 (SIGTERM). */
public final class Exit {
  /** Done. */
  public static final int DONE = 0;

  /** A check, comparison or numeric guard failed. */
  public static final int FAILED = 1;

  /** The user's mistake. */
  public static final int MISTAKE = 2;

  /** Our bug. */
  public static final int BUG = 70;

  private Exit() {}
}
