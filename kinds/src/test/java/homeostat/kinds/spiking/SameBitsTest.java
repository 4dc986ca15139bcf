package homeostat.kinds.spiking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.run.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The result depends on config and seed alone: not on threads, not on interruptions. */
class SameBitsTest {
  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(ints = {5, 33})
  void threadsChangeNothing(int batch) throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    String size = "training.batch_size=" + batch;
    Path one = runs.complete(size, "run.threads=1");
    for (int threads : new int[] {2, 4}) {
      Path several = runs.complete(size, "run.threads=" + threads);
      SmallRuns.assertSame(one, several, threads + " threads");
    }
    Path other = runs.complete(size, "run.seed=44", "simulation.seed=44");
    assertNotEquals(
        Files.readString(one.resolve("training_metrics.csv")),
        Files.readString(other.resolve("training_metrics.csv")),
        "another seed is another run");
  }

  @Test
  void whatARunLeavesIsAllThere() throws IOException {
    Path run = new SmallRuns(dir).complete();
    List<String> results = SmallRuns.results(run).stream().map(Path::toString).toList();
    for (String file :
        List.of(
            "checkpoints/checkpoint_best.npz",
            "checkpoints/checkpoint_latest.npz",
            "figures/chunk_0010/activity.npz",
            "figures/chunk_0020/connectivity.npz",
            "figures/chunk_0030/training.npz",
            "final_state/figures/activity.npz",
            "final_state/network_structure.npz",
            "initial_state/figures/connectivity.npz",
            "initial_state/network_structure.npz",
            "metrics.jsonl",
            "training_metrics.csv")) {
      assertTrue(results.contains(file), () -> file + " is not among " + results);
    }
    assertEquals(11, Files.readAllLines(run.resolve("training_metrics.csv")).size());
    assertEquals(-1, Files.mismatch(SmallRuns.file(), run.resolve("parameters.toml")), "verbatim");
    assertTrue(Files.exists(run.resolve("initial_state/recurrent_weights.npy")));
  }

  /**
   * Before an update, in the middle of an accumulation, beside a row, at a checkpoint, at the end.
   */
  @Test
  void resumedIsUninterrupted() throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    Path whole = runs.complete();
    for (long step : new long[] {0, 2, 6, 9, 17, 28}) {
      Job job = runs.job(SmallRuns.file(), "run.threads=2");
      Path folder = runs.stopped(job, step);
      runs.resume(folder, job);
      SmallRuns.assertSame(whole, folder, "stopped in step " + step);
    }
  }

  @Test
  void resumedIsUninterruptedWhereWeightsAreTrained() throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    String weights = "training.optimisable=weights";
    Path whole = runs.complete(weights);
    Job job = runs.job(SmallRuns.file(), weights, "run.threads=2");
    for (long step : new long[] {2, 17}) {
      Path folder = runs.stopped(job, step);
      runs.resume(folder, job);
      SmallRuns.assertSame(whole, folder, "stopped in step " + step);
    }
  }

  @Test
  void stoppedTwiceIsUninterruptedToo() throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    String best = "compat.best_by_chunk=true";
    Path whole = runs.complete(best);
    Job job = runs.job(SmallRuns.file(), best);
    Path folder = runs.stopped(job, 4);
    runs.stoppedAgain(folder, job, 13);
    runs.resume(folder, job);
    SmallRuns.assertSame(whole, folder, "stopped in steps 4 and 13");
  }
}
