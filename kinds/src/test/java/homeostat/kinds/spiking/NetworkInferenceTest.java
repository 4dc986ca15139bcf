package homeostat.kinds.spiking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.array.Npz;
import homeostat.lab.UserError;
import homeostat.lab.run.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stage 1 on a small network. */
class NetworkInferenceTest {
  @TempDir Path dir;

  /** The sixty neurons of the other tests, without what trains them. */
  private Path file() throws IOException {
    String text = Files.readString(SmallRuns.file());
    String wiring = text.substring(text.indexOf("[feedforward.cell_types]"));
    int evaluation = wiring.indexOf("[evaluation]");
    return Files.writeString(
        dir.resolve("stage-1.toml"),
        "[simulation]\nseed = 3\nduration = 730.0\nbatch_size = 2\n\n"
            + (evaluation < 0 ? wiring : wiring.substring(0, evaluation)));
  }

  private Job job(SmallRuns runs, String... settings) throws IOException {
    return runs.job(file(), settings);
  }

  @Test
  void resumedIsUninterruptedOnAnyThreads() throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    Path whole = runs.completed(runs.run(job(runs, "run.threads=1")));
    Job two = job(runs, "run.threads=2");
    SmallRuns.assertSame(whole, runs.completed(runs.run(two)), "two threads");
    SmallRuns.assertSame(whole, runs.resume(runs.stopped(two, 4), two), "resumed");
  }

  @Test
  void theTableSaysWhatTheSpikesSay() throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    Path run = runs.completed(runs.run(job(runs)));
    Arrays data = Npz.read(run.resolve("results/spike_data.npz"));
    assertArrayEquals(new int[] {2, 730, 60}, data.get("output_spikes").shape());
    assertArrayEquals(new int[] {2, 730, 20}, data.get("input_spikes").shape());
    assertEquals(1.0, data.doubles("dt")[0]);
    int[] types = Npz.read(run.resolve("results/network_structure.npz")).ints("cell_type_indices");
    List<String> rows = Files.readAllLines(run.resolve("network_statistics.csv"));
    assertEquals(3, rows.size());
    byte[] spikes = data.bytes("output_spikes");
    for (int c = 0; c < 2; c++) {
      long count = 0;
      int cells = 0;
      for (int n = 0; n < 60; n++) {
        cells += types[n] == c ? 1 : 0;
        for (int row = 0; types[n] == c && row < 2 * 730; row++) {
          count += spikes[row * 60 + n];
        }
      }
      String[] cell = rows.get(c + 1).split(",", -1);
      assertEquals(11, cell.length);
      assertEquals(count / (2 * 0.73 * cells), Double.parseDouble(cell[2]), 1e-9);
      assertTrue(count > 100, "the network fires");
      double mean = Double.parseDouble(cell[7]);
      assertTrue(mean > -60 && mean < -38, "mean potential " + mean);
      assertTrue(Double.parseDouble(cell[9]) > 0.5, "potentials vary");
    }
  }

  @Test
  void aWiringFromAFileRunsLikeTheOneItCameFrom() throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    Path first = runs.completed(runs.run(job(runs)));
    Path npz = first.resolve("results/network_structure.npz");
    Path second =
        runs.completed(
            runs.run(
                job(runs, "network.file=" + npz, "recurrent.topology.conn_within=[[0,0],[0,0]]")));
    assertArrayEquals(
        Files.readAllBytes(first.resolve("network_statistics.csv")),
        Files.readAllBytes(second.resolve("network_statistics.csv")));
  }

  @Test
  void aDamagedWiringIsToldInOneLine() throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    Path npz = runs.completed(runs.run(job(runs))).resolve("results/network_structure.npz");
    byte[] bytes = Files.readAllBytes(npz);
    Path broken = Files.write(dir.resolve("broken.npz"), java.util.Arrays.copyOf(bytes, 1000));
    List<String> told = new ArrayList<>();
    RuntimeException error =
        assertThrows(RuntimeException.class, () -> runs.run(job(runs, "network.file=" + broken)));
    told.add(String.valueOf(error.getMessage()));
    assertTrue(told.getFirst().contains("broken.npz"), told.toString());
    UserError missing =
        assertThrows(UserError.class, () -> job(runs, "network.file=" + dir.resolve("none.npz")));
    assertTrue(missing.lines().getFirst().contains("none.npz"), missing.toString());
  }
}
