package homeostat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.lab.BenchWorkload;
import homeostat.lab.LegacyScript;
import homeostat.lab.Row;
import homeostat.lab.UserError;
import homeostat.lab.config.Kinds;
import homeostat.lab.verify.GoldenSuite;
import homeostat.task.dataset.DataPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustVerbsTest {

  /** Answers 2 to whatever is asked. */
  private record Two() implements GoldenSuite {
    @Override
    public String subject() {
      return "toy";
    }

    @Override
    public String precision() {
      return "float64";
    }

    @Override
    public Map<String, Computation> kinds() {
      return Map.of(
          "two",
          _ -> Outcome.of(Arrays.builder().put("x", new NdArray.F8(new double[] {2})).build()));
    }
  }

  private record Sum() implements BenchWorkload {
    @Override
    public String subject() {
      return "sum";
    }

    @Override
    public String summary() {
      return "adds n numbers";
    }

    @Override
    public Map<String, String> defaults() {
      return Map.of("n", "10", "threads", "1", "precision", "float64", "repeats", "3");
    }

    @Override
    public Row run(Map<String, String> settings) {
      long n = Long.parseLong(settings.get("n"));
      return new Row().put("checksum", n * (n + 1) / 2).put("gap_ms", Double.NaN);
    }
  }

  private record Script(String script, List<String> becomes) implements LegacyScript {
    @Override
    public String summary() {
      return "a script";
    }

    @Override
    public List<String> translate(List<String> arguments) {
      if (arguments.contains("--wrong")) {
        throw new UserError("--wrong is not one of its arguments");
      }
      return becomes;
    }
  }

  @Test
  void verifyEndsWithTheTallyAndItsStatus(@TempDir Path folder) throws IOException {
    Shell shell = Shell.of(List.of(new Two()), List.of(), List.of());
    Files.writeString(folder.resolve("manifest.json"), manifest(2.0));
    Shell.Result right = shell.run("verify", folder.toString());
    assertEquals(0, right.status());
    assertEquals("1 passed, 0 failed, 0 skipped", right.lines().getLast());
    Files.writeString(folder.resolve("manifest.json"), manifest(3.0));
    Shell.Result wrong = shell.run("verify", folder.toString());
    assertEquals(1, wrong.status());
    assertEquals("0 passed, 1 failed, 0 skipped", wrong.lines().getLast());
    assertEquals(2, shell.run("verify", folder.resolve("none").toString()).status());
    Files.writeString(folder.resolve("manifest.json"), "{\"subject\": \"toy\", \"cases\": []}");
    assertEquals(1, shell.run("verify", folder.toString()).status());
  }

  private static String manifest(double x) {
    return "{\"subject\": \"toy\", \"cases\": [{\"id\": \"a\", \"kind\": \"two\", \"expected\":"
        + " {\"x\": "
        + x
        + "}}]}";
  }

  @Test
  void benchPrintsOneJsonObjectOnItsLastLine() throws IOException {
    Shell shell = Shell.of(List.of(), List.of(new Sum()), List.of());
    Shell.Result result = shell.run("bench", "sum", "n=4");
    assertEquals(0, result.status(), result.err());
    JsonNode json = JsonMapper.builder().build().readTree(result.lines().getLast());
    assertEquals("sum", json.path("subject").asText());
    assertEquals(4, json.path("params").path("n").asInt());
    assertEquals(1, json.path("threads").asInt());
    assertEquals("float64", json.path("precision").asText());
    assertEquals(3, json.path("repeats").asInt());
    assertEquals(10, json.path("checksum").asInt());
    assertTrue(json.path("gap_ms").isNull());
    assertTrue(json.path("kernel").isTextual() && !json.has("kernels"));
    assertTrue(json.path("peak_bytes").asLong(1) > 0);
    assertTrue(result.err().contains("done in"));
    assertEquals("", shell.run("bench", "sum", "--quiet").err());
  }

  @Test
  void benchListsItsSubjectsAndSettings() {
    Shell shell = Shell.of(List.of(), List.of(new Sum()), List.of());
    Shell.Result unknown = shell.run("bench", "sun");
    assertEquals(2, unknown.status());
    assertTrue(unknown.err().contains("did you mean 'sum'?"), unknown.err());
    assertTrue(unknown.err().contains("adds n numbers"));
    Shell.Result setting = shell.run("bench", "sum", "repeat=2");
    assertEquals(2, setting.status());
    assertTrue(setting.err().contains("did you mean 'repeats'?"), setting.err());
  }

  @Test
  void legacyPrintsTheCommandAndRunsIt() {
    Shell shell =
        Shell.of(
            List.of(),
            List.of(),
            List.of(
                new Script("train.py", List.of("help", "kinds")),
                new Script("a/main.py", List.of("bench", "no such", "x=it's")),
                new Script("b/main.py", List.of("kinds"))));
    Shell.Result train = shell.run("legacy", "/home/me/old/train.py", "--help", "a=b");
    assertEquals(0, train.status(), train.err());
    assertEquals("homeostat help kinds", train.lines().getFirst());
    assertTrue(train.lines().get(1).startsWith("homeostat kinds"));
    Shell.Result help = shell.run("legacy", "old/train.py", "--help");
    assertEquals(0, help.status(), help.err());
    assertTrue(help.lines().getFirst().startsWith("train.py  "), help.lines().toString());
    Shell.Result quoted = shell.run("legacy", "x/a/main.py");
    assertEquals("homeostat bench 'no such' 'x=it'\\''s'", quoted.lines().getFirst());
    assertEquals(2, quoted.status());
    Shell.Result shared = shell.run("legacy", "main.py");
    assertEquals(2, shared.status());
    assertTrue(shared.err().contains("b/main.py") && !shared.err().contains("train.py"));
    assertTrue(shell.run("legacy", "other.py").err().contains("train.py"));
    assertEquals(2, shell.run("legacy", "train.py", "--wrong").status());
    assertTrue(Shell.empty().run("legacy").err().contains("translators come with their subjects"));
  }

  @Test
  void doctorSaysWhatToDoAboutWhatIsMissing(@TempDir Path folder) {
    Doctor doctor =
        new Doctor(
            Shell.empty().catalogue(),
            folder.resolve("gone"),
            new DataPlaces(Optional.empty(), folder.resolve("cache")));
    Finding runs =
        doctor.findings().stream().filter(f -> f.what().equals("runs")).findFirst().orElseThrow();
    assertEquals(Finding.State.MISSING, runs.state());
    assertTrue(runs.remedy().contains("run.dir"));
    for (Finding finding : doctor.findings()) {
      assertEquals(finding.state() == Finding.State.OK, finding.remedy().isEmpty(), finding.what());
    }
    Shell.Result result = Shell.of(new Kinds(List.of())).run("doctor");
    assertTrue(result.out().contains("java "), result.out());
    assertEquals(
        result.out().lines().anyMatch(line -> line.startsWith("missing")) ? 1 : 0, result.status());
    assertFalse(result.out().isBlank());
  }
}
