package homeostat.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReductionsTest {
  private final Reductions reductions = Kernels.active().reductions();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 16, 33, 1021})
  void againstPlainSums(int n) {
    float[] x = Numbers.floats(n + 2, 1);
    float[] y = Numbers.floats(n + 5, 2);
    double sum = IntStream.range(0, n).mapToDouble(i -> x[2 + i]).sum();
    double dot = IntStream.range(0, n).mapToDouble(i -> (double) x[2 + i] * y[5 + i]).sum();
    double squares = IntStream.range(0, n).mapToDouble(i -> (double) x[2 + i] * x[2 + i]).sum();
    double most = IntStream.range(0, n).mapToDouble(i -> Math.abs(x[2 + i])).max().orElse(0);
    double rough = 1e-7 * (n + 1) * 4;
    assertEquals(sum, reductions.sum(x, 2, n), rough);
    assertEquals(sum, reductions.sumDouble(x, 2, n), 1e-12);
    assertEquals(sum, reductions.sum(Numbers.widen(x), 2, n), 1e-12);
    assertEquals(dot, reductions.dot(x, 2, y, 5, n), rough);
    assertEquals(dot, reductions.dotDouble(x, 2, y, 5, n), 1e-12);
    assertEquals(dot, reductions.dot(Numbers.widen(x), 2, Numbers.widen(y), 5, n), 1e-12);
    assertEquals(squares, reductions.sumSquares(x, 2, n), rough);
    assertEquals(squares, reductions.sumSquaresDouble(x, 2, n), 1e-12);
    assertEquals(squares, reductions.sumSquares(Numbers.widen(x), 2, n), 1e-12);
    assertEquals(most, reductions.maxAbs(x, 2, n));
    assertEquals(most, reductions.maxAbs(Numbers.widen(x), 2, n));
  }
}
