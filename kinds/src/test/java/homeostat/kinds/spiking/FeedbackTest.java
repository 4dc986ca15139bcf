package homeostat.kinds.spiking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.UserError;
import homeostat.lab.run.Ended;
import homeostat.lab.run.Job;
import homeostat.lab.run.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Homeostasis without gradients, on sixty neurons. */
class FeedbackTest {
  private static final String RULE = "training.learning_rule=feedback";

  @TempDir Path dir;

  private Map<String, Object> summary(String... settings) {
    SmallRuns runs = new SmallRuns(dir);
    Ended ended = runs.run(runs.job(SmallRuns.file(), settings));
    return ((Outcome.Completed) ended.outcome()).summary().asMap();
  }

  private static double number(Map<String, Object> summary, String name) {
    return ((Number) java.util.Objects.requireNonNull(summary.get(name), name)).doubleValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.3", "1", "3"})
  void ratesReachTheirTargetsFromWeakAndStrongSynapses(String strength) throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    Columns columns =
        Columns.of(
            runs.completed(
                runs.run(
                    runs.job(
                        SmallRuns.file(),
                        RULE,
                        "scaling_factors.strength=" + strength,
                        "simulation.num_chunks=900",
                        "training.batch_size=16",
                        "training.plot_size=40"))));
    double[] excitatory = columns.of("firing_rate/excitatory/mean");
    double[] inhibitory = columns.of("firing_rate/inhibitory/mean");
    assertTrue(Math.abs(excitatory[0] - 10) > 2 || Math.abs(inhibitory[0] - 20) > 4, "starts off");
    assertEquals(10, mean(excitatory, 270, 300), 2);
    assertEquals(20, mean(inhibitory, 270, 300), 4);
  }

  @Test
  void ratesComeBackAfterAStepOfTheInput() throws IOException {
    String[] settings = {
      RULE,
      "simulation.num_chunks=1200",
      "training.batch_size=16",
      "training.plot_size=10",
      "training.log_interval=10",
      "feedforward.activity.mitral.schedule={at = [12000.0], factor = [2.0]}"
    };
    SmallRuns runs = new SmallRuns(dir);
    Ended ended = runs.run(runs.job(SmallRuns.file(), settings));
    double[] rates = Columns.of(runs.completed(ended)).of("firing_rate/excitatory/mean");
    double before = mean(rates, 50, 60);
    double peak = java.util.Arrays.stream(rates, 60, 75).max().orElseThrow();
    double after = mean(rates, 105, 120);
    assertEquals(10, before, 2);
    assertTrue(peak > 13, "the step is felt: " + peak);
    assertEquals(10, after, 2);
  }

  private static double mean(double[] values, int from, int to) {
    return java.util.Arrays.stream(values, from, to).average().orElseThrow();
  }

  @Test
  void singleNeuronsAreDrawnTogether() {
    String[] single = {
      RULE,
      "training.optimisable=weights",
      "feedback.eta=0.02",
      "simulation.num_chunks=1500",
      "training.batch_size=16",
      "training.plot_size=40",
      "evaluation.duration=4000"
    };
    String[] together = single.clone();
    together[1] = "training.optimisable=scaling_factors";
    Map<String, Object> end = summary(single);
    double spread = number(end, "firing_rate/excitatory/std");
    double byType = number(summary(together), "firing_rate/excitatory/std");
    assertTrue(spread < 0.9 * byType, spread + " Hz, by type " + byType);
    assertEquals(1.0, number(end, "scaling_factors/recurrent/excitatory_to_excitatory"));
    assertTrue(Math.abs(number(end, "strengths/recurrent/excitatory_to_excitatory") - 1) > 0.05);
  }

  @ParameterizedTest
  @CsvSource({"scaling_factors,opposed", "weights,cross", "scaling_factors_recurrent,uniform"})
  void resumedIsUninterrupted(String optimisable, String scaling) throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    String[] settings = {
      RULE, "training.optimisable=" + optimisable, "feedback.scaling=" + scaling
    };
    Path whole = runs.complete(settings);
    Job job = runs.job(SmallRuns.file(), settings);
    Path stopped = runs.stopped(job, 13);
    SmallRuns.assertSame(whole, runs.resume(stopped, job), optimisable);
  }

  @Test
  void impossibleSettingsAreRefusedWithTheNumber() {
    refused("it takes 25", "feedback.tau_r=0.001");
    refused("set training.optimisable = \"weights\"", "feedback.per=neuron");
    refused("above 0", "targets.firing_rate.excitatory=0");
  }

  @Test
  void settingsOfTheRuleAreSaidToDoNothingWithoutIt() {
    List<String> said =
        SmallRuns.resolved(SmallRuns.file(), "feedback.eta=0.2", "feedback.tau_r=2").notes();
    for (String key : List.of("feedback.eta", "feedback.tau_r")) {
      assertTrue(
          said.stream().anyMatch(w -> w.contains(key) && w.contains("no effect")), said.toString());
    }
  }

  @Test
  void impossibleSchedulesAreRefused() {
    refused("one factor a time", "feedforward.activity.mitral.schedule={at=[1,2],factor=[2]}");
    refused("probability", "feedforward.activity.mitral.schedule={at=[1],factor=[100]}");
  }

  private static void refused(String says, String setting) {
    UserError error =
        assertThrows(UserError.class, () -> SmallRuns.resolved(SmallRuns.file(), RULE, setting));
    assertTrue(error.lines().getFirst().contains(says), error.lines().toString());
  }
}
