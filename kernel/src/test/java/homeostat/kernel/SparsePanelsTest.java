package homeostat.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SparsePanelsTest {
  private static final int WIDTH = 48;
  private static final Csr W = Numbers.sparse(23, 17, 0.4, 1);

  private final SparsePanels panels = Kernels.active().sparsePanels();
  private final float[] x = Numbers.floats(W.rows() * WIDTH, 2);
  private final float[] y = Numbers.floats(W.cols() * WIDTH, 3);

  /** y <- y + W' x on the lanes from..to, entry by entry. */
  private static double[] naive(Csr w, double[] x, double[] y, int width, int from, int to) {
    double[] result = y.clone();
    int[] rows = w.rowOfEntry();
    for (int e = 0; e < w.entries(); e++) {
      for (int b = from; b < to; b++) {
        result[w.columns()[e] * width + b] += w.values()[e] * x[rows[e] * width + b];
      }
    }
    return result;
  }

  @Test
  void forwardAndBackwardAgainstPlainLoops() {
    float[] forward = y.clone();
    panels.forward(W, W.values(), x, forward, WIDTH, 16, WIDTH);
    double[] expected = naive(W, Numbers.widen(x), Numbers.widen(y), WIDTH, 16, WIDTH);
    assertArrayEquals(expected, Numbers.widen(forward), 1e-5);
    double[] wide = Numbers.widen(y);
    panels.forward(W, Numbers.widen(W.values()), Numbers.widen(x), wide, WIDTH, 16, WIDTH);
    assertArrayEquals(expected, wide, 1e-13);

    float[] backward = x.clone();
    panels.backward(W, W.values(), y, backward, WIDTH, 0, WIDTH);
    expected = naive(W.transpose(), Numbers.widen(y), Numbers.widen(x), WIDTH, 0, WIDTH);
    assertArrayEquals(expected, Numbers.widen(backward), 1e-5);
  }

  @Test
  void blocksOfLanesAreIndependent() {
    float[] whole = y.clone();
    float[] parts = y.clone();
    panels.forward(W, W.values(), x, whole, WIDTH, 0, WIDTH);
    try (var parallel = new Parallel(2)) {
      parallel.forEach(
          3, b -> panels.forward(W, W.values(), x, parts, WIDTH, 16 * b, 16 * (b + 1)));
    }
    assertArrayEquals(whole, parts);
  }

  @Test
  void eventsAreTheForwardProductOfZerosAndOnes() {
    float[] spikes = new float[x.length];
    int[] senders = new int[x.length];
    int[] lanes = new int[x.length];
    int count = 0;
    Draws draws = Stream.of(1, "spikes").draws();
    for (int i = 0; i < W.rows(); i++) {
      double rate = i % 3 == 0 ? 0.02 : 0.3;
      for (int b = 0; b < WIDTH; b++) {
        if (draws.bernoulli(rate)) {
          spikes[i * WIDTH + b] = 1;
          senders[count] = i;
          lanes[count++] = b;
        }
      }
    }
    float[] expected = y.clone();
    panels.forward(W, W.values(), spikes, expected, WIDTH, 0, WIDTH);
    float[] driven = y.clone();
    panels.events(W, W.values(), senders, lanes, count, driven, WIDTH);
    assertArrayEquals(expected, driven);
    double[] wide = Numbers.widen(y);
    panels.events(W, Numbers.widen(W.values()), senders, lanes, count, wide, WIDTH);
    assertArrayEquals(wide, Numbers.widen(driven), 1e-5);
  }

  @Test
  void sparseMatrixTimesVector() {
    float[] in = Numbers.floats(W.rows(), 4);
    in[3] = 0;
    float[] out = Numbers.floats(W.cols(), 5);
    double[] wideOut = Numbers.widen(out);
    double[] expected = naive(W, Numbers.widen(in), wideOut, 1, 0, 1);
    SparsePanels.forward(W, W.values(), in, out);
    SparsePanels.forward(W, Numbers.widen(W.values()), Numbers.widen(in), wideOut);
    assertArrayEquals(expected, Numbers.widen(out), 1e-5);
    assertArrayEquals(expected, wideOut, 1e-13);

    expected = naive(W.transpose(), wideOut, Numbers.widen(in), 1, 0, 1);
    double[] wideIn = Numbers.widen(in);
    SparsePanels.backward(W, W.values(), out, in);
    SparsePanels.backward(W, Numbers.widen(W.values()), wideOut, wideIn);
    assertArrayEquals(expected, Numbers.widen(in), 1e-4);
    assertArrayEquals(expected, wideIn, 1e-13);
  }

  @Test
  void lanesThatAreNotWholeBlocksAreRefused() {
    float[] values = W.values();
    assertThrows(
        IllegalArgumentException.class, () -> panels.forward(W, values, x, y, WIDTH, 0, 40));
    assertThrows(
        IllegalArgumentException.class, () -> panels.backward(W, values, y, x, WIDTH, 8, WIDTH));
    assertThrows(
        IllegalArgumentException.class,
        () -> panels.forward(W, values, new float[16], y, WIDTH, 0, WIDTH));
    assertThrows(
        IllegalArgumentException.class,
        () -> panels.forward(W, new float[3], x, y, WIDTH, 0, WIDTH));
  }
}
