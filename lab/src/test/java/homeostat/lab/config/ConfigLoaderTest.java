package homeostat.lab.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import homeostat.lab.UserError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigLoaderTest {
  static final String FILE =
      """
      kind = "sample"
      [simulation]
      seed = 7
      dt = 1
      [training]
      mixed_precision = true
      [hyperparameters]
      batch_size = 100
      [targets]
      excitatory = 0.5
      inhibitory = 2
      [recurrent.physiology.excitatory]
      tau_mem = 85.0
      tau_ref = 8.0
      [recurrent]
      physiology.inhibitory = { tau_mem = 50.0, E_L = -61.5 }
      """;

  static final Kinds KINDS = new Kinds(List.of(new SampleKind("sample")));

  static Resolved<?> load(String text, String... arguments) {
    return ConfigLoader.load(Document.parse("f.toml", text), List.of(arguments), KINDS);
  }

  static SampleKind.Config config(String text, String... arguments) {
    return (SampleKind.Config) load(text, arguments).config();
  }

  static List<String> errors(String text, String... arguments) {
    return assertThrows(UserError.class, () -> load(text, arguments)).lines();
  }

  @Test
  void bindsEveryType() {
    Resolved<?> resolved = load(FILE);
    SampleKind.Config config = (SampleKind.Config) resolved.config();
    assertEquals(7, config.simulation().seed());
    assertEquals(1.0, config.simulation().dt());
    assertEquals(1000, config.simulation().chunkSize());
    assertEquals(100, config.training().batchSize());
    assertEquals(SampleKind.Mode.SCALING_FACTORS, config.training().optimisable());
    assertEquals(Optional.empty(), config.training().gradNormClip());
    assertEquals(Map.of("excitatory", 0.5, "inhibitory", 2.0), config.targets());
    assertEquals(
        new SampleKind.Physiology(50, -61.5, Optional.empty()),
        config.recurrent().physiology().get("inhibitory"));
    assertArrayEquals(new double[] {0.2, 0.19}, config.recurrent().wMu()[1]);
    assertEquals(7, resolved.run().seed());
    assertEquals(
        List.of(
            "accepted, no effect: training.mixed_precision (float32 is used)",
            "accepted, no effect: recurrent.physiology.excitatory.tau_ref (refractory is off)"),
        resolved.inert());
  }

  @Test
  void tellsEveryMistakeInOrder() {
    String text =
        FILE.replace("dt = 1", "dt = -1\nchunk_size = 0.1")
                .replace("batch_size", "batch_sise")
                .replace("excitatory = 0.5", "excitatory = \"0.5 Hz\"")
            + "tau_men = 3\nbatch_size = 3\nw_mu = [[1, -2]]\n";
    List<String> lines = errors(text, "seed=x", "training.optimisable=weihgts");
    assertEquals(
        List.of(
            "f.toml:4:1: simulation.dt: -1 is out of range: expected > 0 ms",
            "f.toml:5:1: simulation.chunk_size: found the number 0.1, expected a whole number in"
                + " steps",
            "f.toml:9:1: hyperparameters.batch_sise: unknown key; did you mean"
                + " hyperparameters.batch_size?",
            "f.toml:11:1: targets.excitatory: found the text \"0.5 Hz\", expected a number in Hz;"
                + " write the number alone, without quotes",
            "f.toml:18:1: recurrent.tau_men: unknown key; did you mean"
                + " recurrent.physiology.<name>.tau_mem?",
            "f.toml:19:1: recurrent.batch_size: unknown key; batch_size is a key of [training],"
                + " [hyperparameters]",
            "f.toml:20:13: recurrent.w_mu[0][1]: -2 is out of range: expected >= 0",
            "command line: seed: found the text \"x\", expected a whole number",
            "command line: training.optimisable: \"weihgts\" is not one of scaling_factors, weights;"
                + " did you mean \"weights\"?"),
        lines);
  }
}
