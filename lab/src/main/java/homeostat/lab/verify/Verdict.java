package homeostat.lab.verify;

/**
 * What verify says of a case.
 *
 * @param outcome passed, failed or skipped
 * @param line the line printed
 */
record Verdict(Outcome outcome, String line) {

  /** The three ways a case can end. */
  enum Outcome {
    PASSED,
    FAILED,
    SKIPPED
  }

  static Verdict passed(String id, String text) {
    return new Verdict(Outcome.PASSED, "PASS " + id + " " + text);
  }

  static Verdict failed(String id, String text) {
    return new Verdict(Outcome.FAILED, "FAIL " + id + ": " + text);
  }

  static Verdict skipped(String id, String text) {
    return new Verdict(Outcome.SKIPPED, "SKIP " + id + ": " + text);
  }
}
