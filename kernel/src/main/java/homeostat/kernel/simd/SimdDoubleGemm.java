package homeostat.kernel.simd;

import homeostat.kernel.Dense;
import homeostat.kernel.DoubleMatrix;
import homeostat.kernel.Workspace;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The float64 matrix product in tiles. Blocks of {@link Dense#DEPTH} x {@link #WIDE} of the right
 * operand are packed into panels one tile wide, blocks of {@link #TALL} rows of the left one into
 * rows of their own, unless an operand can be read where it is: a full tile of a left operand that
 * is not transposed, and full panels of a right operand that is not transposed and is used by few
 * rows, which is the case of small matrices.
 */
final class SimdDoubleGemm {
  private static final int ROWS = DoubleTile.ROWS;
  private static final int COLS = DoubleTile.COLS;
  private static final int WIDE = 128;
  private static final int TALL = 64;

  /** A row of a packed left operand: in one vector, where the machine has such vectors. */
  private static final VectorSpecies<Double> EIGHT = DoubleVector.SPECIES_512;

  private static final boolean ONE_VECTOR = DoubleLanes.WIDTH >= ROWS;

  private static final int OUT = ROWS * COLS;
  private static final int PACKED_A = OUT;
  private static final int PACKED_B = PACKED_A + TALL * Dense.DEPTH;

  private final double alpha;
  private final DoubleMatrix a;
  private final DoubleMatrix b;
  private final double beta;
  private final DoubleMatrix c;
  private final double[] space;
  private final boolean directB;

  private SimdDoubleGemm(
      double alpha,
      DoubleMatrix a,
      DoubleMatrix b,
      double beta,
      DoubleMatrix c,
      Workspace workspace) {
    this.alpha = alpha;
    this.a = a;
    this.b = b;
    this.beta = beta;
    this.c = c;
    this.space = workspace.doubles(PACKED_B + Dense.DEPTH * (WIDE + COLS));
    this.directB = !b.transposed() && c.rows() <= TALL;
  }

  static void run(
      double alpha,
      DoubleMatrix a,
      DoubleMatrix b,
      double beta,
      DoubleMatrix c,
      Workspace workspace) {
    Dense.checkShapes(a.rows(), a.cols(), b.rows(), b.cols(), c.rows(), c.cols(), c.transposed());
    new SimdDoubleGemm(alpha, a, b, beta, c, workspace).all();
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
    double[] right = straightB ? b.data() : space;
    int rightAt = straightB ? b.index(start, j) : packedB;
    int rightStep = straightB ? b.stride() : COLS;
    for (int i = top; i < bottom; i += ROWS) {
      int rows = Math.min(ROWS, bottom - i);
      int cols = Math.min(COLS, c.cols() - j);
      boolean whole = rows == ROWS && cols == COLS;
      if (whole && (start > 0 || beta != 0)) {
        fetch(c.data(), c.index(i, j), c.stride());
      }
      boolean straightA = directA(i);
      double[] left = straightA ? a.data() : space;
      int leftAt = straightA ? a.index(i, start) : PACKED_A + (i - top) * Dense.DEPTH;
      int row = straightA ? a.stride() : 1;
      int col = straightA ? 1 : ROWS;
      if (whole && !straightB && DoublePanelTile.USABLE) {
        DoublePanelTile.merge(
            left,
            leftAt,
            row,
            col,
            space,
            packedB,
            depth,
            alpha,
            start == 0 ? beta : 1,
            c.data(),
            c.index(i, j),
            c.stride());
      } else {
        DoubleTile.sums(
            rows, cols, left, leftAt, row, col, right, rightAt, rightStep, depth, space, 0);
        merge(start == 0, i, rows, j, cols);
      }
    }
  }

  /** Asks for a whole tile of c, which then arrives while its sums are taken. */
  private void fetch(double[] data, int first, int stride) {
    double sum = 0;
    int at = first;
    for (int r = 0; r < ROWS; r++) {
      sum += data[at] + data[at + COLS - 1];
      at += stride;
    }
    space[0] = sum; // without a use, the loads would be left out
  }

  /** c <- alpha sums + beta c for the first block of k, c <- alpha sums + c for the others. */
  private void merge(boolean first, int i, int rows, int j, int cols) {
    double[] data = c.data();
    double scale = first ? beta : 1;
    for (int r = 0; r < rows; r++) {
      int at = c.index(i + r, j);
      int from = r * COLS;
      int col = 0;
      for (; col <= cols - DoubleLanes.WIDTH; col += DoubleLanes.WIDTH) {
        DoubleVector sums = DoubleVector.fromArray(DoubleLanes.SPECIES, space, from + col);
        DoubleVector kept = DoubleVector.zero(DoubleLanes.SPECIES);
        if (scale != 0) {
          kept = DoubleVector.fromArray(DoubleLanes.SPECIES, data, at + col).mul(scale);
        }
        sums.fma(DoubleVector.broadcast(DoubleLanes.SPECIES, alpha), kept)
            .intoArray(data, at + col);
      }
      for (; col < cols; col++) {
        double kept = scale == 0 ? 0 : scale * data[at + col];
        data[at + col] = Math.fma(alpha, space[from + col], kept);
      }
    }
  }

  /** Columns j to j + COLS as [depth][COLS], with zeros where there are none. */
  private void packB(int start, int depth, int j, int at) {
    int cols = Math.min(COLS, c.cols() - j);
    double[] data = b.data();
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

  /** Rows i to i + ROWS as [depth][ROWS], with zeros where there are none. */
  private void packA(int start, int depth, int i, int at) {
    int rows = Math.min(ROWS, c.rows() - i);
    double[] data = a.data();
    double[] packed = space;
    int from = a.index(i, start);
    int row = a.transposed() ? 1 : a.stride();
    int col = a.transposed() ? a.stride() : 1;
    if (rows == ROWS && a.transposed() && ONE_VECTOR) {
      int to = at;
      for (int k = 0; k < depth; k++) {
        DoubleVector.fromArray(EIGHT, data, from).intoArray(packed, to);
        from += col;
        to += ROWS;
      }
      return;
    }
    for (int k = 0; k < depth; k++) {
      int to = at + k * ROWS;
      for (int r = 0; r < ROWS; r++) {
        packed[to + r] = r < rows ? data[from + r * row + k * col] : 0;
      }
    }
  }
}
