package homeostat.kinds.lyapunov.config;

import homeostat.lab.config.Key;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** {@code [sweep]}: the values of sigma and what they vary. */
public record SweepSection(
    @Key(value = "Smallest sigma.", min = 0, or = "0.5") double gmin,
    @Key(value = "Largest sigma.", min = 0, or = "3") double gmax,
    @Key(value = "Number of values of sigma.", min = 1, max = 10_000, or = "7") int mG,
    @Key(value = "Spacing of the values.", or = "\"linear\"") Spacing spacing,
    @Key(value = "What sigma varies: weights, gains, shifts, or several.", or = "[\"weights\"]")
        List<Varied> parameter) {

  /** Spacing of the values of sigma. */
  public enum Spacing {
    LINEAR,
    LOGARITHMIC
  }

  /** What sigma varies. */
  public enum Varied {
    WEIGHTS,
    GAINS,
    SHIFTS
  }

  /** The values of sigma, ascending, to 12 digits, so that whole numbers are whole. */
  public double[] values() {
    double[] out = new double[mG];
    for (int i = 0; i < mG; i++) {
      double share = mG == 1 ? 0 : (double) i / (mG - 1);
      double value =
          spacing == Spacing.LINEAR
              ? gmin + share * (gmax - gmin)
              : gmin * StrictMath.pow(gmax / gmin, share);
      out[i] = new BigDecimal(value).round(new MathContext(12)).doubleValue();
    }
    return out;
  }
}
