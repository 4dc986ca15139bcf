package homeostat.kernel.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Copies parts of a float32 operand into the order in which {@link SimdFloatGemm} reads them.
 * Wherever possible row by row, as they lie in memory: along columns, every line would come alone.
 *
 * <p>In all methods {@code from} is the operand, the part begins at {@code first} with {@code
 * stride} from one stored row to the next, {@code depth} is the length of the block of k, and the
 * copy begins at {@code at} of {@code to}.
 */
final class FloatPacking {
  private static final int ROWS = FloatTile.ROWS;
  private static final int COLS = FloatTile.COLS;

  /** A row of a packed left operand: in one vector, where the machine has such vectors. */
  private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;

  private static final boolean ONE_VECTOR = FloatLanes.WIDTH >= ROWS;

  private FloatPacking() {}

  /**
   * Panels [depth][COLS] of a right operand.
   *
   * @param whole columns that fill panels
   * @param step from one panel to the next
   */
  static void panels(
      float[] from, int first, int stride, int depth, int whole, float[] to, int at, int step) {
    int row = first;
    for (int k = 0; k < depth; k++) {
      int into = at + k * COLS;
      for (int j = 0; j < whole; j += COLS) {
        FloatVector.fromArray(FloatLanes.SPECIES, from, row + j).intoArray(to, into);
        FloatVector.fromArray(FloatLanes.SPECIES, from, row + j + FloatLanes.WIDTH)
            .intoArray(to, into + FloatLanes.WIDTH);
        into += step;
      }
      row += stride;
    }
  }

  /** The last panel [depth][COLS] of a right operand, of {@code edge} columns and zeros. */
  static void edge(float[] from, int first, int stride, int depth, int edge, float[] to, int at) {
    VectorMask<Float> mask0 = FloatLanes.SPECIES.indexInRange(0, edge);
    VectorMask<Float> mask1 = FloatLanes.SPECIES.indexInRange(FloatLanes.WIDTH, edge);
    int row = first;
    int into = at;
    for (int k = 0; k < depth; k++) {
      FloatVector.fromArray(FloatLanes.SPECIES, from, row, mask0).intoArray(to, into);
      FloatVector.fromArray(FloatLanes.SPECIES, from, row + FloatLanes.WIDTH, mask1)
          .intoArray(to, into + FloatLanes.WIDTH);
      row += stride;
      into += COLS;
    }
  }

  /**
   * A panel [depth][COLS] of a right operand that is stored transposed: four columns at a time,
   * each read along its own line. Columns from {@code wide} on are left as they are.
   */
  static void turned(float[] from, int first, int stride, int depth, int wide, float[] to, int at) {
    int col = 0;
    for (; col <= wide - 4; col += 4) {
      int line = first + col * stride;
      int into = at + col;
      for (int k = 0; k < depth; k++) {
        to[into] = from[line + k];
        to[into + 1] = from[line + stride + k];
        to[into + 2] = from[line + 2 * stride + k];
        to[into + 3] = from[line + 3 * stride + k];
        into += COLS;
      }
    }
    for (; col < wide; col++) {
      for (int k = 0; k < depth; k++) {
        to[at + k * COLS + col] = from[first + col * stride + k];
      }
    }
  }

  /**
   * Tiles [depth][ROWS] of a left operand that is stored transposed.
   *
   * @param whole rows that fill tiles
   * @param edge rows of a last one that they do not fill, the others of which are 0
   * @param step from one tile to the next
   */
  static void tiles(
      float[] from,
      int first,
      int stride,
      int depth,
      int whole,
      int edge,
      float[] to,
      int at,
      int step) {
    VectorMask<Float> there = EIGHT.indexInRange(0, edge);
    int row = first;
    for (int k = 0; k < depth; k++) {
      int into = at + k * ROWS;
      for (int i = 0; i < whole; i += ROWS) {
        if (ONE_VECTOR) {
          FloatVector.fromArray(EIGHT, from, row + i).intoArray(to, into);
        } else {
          System.arraycopy(from, row + i, to, into, ROWS);
        }
        into += step;
      }
      if (edge > 0 && ONE_VECTOR) {
        FloatVector.fromArray(EIGHT, from, row + whole, there).intoArray(to, into);
      } else if (edge > 0) {
        Arrays.fill(to, into + edge, into + ROWS, 0);
        System.arraycopy(from, row + whole, to, into, edge);
      }
      row += stride;
    }
  }

  /** A tile [depth][ROWS] of {@code edge} rows that lie apart, and zeros. */
  static void apart(float[] from, int first, int stride, int depth, int edge, float[] to, int at) {
    for (int k = 0; k < depth; k++) {
      int into = at + k * ROWS;
      for (int r = 0; r < ROWS; r++) {
        to[into + r] = r < edge ? from[first + r * stride + k] : 0f;
      }
    }
  }
}
