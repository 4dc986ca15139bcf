package homeostat.lab.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import homeostat.lab.UserError;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is written, the only failure is a told one. {@code ./build fuzz} makes many more. */
@Tag("fuzz")
class FuzzTest {
  private static final int MUTANTS = Integer.getInteger("homeostat.fuzz.mutants", 500);

  private static final String ODD =
      "[]{}\"'=.,#\n\t -+_0123456789eEinfatru\\u0000\uFEFF\uD83D\u00e9\u0000\r:<>*%";
  private static final List<String> CHUNKS =
      List.of(
          "[[",
          "]]",
          "[[inputs]]\n",
          "kind",
          "nan",
          "-inf",
          "9223372036854775807",
          "1e400",
          "\"\"\"",
          "'''",
          "2026-01-01",
          "07:32:00",
          "0x",
          "run = 3\n",
          "[run]\n",
          "[grid]\n",
          "true",
          "{ a = 1 }",
          "a.b.c.d = 1\n",
          "\"\" = 1\n",
          "[hyperparameters]\n",
          "\\",
          "{",
          "[".repeat(70));

  @Test
  void mutatedFilesGiveConfigsOrMistakes() {
    int good = 0;
    for (int seed = 0; seed < MUTANTS; seed++) {
      Random random = new Random(seed);
      String text = mutate(ConfigLoaderTest.FILE, random);
      try {
        Resolved<?> resolved = ConfigLoaderTest.load(text);
        assertEquals(resolved.toml(), again(resolved), "seed " + seed);
        good++;
      } catch (UserError e) {
        check(e, seed);
      } catch (RuntimeException | StackOverflowError e) {
        fail("seed " + seed + ":\n" + text, e);
      }
    }
    assertTrue(
        good > MUTANTS / 20, "only " + good + " of the files were right: too wild to test much");
  }

  @Test
  void mutatedArgumentsGiveConfigsOrMistakes() {
    List<String> arguments =
        List.of(
            "seed=3",
            "recurrent.w_mu[0][1]=0.3",
            "targets={excitatory=1}",
            "run.memory=2 GB",
            "kind=sample",
            "inputs=[{path=\"a\"}]",
            "hyperparameters.batch_size=3",
            "run.name=x");
    for (int seed = 0; seed < MUTANTS; seed++) {
      Random random = new Random(seed);
      String argument = mutate(arguments.get(random.nextInt(arguments.size())), random);
      try {
        ConfigLoaderTest.load(ConfigLoaderTest.FILE, argument);
      } catch (UserError e) {
        check(e, seed);
      } catch (RuntimeException | StackOverflowError e) {
        fail("seed " + seed + ": " + argument, e);
      }
    }
  }

  private static void check(UserError error, int seed) {
    assertTrue(!error.lines().isEmpty(), "seed " + seed);
    for (String line : error.lines()) {
      assertTrue(line.matches("(?s)(f\\.toml|command line)(:\\d+:\\d+)?: .+"), line);
    }
  }

  private static String again(Resolved<?> resolved) {
    String text = resolved.toml();
    String second =
        ConfigLoader.load(Document.parse("f.toml", text), List.of(), ConfigLoaderTest.KINDS).toml();
    return restored(text, second);
  }

  /** The second text with the origins of the first, which alone may differ. */
  private static String restored(String first, String second) {
    List<String> a = first.lines().toList();
    List<String> b = second.lines().toList();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      String x = i < a.size() ? a.get(i) : "";
      String y = i < b.size() ? b.get(i) : "";
      int end = x.lastIndexOf(" # ");
      boolean same = end > 0 && y.startsWith(x.substring(0, end + 3));
      text.append(same ? x : y).append('\n');
    }
    return text.toString();
  }

  private static String mutate(String text, Random random) {
    StringBuilder mutated = new StringBuilder(text);
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && !mutated.isEmpty(); i++) {
      int at = random.nextInt(mutated.length());
      int to = Math.min(mutated.length(), at + random.nextInt(8));
      switch (random.nextInt(6)) {
        case 0 -> mutated.delete(at, to);
        case 1 -> mutated.insert(at, CHUNKS.get(random.nextInt(CHUNKS.size())));
        case 2 -> mutated.setCharAt(at, ODD.charAt(random.nextInt(ODD.length())));
        case 3 -> mutated.insert(at, ODD.charAt(random.nextInt(ODD.length())));
        case 4 -> mutated.insert(random.nextInt(mutated.length()), mutated.substring(at, to));
        default -> mutated.insert(lineStart(mutated, at), line(text, random));
      }
    }
    return mutated.toString();
  }

  private static int lineStart(StringBuilder text, int at) {
    return text.lastIndexOf("\n", at) + 1;
  }

  private static String line(String text, Random random) {
    List<String> lines = text.lines().toList();
    return lines.get(random.nextInt(lines.size())) + "\n";
  }
}
