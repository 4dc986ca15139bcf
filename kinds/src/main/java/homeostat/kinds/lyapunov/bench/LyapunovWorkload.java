package homeostat.kinds.lyapunov.bench;

import homeostat.kernel.DoubleMatrix;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kernel.Workspace;
import homeostat.kinds.bench.Settings;
import homeostat.kinds.bench.Stopwatch;
import homeostat.lab.BenchWorkload;
import homeostat.lab.Row;
import homeostat.lab.UserError;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.training.SpectrumGradient;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The spectrum of a random tanh network, and its gradient, beside the machine's own rate of matrix
 * products of that size.
 */
public final class LyapunovWorkload implements BenchWorkload {
  private static final int SHOWN = 5;

  /** Processor time of the calling thread before anything is measured, for the compiler to end. */
  private static final long WARM_UP_NANOS = 2_000_000_000L;

  private static final long LONGEST_WARM_UP_NANOS = 15_000_000_000L;
  private static final int STEPS_PER_TAU = 10;

  @Override
  public String subject() {
    return "lyapunov";
  }

  @Override
  public String summary() {
    return "k exponents of n units over tau time units (dt 0.1), one network a thread;"
        + " keep=steps|intervals frames for the gradient; bound=condition aimed at";
  }

  @Override
  public Map<String, String> defaults() {
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("n", "200");
    defaults.put("k", "200");
    defaults.put("tau", "20");
    defaults.put("precision", "float64");
    defaults.put("gradient", "false");
    defaults.put("keep", "steps");
    defaults.put("g", "1.5");
    defaults.put("bound", "0");
    defaults.put("threads", "1");
    defaults.put("repeats", "9");
    defaults.put("seed", "1");
    return defaults;
  }

  @Override
  public Row run(Map<String, String> values) {
    Settings settings = new Settings(subject(), values);
    int n = settings.whole("n", 2, 20_000);
    int k = settings.whole("k", 1, 20_000);
    if (k > n) {
      throw new UserError("bench lyapunov: k = " + k + " is more than n = " + n);
    }
    boolean gradient = settings.word("gradient", List.of("true", "false")).equals("true");
    SpectrumGradient.Keep keep =
        switch (settings.word("keep", List.of("steps", "intervals"))) {
          case "intervals" -> SpectrumGradient.Keep.INTERVALS;
          default -> SpectrumGradient.Keep.STEPS;
        };
    SpectrumTiming.Work work =
        new SpectrumTiming.Work(
            n,
            k,
            settings.whole("tau", 1, 1_000_000),
            settings.decimal("g", 0, 1000),
            settings.decimal("bound", 0, 1e8),
            gradient,
            keep);
    boolean single = settings.word("precision", List.of("float32", "float64")).equals("float32");
    long seed = settings.number("seed");
    int repeats = settings.whole("repeats", 1, 1000);
    try (Parallel parallel = new Parallel(settings.whole("threads", 1, 1024))) {
      Row row =
          single
              ? measured(
                  work,
                  new SpectrumTiming<>(work, seed, parallel, Arithmetic::float32),
                  product(FloatMatrix.of(new float[n * n], n, n), n, k),
                  parallel.threads(),
                  repeats)
              : measured(
                  work,
                  new SpectrumTiming<>(work, seed, parallel, Arithmetic::float64),
                  product(DoubleMatrix.of(new double[n * n], n, n), n, k),
                  parallel.threads(),
                  repeats);
      return new Row().put("precision", single ? "float32" : "float64").putAll(row);
    }
  }

  private static Runnable product(FloatMatrix a, int n, int k) {
    FloatMatrix b = FloatMatrix.of(new float[n * k], n, k);
    FloatMatrix c = FloatMatrix.of(new float[n * k], n, k);
    Workspace workspace = new Workspace();
    return () -> Kernels.active().dense().gemm(1f, a, b, 0f, c, workspace);
  }

  private static Runnable product(DoubleMatrix a, int n, int k) {
    DoubleMatrix b = DoubleMatrix.of(new double[n * k], n, k);
    DoubleMatrix c = DoubleMatrix.of(new double[n * k], n, k);
    Workspace workspace = new Workspace();
    return () -> Kernels.active().dense().gemm(1.0, a, b, 0.0, c, workspace);
  }

  private static Row measured(
      SpectrumTiming.Work work,
      SpectrumTiming<?> timing,
      Runnable product,
      int threads,
      int repeats) {
    Runnable floor =
        () -> {
          for (int i = 0; i < STEPS_PER_TAU; i++) {
            product.run();
          }
        };
    double[] exponents = timing.run();
    warmUp(timing, floor);
    Stopwatch whole = new Stopwatch();
    Stopwatch products = new Stopwatch();
    for (int i = 0; i < repeats; i++) {
      whole.time(timing::run);
      for (int r = 0; r < 5; r++) {
        products.time(floor);
      }
    }
    double seconds = threads == 1 ? whole.callerCpuSeconds() : whole.seconds();
    double perTau = seconds / work.tau();
    double floorPerTau = products.callerCpuSeconds();
    double orthonormal = orthonormalShare(work, timing.interval());
    double weight = (work.gradient() ? 3 : 1) + orthonormal * (work.gradient() ? 3.5 : 1);
    Row row =
        new Row()
            .put("ms_per_tau", 1e3 * whole.seconds() / work.tau())
            .put("caller_cpu_ms_per_tau", 1e3 * whole.callerCpuSeconds() / work.tau())
            .put("floor_ms", 1e3 * floorPerTau)
            .put("gemm_share", weight * floorPerTau / perTau)
            .put("interval", timing.interval());
    double sum = 0;
    for (int j = 0; j < exponents.length; j++) {
      sum += exponents[j];
      if (j < SHOWN) {
        row.put("lambda_" + (j + 1), exponents[j]);
      }
    }
    return row.put("checksum", sum);
  }

  private static void warmUp(SpectrumTiming<?> timing, Runnable floor) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long ready = threads.getCurrentThreadCpuTime() + WARM_UP_NANOS;
    long latest = System.nanoTime() + LONGEST_WARM_UP_NANOS;
    while (threads.getCurrentThreadCpuTime() < ready && System.nanoTime() < latest) {
      timing.run();
      floor.run();
    }
  }

  /**
   * Work of orthonormalisation a step beside a product of 2 n^2 k: n k^2 for the products of
   * columns, k^3 / 3 for their factor, n k^2 for solving. The adjoint takes 5 n k^2 more.
   */
  private static double orthonormalShare(SpectrumTiming.Work work, int interval) {
    double n = work.n();
    double k = work.k();
    return (2 * n * k * k + k * k * k / 3) / (2 * n * n * k) / interval;
  }
}
