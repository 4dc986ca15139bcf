package homeostat.lyapunov.system;

import homeostat.dynamics.TangentField;

/**
 * dx/dt = A x, whose exponents are the real parts of the eigenvalues of A.
 *
 * @param size number of variables
 * @param a A, row-major
 */
public record LinearFlow(int size, double[] a) implements TangentField {
  public LinearFlow {
    if (a.length != size * size) {
      throw new IllegalArgumentException(a.length + " numbers do not make a square of " + size);
    }
  }

  @Override
  public void slope(double t, double[] x, double[] slope) {
    tangent(t, x, x, 1, slope);
  }

  @Override
  public void tangent(double t, double[] x, double[] frame, int columns, double[] slope) {
    for (int i = 0; i < size; i++) {
      for (int c = 0; c < columns; c++) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
          sum += a[i * size + j] * frame[j * columns + c];
        }
        slope[i * columns + c] = sum;
      }
    }
  }
}
