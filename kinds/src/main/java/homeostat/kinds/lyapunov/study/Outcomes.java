package homeostat.kinds.lyapunov.study;

import homeostat.lyapunov.Convergence;
import homeostat.lyapunov.Measures;
import homeostat.lyapunov.PublishedSpectrum;
import homeostat.lyapunov.Spectrum;
import java.util.ArrayList;
import java.util.List;

/** Makes outcomes of spectra. */
final class Outcomes {
  private static final int SHOWN = 8;
  private static final int ROWS = 200;
  private static final int LOCAL = 300;

  /** Half-width that counts as converged where no tolerance was asked for. */
  static final double USUAL_TOLERANCE = 0.02;

  private Outcomes() {}

  static Outcome of(Sample sample, Spectrum spectrum, Study study) {
    Convergence convergence = Convergence.of(spectrum);
    int k = spectrum.exponents().length;
    int size = spectrum.state().length;
    double[] first = new double[size];
    for (int i = 0; i < size; i++) {
      first[i] = spectrum.frame()[i * k];
    }
    double tolerance = study.tolerance() > 0 ? study.tolerance() : USUAL_TOLERANCE;
    double worst = java.util.Arrays.stream(convergence.halfWidth()).max().orElse(0);
    double[] numbers = {
      spectrum.time(),
      spectrum.lengths()[0],
      spectrum.largestSpread(),
      worst,
      convergence.within(tolerance) ? 1 : 0,
      Measures.participation(first)
    };
    return new Outcome(
        spectrum.sorted(),
        inOrder(spectrum.exponents(), convergence.halfWidth()),
        inOrder(spectrum.exponents(), deviation(spectrum)),
        size,
        numbers,
        thinned(spectrum.running()),
        local(spectrum),
        published(sample, study));
  }

  /** How much the exponents of single intervals scatter about those of all. */
  private static double[] deviation(Spectrum spectrum) {
    double[][] local = spectrum.local();
    double[] out = new double[spectrum.exponents().length];
    for (int j = 0; j < out.length; j++) {
      for (double[] interval : local) {
        double off = interval[j] - spectrum.exponents()[j];
        out[j] += off * off / local.length;
      }
      out[j] = Math.sqrt(out[j]);
    }
    return out;
  }

  /** The half-widths in the order of the exponents from the largest. */
  private static double[] inOrder(double[] exponents, double[] halfWidth) {
    Integer[] order = new Integer[exponents.length];
    java.util.Arrays.setAll(order, j -> j);
    java.util.Arrays.sort(order, (a, b) -> Double.compare(exponents[b], exponents[a]));
    double[] out = new double[order.length];
    java.util.Arrays.setAll(out, j -> halfWidth[order[j]]);
    return out;
  }

  /** Exponents of the last whole intervals, at most {@value #LOCAL}. */
  private static double[][] local(Spectrum spectrum) {
    double[][] all = spectrum.local();
    int whole = spectrum.lengths()[0];
    List<double[]> rows = new ArrayList<>();
    for (int r = Math.max(0, all.length - LOCAL); r < all.length; r++) {
      if (spectrum.lengths()[r] == whole) {
        double[] row = new double[1 + Math.min(SHOWN, all[r].length)];
        row[0] = whole * spectrum.duration();
        System.arraycopy(all[r], 0, row, 1, row.length - 1);
        rows.add(row);
      }
    }
    return rows.toArray(double[][]::new);
  }

  private static double[][] thinned(double[][] running) {
    int rows = Math.min(ROWS, running.length);
    double[][] out = new double[rows][];
    for (int r = 0; r < rows; r++) {
      double[] row = running[(int) ((r + 1L) * running.length / rows) - 1];
      out[r] = java.util.Arrays.copyOf(row, Math.min(row.length, SHOWN + 1));
    }
    return out;
  }

  private static double[] published(Sample sample, Study study) {
    return study.compat()
        ? sample
            .published(study.publishedInterval())
            .map(PublishedSpectrum::exponents)
            .orElse(new double[0])
        : new double[0];
  }
}
