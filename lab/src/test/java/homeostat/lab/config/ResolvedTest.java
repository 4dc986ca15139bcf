package homeostat.lab.config;

import static homeostat.lab.config.ConfigLoaderTest.FILE;
import static homeostat.lab.config.ConfigLoaderTest.config;
import static homeostat.lab.config.ConfigLoaderTest.load;
import static java.util.Comparator.reverseOrder;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResolvedTest {

  @Test
  void arguments() {
    SampleKind.Config config =
        config(
            FILE,
            "recurrent.w_mu[0][1]=0.3",
            "recurrent.p.e=0.5",
            "training={optimisable=weights}".replace("weights", "\"weights\""),
            "hyperparameters.batch_size=3",
            "recurrent.file=42",
            "recurrent.physiology.excitatory.tau_mem=1",
            "inputs=[{path=\"a b\"}]");
    assertArrayEquals(new double[] {0.1, 0.3}, config.recurrent().wMu()[0]);
    assertEquals(Map.of("e", 0.5, "i", 0.2), config.recurrent().p());
    assertEquals(3, config.training().batchSize());
    assertEquals(SampleKind.Mode.WEIGHTS, config.training().optimisable());
    assertEquals(Optional.of(Path.of("42")), config.recurrent().file());
    assertEquals(List.of(new SampleKind.Input(Path.of("a b"), "copy")), config.inputs());
    assertEquals(
        new SampleKind.Physiology(1, -60, Optional.of(8.0)),
        config.recurrent().physiology().get("excitatory"));
  }

  @Test
  void anArgumentBeatsEveryNameOfTheKeyInTheFile() {
    Resolved<?> resolved = load(FILE, "run.seed=9");
    assertEquals(9, resolved.run().seed());
    assertEquals(9, ((SampleKind.Config) resolved.config()).simulation().seed());
    assertEquals(11, load(FILE, "seed=11").run().seed());
    assertEquals(12, load(FILE + "[run]\nseed = 7\n", "simulation.seed=12").run().seed());
  }

  @Test
  void theKindsOwnDefaultFeedsTheSeed() {
    String text = FILE.replace("seed = 7\n", "");
    assertEquals(43, load(text).run().seed());
    assertEquals("from simulation.seed", origin(load(text), "run.seed"));
  }

  @Test
  void everyValueSaysWhereItComesFrom() {
    Resolved<?> resolved = load(FILE, "recurrent.delays=[2]", "run.name=x");
    assertEquals("f.toml:4", origin(resolved, "simulation.dt"));
    assertEquals("f.toml:8", origin(resolved, "training.batch_size"));
    assertEquals("default", origin(resolved, "simulation.chunk_size"));
    assertEquals("command line", origin(resolved, "recurrent.delays"));
    assertEquals("from simulation.seed", origin(resolved, "run.seed"));
    assertTrue(
        resolved.toml().contains("\nname = \"x\"                                  # command"));
    assertTrue(resolved.toml().contains("\n# grad_norm_clip is not set\n"));
  }

  private static String origin(Resolved<?> resolved, String path) {
    return resolved.entries().stream()
        .filter(entry -> entry.path().toString().equals(path))
        .findFirst()
        .orElseThrow()
        .origin()
        .label();
  }

  @Test
  void readingItBackGivesEqualRecords() {
    Resolved<?> first =
        load(
            FILE,
            "recurrent.w_mu=[[1e-7, 0.1], [3, 1.7976931348623157e308]]",
            "recurrent.physiology={\"odd name.\" = {tau_mem = 4.9e-324}}",
            "inputs=[{path=\"a\\\"b\"}, {path=\"c\", strategy=\"symlink\"}]",
            "run.name=caf\u00e9 \\ \"x\"",
            "recurrent.p={}",
            "wandb={}",
            "grad_norm_clip=1e300".replace("grad", "training.grad"),
            "seed=9223372036854775807");
    Resolved<?> second = load(first.toml());
    assertEquals(first.run(), second.run());
    SampleKind.Config a = (SampleKind.Config) first.config();
    SampleKind.Config b = (SampleKind.Config) second.config();
    assertEquals(a.simulation(), b.simulation());
    assertEquals(a.training(), b.training());
    assertEquals(a.targets(), b.targets());
    assertEquals(a.inputs(), b.inputs());
    assertEquals(a.wandb(), b.wandb());
    assertEquals(Optional.of(new SampleKind.Wandb(false)), b.wandb());
    assertEquals(a.recurrent().physiology(), b.recurrent().physiology());
    assertEquals(
        List.copyOf(a.recurrent().physiology().keySet()),
        List.copyOf(b.recurrent().physiology().keySet()));
    assertEquals(a.recurrent().p(), b.recurrent().p());
    assertArrayEquals(a.recurrent().wMu(), b.recurrent().wMu());
    assertArrayEquals(a.recurrent().delays(), b.recurrent().delays());
    assertEquals(first.inert(), second.inert());
  }

  @Test
  void warnings() {
    Resolved<?> resolved = load(FILE, "simulation.dt=2", "grid.mode=zip");
    assertEquals(
        List.of(
            "command line: grid: describes a sweep, and one run takes no notice of it; `homeostat"
                + " sweep` does",
            "command line: simulation.dt: is coarse"),
        resolved.notes());
  }

  @Test
  void whatWasGivenButIsNotReadIsTold() {
    String text =
        """
        training.optimisable = "weights"
        [recurrent]
        delays = [1.5]
        [simulation]
        dt = 0.1
        [targets]
        a = 1
        [recurrent.physiology.pv]
        tau_mem = 9
        E_L = -60
        """;
    assertEquals(
        List.of(
            "f.toml:9:1: recurrent.physiology.pv.tau_mem: has no effect: weights are trained",
            "command line: recurrent.p.e: has no effect: weights are trained"),
        load(text, "recurrent.p.e=0.5").notes().stream()
            .filter(note -> note.contains("no effect"))
            .sorted(reverseOrder())
            .toList());
  }

  @Test
  void theConfigOfAnEarlierRunTellsNothingMore() {
    Resolved<?> first = load(FILE, "training.optimisable=weights");
    Resolved<?> second = load(first.toml());
    assertEquals(first.notes().size(), second.notes().size());
  }
}
