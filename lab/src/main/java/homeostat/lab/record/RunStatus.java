package homeostat.lab.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * How a run stands, read from its folder.
 *
 * @param kind name of its kind
 * @param steps steps done at the last heartbeat
 * @param total steps of the whole run; 0 if it is not known yet
 * @param error why it failed; empty if it did not
 */
public record RunStatus(State state, String kind, long steps, long total, String error) {
  /** Age at which a heartbeat means that the run is dead. */
  private static final Duration STALE = Duration.ofSeconds(6 * Metadata.HEARTBEAT_SECONDS);

  /** States of a run. */
  public enum State {
    /** At work. */
    RUNNING,
    /** Done. */
    COMPLETED,
    /** Ended by a numeric guard or an error. */
    FAILED,
    /** Stopped by a signal, with a checkpoint. */
    INTERRUPTED,
    /**
     * It says that it is running but its process is gone, or has not been heard of for a minute.
     */
    DEAD
  }

  /** The status of the run in a folder. */
  public static RunStatus read(Path folder) {
    return read(folder, Instant.now());
  }

  /** How it was, or will be, at a time. */
  public static RunStatus read(Path folder, Instant now) {
    ObjectNode root = Metadata.read(RunFolder.open(folder));
    State state = state(root.path("status").asText());
    if (state == State.RUNNING && (gone(root) || stale(root, now))) {
      state = State.DEAD;
    }
    return new RunStatus(
        state,
        root.path("kind").asText(),
        root.path("steps_done").asLong(),
        root.path("steps").asLong(),
        root.path("error").asText());
  }

  /** The state as files and pages have it. */
  public String word() {
    return word(state);
  }

  static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static State state(String word) {
    for (State state : State.values()) {
      if (word(state).equals(word)) {
        return state;
      }
    }
    return State.DEAD;
  }

  private static boolean gone(ObjectNode root) {
    String host = root.path("host").asText();
    return !host.isEmpty()
        && host.equals(Machine.host())
        && ProcessHandle.of(root.path("pid").asLong(-1)).isEmpty();
  }

  private static boolean stale(ObjectNode root, Instant now) {
    try {
      return Instant.parse(root.path("heartbeat").asText()).plus(STALE).isBefore(now);
    } catch (DateTimeParseException e) {
      return true;
    }
  }
}
