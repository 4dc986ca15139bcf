package homeostat.connectome.measure;

import homeostat.connectome.EdgeBuffer;
import homeostat.kernel.Csr;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.complex.Complex;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.FieldVector;

/**
 * The largest modulus of an eigenvalue of the weight matrix, of any sign.
 *
 * <p>It is the largest over the strongly connected components, so a graph without cycles has radius
 * 0 exactly. Components of up to 200 nodes are decomposed; in larger ones the Arnoldi iteration
 * runs on the sparse matrix until the residual of the leading Ritz pair falls below 1e-8 of its
 * modulus (Saad, "Numerical Methods for Large Eigenvalue Problems", 2011, section 6.2).
 *
 * @param value the radius; an estimate where it did not converge
 * @param residual the largest relative residual of an Arnoldi estimate; 0 where all were decomposed
 */
public record SpectralRadius(double value, double residual) {
  private static final int DECOMPOSED = 200;
  private static final int FIRST_LOOK = 20;
  private static final int BASIS = 80;
  private static final int CYCLES = 15;
  private static final double TOLERANCE = 1e-8;
  private static final double[] SHIFTS = {0, 0.2345, -0.6181, 1.37};

  /** Whether the value is exact to about eight digits. */
  public boolean converged() {
    return residual <= TOLERANCE;
  }

  /** The radius of a square matrix of finite values. */
  public static SpectralRadius of(Csr weights) {
    Components components = Components.strong(weights);
    int[] sizes = components.sizes();
    int[][] members = new int[components.count()][];
    Arrays.setAll(members, c -> new int[sizes[c]]);
    int[] filled = new int[components.count()];
    int[] place = new int[weights.rows()];
    for (int i = 0; i < place.length; i++) {
      int c = components.of()[i];
      place[i] = filled[c];
      members[c][filled[c]++] = i;
    }
    SpectralRadius largest = new SpectralRadius(0, 0);
    for (int c = 0; c < members.length; c++) {
      Csr part = part(weights, members[c], components.of(), place);
      if (part.entries() > 0) {
        SpectralRadius found = part.rows() <= DECOMPOSED ? decomposed(part) : arnoldi(part);
        largest =
            new SpectralRadius(
                Math.max(largest.value, found.value), Math.max(largest.residual, found.residual));
      }
    }
    return largest;
  }

  private static Csr part(Csr weights, int[] members, int[] componentOf, int[] place) {
    EdgeBuffer edges = new EdgeBuffer();
    for (int i : members) {
      for (int e = weights.offsets()[i]; e < weights.offsets()[i + 1]; e++) {
        int j = weights.columns()[e];
        if (componentOf[j] == componentOf[i]) {
          edges.add(place[i], place[j], weights.values()[e]);
        }
      }
    }
    return edges.toCsr(members.length, members.length);
  }

  /** [real, imaginary][node] the eigenvalues of a matrix of up to 200 nodes, else none. */
  public static Optional<double[][]> eigenvalues(Csr weights) {
    return weights.rows() == 0 || weights.rows() > DECOMPOSED
        ? Optional.empty()
        : eigen(dense(weights))
            .map(eigen ->
                new double[][] {
                  Arrays.stream(eigen.values()).mapToDouble(Complex::getReal).toArray(),
                  Arrays.stream(eigen.values()).mapToDouble(Complex::getImaginary).toArray()
                });
  }

  private static double[][] dense(Csr part) {
    double[][] dense = new double[part.rows()][part.rows()];
    int[] rows = part.rowOfEntry();
    for (int e = 0; e < rows.length; e++) {
      dense[rows[e]][part.columns()[e]] = part.values()[e];
    }
    return dense;
  }

  private static SpectralRadius decomposed(Csr part) {
    Optional<Eigen> eigen = eigen(dense(part));
    if (eigen.isEmpty()) {
      return arnoldi(part);
    }
    double largest = 0;
    for (Complex value : eigen.get().values()) {
      largest = Math.max(largest, value.norm());
    }
    return new SpectralRadius(largest, 0);
  }

  /** Eigenvalues, and the decomposition of the shifted matrix that has the same eigenvectors. */
  private record Eigen(Complex[] values, EigenDecompositionNonSymmetric of) {}

  /**
   * The QR iteration stalls on some matrices, such as that of a directed ring; then those of a
   * shifted matrix, A + s I, are taken. Empty if all shifts stall.
   */
  private static Optional<Eigen> eigen(double[][] dense) {
    double size = 0;
    for (double[] row : dense) {
      size = Math.max(size, Arrays.stream(row).map(Math::abs).sum());
    }
    for (double share : SHIFTS) {
      double shift = share * size;
      double[][] moved = new double[dense.length][];
      for (int i = 0; i < moved.length; i++) {
        moved[i] = dense[i].clone();
        moved[i][i] += shift;
      }
      try {
        EigenDecompositionNonSymmetric found =
            new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(moved, false));
        Complex[] values = found.getEigenvalues();
        for (int k = 0; k < values.length; k++) {
          values[k] = values[k].subtract(shift);
        }
        return Optional.of(new Eigen(values, found));
      } catch (MathIllegalStateException stalled) {
        // the next shift
      }
    }
    return Optional.empty();
  }

  /** Restarted from the leading Ritz vector until it converges or the restarts are used up. */
  private static SpectralRadius arnoldi(Csr part) {
    double[] start = start(part.rows());
    SpectralRadius best = new SpectralRadius(Double.NaN, Double.POSITIVE_INFINITY);
    for (int cycle = 0; cycle < CYCLES && !best.converged(); cycle++) {
      Ritz found = cycle(part, start);
      start = found.vector;
      best = found.radius;
    }
    return best;
  }

  /** The leading Ritz pair; of a complex vector, the sum of real and imaginary part. */
  private record Ritz(SpectralRadius radius, double[] vector) {}

  /** Grows an orthonormal basis V of the Krylov space of A', with H = V' A' V. */
  private static Ritz cycle(Csr part, double[] start) {
    int n = part.rows();
    double[][] basis = new double[BASIS][];
    double[][] h = new double[BASIS][BASIS];
    double[] next = start;
    for (int m = 1; ; m++) {
      double length = norm(next);
      double[] unit = next;
      Arrays.setAll(unit, i -> unit[i] / length);
      basis[m - 1] = unit;
      next = product(part, unit);
      double before = norm(next);
      for (int pass = 0; pass < 2; pass++) {
        for (int k = 0; k < m; k++) {
          double along = dot(basis[k], next);
          h[k][m - 1] += along;
          for (int i = 0; i < n; i++) {
            next[i] -= along * basis[k][i];
          }
        }
      }
      double rest = norm(next);
      boolean invariant = rest <= 1e-14 * before;
      boolean last = invariant || m == BASIS;
      if (last || m == FIRST_LOOK) {
        Optional<Ritz> found = leading(h, m, invariant ? 0 : rest, basis);
        if (found.isPresent() && (last || found.get().radius.converged())) {
          return found.get();
        }
        if (last) {
          // from here a step of the power method: the next cycle begins elsewhere
          return new Ritz(
              new SpectralRadius(before, Double.POSITIVE_INFINITY), product(part, unit));
        }
      }
      h[m][m - 1] = rest;
    }
  }

  /** The Ritz value of largest modulus, with its residual rest |y_m| / |theta|. */
  private static Optional<Ritz> leading(double[][] h, int m, double rest, double[][] basis) {
    double[][] square = new double[m][];
    Arrays.setAll(square, i -> Arrays.copyOf(h[i], m));
    Optional<Eigen> decomposed = eigen(square);
    if (decomposed.isEmpty()) {
      return Optional.empty();
    }
    Complex[] values = decomposed.get().values();
    int leading = 0;
    for (int k = 1; k < m; k++) {
      leading = values[k].norm() > values[leading].norm() ? k : leading;
    }
    FieldVector<Complex> y = decomposed.get().of().getEigenvector(leading);
    double length = 0;
    double[] vector = new double[basis[0].length];
    for (int k = 0; k < m; k++) {
      Complex share = y.getEntry(k);
      length += share.getReal() * share.getReal() + share.getImaginary() * share.getImaginary();
      for (int i = 0; i < vector.length; i++) {
        vector[i] += (share.getReal() + share.getImaginary()) * basis[k][i];
      }
    }
    double value = values[leading].norm();
    double residual = rest * y.getEntry(m - 1).norm() / Math.sqrt(length);
    return Optional.of(
        new Ritz(new SpectralRadius(value, residual == 0 ? 0 : residual / value), vector));
  }

  private static double[] start(int n) {
    Draws draws = Stream.of(0, "spectral-radius").draws();
    double[] v = new double[n];
    Arrays.setAll(v, i -> 0.5 + draws.uniform());
    return v;
  }

  /** A' x, sender by sender. */
  private static double[] product(Csr a, double[] x) {
    double[] y = new double[a.cols()];
    for (int i = 0; i < a.rows(); i++) {
      for (int e = a.offsets()[i]; e < a.offsets()[i + 1]; e++) {
        y[a.columns()[e]] += x[i] * a.values()[e];
      }
    }
    return y;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }
}
