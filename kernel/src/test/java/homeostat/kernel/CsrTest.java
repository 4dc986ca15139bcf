package homeostat.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CsrTest {
  private static final Csr SMALL =
      new Csr(3, 4, new int[] {0, 2, 2, 5}, new int[] {0, 3, 0, 1, 3}, new float[] {1, 2, 3, 4, 5});

  @Test
  void denseAndBack() {
    float[] matrix = {1, 0, 0, 2, 0, 0, 0, 0, 3, 4, 0, 5};
    boolean[] present = new boolean[12];
    for (int i = 0; i < 12; i++) {
      present[i] = matrix[i] != 0;
    }
    Csr made = Csr.dense(3, 4, matrix, present);
    assertArrayEquals(SMALL.offsets(), made.offsets());
    assertArrayEquals(SMALL.columns(), made.columns());
    assertArrayEquals(SMALL.values(), made.values());
    assertEquals(5, made.entries());
    assertArrayEquals(new int[] {0, 0, 2, 2, 2}, made.rowOfEntry());
  }

  @Test
  void transposeExchangesRowsAndColumns() {
    Csr turned = SMALL.transpose();
    assertArrayEquals(new int[] {0, 2, 3, 3, 5}, turned.offsets());
    assertArrayEquals(new int[] {0, 2, 2, 0, 2}, turned.columns());
    assertArrayEquals(new float[] {1, 3, 4, 2, 5}, turned.values());
    assertArrayEquals(new int[] {0, 2, 3, 1, 4}, SMALL.transposition());
    assertArrayEquals(SMALL.values(), turned.transpose().values());
  }

  @Test
  void otherValuesOnTheSameWiring() {
    float[] other = {5, 4, 3, 2, 1};
    assertArrayEquals(other, SMALL.with(other).values());
    assertThrows(IllegalArgumentException.class, () -> SMALL.with(new float[4]));
  }

  @Test
  void brokenStructureIsRefused() {
    assertRefused(2, 2, new int[] {0, 1}, new int[] {0});
    assertRefused(2, 2, new int[] {0, 1, 1}, new int[] {2});
    assertRefused(1, 3, new int[] {0, 2}, new int[] {1, 1});
    assertRefused(1, 3, new int[] {0, 2}, new int[] {2, 0});
    assertRefused(2, 3, new int[] {0, 3, 2}, new int[] {0, 1});
    assertRefused(3, 3, new int[] {0, 2, 1, 2}, new int[] {0, 1});
    assertRefused(0, -1, new int[] {0}, new int[] {});
  }

  private static void assertRefused(int rows, int cols, int[] offsets, int[] columns) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Csr(rows, cols, offsets, columns, new float[columns.length]));
  }
}
