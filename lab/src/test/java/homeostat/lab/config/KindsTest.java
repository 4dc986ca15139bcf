package homeostat.lab.config;

import static homeostat.lab.config.ConfigLoaderTest.FILE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the kind of a file is found. */
class KindsTest {
  private static final String UNNAMED = FILE.replace("kind = \"sample\"\n", "");

  record Easy(@Key(value = "Anything.", or = "1") int steps) {}

  record NoKey(int steps) {}

  record BadDefault(@Key(value = "Steps.", or = "0", min = 1) int steps) {}

  record Reserved(@Key("Mine.") Optional<Integer> run) {}

  record Other<C extends Record>(String name, Class<C> schema) implements Kind<C> {
    @Override
    public String summary() {
      return "Another question.";
    }

    @Override
    public Estimate estimate(C config, RunSettings settings) {
      return new Estimate(1, 1, 0, "");
    }

    @Override
    public Experiment<?> open(C config, Setup setup) {
      throw new UserError("does not run");
    }
  }

  private static Resolved<?> load(String text, Kinds kinds, String... arguments) {
    return ConfigLoader.load(Document.parse("f.toml", text), List.of(arguments), kinds);
  }

  private static String error(Kinds kinds, String text, String... arguments) {
    return String.join(
        "\n", assertThrows(UserError.class, () -> load(text, kinds, arguments)).lines());
  }

  private static final Kinds TWO =
      new Kinds(List.of(new SampleKind("sample"), new Other<>("easy", Easy.class)));

  @Test
  void aFileWithoutKindIsRecognisedByItsKeys() {
    Resolved<?> resolved = load(UNNAMED, TWO);
    assertEquals("sample", resolved.kind().name());
    assertEquals(List.of("kind: sample (recognised by its keys)"), resolved.notes());
    assertEquals("easy", load("steps = 3", TWO).kind().name());
  }

  @Test
  void argumentsCountAsKeysAndAsKind() {
    assertEquals("easy", load("", TWO, "steps=3").kind().name());
    assertEquals("easy", load("kind = \"sample\"", TWO, "kind=easy").kind().name());
    assertEquals("easy", ConfigLoader.load("easy", List.of(), TWO).kind().name());
  }

  @Test
  void severalKindsFit() {
    Kinds three = new Kinds(List.of(new Other<>("b", Easy.class), new Other<>("a", Easy.class)));
    assertEquals(
        "f.toml: kind: is not given, and several kinds fit: a, b; write kind = \"a\" at the top of"
            + " the file",
        error(three, "steps = 2"));
  }

  @Test
  void noKindFitsSoTheNearestSaysWhy() {
    assertEquals(
        """
        f.toml: kind: is not given, and no kind fits; write kind = "..." at the top of the file, \
        one of easy, sample. The nearest is sample, where this is wrong:
        f.toml:3:1: simulation.dtt: unknown key; did you mean simulation.dt?
        f.toml:1:1: simulation.dt: missing: expected a number in ms. Time step.\
        """
            .lines()
            .sorted()
            .toList(),
        error(TWO, UNNAMED.replace("dt = 1", "dtt = 1")).lines().sorted().toList());
  }

  @Test
  void anUnknownKindHasANearestName() {
    assertEquals(
        "f.toml:1:1: kind: no kind is called \"sampel\"; did you mean sample?; kinds: easy, sample",
        error(TWO, FILE.replace("\"sample\"", "\"sampel\"")));
    assertEquals(
        "f.toml:1:1: kind: found 3, expected the name of a kind in quotes",
        error(TWO, FILE.replace("\"sample\"", "3")));
  }

  @Test
  void aKindWithABrokenRecordIsNamedWithItsClass() {
    for (Kind<?> kind :
        List.of(
            new Other<>("x", NoKey.class),
            new Other<>("x", BadDefault.class),
            new Other<>("x", Reserved.class))) {
      String error = error(new Kinds(List.of(kind)), "kind = \"x\"");
      assertTrue(error.startsWith("class path: the kind x has a broken config record: "), error);
      assertTrue(error.contains("KindsTest$Other in file:"), error);
    }
  }

  @Test
  void twoKindsOfOneName() {
    UserError error =
        assertThrows(
            UserError.class,
            () -> new Kinds(List.of(new SampleKind("x"), new Other<>("x", Easy.class))));
    assertTrue(error.lines().getFirst().startsWith("class path: two kinds are called x: "));
  }

  @Test
  void aBrokenServiceIsNamed(@TempDir Path jar) throws IOException {
    Path services = Files.createDirectories(jar.resolve("META-INF/services"));
    Files.writeString(services.resolve(Kind.class.getName()), "nowhere.Missing\n");
    URL url = URI.create(jar.toUri().toString()).toURL();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {url}, Kind.class.getClassLoader())) {
      UserError error = assertThrows(UserError.class, () -> Services.all(Kind.class, loader));
      assertTrue(error.lines().getFirst().contains("nowhere.Missing"), error.getMessage());
      assertTrue(error.lines().getFirst().contains("META-INF/services"), error.getMessage());
    }
  }
}
