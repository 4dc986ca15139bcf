package homeostat.lab.run;

/**
 * Leaves a long part of a start or an end when a stop was asked for. The loop turns it into an
 * interrupted outcome; nobody else sees it.
 */
final class StopSignal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Interrupts.Stop stop;

  private StopSignal(Interrupts.Stop stop) {
    super("stopped by SIG" + stop.signal(), null, false, false);
    this.stop = stop;
  }

  /** Returns unless a stop was asked for. */
  static void check(Watch watch) {
    watch
        .stop()
        .ifPresent(stop -> {
          throw new StopSignal(stop);
        });
  }

  /** The outcome of a run that it ended. */
  Outcome.Interrupted after(long steps) {
    return new Outcome.Interrupted(stop.signal(), stop.exitStatus(), steps);
  }
}
