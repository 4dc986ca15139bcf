package homeostat.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class StreamTest {
  private static final int N = 100_000;
  private static final Stream STREAM = Stream.of(7, "test");

  /** Kolmogorov and Smirnov: sqrt(n) D exceeds 1.95 with probability 0.001. */
  static void assertDistribution(double[] sample, DoubleUnaryOperator distribution) {
    double[] sorted = sample.clone();
    Arrays.sort(sorted);
    double largest = 0;
    for (int i = 0; i < sorted.length; i++) {
      double p = distribution.applyAsDouble(sorted[i]);
      largest =
          Math.max(
              largest, Math.max(p - (double) i / sorted.length, (i + 1.0) / sorted.length - p));
    }
    double statistic = Math.sqrt(sorted.length) * largest;
    assertTrue(statistic < 1.95, "sqrt(n) D = " + statistic);
  }

  @Test
  void uniformsAreUniform() {
    double[] sample = new double[N];
    Arrays.setAll(sample, STREAM::uniform);
    assertDistribution(sample, x -> x);
    assertEquals(0.5, Arrays.stream(sample).average().orElseThrow(), 4 / Math.sqrt(12.0 * N));
  }

  @Test
  void filledUniformsAreUniform() {
    float[] filled = new float[N];
    STREAM.fillUniform(filled, 0, N, 0);
    assertDistribution(Numbers.widen(filled), x -> x);
  }

  @Test
  void normalsAreNormal() {
    double[] sample = new double[N];
    Arrays.setAll(sample, STREAM::normal);
    assertDistribution(sample, NormalTest::distribution);
    double mean = Arrays.stream(sample).average().orElseThrow();
    double square = Arrays.stream(sample).map(x -> x * x).average().orElseThrow();
    double fourth = Arrays.stream(sample).map(x -> x * x * x * x).average().orElseThrow();
    assertEquals(0, mean, 4 / Math.sqrt(N));
    assertEquals(1, square, 4 * Math.sqrt(2.0 / N));
    assertEquals(3, fourth, 4 * Math.sqrt(96.0 / N));
  }

  @Test
  void neighbouringStreamsAreIndependent() {
    var streams =
        List.of(
            STREAM,
            Stream.of(8, "test"),
            Stream.of(7, "tesu"),
            STREAM.at(0),
            STREAM.at(1),
            STREAM.at(0).at(1),
            STREAM.at(1).at(0));
    double[][] samples = new double[streams.size()][N];
    for (int s = 0; s < streams.size(); s++) {
      Arrays.setAll(samples[s], streams.get(s)::uniform);
    }
    for (int s = 0; s < samples.length; s++) {
      for (int t = 0; t < s; t++) {
        assertEquals(0, correlation(samples[s], samples[t]), 4 / Math.sqrt(N), s + " and " + t);
      }
    }
    double[] later = Arrays.copyOfRange(samples[0], 1, N);
    assertEquals(0, correlation(Arrays.copyOf(samples[0], N - 1), later), 4 / Math.sqrt(N));
  }

  private static double correlation(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (x[i] - 0.5) * (y[i] - 0.5);
    }
    return 12 * sum / x.length;
  }

  @Test
  void manyIndicesGiveManyBranches() {
    var branches = new HashSet<Long>();
    for (long i = -50; i < 50; i++) {
      for (long j = -50; j < 50; j++) {
        branches.add(STREAM.at(i).at(j).branch());
      }
    }
    assertEquals(10_000, branches.size());
    assertNotEquals(STREAM.branch(), STREAM.at(0).branch());
  }

  @Test
  void aFillIsTheSameInAnyPieces() {
    float[] whole = new float[1021];
    STREAM.fillUniform(whole, 0, whole.length, 8);
    float[] pieces = new float[1021];
    STREAM.fillUniform(pieces, 0, 4, 8);
    STREAM.fillUniform(pieces, 4, 100, 12);
    STREAM.fillUniform(pieces, 100, 1021, 108);
    assertArrayEquals(whole, pieces);
    int[] words = new int[4];
    Philox.block(STREAM.key(), 2, STREAM.branch(), words, 0);
    assertEquals((words[1] >>> 8) * 0x1p-24f, whole[1]);
    assertThrows(IllegalArgumentException.class, () -> STREAM.fillUniform(new float[4], 0, 4, 2));
  }

  @Test
  void threadsDoNotChangeAValue() {
    float[] expected = chunks(1);
    assertArrayEquals(expected, chunks(2));
    assertArrayEquals(expected, chunks(4));
  }

  private static float[] chunks(int threads) {
    float[] out = new float[64 * 100];
    try (var parallel = new Parallel(threads)) {
      parallel.forEach(64, i -> STREAM.at(i).fillUniform(out, i * 100, (i + 1) * 100, 0));
    }
    return out;
  }
}
