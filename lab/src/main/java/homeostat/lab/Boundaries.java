package homeostat.lab;

/**
 * When the runner logs, checkpoints and draws: after step n (counted from 0) where {@code (n + 1) %
 * every == 0}; 0 is never. After the last step it checkpoints and draws in any case.
 *
 * @param log steps between rows of metrics
 * @param checkpoint steps between checkpoints
 * @param figures steps between figures
 */
public record Boundaries(long log, long checkpoint, long figures) {

  /** Whether a boundary of the given spacing follows step n. */
  public static boolean follows(long step, long every) {
    return every > 0 && (step + 1) % every == 0;
  }
}
