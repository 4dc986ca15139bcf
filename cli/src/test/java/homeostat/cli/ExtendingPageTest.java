package homeostat.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example of docs/extending.md, taken from the page, built and run; and jars that are wrong.
 */
class ExtendingPageTest {
  private static final Path ROOT = Path.of(System.getProperty("homeostat.root", ""));
  private static final Path PAGE = ROOT.resolve("docs/extending.md");
  private static final String RULES = "homeostat.spiking.LearningRule$Provider";

  /** A network that is small, and far from its targets at the start. */
  private static final List<String> SMALL =
      List.of(
          "recurrent.topology.num_neurons=100",
          "recurrent.topology.num_assemblies=1",
          "training.batch_size=16",
          "simulation.duration=10000",
          "evaluation.duration=200",
          "evaluation.trials=2",
          "run.figures=false",
          "run.threads=1");

  @TempDir Path folder;

  private static String page() throws IOException {
    return Files.readString(PAGE);
  }

  /** What a pattern's group is on the page. */
  private static String onPage(String pattern) throws IOException {
    Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(page());
    assertTrue(found.find(), PAGE + " has nothing like " + pattern);
    return Objects.requireNonNull(found.group(1));
  }

  private Path pagesJar() throws IOException {
    String code = onPage("```java\n(.*?)```");
    return ServiceJar.make(
        folder,
        List.of(new ServiceJar.Source(onPage("`(\\w+\\.java)`"), code)),
        onPage("`META-INF/services/([\\w.$]+)`:"),
        onPage("```services\n(.*?)```"));
  }

  private Child.Result run(Path jar, String... more) throws IOException, InterruptedException {
    Path file = ROOT.resolve("experiments/homeostatic-plasticity-quick.toml");
    List<String> arguments = new ArrayList<>(List.of("run", file.toString(), "--quiet"));
    arguments.addAll(SMALL);
    arguments.add("run.dir=" + folder.resolve("runs"));
    arguments.addAll(List.of(more));
    return Child.homeostat(folder, jar, arguments);
  }

  private void refused(Child.Result result, String... words) {
    assertEquals(2, result.status(), result.toString());
    assertEquals(1, result.err().lines().count(), result.err());
    for (String word : words) {
      assertTrue(result.err().contains(word), word + " is not in: " + result.err());
    }
    assertTrue(Files.notExists(folder.resolve("runs")), "nothing may be written");
  }

  private static double[] column(Path run, String name) {
    List<Double> values = new ArrayList<>();
    try (CsvTable table = CsvTable.open(run.resolve("training_metrics.csv"))) {
      int column = table.header().indexOf(name);
      assertTrue(column >= 0, name + " is not among " + table.header());
      while (table.next()) {
        values.add(Double.parseDouble(table.text(column)));
      }
    }
    return values.stream().mapToDouble(v -> v).toArray();
  }

  @Test
  void theExampleIsAboutFortyLinesOfCode() throws IOException {
    long lines =
        onPage("```java\n(.*?)```")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("import"))
            .count();
    assertTrue(lines <= 44, lines + " lines");
  }

  @Test
  void theRuleOfThePageBringsRatesToTheirTargets() throws IOException, InterruptedException {
    Child.Result result =
        run(
            pagesJar(),
            onPage("(training\\.learning_rule=\\S+)"),
            onPage("(extension\\.\\S+=\\S+)"));
    assertEquals(0, result.status(), result.toString());
    for (String type : List.of("excitatory", "inhibitory")) {
      double[] error = column(result.run(), "rate_error/" + type);
      assertEquals(20, error.length);
      double last = Arrays.stream(error, 10, 20).map(Math::abs).average().orElseThrow();
      assertTrue(error[0] > 0.3, type + " starts at its target: " + error[0]);
      assertTrue(last < 0.15, type + " ends beside its target: " + last);
    }
    double[] excitation =
        column(result.run(), "scaling_factors/recurrent/excitatory_to_excitatory");
    double[] inhibition =
        column(result.run(), "scaling_factors/recurrent/inhibitory_to_excitatory");
    for (int i = 0; i < excitation.length; i++) {
      assertEquals(1, excitation[i] * inhibition[i], 1e-5, "one goes up as the other goes down");
    }
    assertTrue(excitation[0] > 1.1, "nothing moved");
    String config = Files.readString(result.run().resolve("config.toml"));
    assertTrue(config.contains("learning_rule = \"synaptic_scaling\""), config);
    assertFalse(config.contains("speed = 0.1"), "the speed has to be the command line's");
  }

  @Test
  void ruleThatIsNotThereIsRefusedWithTheListOfThoseThatAre()
      throws IOException, InterruptedException {
    refused(
        run(pagesJar(), "training.learning_rule=scaling"),
        "training.learning_rule",
        "\"scaling\"",
        "there are backprop, feedback, synaptic_scaling");
  }

  @Test
  void serviceWhoseClassIsMissingIsOneLine() throws IOException, InterruptedException {
    refused(
        run(ServiceJar.make(folder, List.of(), RULES, "example.NotThere\n")),
        "example.NotThere",
        RULES);
  }

  /**
   * In the middle of a run it is the jar's fault, not ours: named, with its stack trace in a file.
   */
  @Test
  void ruleThatThrowsInAStepIsNamedWithItsJar() throws IOException, InterruptedException {
    String code =
        """
        import homeostat.array.Arrays;
        import homeostat.gradient.Parameters;
        import homeostat.spiking.*;
        public class Careless implements LearningRule {
          public String name() { return "careless"; }
          public Arrays observe(Experience experience, Arrays carried) {
            int[] none = {};
            none[3]++;
            return carried;
          }
          public Update update(Parameters parameters, Arrays carried, double part) {
            return new Update(carried, java.util.Map.of());
          }
          public static class Provider implements LearningRule.Provider {
            public String name() { return "careless"; }
            public LearningRule create(ObjectiveSettings settings) { return new Careless(); }
          }
        }
        """;
    ServiceJar.Source source = new ServiceJar.Source("Careless.java", code);
    Path jar = ServiceJar.make(folder, List.of(source), RULES, "Careless$Provider\n");
    Child.Result result = run(jar, "training.learning_rule=careless");
    assertEquals(2, result.status(), result.toString());
    String last = result.err().lines().toList().getLast();
    for (String word : List.of("Careless in ", "my.jar", "ArrayIndexOutOfBounds", "stack trace")) {
      assertTrue(last.contains(word), word + " is not in: " + last);
    }
    assertFalse(result.err().contains("bug in Homeostat"), result.err());
    assertTrue(Files.deleteIfExists(Path.of(last.substring(last.lastIndexOf(' ') + 1))), last);
  }

  @Test
  void serviceThatThrowsIsOneLine() throws IOException, InterruptedException {
    String code =
        """
        public class Grumpy implements homeostat.spiking.LearningRule.Provider {
          public Grumpy() { throw new IllegalStateException("not today"); }
          public String name() { return "grumpy"; }
          public homeostat.spiking.LearningRule create(
              homeostat.spiking.ObjectiveSettings settings) { return null; }
        }
        """;
    ServiceJar.Source source = new ServiceJar.Source("Grumpy.java", code);
    Path jar = ServiceJar.make(folder, List.of(source), RULES, "Grumpy\n");
    refused(run(jar), "Grumpy", "my.jar", "not today");
    String later = code.replace("throw new IllegalStateException(\"not today\");", "");
    jar =
        ServiceJar.make(
            folder, List.of(new ServiceJar.Source("Grumpy.java", later)), RULES, "Grumpy\n");
    refused(run(jar, "training.learning_rule=grumpy"), "Grumpy", "my.jar", "null");
  }
}
