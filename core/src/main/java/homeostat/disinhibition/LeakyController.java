package homeostat.disinhibition;

/**
 * A leaky proportional-integral controller of each output:
 *
 * <pre>
 * c = kI cInt + kP e,   tau dcInt/dt = e - leak cInt
 * </pre>
 *
 * In equilibrium cInt = e / leak and c = (kP + kI / leak) e.
 *
 * @param kP proportional gain
 * @param kI integral gain
 * @param leak of the integrator; 0 integrates without forgetting
 * @param tau time constant of the integrator, s
 */
public record LeakyController(double kP, double kI, double leak, double tau) {
  public LeakyController {
    if (!(kP >= 0 && kI >= 0 && leak >= 0 && tau > 0)) {
      throw new IllegalArgumentException(
          "controller: kP "
              + kP
              + ", kI "
              + kI
              + " and leak "
              + leak
              + " must not be negative, tau "
              + tau
              + " s positive");
    }
  }

  /** A controller without an integrator, c = kP e. */
  public static LeakyController proportional(double kP) {
    return new LeakyController(kP, 0, 1, 1);
  }

  /** The control for an error and the state of its integrator. */
  public double control(double error, double integrator) {
    return kI * integrator + kP * error;
  }

  /** dcInt/dt. */
  public double integratorSlope(double error, double integrator) {
    return (error - leak * integrator) / tau;
  }

  /** K of c = K e in equilibrium; infinite for an integrator that does not leak. */
  public double equilibriumGain() {
    return kI == 0 ? kP : kP + kI / leak;
  }
}
