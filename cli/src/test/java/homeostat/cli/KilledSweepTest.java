package homeostat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real experiment over four seeds: threads and kills change nothing in the tables. */
class KilledSweepTest {
  @TempDir Path dir;

  private OwnProcess start(String... command) throws IOException {
    return OwnProcess.start(OwnProcess.QUICK, dir.resolve("said"), command);
  }

  private String[] sweep(Path runs, int threads) {
    return SmallPlasticity.command(
        "sweep", runs, "simulation.seed=43..46", "run.threads=" + threads);
  }

  private static List<String> tables(Path sweep) throws IOException {
    return List.of(
        Files.readString(sweep.resolve("results.csv")),
        Files.readString(sweep.resolve("statistics.csv")));
  }

  @Test
  void threadsAndKillsLeaveTheTablesAlone() throws IOException, InterruptedException {
    start(sweep(dir.resolve("one"), 1)).done();
    List<String> one = tables(SmallPlasticity.only(dir.resolve("one")));
    assertEquals(5, one.getFirst().lines().count(), one.getFirst());
    assertTrue(one.getLast().contains("firing_rate/excitatory/mean"), one.getLast());
    start(sweep(dir.resolve("two"), 2)).done();
    assertEquals(one, tables(SmallPlasticity.only(dir.resolve("two"))));
    Path killed = dir.resolve("killed");
    start(sweep(killed, 2)).killWhen(() -> SmallPlasticity.lines(killed, "results.jsonl") >= 1);
    Path sweep = SmallPlasticity.only(killed);
    assertTrue(Files.notExists(sweep.resolve("results.csv")), "killed in the middle");
    start("resume", sweep.toString()).done();
    assertEquals(one, tables(sweep));
  }
}
