package homeostat.lyapunov;

import homeostat.kernel.Stream;
import homeostat.lyapunov.system.TangentSystem;

/** Checks of a spectrum by other means. */
public final class SelfTests {
  private SelfTests() {}

  /**
   * The sum of all exponents against the logarithm of the determinant of the same steps,
   *
   * <pre>
   * sum_j lambda_j = (1/T) sum_n ln |det D(x(n))|
   * </pre>
   *
   * which holds exactly over any stretch of the trajectory.
   *
   * @param steps how many; each costs a factorisation of size^3
   * @return the difference of both sides
   */
  public static double sumRule(TangentSystem<double[]> system, double[] start, int steps) {
    int n = system.size();
    Tangents<double[]> tangents =
        new Tangents<>(system, start, StartFrame.draw(n, n, Stream.of(0, "sum-rule")), false);
    double[] growth = new double[n];
    double bySum = 0;
    double byDeterminant = 0;
    for (int s = 0; s < steps; s++) {
      double[] jacobian = new double[n * n];
      for (int i = 0; i < n; i++) {
        jacobian[i * n + i] = 1;
      }
      system.advance(tangents.n, tangents.x.clone(), jacobian, n);
      byDeterminant += logDeterminant(jacobian, n);
      tangents.advance(1);
      tangents.orthonormalise(growth);
      for (double g : growth) {
        bySum += g;
      }
    }
    return (bySum - byDeterminant) / (steps * system.duration());
  }

  /** ln |det A| by elimination with pivots; A is spoiled. */
  private static double logDeterminant(double[] a, int n) {
    double sum = 0;
    for (int c = 0; c < n; c++) {
      int pivot = c;
      for (int i = c + 1; i < n; i++) {
        pivot = Math.abs(a[i * n + c]) > Math.abs(a[pivot * n + c]) ? i : pivot;
      }
      for (int j = c; j < n && pivot != c; j++) {
        double kept = a[c * n + j];
        a[c * n + j] = a[pivot * n + j];
        a[pivot * n + j] = kept;
      }
      sum += StrictMath.log(Math.abs(a[c * n + c]));
      for (int i = c + 1; i < n; i++) {
        double factor = a[i * n + c] / a[c * n + c];
        for (int j = c + 1; j < n; j++) {
          a[i * n + j] -= factor * a[c * n + j];
        }
      }
    }
    return sum;
  }

  /**
   * The largest exponent from two trajectories at a distance of 1e-8, brought back to it after each
   * interval. Nothing but the step is used.
   *
   * @param first number of the first step, for systems that are driven
   * @param interval steps between rescalings
   * @param turning steps before the average
   * @param steps steps of the average
   */
  public static double twoTrajectories(
      TangentSystem<double[]> system,
      double[] start,
      long first,
      int interval,
      long turning,
      long steps) {
    double distance = 1e-8;
    int n = system.size();
    double[] x = start.clone();
    double[] y = start.clone();
    double[] direction = StartFrame.draw(n, 1, Stream.of(0, "two-trajectories"));
    shift(y, x, direction, distance);
    double sum = 0;
    long counted = 0;
    for (long s = 0; s < turning + steps; s++) {
      system.advance(first + s, x);
      system.advance(first + s, y);
      if ((s + 1) % interval == 0) {
        for (int i = 0; i < n; i++) {
          direction[i] = y[i] - x[i];
        }
        double length = length(direction);
        if (s >= turning) {
          sum += StrictMath.log(length / distance);
          counted += interval;
        }
        shift(y, x, direction, distance);
      }
    }
    return sum / (counted * system.duration());
  }

  private static double length(double[] v) {
    double sum = 0;
    for (double e : v) {
      sum += e * e;
    }
    return Math.sqrt(sum);
  }

  private static void shift(double[] y, double[] x, double[] direction, double distance) {
    double length = length(direction);
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i] + direction[i] * (distance / length);
    }
  }
}
