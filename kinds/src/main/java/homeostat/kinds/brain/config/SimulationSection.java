package homeostat.kinds.brain.config;

import homeostat.kinds.brain.EngineChoice;
import homeostat.lab.config.Key;
import homeostat.spiking.brain.FrameEngine;

/** {@code [simulation]}: time, trials and engine. */
public record SimulationSection(
    @Key(value = "Time of a trial.", unit = "s", min = 0, above = true, max = 10_000, or = "1.0")
        double duration,
    @Key(value = "Trials of each condition.", min = 1, max = 100_000, or = "30") int trials,
    @Key(value = "Time step.", unit = "ms", min = 0, above = true, max = 10, or = "0.1") double dt,
    @Key(
            value = "How it is computed: auto, frame, dense or reference. Never changes a spike.",
            or = "\"auto\"")
        EngineChoice engine,
    @Key(value = "float64, or float32, which changes a spike now and then.", or = "\"float64\"")
        FrameEngine.Precision precision,
    @Key(value = "Stimuli together, or each alone in trials of its own.", or = "\"together\"")
        Stimuli stimuli) {

  /** How several stimuli are given. */
  public enum Stimuli {
    /** At the same time. */
    TOGETHER,
    /** Each is a condition of its own. */
    SEPARATELY
  }

  /** Time steps of a trial. */
  public int steps() {
    return (int) Math.max(1, Math.round(duration * 1000 / dt));
  }
}
