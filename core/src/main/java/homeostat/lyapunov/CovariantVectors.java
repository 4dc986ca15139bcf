package homeostat.lyapunov;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import homeostat.lyapunov.system.TangentSystem;
import java.util.ArrayList;
import java.util.List;

/**
 * Covariant Lyapunov vectors (Ginelli et al. 2007): directions that the dynamics map to each other,
 * each growing at its exponent both forwards and backwards. From the factors A_r = Q_r R_r of the
 * forward pass,
 *
 * <pre>
 * C_(r-1) = R_r^(-1) C_r,  columns of length 1;   vectors at r: Q_r C_r
 * </pre>
 *
 * @param size number of state variables
 * @param states the states at which there are vectors, [time][size]
 * @param vectors the vectors, in columns of length 1, [time][size][k]
 * @param exponents mean growth of each vector, [k]
 */
public record CovariantVectors(
    int size, List<double[]> states, List<double[]> vectors, double[] exponents) {

  /**
   * Computes them at successive ends of intervals.
   *
   * @param start a state on the attractor
   * @param frame first frame, [size][k]
   * @param interval steps of an interval
   * @param forward intervals in which the frame turns
   * @param kept intervals with vectors
   * @param backward intervals after them, in which the coefficients converge
   */
  public static CovariantVectors of(
      TangentSystem<double[]> system,
      double[] start,
      double[] frame,
      int interval,
      int forward,
      int kept,
      int backward) {
    Tangents<double[]> tangents = new Tangents<>(system, start, frame, false);
    int k = tangents.columns;
    double[] growth = new double[k];
    List<double[]> states = new ArrayList<>();
    List<double[]> frames = new ArrayList<>();
    List<double[]> uppers = new ArrayList<>();
    for (int r = 0; r < forward + kept + backward; r++) {
      tangents.advance(interval);
      tangents.orthonormalise(growth);
      if (r >= forward) {
        uppers.add(tangents.upper());
      }
      if (r >= forward && r < forward + kept) {
        states.add(tangents.state());
        frames.add(tangents.frame());
      }
    }
    double[] c = firstCoefficients(k);
    double[] sum = new double[k];
    double[][] vectors = new double[kept][];
    for (int r = kept + backward - 1; r >= 0; r--) {
      if (r < kept) {
        vectors[r] = product(frames.get(r), c, system.size(), k);
      }
      double[] shrunk = back(uppers.get(r), c, k);
      for (int j = 0; r < kept && j < k; j++) {
        sum[j] -= StrictMath.log(shrunk[j]);
      }
    }
    for (int j = 0; j < k; j++) {
      sum[j] /= kept * interval * system.duration();
    }
    return new CovariantVectors(system.size(), states, List.of(vectors), sum);
  }

  private static double[] firstCoefficients(int k) {
    Draws draws = Stream.of(0, "covariant-vectors").draws();
    double[] c = new double[k * k];
    for (int i = 0; i < k; i++) {
      for (int j = i; j < k; j++) {
        c[i * k + j] = i == j ? 1 : 0.1 * draws.normal();
      }
    }
    normalise(c, k);
    return c;
  }

  /** C <- R^(-1) C with columns of length 1; returns the lengths before. */
  private static double[] back(double[] r, double[] c, int k) {
    for (int j = 0; j < k; j++) {
      for (int i = j; i >= 0; i--) {
        double value = c[i * k + j];
        for (int m = i + 1; m <= j; m++) {
          value -= r[i * k + m] * c[m * k + j];
        }
        c[i * k + j] = value / r[i * k + i];
      }
    }
    return normalise(c, k);
  }

  private static double[] normalise(double[] c, int k) {
    double[] lengths = new double[k];
    for (int j = 0; j < k; j++) {
      double sum = 0;
      for (int i = 0; i <= j; i++) {
        sum += c[i * k + j] * c[i * k + j];
      }
      lengths[j] = Math.sqrt(sum);
      for (int i = 0; i <= j; i++) {
        c[i * k + j] /= lengths[j];
      }
    }
    return lengths;
  }

  private static double[] product(double[] q, double[] c, int n, int k) {
    double[] out = new double[n * k];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        double sum = 0;
        for (int m = 0; m <= j; m++) {
          sum += q[i * k + m] * c[m * k + j];
        }
        out[i * k + j] = sum;
      }
    }
    return out;
  }

  /** The angle between vectors a and b at one of the times, from 0 to pi / 2. */
  public double angle(int time, int a, int b) {
    int k = exponents.length;
    double dot = 0;
    for (int i = 0; i < size; i++) {
      dot += vectors.get(time)[i * k + a] * vectors.get(time)[i * k + b];
    }
    return StrictMath.acos(Math.min(1, Math.abs(dot)));
  }
}
