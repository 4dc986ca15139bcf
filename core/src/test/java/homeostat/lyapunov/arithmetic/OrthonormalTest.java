package homeostat.lyapunov.arithmetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import homeostat.dynamics.NonFiniteException;
import homeostat.kernel.Stream;
import homeostat.lyapunov.StartFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OrthonormalTest {

  /** A frame whose columns grow from the first to the last by a factor, not orthogonal. */
  private static double[] frame(int n, int k, double ratio) {
    double[] q = Qr.of(StartFrame.draw(n, k, Stream.of(n, "q")), n, k).positive().q();
    double[] mix = StartFrame.draw(k, k, Stream.of(n, "r"));
    double[] out = new double[n * k];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        for (int c = 0; c <= j; c++) {
          double r = c == j ? 1 : 0.3 * mix[c * k + j] / Math.sqrt(k);
          double scale = StrictMath.pow(ratio, -c / (k - 1.0));
          out[i * k + j] += q[i * k + c] * scale * r;
        }
      }
    }
    return out;
  }

  private static <A> void agrees(Arithmetic<A> arithmetic, int n, int k, double ratio, double tol) {
    double[] v = frame(n, k, ratio);
    Qr expected = Qr.of(v, n, k).positive();
    A q = arithmetic.from(v);
    A r = arithmetic.array(k * k);
    new Orthonormal<>(arithmetic, n, k).factor(q, r);
    for (int j = 0; j < k; j++) {
      double exact = expected.r()[j * k + j];
      assertEquals(1, arithmetic.get(r, j * k + j) / exact, tol, "R_" + j);
      for (int i = 0; i < j; i++) {
        assertEquals(0, arithmetic.get(r, j * k + i), "below the diagonal");
        double dot = 0;
        for (int e = 0; e < n; e++) {
          dot += arithmetic.get(q, e * k + i) * arithmetic.get(q, e * k + j);
        }
        assertEquals(0, dot, tol, "columns " + i + " and " + j);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3,2,2",
    "7,7,10",
    "40,5,50",
    "40,33,50",
    "100,64,100",
    "97,97,100",
    "97,97,1e4",
    "130,97,1e7"
  })
  void allRoutesAgreeWithReflections(int n, int k, double ratio) {
    agrees(Arithmetic.float64(), n, k, ratio, 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"7,7,10", "97,97,20", "97,97,150", "130,97,1000"})
  void inSinglePrecisionToo(int n, int k, double ratio) {
    agrees(Arithmetic.float32(), n, k, ratio, 1e-3);
  }

  @Test
  void aFrameThatCollapsedIsAnError() {
    Orthonormal<double[]> orthonormal = new Orthonormal<>(Arithmetic.float64(), 3, 2);
    double[] same = {1, 0, 0, 0, 1, 0};
    assertThrows(NonFiniteException.class, () -> orthonormal.factor(same, new double[4]));
  }

  @Test
  void reflectionsKeepTheSignsOfLapack() {
    double[] a = {2, 1, 0, -3, 0, 0};
    Qr qr = Qr.of(a, 3, 2);
    // A column with nothing below its diagonal is left alone; the second one starts at -3.
    assertArrayEquals(new double[] {2, 1, 0, -3}, qr.r(), 1e-15);
    double[] b = {3, 1, 4, 2};
    assertEquals(-5, Qr.of(b, 2, 2).r()[0], 1e-15);
  }
}
