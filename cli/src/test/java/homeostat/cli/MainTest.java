package homeostat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MainTest {
  private final Shell shell = Shell.empty();

  @Test
  void helpIsOneScreenAndNamesEveryVerb() {
    Shell.Result help = shell.run("--help");
    assertEquals(0, help.status());
    assertTrue(help.lines().size() <= 45, () -> help.lines().size() + " lines");
    assertTrue(help.lines().stream().allMatch(line -> line.length() <= 100), help.out());
    for (String verb : Verbs.all(shell::catalogue).names()) {
      assertTrue(help.out().contains("\n  " + verb + " "), verb);
    }
    assertEquals(help.out(), shell.run().out());
    assertEquals(help.out(), shell.run("help").out());
  }

  @Test
  void everyVerbHasHelpWithAnExample() {
    for (String verb : Verbs.all(shell::catalogue).names()) {
      Shell.Result help = shell.run(verb, "--help");
      assertEquals(0, help.status());
      assertTrue(help.out().startsWith("homeostat " + verb), help.out());
      assertTrue(help.out().contains("\n  homeostat " + verb), () -> "no example: " + help.out());
      assertEquals(help.out(), shell.run("help", verb).out());
    }
  }

  @Test
  void unknownNamesAreMistakesWithTheNearestName() {
    assertMistake("did you mean 'verify'?", "verfy");
    assertMistake("did you mean '--version'?", "--vesion");
    assertMistake("did you mean '--quiet'?", "bench", "--quite");
    assertMistake("did you mean 'doctor'?", "help", "docter");
    assertMistake("homeostat verify DIR", "verify");
    assertMistake("'b' is too much", "verify", "a", "b");
    assertMistake("takes no settings", "kinds", "a.b=3");
  }

  @Test
  void flagsTakeNoValueAndNeedAVerb() {
    assertMistake("--dry takes no value; write --dry alone", "run", "walk", "--dry=1");
    assertMistake("--quiet takes no value; write --quiet alone", "bench", "--quiet=true");
    assertMistake("--quiet needs a verb", "--quiet");
    assertMistake("unknown flag '--check'", "--check", "kinds");
    assertEquals(shell.run("--help").out(), shell.run("--quiet", "--help").out());
  }

  @Test
  void keyWithTwoValuesIsAMistake() {
    assertMistake(
        "run.seed is given twice: 1 and 2; keep one of them",
        "run",
        "x",
        "run.seed=1",
        "--run.seed=2");
  }

  @Test
  void nameThatCanBeNoPathIsAMistake() {
    String no = "a\0b.npz";
    assertMistake("can be no path here", "report", no);
    assertMistake("can be no path here", "resume", no);
    assertMistake("can be no path here", "compare", no, no);
    assertMistake("can be no path here", "verify", no);
    assertMistake("can be no path here", "connectome", "inspect", no);
    assertMistake("can be no path here", "connectome", "generate", "dense", "out=" + no);
    assertMistake("can be no file here", "run", no);
  }

  @Test
  void memoryIsToldInOneWay() {
    String heap = homeostat.lab.run.Budget.text(Runtime.getRuntime().maxMemory());
    assertTrue(shell.run("doctor").out().contains(heap + " for the program"));
  }

  @Test
  void settingsWithAndWithoutDashesAreTheSame() {
    Page page = new Page("x", Group.RUN, "", "", java.util.Set.of(Flag.DRY), 2, "");
    Arguments given =
        Arguments.parse(
            List.of("file.toml", "--a.b=3", "c[0]=x=y", "--dry", "./d=2", "a.b=3"), page);
    assertEquals(List.of("file.toml", "./d=2"), given.words());
    assertEquals(List.of("a.b=3", "c[0]=x=y"), given.assignments());
    assertTrue(given.has(Flag.DRY));
  }

  @Test
  void bugOfOursIsOneLineAndAFileWithTheTrace() throws IOException {
    Supplier<Catalogue> broken =
        () -> {
          throw new IllegalStateException("planted");
        };
    java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
    java.io.PrintStream stream = new java.io.PrintStream(err, true);
    int status = new Main(broken, new Console(stream, stream)).run(List.of("kinds"));
    assertEquals(70, status);
    List<String> lines = err.toString(java.nio.charset.StandardCharsets.UTF_8).lines().toList();
    assertEquals(1, lines.size());
    assertTrue(lines.getFirst().startsWith("homeostat: a bug"), lines.getFirst());
    Path report = Path.of(lines.getFirst().replaceFirst(".* report it with ", ""));
    String text = Files.readString(report);
    Files.delete(report);
    assertTrue(text.contains("arguments: [kinds]") && text.contains("at homeostat.cli.Main"), text);
  }

  @Test
  void versionIsOneLine() {
    assertTrue(shell.run("--version").out().matches("homeostat \\S.*\\R"));
  }

  private void assertMistake(String expected, String... arguments) {
    Shell.Result result = shell.run(arguments);
    assertEquals(2, result.status(), result.err());
    assertTrue(result.err().contains(expected), result.err());
    assertTrue(result.err().lines().allMatch(line -> line.startsWith("homeostat: ")));
    assertFalse(result.err().contains("\tat "));
    assertEquals("", result.out());
  }
}
