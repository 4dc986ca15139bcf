package homeostat.kernel;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ThroughputTest {
  /** Vectors that fall back to the heap cost more than this factor, and nothing else shows it. */
  @Test
  void theSimdProductIsSeveralTimesAsFastAsTheScalarLoop() {
    assumeTrue(Kernels.active().name().startsWith("simd-"), Kernels.active().reason());
    int n = 256;
    FloatMatrix a = FloatMatrix.of(Numbers.floats(n * n, 1), n, n);
    FloatMatrix b = FloatMatrix.of(Numbers.floats(n * n, 2), n, n);
    FloatMatrix c = FloatMatrix.of(new float[n * n], n, n);
    double ratio = ratio(k -> k.dense().gemm(1, a, b, 0, c, new Workspace()), 10);
    assertTrue(ratio >= 3, "SIMD gemm is only " + ratio + " times as fast");
  }

  @Test
  void theSimdFunctionsAreFasterThanTheScalarOnes() {
    assumeTrue(Kernels.active().name().startsWith("simd-"), Kernels.active().reason());
    float[] x = Numbers.floats(4096, 3);
    double[] u = Numbers.doubles(4096, 3);
    float[] y = new float[4096];
    double[] v = new double[4096];
    double floats =
        ratio(
            k -> {
              k.transcendental().log(x, 0, y, 0, 4096);
              k.transcendental().softplus(x, 0, y, 0, 4096);
            },
            200);
    double doubles =
        ratio(
            k -> {
              k.transcendental().log(u, 0, v, 0, 4096);
              k.transcendental().softplus(u, 0, v, 0, 4096);
            },
            200);
    assertTrue(floats > 1.5, "float functions are only " + floats + " times as fast");
    assertTrue(doubles > 1.2, "double functions are only " + doubles + " times as fast");
  }

  @Test
  void theSimdStepsOfMembranesAreSeveralTimesAsFastAsTheScalarOnes() {
    assumeTrue(Kernels.active().name().startsWith("simd-"), Kernels.active().reason());
    double forward = ratio(k -> MembraneCases.advance(k, 64, true), 20);
    double backward = ratio(k -> MembraneCases.retreat(k, 64, 2, 2), 20);
    double product = ratio(k -> MembraneCases.pull(k, 64, 400, 16), 20);
    assertTrue(forward > 1.5, "SIMD steps are only " + forward + " times as fast");
    assertTrue(backward > 1.5, "the SIMD adjoint is only " + backward + " times as fast");
    assertTrue(product > 1.2, "the SIMD product is only " + product + " times as fast");
  }

  private interface Work {
    void on(Kernels kernels);
  }

  /**
   * Median of the ratios of times, scalar over SIMD, measured in turn; the best of a few rounds, as
   * a busy machine compiles the kernels late.
   */
  private static double ratio(Work work, int calls) {
    Kernels scalar = Kernels.scalar("the slow side of a ratio");
    double best = 0;
    for (int round = 0; round < 5; round++) {
      double[] ratios = new double[9];
      time(work, scalar, calls);
      time(work, Kernels.active(), 20 * calls);
      for (int i = 0; i < ratios.length; i++) {
        ratios[i] = time(work, scalar, calls) / time(work, Kernels.active(), calls);
      }
      Arrays.sort(ratios);
      best = Math.max(best, ratios[ratios.length / 2]);
    }
    return best;
  }

  private static double time(Work work, Kernels kernels, int calls) {
    long start = System.nanoTime();
    for (int i = 0; i < calls; i++) {
      work.on(kernels);
    }
    return (double) (System.nanoTime() - start);
  }
}
