package homeostat.connectome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConfigurationModelTest {

  @Test
  void everyBlockHasItsEdgesAndRegularDegrees() {
    for (int trial = 0; trial < 4000; trial++) {
      Draws random = Stream.of(trial, "block-sizes").draws();
      int sources = 1 + random.integer(trial % 2 == 0 ? 6 : 60);
      boolean noSelf = random.bernoulli(0.5);
      int targets = noSelf ? sources : 1 + random.integer(trial % 2 == 0 ? 6 : 60);
      double p = trial % 10 == 0 ? 1 : random.uniform();
      String what =
          "seed " + trial + ": " + sources + " x " + targets + ", p = " + p + ", noSelf " + noSelf;
      Block block = ConfigurationModel.draw(sources, targets, noSelf, p, random);
      long wanted = (long) Math.rint(p * sources * targets);
      assertEquals(Math.min(wanted, block.capacity()), block.bits().cardinality(), what);
      assertRegular(block, what);
    }
  }

  @Test
  void roundingIsHalfToEven() {
    assertEquals(2, ConfigurationModel.edges(5, 1, false, 0.5));
    assertEquals(4, ConfigurationModel.edges(7, 1, false, 0.5));
    assertEquals(6, ConfigurationModel.edges(3, 3, true, 1));
  }

  /** Every permitted pair must be equally likely, in sparse, dense and tiny blocks. */
  @Test
  void pairsAreUniform() {
    for (double p : new double[] {0.25, 0.5, 0.75}) {
      int n = 4;
      int[] seen = new int[n * n];
      int trials = 4000;
      for (int seed = 0; seed < trials; seed++) {
        Draws draws = Stream.of(seed, "uniform-pairs").draws();
        ConfigurationModel.draw(n, n, true, p, draws).bits().stream().forEach(at -> seen[at]++);
      }
      double expected = trials * p * n * n / (n * (n - 1));
      for (int at = 0; at < seen.length; at++) {
        if (at % (n + 1) == 0) {
          assertEquals(0, seen[at]);
        } else {
          double deviations = Math.abs(seen[at] - expected) / Math.sqrt(expected);
          assertTrue(deviations < 5, "p " + p + ", pair " + at + ": " + deviations + " sd");
        }
      }
    }
  }

  @Test
  void bernoulliPairsHaveTheirProbability() {
    for (double p : new double[] {0, 0.03, 0.5, 0.9, 1}) {
      Block block = Block.bernoulli(300, 400, false, p, Stream.of(3, "pairs").draws());
      double sd = Math.sqrt(300 * 400 * p * (1 - p));
      assertEquals(300 * 400 * p, block.bits().cardinality(), 5 * sd + 1e-9, "p = " + p);
      Block square = Block.bernoulli(200, 200, true, p, Stream.of(3, "pairs").draws());
      for (int i = 0; i < 200; i++) {
        assertTrue(!square.bits().get(i * 200 + i), "self-loop at p = " + p);
      }
    }
  }

  static void assertRegular(Block block, String what) {
    int[] out = new int[block.sources()];
    int[] in = new int[block.targets()];
    block.bits().stream()
        .forEach(at -> {
          out[at / block.targets()]++;
          in[at % block.targets()]++;
          assertTrue(block.permits(at / block.targets(), at % block.targets()), what);
        });
    assertTrue(spread(out) <= 1, what + ": out-degrees " + Arrays.toString(out));
    assertTrue(spread(in) <= 1, what + ": in-degrees " + Arrays.toString(in));
  }

  private static int spread(int[] degrees) {
    return Arrays.stream(degrees).max().orElse(0) - Arrays.stream(degrees).min().orElse(0);
  }
}
