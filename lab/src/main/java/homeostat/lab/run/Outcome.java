package homeostat.lab.run;

import homeostat.lab.Row;

/** How a run ended. */
public sealed interface Outcome {

  /** Exit status of a command that ran it. */
  int exitStatus();

  /**
   * All steps are done.
   *
   * @param summary the headline numbers
   */
  record Completed(Row summary) implements Outcome {
    @Override
    public int exitStatus() {
      return 0;
    }
  }

  /**
   * Stopped from outside, with a checkpoint.
   *
   * @param signal its name, for example {@code INT}
   * @param exitStatus 128 + the signal's number
   * @param steps steps done
   */
  record Interrupted(String signal, int exitStatus, long steps) implements Outcome {}

  /**
   * Stopped by a numeric guard; the last good checkpoint is kept.
   *
   * @param message which quantity, where, at which step
   * @param steps steps done before
   */
  record Failed(String message, long steps) implements Outcome {
    @Override
    public int exitStatus() {
      return 1;
    }
  }
}
