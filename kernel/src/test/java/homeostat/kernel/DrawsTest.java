package homeostat.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawsTest {
  private static final int N = 40_000;

  private final Draws draws = Stream.of(11, "draws").draws();

  private static double[] sample(DoubleSupplier source) {
    double[] sample = new double[N];
    Arrays.setAll(sample, i -> source.getAsDouble());
    return sample;
  }

  private static double mean(double[] sample) {
    return Arrays.stream(sample).average().orElseThrow();
  }

  private static double variance(double[] sample) {
    double mean = mean(sample);
    return Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02, 0.7, 5, 33, 100})
  void poissonMeanAndVariance(double mean) {
    double[] sample = sample(() -> draws.poisson(mean));
    assertEquals(mean, mean(sample), 4 * Math.sqrt(mean / N));
    assertEquals(mean, variance(sample), 4 * Math.sqrt((mean + 2 * mean * mean) / N));
  }

  /** Chi-squared of 12 cells exceeds 31.3 with probability 0.001. */
  @Test
  void poissonFrequencies() {
    double[] counts = new double[12];
    for (int i = 0; i < N; i++) {
      counts[Math.min(11, draws.poisson(4))]++;
    }
    double probability = StrictMath.exp(-4);
    double rest = 1;
    double chi = 0;
    for (int k = 0; k < 11; k++) {
      chi += Math.pow(counts[k] - N * probability, 2) / (N * probability);
      rest -= probability;
      probability *= 4.0 / (k + 1);
    }
    chi += Math.pow(counts[11] - N * rest, 2) / (N * rest);
    assertTrue(chi < 31.3, "chi-squared " + chi);
  }

  @ParameterizedTest
  @CsvSource({"0.4, 2", "1, 0.5", "3.5, 1.5", "50, 0.1"})
  void gammaMoments(double shape, double scale) {
    double[] sample = sample(() -> draws.gamma(shape, scale));
    double variance = shape * scale * scale;
    assertEquals(shape * scale, mean(sample), 4 * Math.sqrt(variance / N));
    assertEquals(variance, variance(sample), 4 * variance * Math.sqrt((2 + 6 / shape) / N));
  }

  @Test
  void gammaOfShapeOneIsExponential() {
    StreamTest.assertDistribution(sample(() -> draws.gamma(1, 1)), x -> 1 - StrictMath.exp(-x));
  }

  /** A gamma variate of shape 1/2 and scale 2 is the square of a standard normal. */
  @Test
  void gammaOfShapeBelowOne() {
    StreamTest.assertDistribution(
        sample(() -> draws.gamma(0.5, 2)), x -> 2 * NormalTest.distribution(Math.sqrt(x)) - 1);
  }

  @Test
  void logNormalsAndBernoullis() {
    double[] logs = sample(() -> StrictMath.log(draws.logNormal(0.3, 0.5)));
    StreamTest.assertDistribution(logs, x -> NormalTest.distribution((x - 0.3) / 0.5));
    double[] coins = sample(() -> draws.bernoulli(0.3) ? 1 : 0);
    assertEquals(0.3, mean(coins), 4 * Math.sqrt(0.21 / N));
  }

  /** Chi-squared of 24 cells exceeds 49.7 with probability 0.001. */
  @Test
  void everyPermutationIsEquallyLikely() {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < N; i++) {
      counts.merge(Arrays.toString(draws.permutation(4)), 1, Integer::sum);
    }
    assertEquals(24, counts.size());
    double expected = N / 24.0;
    double chi =
        counts.values().stream().mapToDouble(n -> (n - expected) * (n - expected)).sum() / expected;
    assertTrue(chi < 49.7, "chi-squared " + chi);
  }

  @Test
  void aStoredPositionGoesOn() {
    draws.gamma(0.7, 1);
    draws.permutation(10);
    Draws resumed = Stream.of(11, "draws").draws(draws.position());
    for (int i = 0; i < 20; i++) {
      assertEquals(draws.normal(), resumed.normal());
    }
    assertEquals(draws.position(), resumed.position());
  }

  @Test
  void impossibleArgumentsAreNamed() {
    assertThrows(IllegalArgumentException.class, () -> draws.integer(0));
    assertThrows(IllegalArgumentException.class, () -> draws.poisson(-1));
    assertThrows(IllegalArgumentException.class, () -> draws.poisson(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> draws.gamma(0, 1));
  }
}
