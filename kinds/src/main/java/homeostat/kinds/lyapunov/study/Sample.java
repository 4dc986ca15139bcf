package homeostat.kinds.lyapunov.study;

import homeostat.lyapunov.SpectrumRun;
import homeostat.lyapunov.system.TangentSystem;
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
    Optional<RateNetwork> rate) {}
