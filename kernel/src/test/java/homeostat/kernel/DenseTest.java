package homeostat.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenseTest {
  private static final Kernels SCALAR = Kernels.scalar("the reference of a test");
  private static final String SHAPES =
      """
      0, 3, 2
      3, 0, 2
      3, 4, 0
      1, 1, 1
      7, 16, 33
      33, 7, 16
      16, 33, 7
      8, 32, 64
      9, 33, 5
      65, 70, 600
      130, 40, 1100
      3, 1021, 5
      70, 300, 20
      """;

  private static FloatMatrix view(boolean transposed, int rows, int cols, long seed) {
    int storedRows = transposed ? cols : rows;
    int stride = (transposed ? rows : cols) + 3;
    return new FloatMatrix(
        Numbers.floats(5 + (storedRows + 1) * stride, seed), 5, rows, cols, stride, transposed);
  }

  private static DoubleMatrix widen(FloatMatrix m) {
    return new DoubleMatrix(
        Numbers.widen(m.data()), m.offset(), m.rows(), m.cols(), m.stride(), m.transposed());
  }

  private static double[] naive(
      double alpha, DoubleMatrix a, DoubleMatrix b, double beta, DoubleMatrix c) {
    double[] result = c.data().clone();
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.cols(); j++) {
        double sum = 0;
        for (int k = 0; k < a.cols(); k++) {
          sum += a.data()[a.index(i, k)] * b.data()[b.index(k, j)];
        }
        double kept = beta == 0 ? 0 : beta * result[c.index(i, j)];
        result[c.index(i, j)] = alpha * sum + kept;
      }
    }
    return result;
  }

  @ParameterizedTest
  @CsvSource(textBlock = SHAPES)
  void gemmAgainstPlainLoopsAndTheTwin(int m, int n, int k) {
    var workspace = new Workspace();
    for (int form = 0; form < 4; form++) {
      FloatMatrix a = view((form & 1) != 0, m, k, 1);
      FloatMatrix b = view((form & 2) != 0, k, n, 2);
      FloatMatrix c = view(false, m, n, 3);
      float beta = form == 1 ? 0 : 0.5f;
      if (beta == 0) {
        Arrays.fill(c.data(), Float.NaN);
      }
      double[] expected = naive(1.5, widen(a), widen(b), beta, widen(c));
      FloatMatrix before = copy(c);
      FloatMatrix twin = copy(c);
      DoubleMatrix wide = widen(c);
      DoubleMatrix wideTwin = widen(c);
      Kernels.active().dense().gemm(1.5f, a, b, beta, c, workspace);
      SCALAR.dense().gemm(1.5f, a, b, beta, twin, workspace);
      assertArrayEquals(twin.data(), c.data(), "bits of form " + form);
      for (Kernels kernels : new Kernels[] {Kernels.active(), SCALAR}) {
        FloatMatrix prepared = copy(before);
        FloatPanels panels = kernels.dense().panels(k, n);
        kernels.dense().prepare(b, panels, workspace);
        kernels.dense().gemm(1.5f, a, panels, beta, prepared, workspace);
        assertArrayEquals(twin.data(), prepared.data(), "bits of form " + form + ", prepared");
      }
      Kernels.active().dense().gemm(1.5, widen(a), widen(b), beta, wide, workspace);
      SCALAR.dense().gemm(1.5, widen(a), widen(b), beta, wideTwin, workspace);
      assertArrayEquals(wideTwin.data(), wide.data(), "bits of form " + form);
      assertArrayEquals(expected, wide.data(), 1e-14 * (k + 10));
      assertArrayEquals(expected, Numbers.widen(c.data()), 6e-7 * (k + 10));
    }
  }

  private static FloatMatrix copy(FloatMatrix m) {
    return new FloatMatrix(
        m.data().clone(), m.offset(), m.rows(), m.cols(), m.stride(), m.transposed());
  }

  @ParameterizedTest
  @CsvSource(textBlock = SHAPES)
  void gemvAgainstPlainLoopsAndTheTwin(int m, int n, int k) {
    for (boolean transposed : new boolean[] {false, true}) {
      FloatMatrix a = view(transposed, n, k, 4);
      float[] x = Numbers.floats(k + 1, 5);
      float[] y = Numbers.floats(n + 2, 6);
      float beta = m % 2 == 0 ? 0 : -0.5f;
      var xs = new DoubleMatrix(Numbers.widen(x), 1, k, 1, 1, false);
      var ys = new DoubleMatrix(Numbers.widen(y), 2, n, 1, 1, false);
      double[] expected = naive(2, widen(a), xs, beta, ys);
      float[] twin = y.clone();
      Kernels.active().dense().gemv(2f, a, x, 1, beta, y, 2);
      SCALAR.dense().gemv(2f, a, x, 1, beta, twin, 2);
      assertArrayEquals(twin, y);
      assertArrayEquals(expected, Numbers.widen(y), 6e-7 * (k + 10));
      double[] wide = ys.data().clone();
      double[] wideTwin = ys.data().clone();
      Kernels.active().dense().gemv(2.0, widen(a), xs.data(), 1, beta, wide, 2);
      SCALAR.dense().gemv(2.0, widen(a), xs.data(), 1, beta, wideTwin, 2);
      assertArrayEquals(wideTwin, wide);
      assertArrayEquals(expected, wide, 1e-14 * (k + 10));
    }
  }

  @Test
  void threadsDoNotChangeABit() {
    FloatMatrix a = view(false, 300, 70, 7);
    FloatMatrix b = view(true, 70, 90, 8);
    FloatMatrix c = view(false, 300, 90, 9);
    DoubleMatrix wide = widen(c);
    FloatMatrix alone = copy(c);
    DoubleMatrix wideAlone = widen(c);
    var workspace = new Workspace();
    Dense dense = Kernels.active().dense();
    dense.gemm(1, a, b, 0, alone, workspace);
    dense.gemm(1, widen(a), widen(b), 0, wideAlone, workspace);
    for (int threads : new int[] {1, 2, 4}) {
      try (var parallel = new Parallel(threads)) {
        dense.gemm(1, a, b, 0, c, workspace, parallel);
        dense.gemm(1, widen(a), widen(b), 0, wide, workspace, parallel);
      }
      assertArrayEquals(alone.data(), c.data());
      assertArrayEquals(wideAlone.data(), wide.data());
    }
  }

  @Test
  void viewsAndShapesAreChecked() {
    var m = FloatMatrix.of(new float[12], 3, 4);
    assertEquals(m, m.transpose().transpose());
    assertEquals(m.index(1, 2), m.transpose().index(2, 1));
    assertEquals(m.index(1, 2), m.block(1, 1, 2, 2).index(0, 1));
    assertEquals(m.index(1, 2), m.index(0, 2) + m.rowStep());
    assertEquals(m.index(1, 2), m.index(1, 1) + m.colStep());
    assertThrows(IllegalArgumentException.class, () -> m.block(1, 1, 3, 1));
    assertThrows(IllegalArgumentException.class, () -> FloatMatrix.of(new float[11], 3, 4));
    assertThrows(
        IllegalArgumentException.class, () -> new FloatMatrix(new float[12], 0, 3, 4, 3, false));
    assertThrows(IllegalArgumentException.class, () -> DoubleMatrix.of(new double[11], 3, 4));
    assertThrows(
        IllegalArgumentException.class,
        () -> Kernels.active().dense().gemm(1, m, m, 0, m, new Workspace()));
  }
}
