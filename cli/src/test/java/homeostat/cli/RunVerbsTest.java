package homeostat.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.config.Kinds;
import homeostat.lab.record.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunVerbsTest {
  private final Shell shell = Shell.of(new Kinds(List.of(new Walk())));

  @TempDir Path folder;

  private Shell.Result walk(String... settings) {
    String[] all = new String[settings.length + 3];
    all[0] = "run";
    all[1] = "walk";
    all[2] = "run.dir=" + folder.resolve("runs");
    System.arraycopy(settings, 0, all, 3, settings.length);
    return shell.run(all);
  }

  /** The folder that a command says it left. */
  private static Path left(Shell.Result result) {
    return Path.of(
        result.lines().stream()
            .filter(line -> line.startsWith("run  "))
            .findFirst()
            .orElseThrow(() -> new AssertionError(result.toString()))
            .replaceFirst("run +", ""));
  }

  @Test
  void runLeavesAFolderAndTellsItsNumbers() throws IOException {
    Shell.Result result = walk("steps=7", "--quiet");
    assertEquals(0, result.status(), result.err());
    assertTrue(result.out().contains("final_position"), result.out());
    Path run = left(result);
    assertEquals(8, Files.readAllLines(run.resolve("training_metrics.csv")).size());
    assertTrue(Files.exists(run.resolve("summary.json")));
    assertTrue(Files.exists(run.resolve("report.html")));
  }

  @Test
  void dryRunWritesNothing() {
    Shell.Result result = walk("--dry", "stride=2");
    assertEquals(0, result.status(), result.err());
    assertTrue(result.out().contains("stride = 2"), result.out());
    assertTrue(result.out().contains("memory"), result.out());
    assertTrue(Files.notExists(folder.resolve("runs")));
  }

  @Test
  void checkComparesBeforeAndAfterAndKeepsTheTable() throws IOException {
    Shell.Result result = walk("steps=3", "--check");
    assertEquals(0, result.status(), result.err());
    assertTrue(result.out().contains("before the first step: before the walk"), result.out());
    assertTrue(result.out().contains("after the last step: after the walk"), result.out());
    assertEquals(
        List.of(
            "when,way,apart", "before the first step,left,0.25", "after the last step,left,0.25"),
        Files.readAllLines(left(result).resolve("checks.csv")));
  }

  @Test
  void aCheckThatFailsEndsWithOneAndRunsNothing() {
    Shell.Result result = walk("stumble=7", "--check");
    assertEquals(1, result.status());
    assertTrue(result.out().contains("DISAGREE: a verdict"), result.out());
    assertTrue(Files.notExists(folder.resolve("runs")));
    Shell.Result dry = walk("--check", "--dry");
    assertEquals(0, dry.status(), dry.err());
    assertTrue(Files.notExists(folder.resolve("runs")), "--dry compares and stops");
  }

  @Test
  void flagsMayStandBeforeTheVerb() {
    Shell.Result dry = shell.run("--dry", "run", "walk", "stride=2");
    assertEquals(0, dry.status(), dry.err());
    assertEquals(shell.run("run", "walk", "stride=2", "--dry").out(), dry.out());
    assertEquals(2, shell.run("--check", "resume", "walk").status());
  }

  @Test
  void mistakesInSettingsAreToldAtOnceAndNothingIsWritten() {
    Shell.Result result = walk("stepps=3", "stride=-1");
    assertEquals(2, result.status());
    assertTrue(result.err().contains("steps"), result.err());
    assertTrue(result.err().contains("stride"), result.err());
    assertEquals(2, shell.run("run", "wlak").status());
    assertEquals(2, shell.run("run", "walk", "--fast").status());
    assertTrue(Files.notExists(folder.resolve("runs")));
  }

  @Test
  void numericFailureIsStatusOneAndResumeSaysWhatItDoes() {
    Shell.Result result = walk("stumble=8");
    assertEquals(1, result.status(), result.err());
    assertTrue(result.err().contains("position is NaN"), result.err());
    Shell.Result again = shell.run("resume", left(result).toString());
    assertEquals(1, again.status(), again.err());
    assertTrue(again.err().contains("resuming"), again.err());
  }

  @Test
  void resumeFromAnEarlierCheckpointGivesTheSameBytes() throws IOException {
    Path run = left(walk());
    byte[] metrics = Files.readAllBytes(run.resolve("training_metrics.csv"));
    Path checkpoint = run.resolve("checkpoints/checkpoint_previous.npz");
    assertEquals(15, Checkpoint.read(checkpoint).nextStep(), "five of the steps are done again");
    Shell.Result again = shell.run("resume", run.toString(), "from=" + checkpoint, "run.threads=1");
    assertEquals(0, again.status(), again.err());
    assertEquals(
        new String(metrics, java.nio.charset.StandardCharsets.UTF_8),
        Files.readString(run.resolve("training_metrics.csv")));
    assertEquals(2, shell.run("resume", folder.toString()).status());
    assertEquals(2, shell.run("resume", run.toString(), "stride=2").status());
  }

  @Test
  void compareTellsDifferencesAndChecksMetrics() {
    Path a = left(walk());
    Path b = left(walk());
    Path c = left(walk("run.seed=7"));
    Shell.Result same = shell.run("compare", a.toString(), b.toString(), "--check");
    assertEquals(0, same.status(), same.err());
    Shell.Result other =
        shell.run(
            "compare", a.toString(), c.toString(), "--check", "out=" + folder.resolve("figure"));
    assertEquals(1, other.status());
    assertTrue(other.out().contains("seed"), other.out());
    assertTrue(Files.exists(folder.resolve("figure.png")));
    assertNotEquals(same.out(), other.out());
    assertEquals(2, shell.run("compare", a.toString()).status());
    assertTrue(b.resolve("training_metrics.csv").toFile().delete());
    Shell.Result lost = shell.run("compare", a.toString(), b.toString(), "--check");
    assertEquals(2, lost.status());
    assertFalse(lost.err().contains("java."), lost.err());
    assertTrue(lost.err().contains("training_metrics.csv: it does not exist"), lost.err());
    assertEquals(2, shell.run("compare", a.toString(), folder.toString()).status());
  }

  @Test
  void reportIsMadeAnew() throws IOException {
    Path run = left(walk());
    Files.delete(run.resolve("report.html"));
    assertEquals(0, shell.run("report", run.toString()).status());
    assertTrue(Files.size(run.resolve("report.html")) > 1000);
    assertEquals(2, shell.run("report", folder.resolve("none").toString()).status());
  }

  @Test
  void sweepMakesOneTableAndGoesOnFromItsFolder() throws IOException {
    Shell.Result dry = shell.run("sweep", "walk", "run.seed=1..3", "stride=1,2", "--dry");
    assertEquals(0, dry.status(), dry.err());
    assertEquals(6, dry.lines().size(), dry.out());
    Shell.Result swept =
        shell.run(
            "sweep", "walk", "run.seed=1..3", "stride=1,2", "run.dir=" + folder.resolve("runs"));
    assertEquals(0, swept.status(), swept.err());
    Path sweep =
        Path.of(
            swept.lines().stream()
                .filter(line -> line.startsWith("sweep "))
                .findFirst()
                .orElseThrow()
                .replaceFirst("sweep +", ""));
    Path table = sweep.resolve("results.csv");
    byte[] bytes = Files.readAllBytes(table);
    assertEquals(7, Files.readAllLines(table).size());
    assertEquals(3, Files.readAllLines(sweep.resolve("statistics.csv")).size());
    Files.delete(table);
    Shell.Result again = shell.run("resume", sweep.toString(), "run.threads=2");
    assertEquals(0, again.status(), again.err());
    assertArrayEquals(bytes, Files.readAllBytes(table));
    assertEquals(2, shell.run("sweep", "walk", "stride=1").status());
    assertEquals(2, shell.run("sweep", "walk", "stride=1,-2").status());
    assertEquals(2, shell.run("resume", sweep.toString(), "from=x").status());
  }

  private Path swept(String... settings) {
    List<String> all = new ArrayList<>(List.of("sweep", "walk", "run.dir=" + folder));
    all.addAll(List.of(settings));
    Shell.Result swept = shell.run(all.toArray(String[]::new));
    assertEquals(0, swept.status(), swept.err());
    String line = swept.lines().stream().filter(l -> l.startsWith("sweep ")).findFirst().orElse("");
    return Path.of(line.replaceFirst("sweep +", ""));
  }

  @Test
  void sweepsAreReportedFromTheirFoldersTogether() throws IOException {
    Path first = swept("run.seed=1,2", "keep=true");
    Path second = swept("run.seed=3,4,5", "keep=true");
    Path bare = swept("run.seed=1,2");
    assertEquals("seed\n1\n2\n", Files.readString(first.resolve("tables/walks.csv")));
    Files.delete(first.resolve("tables/walks.csv"));
    Shell.Result one = shell.run("report", first.toString());
    assertEquals(0, one.status(), one.err());
    assertTrue(one.out().contains("walks  2"), one.out());
    assertTrue(Files.readString(first.resolve("report.html")).contains("walks"), "its table");
    String out = "out=" + folder.resolve("both");
    assertEquals(0, shell.run("report", first.toString(), second.toString(), out).status());
    assertEquals(
        "seed\n1\n2\n3\n4\n5\n", Files.readString(folder.resolve("both/tables/walks.csv")));
    Shell.Result nowhere = shell.run("report", first.toString(), second.toString());
    assertEquals(2, nowhere.status());
    assertTrue(nowhere.err().contains("out="), nowhere.err());
    Shell.Result lost = shell.run("report", bare.toString());
    assertEquals(2, lost.status());
    assertTrue(lost.err().contains("keep=true"), lost.err());
  }

  @Test
  void onlyTheSeedOfTheRunIsARepeat() throws IOException {
    Shell.Result swept =
        shell.run("sweep", "walk", "run.seed=1,2", "wind.seed=3,4", "run.dir=" + folder);
    assertEquals(0, swept.status(), swept.err());
    Path sweep = Path.of(swept.lines().get(1).replaceFirst("sweep +", ""));
    // A header and a line for each value of wind.seed, over the two seeds of the run.
    assertEquals(3, Files.readAllLines(sweep.resolve("statistics.csv")).size());
  }

  @Test
  void kindsAndHelpTellOfTheKind() {
    assertEquals("walk  How far does a random walk get?", shell.run("kinds").lines().getFirst());
    String help = shell.run("help", "walk").out();
    assertTrue(help.contains("stride") && help.contains("Length of a step."), help);
    assertTrue(shell.run("help", "wakl").err().contains("did you mean 'walk'?"));
  }
}
