package homeostat.kinds.lyapunov.config;

import homeostat.lab.config.Key;
import java.util.List;

/** {@code [task]}: what the network learns, and how. */
public record DelayTaskSection(
    @Key(
            value =
                "delayed_copy (the input of so many steps ago), delayed_xor (exclusive or of two"
                    + " inputs of so many steps ago), or temporal_xor (of one input at the delay"
                    + " and at half of it).",
            or = "\"delayed_copy\"")
        Task task,
    @Key(
            value = "Delays; each is learned by networks of its own.",
            unit = "steps",
            min = 1,
            or = "[10]")
        List<Integer> delays,
    @Key(value = "Length of a trial.", unit = "steps", min = 2, max = 100_000, or = "300")
        int steps,
    @Key(value = "Trials of an epoch.", min = 1, max = 100_000, or = "16") int batch,
    @Key(value = "Epochs of the task.", min = 1, max = 10_000_000, or = "3000") int epochs,
    @Key(value = "Learning rate of Adam.", min = 0, above = true, or = "0.001") double lr,
    @Key(value = "Largest norm of the task's gradient; 0 leaves it as it is.", min = 0, or = "0")
        double clip) {

  /** Tasks with a delay. */
  public enum Task {
    DELAYED_COPY,
    DELAYED_XOR,
    TEMPORAL_XOR;

    /** Number of inputs. */
    public int inputs() {
      return this == DELAYED_XOR ? 2 : 1;
    }
  }
}
