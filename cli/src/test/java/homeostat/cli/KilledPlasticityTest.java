package homeostat.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real experiment in processes that are killed for real. */
class KilledPlasticityTest {
  @TempDir static Path shared;
  private static Path whole;

  @TempDir Path dir;

  @BeforeAll
  static void uninterrupted() throws IOException, InterruptedException {
    Path runs = shared.resolve("runs");
    OwnProcess.start(OwnProcess.QUICK, shared.resolve("said"), SmallPlasticity.command("run", runs))
        .done();
    whole = SmallPlasticity.only(runs);
  }

  private OwnProcess start(String... command) throws IOException {
    return OwnProcess.start(OwnProcess.QUICK, dir.resolve("said"), command);
  }

  @Test
  void killedBeforeDuringAndAfterTrainingTheResultIsTheSameToTheByte()
      throws IOException, InterruptedException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path runs = dir.resolve("runs");
    start(SmallPlasticity.command("run", runs))
        .killWhen(() -> SmallPlasticity.has(runs, "initial_state/network_structure.npz"));
    Path run = SmallPlasticity.only(runs);
    assertTrue(Files.notExists(run.resolve("checkpoints")), "killed before the first checkpoint");
    long rows = 2 + random.nextInt(14);
    start("resume", run.toString())
        .killWhen(() -> SmallPlasticity.lines(runs, "training_metrics.csv") >= rows);
    assertTrue(Files.notExists(run.resolve("final_state")), "killed during training");
    start("resume", run.toString())
        .killWhen(() -> SmallPlasticity.has(runs, "final_state/network_structure.npz"));
    assertTrue(Files.notExists(run.resolve("summary.json")), "killed before the end");
    start("resume", run.toString()).done();
    SmallPlasticity.assertSame(whole, run, "seed " + seed);
  }

  @Test
  void aCutOffCheckpointIsPassedOverAndToldOf() throws IOException, InterruptedException {
    Path runs = dir.resolve("runs");
    start(SmallPlasticity.command("run", runs))
        .killWhen(() -> SmallPlasticity.lines(runs, "training_metrics.csv") > 12);
    Path run = SmallPlasticity.only(runs);
    Path latest = run.resolve("checkpoints/checkpoint_latest.npz");
    try (FileChannel file = FileChannel.open(latest, StandardOpenOption.WRITE)) {
      file.truncate(file.size() / 2);
    }
    String said = start("resume", run.toString()).done();
    assertTrue(said.contains("checkpoint_latest.npz"), said);
    assertTrue(
        said.contains("going on from " + run.resolve("checkpoints/checkpoint_previous.npz")), said);
    SmallPlasticity.assertSame(whole, run, "from the checkpoint before");
  }
}
