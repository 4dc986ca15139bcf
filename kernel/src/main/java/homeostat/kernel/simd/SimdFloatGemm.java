package homeostat.kernel.simd;

import homeostat.kernel.Dense;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Workspace;
import jdk.incubator.vector.FloatVector;

/**
 * The float32 matrix product in tiles. Blocks of {@link Dense#DEPTH} x {@link #WIDE} of the right
 * operand are packed into panels one tile wide, blocks of {@link #TALL} rows of the left one into
 * rows of their own, unless an operand can be read where it is: a full tile of a left operand that
 * is not transposed, and full panels of a right operand that is not transposed and is used by few
 * rows, which is the case of small matrices.
 */
final class SimdFloatGemm {
  private static final int ROWS = FloatTile.ROWS;
  private static final int COLS = FloatTile.COLS;
  private static final int WIDE = 256;
  private static final int TALL = 64;
  private static final int OUT = ROWS * COLS;
  private static final int PACKED_A = OUT;
  private static final int PACKED_B = PACKED_A + TALL * Dense.DEPTH;

  private final float alpha;
  private final FloatMatrix a;
  private final FloatMatrix b;
  private final float beta;
  private final FloatMatrix c;
  private final float[] space;
  private final boolean directB;

  private SimdFloatGemm(
      float alpha, FloatMatrix a, FloatMatrix b, float beta, FloatMatrix c, Workspace workspace) {
    this.alpha = alpha;
    this.a = a;
    this.b = b;
    this.beta = beta;
    this.c = c;
    this.space = workspace.floats(PACKED_B + Dense.DEPTH * (WIDE + COLS));
    this.directB = !b.transposed() && c.rows() <= TALL;
  }

  static void run(
      float alpha, FloatMatrix a, FloatMatrix b, float beta, FloatMatrix c, Workspace workspace) {
    Dense.checkShapes(a.rows(), a.cols(), b.rows(), b.cols(), c.rows(), c.cols(), c.transposed());
    new SimdFloatGemm(alpha, a, b, beta, c, workspace).all();
  }

  private void all() {
    int start = 0;
    do {
      int depth = Math.min(Dense.DEPTH, a.cols() - start);
      for (int left = 0; left < c.cols(); left += WIDE) {
        int right = Math.min(c.cols(), left + WIDE);
        for (int j = left; j < right; j += COLS) {
          if (!direct(j)) {
            packB(start, depth, j, PACKED_B + (j - left) * Dense.DEPTH);
          }
        }
        for (int top = 0; top < c.rows(); top += TALL) {
          int bottom = Math.min(c.rows(), top + TALL);
          for (int i = top; i < bottom; i += ROWS) {
            if (!directA(i)) {
              packA(start, depth, i, PACKED_A + (i - top) * Dense.DEPTH);
            }
          }
          for (int j = left; j < right; j += COLS) {
            panel(start, depth, top, bottom, j, PACKED_B + (j - left) * Dense.DEPTH);
          }
        }
      }
      start += Dense.DEPTH;
    } while (start < a.cols());
  }

  private boolean direct(int j) {
    return directB && j + COLS <= c.cols();
  }

  private boolean directA(int i) {
    return !a.transposed() && i + ROWS <= c.rows();
  }

  /** One panel of columns against the rows from top to bottom. */
  private void panel(int start, int depth, int top, int bottom, int j, int packedB) {
    boolean straightB = direct(j);
    float[] right = straightB ? b.data() : space;
    int rightAt = straightB ? b.index(start, j) : packedB;
    int rightStep = straightB ? b.stride() : COLS;
    for (int i = top; i < bottom; i += ROWS) {
      int rows = Math.min(ROWS, bottom - i);
      if (directA(i)) {
        FloatTile.sums(
            rows,
            a.data(),
            a.index(i, start),
            a.stride(),
            right,
            rightAt,
            rightStep,
            depth,
            space,
            0);
      } else {
        int at = PACKED_A + (i - top) * Dense.DEPTH;
        FloatTile.sums(rows, space, at, Dense.DEPTH, right, rightAt, rightStep, depth, space, 0);
      }
      merge(start == 0, i, rows, j, Math.min(COLS, c.cols() - j));
    }
  }

  /** c <- alpha sums + beta c for the first block of k, c <- alpha sums + c for the others. */
  private void merge(boolean first, int i, int rows, int j, int cols) {
    float[] data = c.data();
    float scale = first ? beta : 1;
    for (int r = 0; r < rows; r++) {
      int at = c.index(i + r, j);
      int from = r * COLS;
      int col = 0;
      for (; col <= cols - FloatLanes.WIDTH; col += FloatLanes.WIDTH) {
        FloatVector sums = FloatVector.fromArray(FloatLanes.SPECIES, space, from + col);
        FloatVector kept = FloatVector.zero(FloatLanes.SPECIES);
        if (scale != 0) {
          kept = FloatVector.fromArray(FloatLanes.SPECIES, data, at + col).mul(scale);
        }
        sums.fma(FloatVector.broadcast(FloatLanes.SPECIES, alpha), kept).intoArray(data, at + col);
      }
      for (; col < cols; col++) {
        float kept = scale == 0 ? 0 : scale * data[at + col];
        data[at + col] = Math.fma(alpha, space[from + col], kept);
      }
    }
  }

  /** Columns j to j + COLS as [depth][COLS], with zeros where there are none. */
  private void packB(int start, int depth, int j, int at) {
    int cols = Math.min(COLS, c.cols() - j);
    float[] data = b.data();
    int step = b.colStep();
    if (cols < COLS) {
      java.util.Arrays.fill(space, at, at + depth * COLS, 0);
    }
    if (step == 1) {
      for (int k = 0; k < depth; k++) {
        System.arraycopy(data, b.index(start + k, j), space, at + k * COLS, cols);
      }
    } else {
      for (int col = 0; col < cols; col++) {
        int from = b.index(start, j + col);
        for (int k = 0; k < depth; k++) {
          space[at + k * COLS + col] = data[from + k];
        }
      }
    }
  }

  /** Rows i to i + ROWS as [ROWS][DEPTH], with zeros where there are none. */
  private void packA(int start, int depth, int i, int at) {
    int rows = Math.min(ROWS, c.rows() - i);
    float[] data = a.data();
    if (a.transposed()) {
      for (int k = 0; k < depth; k++) {
        int from = a.index(i, start + k);
        for (int r = 0; r < rows; r++) {
          space[at + r * Dense.DEPTH + k] = data[from + r];
        }
      }
    } else {
      for (int r = 0; r < rows; r++) {
        System.arraycopy(data, a.index(i + r, start), space, at + r * Dense.DEPTH, depth);
      }
    }
    for (int r = rows; r < ROWS; r++) {
      java.util.Arrays.fill(space, at + r * Dense.DEPTH, at + r * Dense.DEPTH + depth, 0);
    }
  }
}
