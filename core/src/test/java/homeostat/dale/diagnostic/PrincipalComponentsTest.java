package homeostat.dale.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Stream;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest {
  private static final int EXAMPLES = 8;
  private static final int FEATURES = 20;

  /** Examples of two directions, the first of them ten times as long, around a mean of 3. */
  private static float[] examples() {
    Stream stream = Stream.of(1, "examples");
    float[] x = new float[EXAMPLES * FEATURES];
    for (int i = 0; i < x.length; i++) {
      int example = i / FEATURES;
      int feature = i % FEATURES;
      double along = 10 * stream.normal(example) * Math.cos(feature);
      double across = stream.normal(100 + example) * (feature % 3 - 1);
      x[i] = (float) (3 + along + across);
    }
    return x;
  }

  private static double error(double[] kept, float[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (kept[i] - x[i]) * (kept[i] - x[i]);
    }
    return sum;
  }

  @Test
  void asManyComponentsAsDirectionsGiveTheExamplesBack() {
    float[] x = examples();
    PrincipalComponents components = PrincipalComponents.of(x, EXAMPLES);
    assertEquals(0, error(components.reduced(2), x), 1e-6);
    assertEquals(0, error(components.reduced(EXAMPLES), x), 1e-6);
  }

  @Test
  void theFirstComponentKeepsMost() {
    float[] x = examples();
    double mean = 0;
    for (float value : x) {
      mean += value / (double) x.length;
    }
    double[] nothing = new double[x.length];
    java.util.Arrays.fill(nothing, mean);
    double left = error(PrincipalComponents.of(x, EXAMPLES).reduced(1), x);
    assertTrue(left > 1e-3 && left < 0.05 * error(nothing, x), left + " is left");
  }
}
