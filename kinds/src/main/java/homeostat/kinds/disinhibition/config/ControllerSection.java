package homeostat.kinds.disinhibition.config;

import homeostat.disinhibition.LeakyController;
import homeostat.lab.config.Key;
import java.util.Locale;

/** {@code [model.vf.controller]}. */
public record ControllerSection(
    @Key(value = "Its form: proportional and leaky integral.", or = "\"leaky-pi\"") Form name,
    @Key(value = "Proportional gain.", min = 0, or = "0.2") double kP,
    @Key(value = "Integral gain.", min = 0, or = "0.4") double kI,
    @Key(value = "Leak of the integrator.", min = 0, or = "1.0") double leak,
    @Key(
            value = "Time constant of the integrator.",
            unit = "s",
            min = 0,
            above = true,
            or = "100e-3")
        double tau) {

  /** Which controller. */
  public enum Form {
    LEAKY_PI;

    /** As published, with hyphens. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The controller itself. */
  public LeakyController controller() {
    return new LeakyController(kP, kI, leak, tau);
  }
}
