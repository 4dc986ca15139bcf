package homeostat.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.membrane.AlignedFloats;
import homeostat.kernel.membrane.MembraneSteps;
import homeostat.kernel.membrane.Pairs;
import homeostat.kernel.membrane.PanelRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembraneStepsTest {
  private final MembraneSteps kernels = Kernels.active().membraneSteps();

  /** More columns than a tile, against sums in double precision, entry by entry. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8, 16})
  void pullIsTheTransposedProductOfBothSteps(int width) {
    int columns = PanelRows.TILE + 60;
    Csr w = Numbers.sparse(9, columns, 0.2, 1);
    int size = Math.ceilDiv(columns * width, Lanes.FLOATS) * Lanes.FLOATS;
    float[] later = Numbers.floats(size, 2);
    float[] earlier = Numbers.floats(size, 3);
    AlignedFloats q = new AlignedFloats(2 * size);
    for (int at = 0; at < size; at++) {
      q.set(Pairs.index(at), later[at]);
      q.set(Pairs.index(at) + Lanes.FLOATS, earlier[at]);
    }
    AlignedFloats answer = new AlignedFloats(2 * size);
    kernels.pull(PanelRows.of(w, 2, 9), q, 0, answer, 4, width);
    for (int row = 2; row < 9; row++) {
      for (int lane = 0; lane < width; lane++) {
        double first = 0;
        double second = 0;
        for (int e = w.offsets()[row]; e < w.offsets()[row + 1]; e++) {
          first += (double) w.values()[e] * later[w.columns()[e] * width + lane];
          second += (double) w.values()[e] * earlier[w.columns()[e] * width + lane];
        }
        int at = Pairs.index((4 + row - 2) * width + lane);
        assertEquals(first, answer.get(at), 1e-3);
        assertEquals(second, answer.get(at + Lanes.FLOATS), 1e-3);
      }
    }
  }

  @Test
  void rowsTakeOtherWeights() {
    Csr w = Numbers.sparse(6, 40, 0.5, 1);
    PanelRows rows = PanelRows.of(w, 2, 5);
    Csr other = w.with(Numbers.floats(w.entries(), 8));
    rows.load(other, 2);
    org.junit.jupiter.api.Assertions.assertArrayEquals(
        PanelRows.of(other, 2, 5).values(), rows.values());
  }

  @Test
  void alignedFloatsStartAtACacheLine() {
    AlignedFloats floats = new AlignedFloats(5);
    assertEquals(0, floats.memory().address() % 64);
    floats.put(new float[] {1, 2, 3}, 1, 2, 2);
    assertEquals(3, floats.get(3));
    floats.clear();
    assertEquals(0, floats.get(3));
    assertTrue(floats.length() == 5);
  }
}
