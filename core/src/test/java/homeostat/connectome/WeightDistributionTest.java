package homeostat.connectome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import homeostat.connectome.WeightDistribution.Gamma;
import homeostat.connectome.WeightDistribution.LogNormal;
import homeostat.connectome.WeightDistribution.Uniform;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightDistributionTest {

  /** The golden case lognormal_linear. */
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.01, -2.649158683274018, 0.8325546111576977",
    "0.08, 0.01, -2.9962203165405183, 0.9700429601128635",
    "0.2, 0.02, -1.8121704664881824, 0.6367614216550531",
    "0.19, 0.01, -1.7829912491535347, 0.4944897214945601",
  })
  void linearSpaceTakesTheVariance(double mean, double variance, double mu, double sigma) {
    LogNormal weights = LogNormal.ofVariance(mean, variance);
    assertEquals(mu, weights.mu(), 1e-12);
    assertEquals(sigma, weights.sigma(), 1e-12);
    LogNormal same = LogNormal.ofDeviation(mean, Math.sqrt(variance));
    assertEquals(sigma, same.sigma(), 1e-12, "as deviation");
    assertEquals(mu, same.mu(), 1e-12, "as deviation");
    assertEquals(Math.sqrt(variance) / mean, weights.coefficientOfVariation(), 1e-12);
  }

  @Test
  void momentsAreAsAsked() {
    moments(LogNormal.ofVariance(0.4, 0.1), 0.4, 0.1);
    moments(new LogNormal(-1, 0.5), Math.exp(-1 + 0.125), Math.exp(-2 + 0.25) * Math.expm1(0.25));
    moments(new Gamma(2, 0.3), 0.6, 0.18);
    moments(new Gamma(0.5, 2), 1, 2);
    moments(new Uniform(-1, 3), 1, 16 / 12.0);
  }

  @Test
  void impossibleParametersAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> LogNormal.ofVariance(0, 0.1));
    assertThrows(IllegalArgumentException.class, () -> LogNormal.ofVariance(0.1, -0.1));
    assertThrows(IllegalArgumentException.class, () -> new LogNormal(Double.NaN, 1));
    assertThrows(IllegalArgumentException.class, () -> new Gamma(0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Uniform(1, 0));
  }

  private static void moments(WeightDistribution weights, double mean, double variance) {
    Draws draws = Stream.of(11, "moments").draws();
    int n = 200_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double x = weights.draw(draws);
      sum += x;
      squares += (x - mean) * (x - mean);
    }
    assertEquals(mean, sum / n, 6 * Math.sqrt(variance / n), weights + " mean");
    assertEquals(variance, squares / n, 0.05 * variance, weights + " variance");
  }
}
