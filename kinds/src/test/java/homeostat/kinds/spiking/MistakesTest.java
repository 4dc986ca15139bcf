package homeostat.kinds.spiking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake is one message that names file, line and key, and nothing is written. */
class MistakesTest {
  @TempDir Path dir;

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("cv = 0.5", "irregularity = 0.5", "loss_weight.irregularity", "no loss is"),
        Arguments.of("cv = 0.5", "van_rossum = 1.0", "van_rossum", "target spikes"),
        Arguments.of("[[0.4, 0.4], [0.6, 0.4]]", "[[0.4, 0.4]]", "conn_within", "is not 2 x 2"),
        Arguments.of("[[0.5, 0.5]]", "[[0.5], [0.5]]", "conn_inputs", "is not 1 x 2"),
        Arguments.of("[[0.2, 0.1]]", "[[0.2]]", "feedforward.weights.w_mu", "is not 1 x 2"),
        Arguments.of("[[0.5, 0.5]]", "[[0.5, 1.5]]", "conn_inputs", "1.5"),
        Arguments.of("inhibitory = 20.0", "inhib = 20.0", "firing_rate.inhib", "is no cell type"),
        Arguments.of(", inhibitory = 0.45", "", "threshold_ratio", "nothing for cell type"),
        Arguments.of("activity.mitral", "activity.mitrall", "mitrall", "is no cell type"),
        Arguments.of("synapses.inhibitory", "synapses.inhib", "synapses.inhib", "is no cell type"),
        Arguments.of("physiology.inhibitory", "physiology.inhib", "inhib", "is no cell type"),
        Arguments.of("[0.8, 0.2]", "[0.8, 0.3]", "recurrent.cell_types.proportion", "sums to"),
        Arguments.of("[0.8, 0.2]", "[1.0]", "recurrent.cell_types.proportion", "1 shares for 2"),
        Arguments.of("num_chunks = 30", "duration = 19.0", "simulation.duration", "no chunk"),
        Arguments.of("= 60.0", "= 1001.0", "mitral.firing_rate", "at most 1000.0 Hz"),
        Arguments.of("tau_rise = [1.0]", "tau_rise = [6.0]", "inhibitory.tau_rise", "tau_decay"),
        Arguments.of("tau_rise = [1.0]", "tau_rise = [1.0, 2.0]", "tau_rise", "2 values for 1"),
        Arguments.of("theta = -38.0", "theta = -60.0", "excitatory.U_reset", "not below theta"),
        Arguments.of("num_assemblies = 2", "num_assemblies = 61", "num_assemblies", "61"),
        Arguments.of("num_neurons = 60", "num_neurons = 50000", "recurrent.topology", "46340"),
        Arguments.of("cale = 10.0", "cale = 10.0\nbatch_size = 7", "batch_size", "7"),
        Arguments.of("[evaluation]", "[run]\nseed = 1\n[evaluation]", "seed", "43"),
        Arguments.of("= \"scaling_factors\"", "= \"synapses\"", "optimisable", "scaling_factors"),
        Arguments.of("chunk_size = 20", "chunk_siz = 20", "chunk_siz", "chunk_size"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void oneMessageAndNothingWritten(String right, String wrong, String key, String says)
      throws IOException {
    String text = Files.readString(SmallRuns.file());
    assertTrue(text.contains(right), right);
    Path file =
        Files.writeString(dir.resolve("wrong.toml"), text.replaceFirst(quoted(right), wrong));
    SmallRuns runs = new SmallRuns(dir);
    UserError error = assertThrows(UserError.class, () -> runs.run(runs.job(file)));
    assertEquals(1, error.lines().size(), String.join("\n", error.lines()));
    String line = error.lines().getFirst();
    assertTrue(line.contains(key) && line.contains(says), line);
    assertTrue(line.matches("(?s).*wrong\\.toml:\\d+.*"), line);
    assertTrue(Files.notExists(dir.resolve("runs")), "a folder was made");
  }

  private static String quoted(String text) {
    return java.util.regex.Pattern.quote(text);
  }

  @Test
  void aRunThatCannotFitIsRefusedWithItsNumbers() {
    SmallRuns runs = new SmallRuns(dir);
    UserError error =
        assertThrows(
            UserError.class, () -> runs.run(runs.job(SmallRuns.file(), "run.memory=\"50 MB\"")));
    String line = String.join("\n", error.lines());
    assertTrue(line.contains("50.0 MB") && line.contains("training.batch_size (5)"), line);
    assertTrue(Files.notExists(dir.resolve("runs")));
  }
}
