package homeostat.kinds.lyapunov.study;

import homeostat.lyapunov.PublishedSpectrum;
import homeostat.lyapunov.SpectrumRun;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.system.RateSystem;
import homeostat.lyapunov.system.TangentSystem;
import homeostat.rate.JacobianForm;
import homeostat.rate.RateNetwork;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One spectrum to compute.
 *
 * @param system the system in its working precision; made anew by every call
 * @param check the system in 64 bits, for the self-tests
 * @param start first state
 * @param frame first frame, [size][k]
 * @param plan steps
 * @param rate the network, where it is one that the published program could have
 */
public record Sample(
    Supplier<TangentSystem<?>> system,
    Supplier<TangentSystem<double[]>> check,
    double[] start,
    double[] frame,
    SpectrumRun.Plan plan,
    Optional<RateNetwork> rate) {

  /**
   * What the published program makes of it, where it is a network that it could have.
   *
   * @param interval time between orthonormalisations
   */
  Optional<PublishedSpectrum> published(double interval) {
    return rate.map(network ->
        PublishedSpectrum.of(
            new RateSystem<>(Arithmetic.float64(), network, JacobianForm.PUBLISHED),
            start,
            frame,
            plan.steps() * network.duration(),
            interval,
            network.duration()));
  }
}
