package homeostat.kinds.lyapunov;

import static homeostat.kinds.lyapunov.SmallSettings.SPECTRUM;
import static homeostat.kinds.lyapunov.SmallSettings.TRAINING;
import static homeostat.kinds.lyapunov.SmallSettings.TRANSITION;
import static homeostat.kinds.lyapunov.SmallSettings.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What runs on compat tell and leave. */
final class CompatTest {
  @Test
  void compatTellsBoth() {
    Driven run =
        Driven.run(
            1,
            -1,
            "lyapunov-spectrum",
            with(SPECTRUM, "network.activation=tanh_pos", "network.g=8", "spectrum.compat=true"));
    assertTrue(run.number("published_lambda_1") > run.number("lambda_1") + 0.2);
    assertTrue(run.notes.stream().anyMatch(n -> n.contains("published program reports")));
  }

  @Test
  void compatTrainingTellsWhatIsTrue() {
    Driven run =
        Driven.run(
            2,
            -1,
            "spectrum-training",
            with(TRAINING, "target.compat=true", "target.n_epochs=60", "target.tons=0.2"));
    assertTrue(run.notes.stream().anyMatch(n -> n.contains("published program reports")));
    assertTrue(run.number("published_lambda_1") > run.number("lambda_1") + 0.1);
  }

  @Test
  void compatLeavesWhatThePublishedProgramsLeave() {
    Driven training =
        Driven.run(
            1,
            -1,
            "spectrum-training",
            with(TRAINING, "target.compat=true", "target.n_epochs=4", "target.tons=0.2"));
    String log =
        training.texts.entrySet().stream()
            .filter(e -> e.getKey().endsWith("_Sample1_logs.json"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    assertEquals(3, list(log, "training_loss").size());
    assertEquals(3, list(log, "grad_weights").size());
    assertTrue(training.texts.keySet().stream().anyMatch(t -> t.startsWith("logs/rd_RNN/")));
    assertTrue(
        training.figures.keySet().stream().anyMatch(f -> f.endsWith("_Sample0_spectrum_logs")));
    Driven convergence =
        Driven.run(1, -1, "lyapunov-convergence", with(SPECTRUM, "spectrum.compat=true"));
    String json =
        convergence.texts.entrySet().stream()
            .filter(e -> e.getKey().startsWith("lyapunov_convergence/"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
    int history = sample(json, "spectrum").size();
    assertTrue(history > 10);
    assertEquals(history + 1, sample(json, "times").size());
    assertEquals(1, sample(json, "times").get(0).asDouble());
    Driven chart =
        Driven.run(1, -1, "transition-to-chaos", with(TRANSITION, "spectrum.compat=true"));
    assertTrue(
        chart.texts.keySet().stream().anyMatch(t -> t.endsWith("_weights_dim.json"))
            || chart.figures.keySet().stream().anyMatch(f -> f.startsWith("transition_2_chaos/")));
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JacksonException e) {
      throw new AssertionError(json, e);
    }
  }

  private static JsonNode list(String json, String name) {
    return read(json).path(name);
  }

  private static JsonNode sample(String json, String name) {
    return read(json).path("sample_0").path(name);
  }
}
