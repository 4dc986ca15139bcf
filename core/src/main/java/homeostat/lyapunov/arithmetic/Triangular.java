package homeostat.lyapunov.arithmetic;

/**
 * Triangular factors by halving, so that almost all the work is in large matrix products. Blocks on
 * the diagonal are factored and inverted in 64 bits.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class Triangular<A> {
  private static final int LEAF = 32;

  private final Arithmetic<A> arithmetic;
  private final double[] block = new double[LEAF * LEAF];
  private final double[] inverse = new double[LEAF * LEAF];
  private final A inverted;

  /** Inverses of the diagonal blocks of the last Cholesky factor, one after the other. */
  private A inverses;

  private A panel;

  Triangular(Arithmetic<A> arithmetic) {
    this.arithmetic = arithmetic;
    inverted = arithmetic.array(LEAF * LEAF);
    inverses = arithmetic.array(0);
    panel = arithmetic.array(0);
  }

  private static int half(int n) {
    return Math.max(LEAF, (n / 2 + LEAF - 1) / LEAF * LEAF);
  }

  /** G <- V^T V, on and above the diagonal blocks. */
  void gram(View<A> v, View<A> g) {
    int k = v.cols();
    if (k <= LEAF) {
      arithmetic.gemm(1, v.transpose(), v, 0, g);
      return;
    }
    int h = half(k);
    View<A> left = v.block(0, 0, v.rows(), h);
    View<A> right = v.block(0, h, v.rows(), k - h);
    gram(left, g.block(0, 0, h, h));
    arithmetic.gemm(1, left.transpose(), right, 0, g.block(0, h, h, k - h));
    gram(right, g.block(h, h, k - h, k - h));
  }

  /** G <- -A^T B, on and below the diagonal blocks. */
  void lowerProduct(View<A> a, View<A> b, View<A> g) {
    int k = a.cols();
    if (k <= 2 * LEAF) {
      arithmetic.gemm(-1, a.transpose(), b, 0, g);
      return;
    }
    int h = half(k);
    View<A> left = b.block(0, 0, b.rows(), h);
    View<A> below = a.block(0, h, a.rows(), k - h);
    lowerProduct(a.block(0, 0, a.rows(), h), left, g.block(0, 0, h, h));
    arithmetic.gemm(-1, below.transpose(), left, 0, g.block(h, 0, k - h, h));
    lowerProduct(below, b.block(0, h, b.rows(), k - h), g.block(h, h, k - h, k - h));
  }

  /** G = R^T R, in place; false if a pivot is not positive, G spoiled then. */
  boolean cholesky(View<A> g) {
    int blocks = (g.cols() + LEAF - 1) / LEAF;
    if (arithmetic.length(inverses) < blocks * LEAF * LEAF) {
      inverses = arithmetic.array(blocks * LEAF * LEAF);
    }
    return cholesky(g, 0);
  }

  private boolean cholesky(View<A> g, int first) {
    int k = g.cols();
    if (k <= LEAF) {
      return leafCholesky(g, first);
    }
    int h = half(k);
    View<A> r11 = g.block(0, 0, h, h);
    View<A> r12 = g.block(0, h, h, k - h);
    View<A> r22 = g.block(h, h, k - h, k - h);
    if (!cholesky(r11, first)) {
      return false;
    }
    solveLeftTransposed(r11, first, r12);
    subtractGram(r12, r22);
    return cholesky(r22, first + h);
  }

  /** G <- G - V^T V, on and above the diagonal blocks. */
  private void subtractGram(View<A> v, View<A> g) {
    int k = v.cols();
    if (k <= LEAF) {
      arithmetic.gemm(-1, v.transpose(), v, 1, g);
      return;
    }
    int h = half(k);
    View<A> left = v.block(0, 0, v.rows(), h);
    View<A> right = v.block(0, h, v.rows(), k - h);
    subtractGram(left, g.block(0, 0, h, h));
    arithmetic.gemm(-1, left.transpose(), right, 1, g.block(0, h, h, k - h));
    subtractGram(right, g.block(h, h, k - h, k - h));
  }

  private boolean leafCholesky(View<A> g, int first) {
    int k = g.cols();
    load(g);
    for (int j = 0; j < k; j++) {
      double pivot = block[j * LEAF + j];
      if (!(pivot > 0)) {
        return false;
      }
      double factor = 1 / Math.sqrt(pivot);
      for (int c = j; c < k; c++) {
        block[j * LEAF + c] *= factor;
      }
      for (int i = j + 1; i < k; i++) {
        subtract(block, block[j * LEAF + i], j * LEAF, i * LEAF, i, k);
        block[i * LEAF + j] = 0;
      }
    }
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        arithmetic.set(g.data(), g.offset() + i * g.stride() + j, block[i * LEAF + j]);
      }
    }
    invert(k);
    arithmetic.from(inverse, inverted);
    arithmetic.copy(inverted, 0, inverses, first * LEAF, LEAF * LEAF);
    return true;
  }

  /** to[c] -= factor from[c] for columns first to last of two rows. */
  private static void subtract(
      double[] rows, double factor, int from, int to, int first, int last) {
    for (int c = first; c < last; c++) {
      rows[to + c] -= factor * rows[from + c];
    }
  }

  private void load(View<A> g) {
    for (int i = 0; i < g.rows(); i++) {
      for (int j = 0; j < g.cols(); j++) {
        block[i * LEAF + j] = arithmetic.get(g.data(), g.offset() + i * g.stride() + j);
      }
    }
  }

  /** The inverse of the upper triangle in {@code block}, from its last row up. */
  private void invert(int k) {
    java.util.Arrays.fill(inverse, 0);
    for (int i = k - 1; i >= 0; i--) {
      inverse[i * LEAF + i] = 1;
      for (int m = i + 1; m < k; m++) {
        subtract(inverse, block[i * LEAF + m], m * LEAF, i * LEAF, m, k);
      }
      double factor = 1 / block[i * LEAF + i];
      for (int c = i; c < k; c++) {
        inverse[i * LEAF + c] *= factor;
      }
    }
  }

  /** The inverse of a diagonal block of a factor that may be older than the last. */
  private View<A> inverse(View<A> r) {
    load(r);
    invert(r.cols());
    arithmetic.from(inverse, inverted);
    return new View<>(inverted, 0, r.cols(), r.cols(), LEAF, false);
  }

  private View<A> inverse(int first, int k) {
    return new View<>(inverses, first * LEAF, k, k, LEAF, false);
  }

  /** B <- B R^(-1), of the last factor that {@link #cholesky} gave. */
  void solveRight(View<A> b, View<A> r) {
    solveRight(b, r, 0);
  }

  private void solveRight(View<A> b, View<A> r, int first) {
    int k = r.cols();
    if (k <= LEAF) {
      timesRight(b, inverse(first, k));
      return;
    }
    int h = half(k);
    View<A> left = b.block(0, 0, b.rows(), h);
    View<A> right = b.block(0, h, b.rows(), k - h);
    solveRight(left, r.block(0, 0, h, h), first);
    arithmetic.gemm(-1, left, r.block(0, h, h, k - h), 1, right);
    solveRight(right, r.block(h, h, k - h, k - h), first + h);
  }

  /** B <- B R^(-T). */
  void solveRightTransposed(View<A> b, View<A> r) {
    int k = r.cols();
    if (k <= LEAF) {
      timesRight(b, inverse(r).transpose());
      return;
    }
    int h = half(k);
    View<A> left = b.block(0, 0, b.rows(), h);
    View<A> right = b.block(0, h, b.rows(), k - h);
    solveRightTransposed(right, r.block(h, h, k - h, k - h));
    arithmetic.gemm(-1, right, r.block(0, h, h, k - h).transpose(), 1, left);
    solveRightTransposed(left, r.block(0, 0, h, h));
  }

  /** B <- R^(-T) B. */
  private void solveLeftTransposed(View<A> r, int first, View<A> b) {
    int k = r.cols();
    if (k <= LEAF) {
      View<A> out = panel(b);
      arithmetic.gemm(1, inverse(first, k).transpose(), b, 0, out);
      copy(out, b);
      return;
    }
    int h = half(k);
    View<A> top = b.block(0, 0, h, b.cols());
    View<A> bottom = b.block(h, 0, k - h, b.cols());
    solveLeftTransposed(r.block(0, 0, h, h), first, top);
    arithmetic.gemm(-1, r.block(0, h, h, k - h).transpose(), top, 1, bottom);
    solveLeftTransposed(r.block(h, h, k - h, k - h), first + h, bottom);
  }

  private void timesRight(View<A> b, View<A> factor) {
    View<A> out = panel(b);
    arithmetic.gemm(1, b, factor, 0, out);
    copy(out, b);
  }

  private View<A> panel(View<A> like) {
    int length = like.rows() * like.cols();
    if (arithmetic.length(panel) < length) {
      panel = arithmetic.array(length);
    }
    return View.of(panel, like.rows(), like.cols());
  }

  private void copy(View<A> from, View<A> to) {
    for (int i = 0; i < from.rows(); i++) {
      arithmetic.copy(
          from.data(),
          from.offset() + i * from.stride(),
          to.data(),
          to.offset() + i * to.stride(),
          from.cols());
    }
  }
}
