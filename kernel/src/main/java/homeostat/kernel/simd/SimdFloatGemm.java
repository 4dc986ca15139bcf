package homeostat.kernel.simd;

import homeostat.kernel.Dense;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Workspace;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The float32 matrix product in tiles, as it stands or as C' = B' A', whichever moves less data:
 * the sums are the same.
 *
 * <p>A left operand whose rows lie apart is read where it is; of a transposed one, and of rows that
 * do not fill a tile, blocks of {@link #TALL} rows are packed. A right operand that is not
 * transposed is read where it is if few rows use it; otherwise blocks of {@link Dense#DEPTH} x
 * {@link #WIDE} are packed into panels one tile wide.
 */
final class SimdFloatGemm {
  private static final int ROWS = FloatTile.ROWS;
  private static final int COLS = FloatTile.COLS;
  private static final int WIDE = 256;
  private static final int TALL = 64;
  private static final int PACKED_A = ROWS * COLS;
  private static final int PACKED_B = PACKED_A + TALL * Dense.DEPTH;

  /** A row of a packed left operand, in one vector. */
  private static final VectorSpecies<Float> EIGHT = FloatVector.SPECIES_256;

  private float alpha;
  private float[] a = new float[0];
  private int aAt;
  private int aStride;
  private boolean aTransposed;
  private float[] b = new float[0];
  private int bAt;
  private int bStride;
  private boolean bTransposed;
  private float beta;
  private float[] c = new float[0];
  private int cAt;
  private int cStride;
  private int rows;
  private int cols;
  private int terms;
  private boolean turned;
  private boolean directB;
  private float[] space = new float[0];

  static void run(
      float alpha, FloatMatrix a, FloatMatrix b, float beta, FloatMatrix c, Workspace workspace) {
    Dense.checkShapes(a.rows(), a.cols(), b.rows(), b.cols(), c.rows(), c.cols(), c.transposed());
    int terms = a.cols();
    double straight = cost(c.rows(), c.cols(), terms, a.transposed(), b.transposed());
    double turned =
        cost(c.cols(), c.rows(), terms, !b.transposed(), !a.transposed())
            + 1.5 * c.rows() * c.cols();
    SimdFloatGemm product = workspace.kept(SimdFloatGemm.class, SimdFloatGemm::new);
    product.scale(alpha, beta, c, turned < straight);
    product.left(turned < straight ? b : a);
    product.right(turned < straight ? a : b);
    product.space = workspace.floats(PACKED_B + Dense.DEPTH * (WIDE + COLS));
    product.all();
  }

  private void scale(float factor, float kept, FloatMatrix into, boolean otherWay) {
    alpha = factor;
    beta = kept;
    c = into.data();
    cAt = into.offset();
    cStride = into.stride();
    turned = otherWay;
  }

  private void left(FloatMatrix m) {
    a = m.data();
    aAt = m.offset();
    aStride = m.stride();
    aTransposed = m.transposed() != turned;
    rows = turned ? m.cols() : m.rows();
    terms = turned ? m.rows() : m.cols();
  }

  private void right(FloatMatrix m) {
    b = m.data();
    bAt = m.offset();
    bStride = m.stride();
    bTransposed = m.transposed() != turned;
    cols = turned ? m.rows() : m.cols();
    directB = !bTransposed && rows <= TALL;
  }

  private int leftIndex(int i, int k) {
    return aTransposed ? aAt + k * aStride + i : aAt + i * aStride + k;
  }

  private int rightIndex(int k, int j) {
    return bTransposed ? bAt + j * bStride + k : bAt + k * bStride + j;
  }

  /** Roughly, in cycles. */
  private static double cost(
      double rows, double cols, double terms, boolean transposedA, boolean transposedB) {
    double tiles = Math.ceil(rows / 4) * Math.ceil(cols / FloatLanes.WIDTH) * 4 * terms;
    double left = transposedA ? 0.3 * rows * terms : 0;
    double right = transposedB ? 1.5 * cols * terms : rows <= TALL ? 0 : 0.2 * cols * terms;
    return tiles + left + right;
  }

  private void all() {
    int start = 0;
    do {
      int depth = Math.min(Dense.DEPTH, terms - start);
      for (int left = 0; left < cols; left += WIDE) {
        int right = Math.min(cols, left + WIDE);
        for (int j = left; j < right; j += COLS) {
          if (!direct(j)) {
            packB(start, depth, j, PACKED_B + (j - left) * Dense.DEPTH);
          }
        }
        for (int top = 0; top < rows; top += TALL) {
          int bottom = Math.min(rows, top + TALL);
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
    } while (start < terms);
  }

  private boolean direct(int j) {
    return directB && j + COLS <= cols;
  }

  private boolean directA(int i) {
    return !aTransposed && i + ROWS <= rows;
  }

  /** One panel of columns against the rows from top to bottom. */
  private void panel(int start, int depth, int top, int bottom, int j, int packedB) {
    boolean straightB = direct(j);
    float[] right = straightB ? b : space;
    int rightAt = straightB ? rightIndex(start, j) : packedB;
    int rightStep = straightB ? bStride : COLS;
    int wide = Math.min(COLS, cols - j);
    boolean whole = !turned && wide == COLS && start == 0 && alpha == 1f && beta == 0f;
    for (int i = top; i < bottom; i += ROWS) {
      int tall = Math.min(ROWS, bottom - i);
      boolean straightA = directA(i);
      float[] left = straightA ? a : space;
      int leftAt = straightA ? leftIndex(i, start) : PACKED_A + (i - top) * Dense.DEPTH;
      int row = straightA ? aStride : 1;
      int col = straightA ? 1 : ROWS;
      boolean full = wide == COLS && tall == ROWS;
      if (full && !turned && (start > 0 || beta != 0f)) {
        fetch(i, j);
      }
      if (full && !straightB && FloatPanelTile.USABLE && !turned) {
        float scale = start == 0 ? beta : 1;
        int at = cAt + i * cStride + j;
        FloatPanelTile.merge(
            left, leftAt, row, col, space, packedB, depth, alpha, scale, 0f, c, at, cStride);
      } else if (full && !straightB && FloatPanelTile.USABLE) {
        FloatPanelTile.merge(
            left, leftAt, row, col, space, packedB, depth, 1f, 0f, -0f, space, 0, COLS);
        mergeTurned(start == 0, i, tall, j, wide);
      } else if (whole && tall == ROWS) {
        FloatTile.sums(
            tall,
            wide,
            left,
            leftAt,
            row,
            col,
            right,
            rightAt,
            rightStep,
            depth,
            0f,
            c,
            cAt + i * cStride + j,
            cStride);
      } else {
        FloatTile.sums(
            tall, wide, left, leftAt, row, col, right, rightAt, rightStep, depth, -0f, space, 0,
            COLS);
        if (turned) {
          mergeTurned(start == 0, i, tall, j, wide);
        } else {
          merge(start == 0, i, tall, j, wide);
        }
      }
    }
  }

  /** Asks for a whole tile of c, which then arrives while its sums are taken. */
  private void fetch(int i, int j) {
    float[] data = c;
    float sum = 0;
    int at = cAt + i * cStride + j;
    for (int r = 0; r < ROWS; r++) {
      sum += data[at] + data[at + COLS - 1];
      at += cStride;
    }
    space[0] = sum; // without a use, the loads would be left out
  }

  /** c <- alpha sums + beta c for the first block of k, c <- alpha sums + c for the others. */
  private void merge(boolean first, int i, int tall, int j, int wide) {
    float[] data = c;
    float scale = first ? beta : 1;
    for (int r = 0; r < tall; r++) {
      int at = cAt + (i + r) * cStride + j;
      int from = r * COLS;
      int col = 0;
      for (; col <= wide - FloatLanes.WIDTH; col += FloatLanes.WIDTH) {
        FloatVector sums = FloatVector.fromArray(FloatLanes.SPECIES, space, from + col);
        FloatVector kept = FloatVector.zero(FloatLanes.SPECIES);
        if (scale != 0) {
          kept = FloatVector.fromArray(FloatLanes.SPECIES, data, at + col).mul(scale);
        }
        sums.fma(FloatVector.broadcast(FloatLanes.SPECIES, alpha), kept).intoArray(data, at + col);
      }
      for (; col < wide; col++) {
        float kept = scale == 0 ? 0 : scale * data[at + col];
        data[at + col] = Math.fma(alpha, space[from + col], kept);
      }
    }
  }

  /** The same where the rows of the tile are columns of c. */
  private void mergeTurned(boolean first, int i, int tall, int j, int wide) {
    float[] data = c;
    float scale = first ? beta : 1;
    for (int col = 0; col < wide; col++) {
      int at = cAt + (j + col) * cStride + i;
      for (int r = 0; r < tall; r++) {
        float kept = scale == 0 ? 0 : scale * data[at + r];
        data[at + r] = Math.fma(alpha, space[r * COLS + col], kept);
      }
    }
  }

  /** Columns j to j + COLS as [depth][COLS], with zeros where there are none. */
  private void packB(int start, int depth, int j, int at) {
    int wide = Math.min(COLS, cols - j);
    float[] data = b;
    float[] packed = space;
    if (wide < COLS) {
      java.util.Arrays.fill(packed, at, at + depth * COLS, 0);
    }
    if (bTransposed) {
      packTurned(rightIndex(start, j), bStride, depth, wide, at);
    } else if (wide < COLS) {
      for (int k = 0; k < depth; k++) {
        System.arraycopy(data, rightIndex(start + k, j), packed, at + k * COLS, wide);
      }
    } else {
      int from = rightIndex(start, j);
      int to = at;
      for (int k = 0; k < depth; k++) {
        FloatVector.fromArray(FloatLanes.SPECIES, data, from).intoArray(packed, to);
        FloatVector.fromArray(FloatLanes.SPECIES, data, from + FloatLanes.WIDTH)
            .intoArray(packed, to + FloatLanes.WIDTH);
        from += bStride;
        to += COLS;
      }
    }
  }

  /** Four columns at a time: each is read along its own line. */
  private void packTurned(int from, int step, int depth, int wide, int at) {
    float[] data = b;
    float[] packed = space;
    int col = 0;
    for (; col <= wide - 4; col += 4) {
      int first = from + col * step;
      int to = at + col;
      for (int k = 0; k < depth; k++) {
        packed[to] = data[first + k];
        packed[to + 1] = data[first + step + k];
        packed[to + 2] = data[first + 2 * step + k];
        packed[to + 3] = data[first + 3 * step + k];
        to += COLS;
      }
    }
    for (; col < wide; col++) {
      for (int k = 0; k < depth; k++) {
        packed[at + k * COLS + col] = data[from + col * step + k];
      }
    }
  }

  /** Rows i to i + ROWS as [depth][ROWS], with zeros where there are none. */
  private void packA(int start, int depth, int i, int at) {
    float[] packed = space;
    int tall = Math.min(ROWS, rows - i);
    float[] data = a;
    int from = leftIndex(i, start);
    if (tall == ROWS && aTransposed) {
      int to = at;
      for (int k = 0; k < depth; k++) {
        FloatVector.fromArray(EIGHT, data, from).intoArray(packed, to);
        from += aStride;
        to += ROWS;
      }
      return;
    }
    int row = aTransposed ? 1 : aStride;
    int col = aTransposed ? aStride : 1;
    for (int k = 0; k < depth; k++) {
      int to = at + k * ROWS;
      for (int r = 0; r < ROWS; r++) {
        packed[to + r] = r < tall ? data[from + r * row + k * col] : 0f;
      }
    }
  }
}
