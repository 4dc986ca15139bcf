package homeostat.kinds.lyapunov.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kinds.lyapunov.config.SpectrumTargetSection;
import homeostat.kinds.lyapunov.config.SpectrumTrainingConfig;
import homeostat.kinds.lyapunov.config.TransitionToChaosConfig;
import homeostat.lab.LegacyScript;
import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LegacyScriptsTest {
  /** The config that a command line means. */
  private static Object config(LegacyScript script, String line) {
    List<String> said = script.translate(List.of(line.split(" ", -1)));
    assertEquals("run", said.get(0));
    return ConfigLoader.load(said.get(1), said.subList(2, said.size()), Kinds.all()).config();
  }

  @Test
  void trainingInBothSpellings() {
    for (String tsim : List.of("--tsim", "--tSim")) {
      SpectrumTrainingConfig found =
          (SpectrumTrainingConfig)
              config(
                  new TrainRdModel(),
                  "--n 20 --n_samples 2 --nLE 3 --g 1.5 --activation tanh_streched --loss"
                      + " MSE_Custom --train_weights False --train_gains True "
                      + tsim
                      + " 50");
      assertEquals(20, found.network().n());
      assertEquals(3, found.target().nle());
      assertEquals(50, found.target().tsim());
      assertEquals(SpectrumTargetSection.Loss.LINE, found.target().loss());
      assertTrue(found.trained().trainGains() && !found.trained().trainWeights());
      assertTrue(found.target().compat());
    }
  }

  @Test
  void fixedNumbersAreWeightsGainsShifts() {
    SpectrumTrainingConfig found =
        (SpectrumTrainingConfig)
            config(
                new TrainRdModelFixedParam(),
                "--n 20 --n_samples 1 --nle 3 --g 1 --activation tanh_pos --loss l2 --number_param"
                    + " 30 4 5 --train_gains True");
    assertEquals(30, found.trained().numWeights().orElseThrow());
    assertEquals(4, found.trained().numGains().orElseThrow());
    assertEquals(5, found.trained().numShifts().orElseThrow());
  }

  @Test
  void runsHaveTheNamesOfTheOriginals() {
    String random = "--n 20 --n_samples 1 --nle 3 --g 1 --activation tanh_pos --loss l2 --lr 1e-2";
    assertEquals(
        "run.name=tanh_positive_WeightsTrue_ShiftsFalse_GainsFalse_N20_lr0.01_NLE3_Epochs10"
            + "_l2Norm_0.00_g1.0_Tons0.2_Tsim200_dt0.1",
        new TrainRdModel().translate(List.of(random.split(" ", -1))).getLast());
    assertTrue(
        new TrainRdModelFixedParam()
            .translate(List.of((random + " --number_param 30 4 5").split(" ", -1)))
            .getLast()
            .endsWith("_g1.0_Tons0.2_Tsim200_Param30_4_5"));
  }

  @Test
  void sweeps() {
    TransitionToChaosConfig found =
        (TransitionToChaosConfig)
            config(
                new TransitionToChaosScript(),
                "--gmin 1 --gmax 3 --n_samples 2 --parameter gains --parameter shifts --activation"
                    + " Strech");
    assertEquals(2, found.sweep().parameter().size());
    assertEquals(1000, found.network().n());
    TransitionToChaosConfig spectra =
        (TransitionToChaosConfig) config(new SpectrumScript(), "--n_samples 2 --variance_max 4");
    double[] values = spectra.sweep().values();
    assertEquals(4, values.length);
    assertEquals(8, values[3], 1e-12);
    assertTrue(
        config(new LyapuConvergence(), "--tons 0.2 --activation tanh").toString().contains("700"));
    assertEquals(
        List.of("run", "lyapunov-benchmark", "timing.precision=float32"),
        new LyapuBenchmark().translate(List.of()));
  }

  @Test
  void mistakes() {
    assertTrue(message("--n 5").contains("--g is required"));
    assertTrue(message("--epochs 5").contains("unknown option"));
    assertTrue(message("--n").contains("needs a value"));
  }

  private static String message(String line) {
    return assertThrows(
            UserError.class, () -> new TrainRdModel().translate(List.of(line.split(" ", -1))))
        .toString();
  }
}
