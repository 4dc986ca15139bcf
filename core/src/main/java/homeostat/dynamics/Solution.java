package homeostat.dynamics;

/** How an adaptive integration ended: at its time, stopped before, or failed. */
public sealed interface Solution {
  /** The time reached. */
  double time();

  /** The state at that time. */
  double[] state();

  /** What it took. */
  Statistics statistics();

  /**
   * The work of an integration.
   *
   * @param accepted accepted steps, forced ones included
   * @param rejected rejected attempts
   * @param forced steps of the smallest length that were accepted beyond the tolerance
   * @param evaluations evaluations of the vector field
   */
  record Statistics(long accepted, long rejected, long forced, long evaluations) {}

  /** The end of the interval is reached. */
  record Reached(double time, double[] state, Statistics statistics) implements Solution {}

  /** The {@link Stop} said so. */
  record Stopped(double time, double[] state, Statistics statistics) implements Solution {}

  /** It cannot go on; time and state are the last good ones. */
  record Failed(Reason reason, double time, double[] state, Statistics statistics)
      implements Solution {
    /** One sentence on what happened and what to change. */
    public String message() {
      return "integration failed at time "
          + time
          + " after "
          + statistics.accepted
          + " steps: "
          + reason.text;
    }
  }

  /** Why an integration failed. */
  enum Reason {
    /** The cap on attempts is reached. */
    TOO_MANY_STEPS("the cap on steps is reached; raise it, or loosen the tolerance"),
    /** The tolerance asks for a step below the smallest one. */
    STEP_TOO_SMALL("the tolerance needs a step below the smallest; loosen it, or check for poles"),
    /** State or slope are infinite or not a number even for the smallest step. */
    NOT_FINITE("the state or its slope is not finite; check the vector field and the start");

    private final String text;

    Reason(String text) {
      this.text = text;
    }
  }
}
