package homeostat.kinds.lyapunov;

import static homeostat.kinds.lyapunov.SmallSettings.SPECTRUM;
import static homeostat.kinds.lyapunov.SmallSettings.TRAINING;
import static homeostat.kinds.lyapunov.SmallSettings.TRANSITION;
import static homeostat.kinds.lyapunov.SmallSettings.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.array.Npz;
import homeostat.kinds.lyapunov.network.DrawnNetwork;
import homeostat.lab.UserError;
import homeostat.lyapunov.field.MeanField;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KindsTest {
  private static void sameBits(String kind, String[] settings, long stop) {
    Driven one = Driven.run(1, -1, kind, settings);
    assertEquals(one.numbers(), Driven.run(2, -1, kind, settings).numbers(), "two threads");
    Driven resumed = Driven.run(2, stop, kind, settings);
    assertEquals(one.texts, resumed.texts, "resumed");
    assertEquals(one.numbers(), resumed.numbers(), "resumed");
    String[] other = with(settings, "run.seed=7");
    assertNotEquals(one.numbers(), Driven.run(1, -1, kind, other).numbers(), "another seed");
  }

  @Test
  void spectraAreTheSameOnAnyNumberOfThreadsAndResumed() {
    sameBits("lyapunov-spectrum", SPECTRUM, 1);
    sameBits("lyapunov-spectrum", with(SPECTRUM, "spectrum.tol=0.1"), 1);
    sameBits("lyapunov-spectrum", with(SPECTRUM, "network.noise=0.5"), 1);
    sameBits("lyapunov-convergence", with(SPECTRUM, "spectrum.precision=float32"), 1);
  }

  @Test
  void transitionsAreTheSameOnAnyNumberOfThreadsAndResumed() {
    sameBits("transition-to-chaos", TRANSITION, 1);
  }

  @Test
  void trainingIsTheSameOnAnyNumberOfThreadsAndResumed() {
    sameBits("spectrum-training", TRAINING, 5);
    sameBits("spectrum-training", with(TRAINING, "target.start=carry", "target.loss=line"), 7);
  }

  @Test
  void inputThatFluctuatesTakesChaosAway() {
    double largest = 1;
    for (String noise : List.of("0.5", "2", "4")) {
      Driven driven =
          Driven.run(
              1,
              -1,
              "lyapunov-spectrum",
              "network.n=60",
              "network.g=3",
              "network.noise=" + noise,
              "spectrum.nle=2",
              "spectrum.tsim=200",
              "spectrum.n_samples=1");
      double found = driven.number("lambda_1");
      assertTrue(found < largest - 0.05, noise + ": " + found + " after " + largest);
      assertEquals(found, driven.number("self_test/two_trajectories"), 0.03);
      largest = found;
    }
    assertTrue(largest < -0.1, "strong input leaves no chaos: " + largest);
  }

  @Test
  void covariantVectorsOfTheCatMapAreItsEigenvectors() {
    Driven cat =
        Driven.run(
            1,
            -1,
            "lyapunov-spectrum",
            "system=cat",
            "spectrum.tsim=100",
            "spectrum.n_samples=1",
            "spectrum.covariant=5");
    double[] vectors =
        Objects.requireNonNull(cat.arrays.get("covariant_vectors.npz")).doubles("vectors");
    double slope = (Math.sqrt(5) - 1) / 2;
    for (int t = 0; t < 5; t++) {
      assertEquals(slope, vectors[4 * t + 2] / vectors[4 * t], 1e-8);
      assertEquals(-1 / slope, vectors[4 * t + 3] / vectors[4 * t + 1], 1e-8);
    }
    assertEquals(StrictMath.log((3 + Math.sqrt(5)) / 2), cat.number("lambda_1"), 1e-8);
    assertEquals(1, cat.number("converged"));
  }

  @Test
  void theBenchmarkTimesEverySpectrumAndGoesOnAfterAStop() {
    String[] settings = {
      "timing.n=20",
      "timing.nle=4",
      "timing.tsim=5",
      "timing.times=[5.0]",
      "timing.sizes=[20]",
      "timing.tons=[0.2, 0.0]"
    };
    Driven whole = Driven.run(1, -1, "lyapunov-benchmark", settings);
    Driven resumed = Driven.run(1, 3, "lyapunov-benchmark", settings);
    assertEquals(4, whole.figures.size());
    assertEquals(14, whole.number("spectra"));
    for (int i = 0; i < 14; i++) {
      assertEquals(whole.rows.get(i).get("lambda_1"), resumed.rows.get(i).get("lambda_1"));
    }
    assertEquals(
        (double) Objects.requireNonNull(whole.rows.get(0).get("lambda_1")),
        (double) Objects.requireNonNull(whole.rows.get(1).get("lambda_1")),
        1e-9,
        "the interval does not change the exponent");
  }

  @Test
  void aFileOfAnotherActivationIsRefused(@TempDir Path dir) {
    Arrays network =
        Arrays.builder()
            .put("J", new double[] {0, 1, -1, 0}, 2, 2)
            .put("activation", DrawnNetwork.text("tanh_positive"))
            .build();
    Npz.write(dir.resolve("net.npz"), network);
    String file = "network.file=" + dir.resolve("net.npz");
    String said =
        assertThrows(
                homeostat.array.FormatException.class,
                () -> Driven.run(1, -1, "lyapunov-spectrum", file))
            .toString();
    assertTrue(said.contains("set network.activation=tanh_positive"), said);
  }

  @Test
  void theStoppingRuleSavesTime() {
    String[] settings = with(SPECTRUM, "spectrum.tsim=1500", "spectrum.n_samples=3");
    Driven whole = Driven.run(1, -1, "lyapunov-spectrum", settings);
    Driven stopped = Driven.run(1, -1, "lyapunov-spectrum", with(settings, "spectrum.tol=0.2"));
    assertTrue(times(stopped) < times(whole), times(stopped) + " of " + times(whole));
    assertEquals(whole.number("lambda_1"), stopped.number("lambda_1"), 0.15);
  }

  private static double times(Driven run) {
    String[] lines = run.texts.getOrDefault("results.csv", "").split("\n", -1);
    int at = List.of(lines[0].split(",", -1)).indexOf("time");
    double sum = 0;
    for (int i = 1; i < lines.length - 1; i++) {
      sum += Double.parseDouble(lines[i].split(",", -1)[at]);
    }
    return sum;
  }

  @Test
  void selfTestsHold() {
    Driven run = Driven.run(1, -1, "lyapunov-spectrum", SPECTRUM);
    assertEquals(0, run.number("self_test/sum_rule"), 1e-9);
    assertTrue(run.figures.containsKey("spectrum") && run.figures.containsKey("convergence"));
  }

  @Test
  void finiteTimeExponentsAverageToTheExponents() {
    Driven run =
        Driven.run(
            1,
            -1,
            "lyapunov-spectrum",
            with(SPECTRUM, "spectrum.tsim=150", "spectrum.tons=1", "spectrum.n_samples=1"));
    Arrays results = run.arrays.getOrDefault("results.npz", Arrays.empty());
    int[] shape = results.get("finite_time/0").shape();
    double[] local = results.doubles("finite_time/0");
    assertEquals(150, shape[0]);
    double mean = 0;
    for (int r = 0; r < shape[0]; r++) {
      assertEquals(1, local[r * shape[1]], 1e-12, "length of an interval");
      mean += local[r * shape[1] + 1] / shape[0];
    }
    assertEquals(results.doubles("exponents")[0], mean, 1e-9);
    assertTrue(run.figures.containsKey("finite_time"));
    assertTrue(run.notes.stream().noneMatch(n -> n.contains("not to be trusted")));
  }

  @Test
  void lostDigitsAreTold() {
    String[] settings =
        with(SPECTRUM, "spectrum.tons=10", "spectrum.precision=float32", "network.g=6");
    Driven run = Driven.run(1, -1, "lyapunov-spectrum", settings);
    assertTrue(run.notes.stream().anyMatch(n -> n.contains("not to be trusted")));
  }

  @Test
  void theLinearFlowHasTheRealPartsOfItsEigenvalues() {
    Driven run = Driven.run(1, -1, "lyapunov-spectrum", "system=linear", "spectrum.n_samples=1");
    assertEquals(-0.5, run.number("lambda_1"), 1e-3);
    assertEquals(-2, run.number("lambda_k"), 1e-3);
  }

  @Test
  void quietNetworksHaveTheMeanFieldExponent() {
    Driven run =
        Driven.run(
            2,
            -1,
            "transition-to-chaos",
            "network.n=200",
            "spectrum.nle=1",
            "spectrum.tsim=150",
            "spectrum.n_samples=4",
            "sweep.gmin=0.5",
            "sweep.gmax=4",
            "sweep.m_g=2");
    // The circle of eigenvalues is a little ragged at this size.
    assertEquals(MeanField.of(0.5).largest(), run.number("lambda_1/0.5"), 0.12);
    assertEquals(MeanField.of(4).largest(), run.number("lambda_1/4.0"), 0.2);
    assertTrue(run.number("critical") > 0.5 && run.number("critical") < 4);
    assertTrue(run.number("critical/low") <= run.number("critical/high"));
  }

  @Test
  void gainsAloneVaryOnOneMatrix() {
    Driven run =
        Driven.run(
            1,
            -1,
            "transition-to-chaos",
            "network.n=12",
            "network.activation=tanh_stretched",
            "network.g=0.5",
            "network.coupling=symmetric",
            "spectrum.nle=1",
            "spectrum.tsim=60",
            "spectrum.n_samples=3",
            "sweep.gmin=0",
            "sweep.gmax=0",
            "sweep.m_g=1",
            "sweep.parameter=[\"gains\"]");
    // Without a spread of gains every sample is the same network in its fixed point.
    assertEquals(0, run.number("lambda_1/0.0/spread"), 0.01);
  }

  @Test
  void mistakesAreToldInALine(@TempDir Path dir) {
    refused("nle", "lyapunov-spectrum", "network.n=5", "spectrum.nle=6");
    refused("dt", "lyapunov-spectrum", "network.dt=1.5");
    refused("no activation", "lyapunov-spectrum", "network.activation=relu");
    refused("gains", "transition-to-chaos", "sweep.parameter=[\"gains\"]");
    refused("nothing is trained", "spectrum-training", "trained.train_weights=false");
    refused("values", "spectrum-training", "target.loss=vector");
    Path file = dir.resolve("network.npz");
    String setting = "network.file=" + file;
    Npz.write(file, Arrays.builder().put("J", new double[6], 2, 3).build());
    complains("square", setting);
    double[] matrix = {0, 1, Double.NaN, 0};
    Npz.write(file, Arrays.builder().put("J", matrix, 2, 2).build());
    complains("[1][0]", setting);
    Npz.write(
        file,
        Arrays.builder()
            .put("W", new double[] {0, 1, 2, 0}, 2, 2)
            .put("C", new double[] {0, 0, 1, 0}, 2, 2)
            .build());
    complains("[0][1]", setting);
  }

  private static void refused(String text, String kind, String... settings) {
    UserError error = assertThrows(UserError.class, () -> Driven.run(1, -1, kind, settings));
    assertTrue(error.toString().contains(text), error.toString());
  }

  private static void complains(String text, String setting) {
    RuntimeException error =
        assertThrows(
            RuntimeException.class,
            () -> Driven.run(1, -1, "lyapunov-spectrum", setting, "spectrum.nle=1"));
    assertTrue(error.toString().contains(text), error.toString());
  }
}
