package homeostat.kinds.spiking;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kinds.spiking.config.NetworkInferenceConfig;
import homeostat.kinds.spiking.config.network.ActivitySection;
import homeostat.lab.config.Resolved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published Stage 2 file, with its own keys and no {@code kind}. */
class PublishedFileTest {
  @TempDir Path dir;

  @Test
  void isRecognisedAndTellsWhatHasNoEffect() {
    Resolved<?> published = SmallRuns.resolved(SmallRuns.published());
    assertEquals("homeostatic-plasticity", published.kind().name());
    assertEquals(43, published.run().seed());
    String notes = String.join("\n", published.notes());
    assertTrue(notes.contains("recognised by its keys"), notes);
    assertTrue(notes.contains("standard deviation of 6.3 times their mean"), notes);
    String inert = String.join("\n", published.inert());
    assertTrue(inert.contains("mixed_precision"), inert);
    assertTrue(notes.contains("excitatory.tau_ref: has no effect"), notes);
  }

  /** All but what our presets mend: the rate loss by type, intervals within a trial. */
  @Test
  void ourFileOfThePublishedValuesSaysTheSame() {
    Path ours = Path.of("..", "experiments", "homeostatic-plasticity.toml");
    assertEquals(values(SmallRuns.published()), values(ours));
  }

  private static List<String> values(Path file) {
    return SmallRuns.resolved(file).entries().stream()
        .filter(entry ->
            !entry
                .path()
                .toString()
                .matches(
                    "run\\..*|.*mixed_precision|.*chunk_size|.*tau_ref|.*\\.level|.*within_trial"))
        .map(entry -> (entry.path() + " = " + entry.value()).replaceAll("\\.0\\b", ""))
        .toList();
  }

  @Test
  void runsWhenItIsMadeSmaller() throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    Path run =
        runs.completed(
            runs.run(
                runs.job(
                    SmallRuns.published(),
                    "recurrent.topology.num_neurons=80",
                    "recurrent.topology.num_assemblies=2",
                    "feedforward.topology.num_neurons=40",
                    "simulation.duration=1250",
                    "training.batch_size=3",
                    "training.plot_size=5",
                    "evaluation.duration=100")));
    Columns columns = Columns.of(run);
    assertEquals(2, columns.rows().size(), "12 chunks, a row every 5");
    double[] norm = columns.of("gradients/log_scaling_factors_norm");
    assertTrue(Double.isNaN(norm[0]) && norm[1] > 0, "no update before chunk 10");
    assertTrue(Files.exists(run.resolve("figures/chunk_0012/training.npz")));
  }

  @Test
  void aFileOfStageOneIsRecognisedToo() {
    Resolved<?> published = SmallRuns.resolved(SmallRuns.publishedStageOne());
    assertEquals("network-inference", published.kind().name());
    assertEquals(43, published.run().seed());
    String inert = String.join("\n", published.inert());
    assertTrue(inert.contains("chunk_size"), inert);
  }

  @Test
  void ourFileOfStageOneSaysTheSame() {
    Path ours = Path.of("..", "experiments", "conductance-based-dp.toml");
    assertEquals(values(SmallRuns.publishedStageOne()), values(ours));
  }

  /** Its table by input type is that of the activity, and makes odours the process. */
  @Test
  void theOdoursOfAFileOfTeachersAreRecognised() throws IOException {
    String stageOne = Files.readString(SmallRuns.publishedStageOne());
    Path file =
        Files.writeString(
            dir.resolve("teacher.toml"),
            stageOne.replaceAll(
                    "\\[feedforward.activity.mitral\\]\\s*firing_rate = 6.0",
                    "[odours.mitral]\nbaseline_rate = 5.0\nmodulation_rate = 20.0\n")
                + "\n[odours]\nsigma = 4.0\n");
    Resolved<?> resolved = SmallRuns.resolved(file, "odours.mitral.modulation_fraction=0.2");
    NetworkInferenceConfig config = (NetworkInferenceConfig) resolved.config();
    ActivitySection mitral = requireNonNull(config.feedforward().activity().get("mitral"));
    assertEquals(5.0, mitral.firingRate());
    assertEquals(Optional.of(20.0), mitral.modulationRate());
    assertEquals(Optional.of(0.2), mitral.modulationFraction());
    assertEquals(4.0, config.odours().sigma());
    assertEquals("odours", config.feedforward().inputProcess());
  }
}
