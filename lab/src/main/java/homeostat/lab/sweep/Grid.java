package homeostat.lab.sweep;

import homeostat.lab.config.Key;
import homeostat.lab.config.TomlValue;
import java.util.List;
import java.util.Optional;

/**
 * The section {@code [grid]} of a file: what a sweep varies.
 *
 * @param mode how the axes make points
 * @param samples points that are drawn, for {@code random}
 * @param seed of the draws
 * @param when which points are kept
 * @param objective what makes a point good
 * @param axis what is varied
 */
record Grid(
    @Key(
            value =
                "How axes make points: product takes every combination, zip the first values, then"
                    + " the second, and so on; random draws samples, each of which is taken under"
                    + " every combination of values given on the command line.",
            or = "\"product\"")
        Mode mode,
    @Key(value = "Points to draw, for mode random.", min = 1, max = 100_000)
        Optional<Integer> samples,
    @Key(value = "Seed of the draws, for mode random.", or = "0", min = 0) long seed,
    @Key("Keeps the points where it holds, for example \"a.b < 0.5 and a.mode == x\".")
        Optional<String> when,
    @Key(value = "What makes a point good; with some, the points are ranked.", or = "[]")
        List<Objective> objective,
    @Key(value = "What is varied.", or = "[]") List<AxisKeys> axis) {

  /** How axes make points. */
  enum Mode {
    PRODUCT,
    ZIP,
    RANDOM
  }

  /** How the values between two ends lie. */
  enum Spacing {
    LINEAR,
    LOG
  }

  /**
   * A section {@code [[grid.axis]]}: either values, or two ends.
   *
   * @param path key that is varied, with indices for an element
   * @param values its values
   * @param from first value
   * @param to last value
   * @param steps how many values; may be left out for {@code random}
   * @param spacing how they lie
   * @param when where it does not hold, the axis is left out
   */
  record AxisKeys(
      @Key("Key that is varied, for example \"recurrent.weights.w_mu[0][1]\".") String path,
      @Key("Its values.") Optional<List<TomlValue>> values,
      @Key("First value, instead of values.") Optional<Double> from,
      @Key("Last value, instead of values.") Optional<Double> to,
      @Key(value = "How many values between from and to, both counted.", min = 2, max = 100_000)
          Optional<Integer> steps,
      @Key(value = "How values between from and to lie.", or = "\"linear\"") Spacing spacing,
      @Key(
              "Where it does not hold, the axis is left out; it names axes that stand before or"
                  + " keys of the file.")
          Optional<String> when) {}
}
