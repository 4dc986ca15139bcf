package homeostat.lyapunov.training;

import homeostat.lyapunov.Schedule;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.system.Drive;
import homeostat.lyapunov.system.RateGradient;
import homeostat.lyapunov.system.RateSystem;
import homeostat.rate.JacobianForm;
import homeostat.rate.RateNetwork;

/**
 * Gradient flossing (Engelken, Gradient flossing: improving gradient descent through dynamic
 * control of Jacobians, NeurIPS 2023): the exponents of a driven network in discrete time are
 * pushed towards 0, so that what is propagated back through time neither explodes nor vanishes,
 * along k directions,
 *
 * <pre>
 * L = (1/k) sum_j lambda_j^2
 * </pre>
 *
 * with an orthonormalisation at every step.
 *
 * @param exponents k
 * @param horizon steps averaged over; a tenth of it more for the state to settle, and a tenth for
 *     the frame
 */
public record Flossing(int exponents, int horizon) {
  public Flossing {
    if (exponents < 1 || horizon < 1) {
      throw new IllegalArgumentException(exponents + " exponents over " + horizon + " steps");
    }
  }

  /**
   * What a pass gave.
   *
   * @param loss L
   * @param lambda the exponents, per step, [k]
   * @param gradient d L / d network
   * @param drive d L / d input, [step][unit]
   */
  public record Pass(double loss, double[] lambda, RateGradient gradient, double[][] drive) {}

  private int transientSteps() {
    return (int) Math.ceil(0.1 * horizon);
  }

  /** An orthonormalisation at every step, after both transients. */
  public Schedule schedule() {
    return Schedule.of(transientSteps(), transientSteps(), horizon, 1, 1);
  }

  /** Steps of a pass, and inputs that it takes. */
  public int steps() {
    return horizon + 2 * transientSteps();
  }

  /** Memory for passes over networks of this size, used again by each. */
  public SpectrumGradient<double[]> memory(RateNetwork network) {
    RateSystem<double[]> system =
        new RateSystem<>(Arithmetic.float64(), network, JacobianForm.TRUE);
    return new SpectrumGradient<>(system, exponents, schedule(), SpectrumGradient.Keep.STEPS);
  }

  /**
   * A pass forward and back.
   *
   * @param memory from {@link #memory}
   * @param network in discrete time
   * @param drive input of each step, [step][unit]
   * @param start first state, [unit]
   * @param frame first frame, [unit][k]
   */
  public Pass pass(
      SpectrumGradient<double[]> memory,
      RateNetwork network,
      double[][] drive,
      double[] start,
      double[] frame) {
    RateSystem<double[]> system =
        new RateSystem<>(Arithmetic.float64(), network, JacobianForm.TRUE, new Drive.Table(drive));
    memory.on(system);
    double[] lambda = memory.forward(start, frame);
    SpectrumLoss loss = new SpectrumLoss.MeanSquare(0);
    double[] adjoint = memory.backward(loss.gradient(lambda), Truncation.FULL);
    return new Pass(loss.value(lambda), lambda, system.gradient(adjoint), system.driveGradient());
  }
}
