package homeostat.kinds.disinhibition.config;

import homeostat.disinhibition.SoftRectifier;
import homeostat.lab.config.Key;

/** {@code [pair.activation]}: scale ln(1 + exp(sharpness (u - shift))). */
public record PairActivationSection(
    @Key(value = "Rate per unit.", min = 0, above = true, or = "1.0") double scale,
    @Key(value = "Slope of the argument.", min = 0, above = true, or = "1.0") double sharpness,
    @Key(value = "Potential at which the rate is scale ln 2.", or = "3.0") double shift) {

  /** The function itself. */
  public SoftRectifier rectifier() {
    return new SoftRectifier(scale, sharpness, shift);
  }
}
