package homeostat.lab.config;

import static homeostat.lab.config.ConfigLoaderTest.FILE;
import static homeostat.lab.config.ConfigLoaderTest.KINDS;
import static homeostat.lab.config.ConfigLoaderTest.errors;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exact words for each sort of mistake. */
class ConfigErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "chunk_size = 100.0 | 2:1: simulation.chunk_size: found the number 100.0, expected a whole"
            + " number in steps; write 100",
        "chunk_size = \"100 ms\" | 2:1: simulation.chunk_size: found the text \"100 ms\", expected"
            + " a whole number in steps; write the number alone, converted to steps",
        "chunk_size = 0 | 2:1: simulation.chunk_size: 0 is out of range: expected >= 1 steps",
        "chunk_size = 3000000000 | 2:1: simulation.chunk_size: 3000000000 is out of range: expected"
            + " <= 2147483647",
        "dt = nan | 2:1: simulation.dt: nan is out of range: expected > 0 ms",
        "dt = inf | 2:1: simulation.dt: inf is out of range: expected a finite number, > 0 ms",
        "dt = true | 2:1: simulation.dt: found true, expected a number in ms",
        "dt = [1] | 2:1: simulation.dt: found a list, expected a number in ms",
        "dt = 2026-01-01 | 2:1: simulation.dt: found the date or time 2026-01-01, expected a number"
            + " in ms",
        "chunk_sise = 3 | 2:1: simulation.chunk_sise: unknown key; did you mean"
            + " simulation.chunk_size?",
        "batch_size = 3 | 2:1: simulation.batch_size: unknown key; batch_size is a key of"
            + " [training], [hyperparameters]",
        "zzz = 3 | 2:1: simulation.zzz: unknown key; keys of [simulation]: seed, dt, chunk_size",
      })
  void inSimulation(String line, String message) {
    String text = FILE.replace("[simulation]", "[simulation]\n" + line);
    String same = line.startsWith("dt") ? text.replace("dt = 1\n", "") : text;
    String shifted = message.replace("2:1", "3:1");
    assertEquals(List.of("f.toml:" + shifted), errors(same));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "recurrent.w_mu[2][0]=1 | recurrent.w_mu[2][0]: no element 2: the list has 2, counted from"
            + " 0",
        "recurrent.w_mu[0][0][0]=1 | recurrent.w_mu[0][0][0]: no element 0: 0.1 is no list",
        "recurrent.file[0]=1 | recurrent.file[0]: has no value of which to change an element; give"
            + " all of it",
        "simulation.dt.x=1 | simulation.dt.x: cannot be set: a section on the way is the value 1",
        "recurrent.delays=2 | recurrent.delays: found the number 2, expected a list of numbers in"
            + " ms; write [2]",
        "recurrent.delays=1,2.5 | recurrent.delays: found the text \"1,2.5\", expected a list of"
            + " numbers in ms; write [1, 2.5], in a shell within ' '",
        "recurrent.w_mu=[[1,[2]]] | recurrent.w_mu: found a list, expected a number",
        "training.optimisable=w | training.optimisable: \"w\" is not one of scaling_factors,"
            + " weights",
        "recurrent.p.e=1.5 | recurrent.p.e: 1.5 is out of range: expected 0 .. 1",
        "run.memory=2 pints | run.memory: \"2 pints\" is no amount of memory; write for example"
            + " \"2 GB\", \"512 MiB\" or bytes",
        "run=3 | run: found 3, expected a section",
        "treads=2 | treads: unknown key; did you mean run.threads?",
        "training.batch_size=2000 | training.batch_size: is too large for this model; at most 1000",
        "inputs=[{}] | inputs[0].path: missing: expected a path in quotes. The file.",
      })
  void onTheCommandLine(String argument, String message) {
    assertEquals(List.of("command line: " + message), errors(FILE, argument));
  }

  @Test
  void argumentsThatAreNone() {
    assertEquals(
        List.of(
            "command line: \"seed\" is no setting; write key=value, for example run.seed=7",
            "command line: a..b: is no key; keys are words joined by dots, then [0][1] for an"
                + " element"),
        errors(FILE, "seed", "a..b=3"));
  }

  @Test
  void aMissingKeyNamesItsSectionOrTheFile() {
    assertEquals(
        List.of(
            "f.toml:2:1: simulation.dt: missing: expected a number in ms. Time step.",
            "f.toml: targets: missing: expected a section of numbers by name in Hz. Rate to"
                + " reach."),
        errors(
            """
            kind = "sample"
            [simulation]
            [recurrent]
            physiology = {}
            """));
  }

  @Test
  void twoNamesOfOneKeyWithDifferentValues() {
    String text = FILE.replace("[training]", "[training]\nbatch_size = 50");
    assertEquals(
        List.of(
            "f.toml:9:1: hyperparameters.batch_size: 100 here, but training.batch_size = 50"
                + " (f.toml:6) means the same; keep one of them"),
        errors(text));
    ConfigLoaderTest.load(text.replace("= 50", "= 100"));
  }

  @Test
  void oneKeyTwiceOnTheCommandLine() {
    assertEquals(
        List.of(
            "command line: run.seed: 2 here, but seed = 1 (command line) means the same; keep one"
                + " of them"),
        errors(FILE, "seed=1", "run.seed=2"));
    assertEquals(
        List.of(
            "command line: hyperparameters.batch_size: 3 here, but training.batch_size = 2 (command"
                + " line) means the same; keep one of them"),
        errors(FILE, "training.batch_size=2", "hyperparameters.batch_size=3"));
    assertEquals(1, ConfigLoaderTest.load(FILE, "seed=1", "run.seed=1").run().seed());
  }

  @Test
  void twoSeedsThatDiffer() {
    assertEquals(
        List.of(
            "f.toml:18:1: run.seed: 8 here, but simulation.seed = 7 (f.toml:3) means the same;"
                + " keep one of them"),
        errors(FILE + "[run]\nseed = 8\n"));
    assertEquals(7, ConfigLoaderTest.load(FILE + "[run]\nseed = 7\n").run().seed());
  }

  @Test
  void theKindsOwnChecksHavePlaces() {
    assertEquals(
        List.of("f.toml:17:9: recurrent.w_mu[0]: has the wrong length; expected 2"),
        errors(FILE + "w_mu = [[1, 2, 3]]\n"));
  }

  @Test
  void everySyntaxErrorIsTold() {
    assertEquals(
        List.of(
            "f.toml:1:5: Unexpected 'a', expected a value; a text needs quotes: key = \"text\"",
            "f.toml:2:5: Unexpected 'T', expected a value; write true and false in lower case",
            "f.toml:4:1: c previously defined at line 3, column 1; keep one of them",
            "f.toml:5:5: Unexpected '.', expected a value; write a zero before the point",
            "f.toml:6:6: Unexpected 'ms', expected a newline or end-of-input; write the number"
                + " alone, without its unit",
            "f.toml:7:2: Unexpected ':', expected . or =; write key = value",
            "f.toml:9:1: Unexpected end of input, expected ] or a comma; the array opened at line"
                + " 8, column 5 is unclosed; close the bracket"),
        errors("a = abc\nb = True\nc = 1\nc = 2\nd = .5\ne = 5ms\nf: 3\ng = [1\n"));
  }

  @Test
  void filesThatCannotBeRead(@TempDir Path dir) throws IOException {
    Path missing = dir.resolve("missing.toml");
    assertEquals(missing + ": no such file; check the path", load(missing));
    assertEquals(dir + ": is a folder; give the TOML file in it", load(dir));
    Path latin = dir.resolve("latin.toml");
    Files.write(latin, "# one\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(latin + ":2:1: is no UTF-8 text; save it as UTF-8", load(latin));
    assertEquals(
        "command line: no file sampel, and no kind is called \"sampel\"; did you mean sample?;"
            + " kinds: sample",
        load(Path.of("sampel")));
  }

  private static String load(Path file) {
    UserError error =
        assertThrows(UserError.class, () -> ConfigLoader.load(file.toString(), List.of(), KINDS));
    return String.join("\n", error.lines());
  }
}
