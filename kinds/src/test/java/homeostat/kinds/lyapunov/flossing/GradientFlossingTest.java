package homeostat.kinds.lyapunov.flossing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Stream;
import homeostat.kinds.lyapunov.Driven;
import homeostat.kinds.lyapunov.config.DelayTaskSection;
import homeostat.kinds.lyapunov.config.DelayTaskSection.Task;
import homeostat.lab.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GradientFlossingTest {
  private static final String[] SMALL = {
    "network.n=12",
    "network.n_samples=1",
    "network.g=0.5",
    "task.delays=[2]",
    "task.steps=20",
    "task.batch=4",
    "task.epochs=30",
    "flossing.methods=[\"none\",\"before\",\"during\",\"beside\"]",
    "flossing.nle=10",
    "flossing.horizon=20",
    "flossing.epochs=40",
    "flossing.every=10",
    "flossing.episode=5",
    "flossing.lr=0.01"
  };

  @Test
  void runsAreTheSameOnAnyNumberOfThreadsAndResumed() {
    Driven one = Driven.run(1, -1, "gradient-flossing", SMALL);
    assertEquals(one.numbers(), Driven.run(2, -1, "gradient-flossing", SMALL).numbers());
    assertEquals(one.numbers(), Driven.run(2, 13, "gradient-flossing", SMALL).numbers());
    assertNotEquals(
        one.number("log10_condition/none/delay_2"),
        one.number("log10_condition/before/delay_2"),
        1e-6);
    assertTrue(
        one.number("log10_condition/beside/delay_2") < one.number("log10_condition/none/delay_2"));
  }

  private static DelayTrials trials(Task task, int delay) {
    return DelayTrials.draw(
        new DelayTaskSection(task, List.of(delay), 9, 2, 1, 0.1, 0), delay, Stream.of(3, "trials"));
  }

  private static int bit(DelayTrials trials, Task task, int t, int trial, int channel) {
    return trials.inputs()[(t * 2 + trial) * task.inputs() + channel] > 0 ? 1 : 0;
  }

  @Test
  void targetsAreTheInputsOfTheDelay() {
    for (Task task : Task.values()) {
      DelayTrials trials = trials(task, 4);
      float[] expected = new float[5 * 2];
      for (int t = 4; t < 9; t++) {
        for (int trial = 0; trial < 2; trial++) {
          int past = bit(trials, task, t - 4, trial, 0);
          expected[(t - 4) * 2 + trial] =
              switch (task) {
                case DELAYED_COPY -> past;
                case DELAYED_XOR -> past ^ bit(trials, task, t - 4, trial, 1);
                case TEMPORAL_XOR -> past ^ bit(trials, task, t - 2, trial, 0);
              };
        }
      }
      assertArrayEquals(expected, trials.targets(), task.toString());
    }
  }

  @Test
  void aDelayLongerThanATrialIsRefused() {
    String said =
        assertThrows(
                UserError.class,
                () ->
                    Driven.run(1, -1, "gradient-flossing", "task.delays=[300]", "flossing.nle=90"))
            .toString();
    assertTrue(said.contains("a trial is of 300 steps") && said.contains("80 units"), said);
  }
}
