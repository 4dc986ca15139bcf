package homeostat.lab.config;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HelpTest {
  private final String page = Help.of(new SampleKind("sample"));

  @Test
  void everyKeyIsToldWithSentenceAndNoLineIsTooLong() {
    for (SchemaKey key : Schema.of(SampleKind.Config.class).keys()) {
      assertTrue(page.contains(key.sentence()), key.path()::toString);
      assertTrue(page.contains(key.path().last()), key.path()::toString);
    }
    assertTrue(page.lines().allMatch(line -> line.length() <= 100));
  }

  @Test
  void keysShowTypeRangeUnitAndDefaultInColumns() {
    assertTrue(
        page.contains(
            """
            [simulation]
              How time passes.
              seed        whole number >= 0        default 43
                  Seed of everything random. Sets run.seed.
              dt          number > 0 ms            required
                  Time step.
              chunk_size  whole number >= 1 steps  default 1000
                  Steps of a chunk.
            """));
    assertTrue(page.contains("  optimisable      scaling_factors | weights  default \"scaling_"));
    assertTrue(page.contains("Trials at once. Also hyperparameters.batch_size."));
    assertTrue(page.contains("Half precision. Accepted, no effect: float32 is used."));
  }

  @Test
  void namedAndListedSectionsShowHowToWriteThem() {
    assertTrue(page.contains("\n[recurrent.physiology.<name>]\n  By cell type.\n"));
    assertTrue(page.contains("\n[[inputs]]\n  Files to take along.\n"));
    assertTrue(page.contains("  targets  numbers by name >= 0 Hz  required\n"));
  }
}
