package homeostat.kinds.lyapunov.bench;

import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import homeostat.lyapunov.Schedule;
import homeostat.lyapunov.SpectrumRun;
import homeostat.lyapunov.StartFrame;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.system.RateSystem;
import homeostat.lyapunov.training.SpectrumGradient;
import homeostat.lyapunov.training.Truncation;
import homeostat.rate.Activation;
import homeostat.rate.JacobianForm;
import homeostat.rate.RandomCoupling;
import homeostat.rate.RateNetwork;
import homeostat.rate.Units;
import java.util.function.Supplier;

/**
 * Spectra of random tanh networks on their attractor, one a thread.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
final class SpectrumTiming<A> {
  private static final double DT = 0.1;
  private static final double TRANSIENT = 30;

  private final Parallel parallel;
  private final Sample<A>[] samples;
  private final int interval;

  /**
   * What is timed.
   *
   * @param n units
   * @param k exponents
   * @param tau time
   * @param g coupling
   * @param bound condition aimed at; 0 for that of the precision
   * @param gradient whether the gradient is computed too
   * @param keep which frames are kept for it
   */
  record Work(
      int n,
      int k,
      int tau,
      double g,
      double bound,
      boolean gradient,
      SpectrumGradient.Keep keep) {}

  private record Sample<A>(
      Work work,
      RateSystem<A> system,
      double[] start,
      double[] frame,
      int interval,
      SpectrumGradient<A> gradient) {

    double[] run() {
      int steps = work.tau * 10;
      if (!work.gradient) {
        SpectrumRun.Plan plan = new SpectrumRun.Plan(0, 0, steps, interval, 100);
        SpectrumRun<A> run = new SpectrumRun<>(system, start, frame, plan);
        run.advance(steps);
        return run.spectrum().exponents();
      }
      system.forget();
      double[] exponents = gradient.forward(start, frame);
      double[] weights = new double[work.k];
      java.util.Arrays.setAll(weights, j -> 2 * exponents[j] / work.k);
      gradient.backward(weights, Truncation.FULL);
      return exponents;
    }
  }

  @SuppressWarnings("unchecked")
  SpectrumTiming(Work work, long seed, Parallel parallel, Supplier<Arithmetic<A>> arithmetic) {
    this.parallel = parallel;
    samples = (Sample<A>[]) new Sample<?>[parallel.threads()];
    int n = work.n;
    for (int s = 0; s < samples.length; s++) {
      double[] coupling =
          new RandomCoupling.Gaussian(work.g).draw(n, Stream.of(seed, "coupling").at(s));
      RateNetwork network = RateNetwork.continuous(Units.plain(Activation.TANH, n), coupling, DT);
      RateSystem<A> system = new RateSystem<>(arithmetic.get(), network, JacobianForm.TRUE);
      double[] start = new double[n];
      for (int i = 0; i < n; i++) {
        start[i] = Stream.of(seed, "start").at(s).normal(i);
      }
      double bound = work.bound > 0 ? work.bound : system.arithmetic().usualBound();
      SpectrumRun.Plan plan =
          new SpectrumRun.Plan((long) (TRANSIENT / DT), (long) (TRANSIENT / DT), 1, 0, bound);
      double[] frame = StartFrame.draw(n, work.k, Stream.of(seed, "frame").at(s));
      SpectrumRun<A> run = new SpectrumRun<>(system, start, frame, plan);
      run.advance(Long.MAX_VALUE);
      samples[s] =
          new Sample<>(
              work,
              system,
              run.spectrum().state(),
              run.spectrum().frame(),
              run.interval(),
              new SpectrumGradient<>(
                  system, work.k, Schedule.of(0, 0, work.tau * 10, run.interval(), DT), work.keep));
    }
    interval = samples[0].interval;
  }

  /** Steps from one orthonormalisation to the next. */
  int interval() {
    return interval;
  }

  /** Runs every sample once, side by side; the exponents of the first. */
  double[] run() {
    double[][] found = new double[samples.length][];
    parallel.forEach(samples.length, s -> found[s] = samples[s].run());
    return found[0];
  }
}
