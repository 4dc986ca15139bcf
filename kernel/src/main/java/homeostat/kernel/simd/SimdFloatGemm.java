package homeostat.kernel.simd;

import homeostat.kernel.Dense;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.FloatPanels;
import homeostat.kernel.Workspace;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

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

  /**
   * From a packed tile or panel to the next: a line more than it is long, as powers of two collide
   * in the cache.
   */
  private static final int TILE = ROWS * Dense.DEPTH + 16;

  private static final int PANEL = panelStep(Dense.DEPTH);
  private static final int PACKED_A = ROWS * COLS;
  private static final int PACKED_B = PACKED_A + TALL / ROWS * TILE;
  private static final int SPACE = PACKED_B + WIDE / COLS * PANEL;

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

  /** Packed panels of the right operand: of all of it, or of the block in work. */
  private float[] panels = space;

  private int panelsAt;
  private int panelStep;
  private boolean prepared;

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
    product.room(workspace);
    product.all();
  }

  /** The product with a right operand that was laid out before. */
  static void run(
      float alpha, FloatMatrix a, FloatPanels b, float beta, FloatMatrix c, Workspace workspace) {
    Dense.checkShapes(a.rows(), a.cols(), b.rows(), b.cols(), c.rows(), c.cols(), c.transposed());
    SimdFloatGemm product = workspace.kept(SimdFloatGemm.class, SimdFloatGemm::new);
    product.scale(alpha, beta, c, false);
    product.left(a);
    product.room(workspace);
    product.cols = b.cols();
    product.directB = false;
    product.prepared = true;
    product.panels = b.data();
    product.panelStep = panelStep(Math.min(b.rows(), Dense.DEPTH));
    product.all();
  }

  /** Room for the panels of a right operand. */
  static int size(int rows, int cols) {
    int panels = Math.multiplyExact(Math.ceilDiv(rows, Dense.DEPTH), Math.ceilDiv(cols, COLS));
    return Math.multiplyExact(panels, panelStep(Math.min(rows, Dense.DEPTH)));
  }

  /** Lays a right operand out, block after block of its rows. */
  static void prepare(FloatMatrix b, FloatPanels into, Workspace workspace) {
    SimdFloatGemm product = workspace.kept(SimdFloatGemm.class, SimdFloatGemm::new);
    product.turned = false;
    product.right(b);
    product.directB = false;
    product.panels = into.data();
    product.panelsAt = 0;
    product.panelStep = panelStep(Math.min(b.rows(), Dense.DEPTH));
    for (int start = 0; start < b.rows(); start += Dense.DEPTH) {
      product.packRight(start, Math.min(Dense.DEPTH, b.rows() - start), 0, b.cols());
      product.panelsAt += Math.ceilDiv(b.cols(), COLS) * product.panelStep;
    }
  }

  private static int panelStep(int depth) {
    return COLS * depth + 16;
  }

  private void room(Workspace workspace) {
    space = workspace.floats(SPACE);
    panels = space;
    panelsAt = PACKED_B;
    panelStep = PANEL;
    prepared = false;
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
    int block = 0;
    do {
      int depth = Math.min(Dense.DEPTH, terms - start);
      for (int left = 0; left < cols; left += WIDE) {
        int right = Math.min(cols, left + WIDE);
        if (prepared) {
          panelsAt = (block + left / COLS) * panelStep;
        } else {
          packRight(start, depth, left, right);
        }
        for (int top = 0; top < rows; top += TALL) {
          int bottom = Math.min(rows, top + TALL);
          packLeft(start, depth, top, bottom);
          int panel = panelsAt;
          for (int j = left; j < right; j += COLS) {
            panel(start, depth, top, bottom, j, panel);
            panel += panelStep;
          }
        }
      }
      block += Math.ceilDiv(cols, COLS);
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
    float[] right = straightB ? b : panels;
    int rightAt = straightB ? rightIndex(start, j) : packedB;
    int rightStep = straightB ? bStride : COLS;
    int wide = Math.min(COLS, cols - j);
    boolean whole = !turned && wide == COLS && start == 0 && alpha == 1f && beta == 0f;
    for (int i = top; i < bottom; i += ROWS) {
      int tall = Math.min(ROWS, bottom - i);
      boolean straightA = directA(i);
      float[] left = straightA ? a : space;
      int leftAt = straightA ? leftIndex(i, start) : PACKED_A + (i - top) / ROWS * TILE;
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
            left, leftAt, row, col, panels, packedB, depth, alpha, scale, 0f, c, at, cStride);
      } else if (tall == ROWS && wide > FloatLanes.WIDTH && !straightB && FloatPanelTile.USABLE) {
        FloatPanelTile.merge(
            left, leftAt, row, col, panels, packedB, depth, 1f, 0f, -0f, space, 0, COLS);
        if (turned) {
          mergeTurned(start == 0, i, tall, j, wide);
        } else {
          merge(start == 0, i, tall, j, wide);
        }
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
    for (int col = 0; col < wide; col += FloatLanes.WIDTH) {
      VectorMask<Float> there = FloatLanes.SPECIES.indexInRange(col, wide);
      int at = cAt + i * cStride + j + col;
      for (int r = 0; r < tall; r++) {
        FloatVector sums = FloatVector.fromArray(FloatLanes.SPECIES, space, r * COLS + col);
        FloatVector kept = FloatVector.zero(FloatLanes.SPECIES);
        if (scale != 0) {
          kept = FloatVector.fromArray(FloatLanes.SPECIES, data, at, there).mul(scale);
        }
        sums.fma(FloatVector.broadcast(FloatLanes.SPECIES, alpha), kept).intoArray(data, at, there);
        at += cStride;
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

  /**
   * Columns from left to right in panels of [depth][COLS], with zeros where there are none; whole
   * panels that are read where they lie are left out.
   */
  private void packRight(int start, int depth, int left, int right) {
    int whole = (right - left) / COLS * COLS;
    int edge = right - left - whole;
    int last = panelsAt + whole / COLS * panelStep;
    if (bTransposed) {
      for (int j = 0; j < whole; j += COLS) {
        int at = panelsAt + j / COLS * panelStep;
        FloatPacking.turned(b, rightIndex(start, left + j), bStride, depth, COLS, panels, at);
      }
      if (edge > 0) {
        java.util.Arrays.fill(panels, last, last + depth * COLS, 0);
        FloatPacking.turned(b, rightIndex(start, left + whole), bStride, depth, edge, panels, last);
      }
      return;
    }
    if (!directB) {
      int first = rightIndex(start, left);
      FloatPacking.panels(b, first, bStride, depth, whole, panels, panelsAt, panelStep);
    }
    if (edge > 0) {
      FloatPacking.edge(b, rightIndex(start, left + whole), bStride, depth, edge, panels, last);
    }
  }

  /**
   * Rows from top to bottom in tiles of [depth][ROWS], with zeros where there are none; whole tiles
   * that are read where they lie are left out.
   */
  private void packLeft(int start, int depth, int top, int bottom) {
    int whole = (bottom - top) / ROWS * ROWS;
    int edge = bottom - top - whole;
    if (aTransposed) {
      int first = leftIndex(top, start);
      FloatPacking.tiles(a, first, aStride, depth, whole, edge, space, PACKED_A, TILE);
    } else if (edge > 0) {
      int last = PACKED_A + whole / ROWS * TILE;
      FloatPacking.apart(a, leftIndex(top + whole, start), aStride, depth, edge, space, last);
    }
  }
}
