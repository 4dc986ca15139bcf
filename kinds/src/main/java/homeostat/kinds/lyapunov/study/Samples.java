package homeostat.kinds.lyapunov.study;

import homeostat.dynamics.TangentStep;
import homeostat.kernel.Stream;
import homeostat.kinds.lyapunov.config.SpectrumSection;
import homeostat.kinds.lyapunov.network.DrawnNetwork;
import homeostat.lyapunov.SpectrumRun;
import homeostat.lyapunov.StartFrame;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.system.RateSystem;
import homeostat.lyapunov.system.StepSystem;
import homeostat.lyapunov.system.TangentSystem;
import homeostat.rate.JacobianForm;
import homeostat.rate.RateNetwork;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes samples as the section says.
 *
 * @param section how exponents are computed
 * @param seed of frames
 */
public record Samples(SpectrumSection section, long seed) {

  /** Of a rate network. */
  public Sample of(DrawnNetwork drawn, int number) {
    RateNetwork network = drawn.network();
    Supplier<TangentSystem<double[]>> exact =
        () -> new RateSystem<>(Arithmetic.float64(), network, JacobianForm.TRUE, drawn.drive());
    Supplier<TangentSystem<?>> working =
        section.precision() == SpectrumSection.Precision.FLOAT32
            ? () ->
                new RateSystem<>(Arithmetic.float32(), network, JacobianForm.TRUE, drawn.drive())
            : exact::get;
    int size = network.size();
    return new Sample(
        working,
        exact,
        drawn.start(),
        frame(size, number),
        plan(network.duration()),
        Optional.of(network));
  }

  /** Of any step; always in 64 bits. */
  public Sample of(Supplier<TangentStep> step, double[] start, int number) {
    Supplier<TangentSystem<double[]>> exact = () -> StepSystem.of(step.get());
    TangentStep one = step.get();
    return new Sample(
        exact::get,
        exact,
        start,
        frame(one.size(), number),
        plan(one.duration()),
        Optional.empty());
  }

  private double[] frame(int size, int number) {
    int k = section.nle() == 0 ? size : section.nle();
    return StartFrame.draw(size, k, Stream.of(seed, "tangent-frame").at(number));
  }

  private SpectrumRun.Plan plan(double duration) {
    double bound = section.condition();
    if (bound == 0) {
      bound =
          section.precision() == SpectrumSection.Precision.FLOAT32
              ? Arithmetic.float32().usualBound()
              : Arithmetic.float64().usualBound();
    }
    int interval =
        section.tons() == 0
            ? 0
            : (int) Math.max(1, SpectrumRun.Plan.steps(section.tons(), duration));
    SpectrumRun.Plan usual = SpectrumRun.Plan.usual(section.tsim(), duration, interval, bound);
    return new SpectrumRun.Plan(
        section
            .transientTime()
            .map(t -> SpectrumRun.Plan.steps(t, duration))
            .orElse(usual.transientSteps()),
        section
            .frameTransient()
            .map(t -> SpectrumRun.Plan.steps(t, duration))
            .orElse(usual.frameSteps()),
        Math.max(1, usual.steps()),
        interval,
        bound);
  }
}
