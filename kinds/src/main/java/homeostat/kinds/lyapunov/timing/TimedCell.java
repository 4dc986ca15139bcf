package homeostat.kinds.lyapunov.timing;

import homeostat.kernel.Stream;
import homeostat.kinds.lyapunov.config.SpectrumSection;
import homeostat.kinds.lyapunov.config.TimingSection;
import homeostat.lyapunov.Spectrum;
import homeostat.lyapunov.SpectrumRun;
import homeostat.lyapunov.StartFrame;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.system.RateSystem;
import homeostat.rate.Activation;
import homeostat.rate.JacobianForm;
import homeostat.rate.RandomCoupling;
import homeostat.rate.RateNetwork;
import homeostat.rate.Units;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * One spectrum of a random tanh network that is timed.
 *
 * @param part what it is compared in
 * @param x the value that varies within the part
 * @param n units
 * @param k exponents
 * @param g coupling
 * @param tsim time averaged over
 * @param tons time between orthonormalisations; 0 is adaptive
 */
record TimedCell(Part part, double x, int n, int k, double g, double tsim, double tons) {
  private static final double DT = 0.1;
  private static final int POINTS = 200;

  /** What varies. */
  enum Part {
    INTERVALS,
    EXPONENTS,
    TIMES,
    SIZES
  }

  /**
   * What came of it.
   *
   * @param seconds of one thread
   * @param lambda the exponents, in the order of the frame, [k]
   * @param running time, and the running estimate of the largest, thinned
   */
  record Timed(double seconds, double[] lambda, double[][] running) {}

  static List<TimedCell> all(TimingSection t) {
    List<TimedCell> cells = new ArrayList<>();
    int k = Math.min(t.nle(), t.n());
    for (double tons : t.tons()) {
      cells.add(new TimedCell(Part.INTERVALS, tons, t.n(), k, t.gIntervals(), t.tsim(), tons));
    }
    for (int some = 1; some <= t.n(); some += Math.max(1, t.n() / 10)) {
      cells.add(new TimedCell(Part.EXPONENTS, some, t.n(), some, t.g(), t.tsim(), 0));
    }
    for (double time : t.times()) {
      cells.add(new TimedCell(Part.TIMES, time, t.n(), k, t.g(), time, 0));
    }
    for (int size : t.sizes()) {
      cells.add(new TimedCell(Part.SIZES, size, size, size / 10, t.g(), t.tsim(), 0));
    }
    return cells;
  }

  /** Floating-point operations, roughly. */
  double cost() {
    return (tsim / DT) * (2.5 * n * n * (k + 4.0) + 200.0 * n) + 1200 * (2.0 * n * n + 100.0 * n);
  }

  Timed run(SpectrumSection.Precision precision, long seed) {
    return precision == SpectrumSection.Precision.FLOAT32
        ? run(Arithmetic.float32(), seed)
        : run(Arithmetic.float64(), seed);
  }

  private <A> Timed run(Arithmetic<A> arithmetic, long seed) {
    double[] coupling = new RandomCoupling.Gaussian(g).draw(n, Stream.of(seed, "coupling").at(n));
    RateNetwork network = RateNetwork.continuous(Units.plain(Activation.TANH, n), coupling, DT);
    double[] start = StartFrame.draw(n, 1, Stream.of(seed, "start"));
    double[] frame = StartFrame.draw(n, k, Stream.of(seed, "tangent-frame"));
    int interval = (int) SpectrumRun.Plan.steps(tons, DT);
    long before = cpu();
    SpectrumRun<A> run =
        new SpectrumRun<>(
            new RateSystem<>(arithmetic, network, JacobianForm.TRUE),
            start,
            frame,
            SpectrumRun.Plan.usual(tsim, DT, interval, arithmetic.usualBound()));
    run.advance(Long.MAX_VALUE);
    double seconds = (cpu() - before) / 1e9;
    Spectrum spectrum = run.spectrum();
    return new Timed(seconds, spectrum.exponents(), thinned(spectrum.running()));
  }

  /** Processor time of this thread, which other programs do not lengthen. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double[][] thinned(double[][] running) {
    int rows = Math.min(POINTS, running.length);
    double[][] out = new double[rows][];
    for (int r = 0; r < rows; r++) {
      double[] row = running[(int) ((r + 1L) * running.length / rows) - 1];
      out[r] = new double[] {row[0], row[1]};
    }
    return out;
  }
}
