package homeostat.kinds.lyapunov;

import static homeostat.kinds.lyapunov.SmallSettings.TRAINING;
import static homeostat.kinds.lyapunov.SmallSettings.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.array.FormatException;
import homeostat.array.Npz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training towards a spectrum, as a kind. */
final class TrainingKindTest {
  @Test
  void theRawSpectrumIsWholeAndOfTheUntrainedNetwork() {
    Driven run =
        Driven.run(
            1, -1, "spectrum-training", with(TRAINING, "target.raw=true", "target.n_epochs=2"));
    Arrays raw = run.arrays.getOrDefault("raw_spectrum.npz", Arrays.empty());
    int[] shape = raw.get("exponents").shape();
    assertEquals(2, shape[0]);
    double sum = 0;
    for (int j = 0; j < shape[1]; j++) {
      sum += raw.doubles("exponents")[j] / shape[1];
    }
    // All exponents of an Euler step of 0.1 together.
    assertEquals(-1.0536, sum, 0.01);
    assertTrue(run.number("raw_variance") > 0 && run.number("raw_variance") < 1);
  }

  @Test
  void aTrainedNetworkReachesItsTargetAndCanBeReadBack(@TempDir Path dir) {
    Driven run = Driven.run(2, -1, "spectrum-training", with(TRAINING, "target.n_epochs=60"));
    assertEquals(0, run.number("synapses_flipped"));
    assertTrue(run.number("loss") < 1e-2, "loss " + run.number("loss"));
    assertEquals(0, run.number("lambda_1"), 0.1);
    assertTrue(run.number("lambda_1/before") < -0.15);
    Arrays network = run.arrays.getOrDefault("networks/sample_0.npz", Arrays.empty());
    Npz.write(dir.resolve("network.npz"), network);
    Driven again =
        Driven.run(
            1,
            -1,
            "lyapunov-spectrum",
            "network.file=" + dir.resolve("network.npz"),
            "network.activation=tanh_pos",
            "spectrum.nle=3",
            "spectrum.tsim=300",
            "spectrum.n_samples=1");
    assertEquals(0, again.number("lambda_1"), 0.1);
  }

  @Test
  void aFileGivesTheTargets(@TempDir Path dir) throws IOException {
    Path file = dir.resolve("targets.txt");
    Files.writeString(file, "# one a line\n-0.5\n-0.5\n");
    String[] settings = with(TRAINING, "target.loss=vector", "target.n_epochs=60", "target.nle=2");
    Driven run =
        Driven.run(1, -1, "spectrum-training", with(settings, "target.values_file=" + file));
    assertEquals(-0.5, run.number("lambda_1"), 0.05);
    assertEquals(-0.5, run.number("lambda_k"), 0.05);
    Driven first =
        Driven.run(
            1,
            -1,
            "spectrum-training",
            with(settings, "target.values=[-0.2, 5]", "target.weights=[1, 0]"));
    assertEquals(-0.2, first.number("lambda_1"), 0.05);
    Files.writeString(file, "-0.2\nx\n");
    String said =
        assertThrows(
                FormatException.class,
                () ->
                    Driven.run(
                        1, -1, "spectrum-training", with(settings, "target.values_file=" + file)))
            .toString();
    assertTrue(said.contains("line 2"), said);
  }
}
