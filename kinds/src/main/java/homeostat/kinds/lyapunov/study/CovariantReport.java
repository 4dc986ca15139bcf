package homeostat.kinds.lyapunov.study;

import homeostat.array.Arrays;
import homeostat.kinds.lyapunov.figures.CovariantFigures;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lyapunov.CovariantVectors;
import homeostat.lyapunov.Measures;
import homeostat.lyapunov.system.TangentSystem;
import java.util.Locale;

/** Covariant Lyapunov vectors of a sample, for the user: a file, a figure, headline numbers. */
final class CovariantReport {
  /** Intervals in which the frame turns, and as many in which coefficients converge. */
  static final int INTERVALS = 200;

  private CovariantReport() {}

  static Row of(Sample sample, int times, Run run) {
    TangentSystem<double[]> system = sample.check().get();
    double[] x = sample.start().clone();
    for (long n = 0; n < sample.plan().transientSteps(); n++) {
      system.advance(n, x);
    }
    run.progress("covariant vectors", 0);
    int interval = (int) Math.max(1, Math.rint(1 / system.duration()));
    CovariantVectors found =
        CovariantVectors.of(system, x, sample.frame(), interval, INTERVALS, times, INTERVALS);
    run.progress("covariant vectors", 1);
    int n = found.size();
    int k = found.exponents().length;
    double[] states = new double[times * n];
    double[] vectors = new double[times * n * k];
    double[] angles = new double[times * (k - 1)];
    double[] participation = new double[k];
    for (int t = 0; t < times; t++) {
      System.arraycopy(found.states().get(t), 0, states, t * n, n);
      System.arraycopy(found.vectors().get(t), 0, vectors, t * n * k, n * k);
      for (int j = 0; j < k; j++) {
        participation[j] += Measures.participation(column(found.vectors().get(t), n, k, j)) / times;
        if (j > 0) {
          angles[t * (k - 1) + j - 1] = Math.toDegrees(found.angle(t, j - 1, j));
        }
      }
    }
    run.arrays(
        "covariant_vectors.npz",
        Arrays.builder()
            .put("states", states, times, n)
            .put("vectors", vectors, times, n, k)
            .put("exponents", found.exponents())
            .put("angles", angles, times, k - 1)
            .put("participation", participation)
            .build());
    run.figure("covariant", CovariantFigures.of(participation, angles, times, n));
    double least = java.util.Arrays.stream(angles).min().orElse(90);
    run.note(
        String.format(
            Locale.ROOT,
            "covariant vectors: lambda_1 = %.4f, participation of the first %.1f of %d, smallest"
                + " angle between neighbours %.2f degrees",
            found.exponents()[0],
            participation[0],
            n,
            least));
    return new Row()
        .put("covariant/lambda_1", found.exponents()[0])
        .put("covariant/participation_1", participation[0])
        .put("covariant/smallest_angle", least);
  }

  private static double[] column(double[] matrix, int n, int k, int j) {
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = matrix[i * k + j];
    }
    return out;
  }
}
