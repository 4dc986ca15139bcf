package homeostat.lab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Npz;
import homeostat.lab.UserError;
import homeostat.lab.figure.Figure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {

  @TempDir Path folder;

  @Test
  void tableListsWhatDiffersInAlignedColumns() throws Exception {
    Path a = MadeUpRun.complete(folder, "first-run", 1, 5.25);
    Path b = MadeUpRun.complete(folder, "second", 2, 4.5);
    List<String> lines = Comparison.of(List.of(a, b)).text().lines().toList();
    int column = lines.getFirst().indexOf("first-run");
    int next = lines.getFirst().indexOf("second");
    String seed = line(lines, "  run.seed");
    assertEquals('1', seed.charAt(column));
    assertEquals('2', seed.charAt(next));
    String rate = line(lines, "  firing_rate/excitatory/mean");
    assertEquals("5.25", rate.substring(column, next).strip());
    assertEquals("4.5", rate.substring(next));
    assertEquals("000000000000000…000000000000002", line(lines, "  net.npz").substring(next));
    assertTrue(lines.contains("config (1 differ, 3 the same)"), lines.toString());
    assertFalse(String.join("", lines).contains("final_loss"), "equal numbers are not listed");
  }

  @Test
  void missingValuesAreShownAsAbsent() throws Exception {
    Path a = MadeUpRun.complete(folder, "a", 1, 5);
    Path b = Files.createDirectories(folder.resolve("b"));
    Files.writeString(b.resolve("metadata.json"), "{}");
    Comparison comparison = Comparison.of(List.of(a, b));
    assertTrue(line(comparison.text().lines().toList(), "  final_loss").endsWith("–"));
    assertTrue(comparison.figure().isEmpty());
  }

  @Test
  void figureOverlaysLossesAndRatesOfAllRuns() throws Exception {
    Path a = MadeUpRun.complete(folder, "a", 1, 5);
    Path b = MadeUpRun.complete(folder, "b", 2, 4);
    Comparison comparison = Comparison.of(List.of(a, b));
    Figure.Board board = (Figure.Board) comparison.figure().orElseThrow();
    Set<String> labels =
        board.columns().stream()
            .flatMap(c -> c.panels().stream())
            .map(p -> p.figure().title())
            .collect(Collectors.toSet());
    assertEquals(
        Set.of(
            "firing rate/excitatory/mean",
            "firing rate/inhibitory/mean",
            "firing rate loss",
            "total loss"),
        labels);
    comparison.draw(folder.resolve("comparison"));
    assertTrue(Files.size(folder.resolve("comparison.png")) > 1000);
    assertEquals(
        300, Npz.read(folder.resolve("comparison.npz")).doubles("panel_0_0/seed_1/y").length);
  }

  @Test
  void wantedMetricsAreDrawnAndOthersRefused() throws Exception {
    List<Path> runs =
        List.of(MadeUpRun.complete(folder, "a", 1, 5), MadeUpRun.complete(folder, "b", 2, 4));
    Figure.Lines one =
        (Figure.Lines) Comparison.of(runs, List.of("cv/excitatory/mean")).figure().orElseThrow();
    assertEquals("cv/excitatory/mean", one.title());
    UserError error =
        assertThrows(UserError.class, () -> Comparison.of(runs, List.of("cv/excitatory")));
    assertTrue(
        error.lines().getFirst().contains("there are cv/excitatory/mean, "), error.toString());
  }

  @Test
  void runsOfOneNameAreCalledByTheSettingThatDiffers() throws Exception {
    Path one = Files.createDirectories(folder.resolve("one"));
    Path two = Files.createDirectories(folder.resolve("two"));
    List<RunFiles> runs =
        List.of(
            RunFiles.read(MadeUpRun.complete(one, "same-name", 1, 5)),
            RunFiles.read(MadeUpRun.complete(two, "same-name", 2, 4)));
    assertEquals(List.of("seed 1", "seed 2"), RunNames.of(runs));
  }

  @Test
  void runsThatDifferInNothingAreCalledByTheirFolders() throws Exception {
    Path a = MadeUpRun.complete(folder, "walk-20260101-a1b2", 1, 5);
    Path b = MadeUpRun.complete(folder, "walk-20260101-c3d4", 1, 5);
    MadeUpRun.metadata(a, "walk", 1, "completed");
    MadeUpRun.metadata(b, "walk", 1, "completed");
    List<RunFiles> runs = List.of(RunFiles.read(a), RunFiles.read(b));
    assertEquals(List.of("a1b2", "c3d4"), RunNames.of(runs));
  }

  @Test
  void aSweepIsRefusedWithTheNameOfItsTable() throws Exception {
    Path sweep = Files.createDirectories(folder.resolve("sweep"));
    Files.writeString(sweep.resolve("metadata.json"), "{\"kind\": \"sweep\"}");
    UserError compare = assertThrows(UserError.class, () -> Comparison.of(List.of(sweep, sweep)));
    assertTrue(compare.lines().getFirst().contains(sweep.resolve("results.csv").toString()));
    assertThrows(UserError.class, () -> ReportWriter.write(sweep));
  }

  @Test
  void oneRunIsNoComparison() throws Exception {
    Path a = MadeUpRun.complete(folder, "a", 1, 5);
    assertThrows(UserError.class, () -> Comparison.of(List.of(a)));
  }

  private static String line(List<String> lines, String start) {
    return lines.stream().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
  }
}
