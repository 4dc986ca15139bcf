package homeostat.kinds.lyapunov.config;

import homeostat.lab.config.Key;
import java.util.List;

/** {@code [flossing]}: when and how exponents are pushed towards 0. */
public record FlossingSection(
    @Key(
            value =
                "What is compared: none (the task alone), before (flossing first), during (before,"
                    + " and again every so many epochs), or beside (before, and a regulariser in"
                    + " every epoch of the task).",
            or = "[\"none\", \"before\"]")
        List<Method> methods,
    @Key(value = "Exponents that are flossed.", min = 1, max = 100_000, or = "75") int nle,
    @Key(
            value =
                "Steps that exponents are averaged over; a tenth more each for state and frame to"
                    + " settle.",
            unit = "steps",
            min = 1,
            max = 100_000,
            or = "55")
        int horizon,
    @Key(value = "Epochs of flossing before the task.", min = 0, max = 10_000_000, or = "500")
        int epochs,
    @Key(
            value = "Epochs of the task from one episode of flossing to the next (during).",
            min = 1,
            max = 10_000_000,
            or = "500")
        int every,
    @Key(
            value = "Epochs of flossing of an episode (during).",
            min = 1,
            max = 10_000_000,
            or = "100")
        int episode,
    @Key(value = "Weight of the flossing loss beside the task's (beside).", min = 0, or = "0.1")
        double weight,
    @Key(value = "Learning rate of Adam while flossing.", min = 0, above = true, or = "0.001")
        double lr) {

  /** When exponents are flossed. */
  public enum Method {
    NONE,
    BEFORE,
    DURING,
    BESIDE
  }
}
