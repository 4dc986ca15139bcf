package homeostat.disinhibition.teacher;

import homeostat.disinhibition.LeakyController;
import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.SoftRectifier;

/**
 * The constants of a network of pairs in continuous time.
 *
 * @param pairs the cells, also of the output
 * @param controller of the output's rates
 * @param tauW time constant of weights, s
 * @param tauQ time constant of feedback weights, s
 * @param feedbackNorm Frobenius norm of feedback weights
 * @param around rate around which the approximate rule's line touches the inverse
 * @param rule how weights learn
 * @param published whether errors are formed as the published program forms them
 */
public record StudentSettings(
    Pairs pairs,
    LeakyController controller,
    double tauW,
    double tauQ,
    double feedbackNorm,
    double around,
    Approximation rule,
    boolean published) {

  /** As published. */
  public static final StudentSettings PUBLISHED =
      new StudentSettings(
          new Pairs(new SoftRectifier(5, 1, 3), new SoftRectifier(1, 1, 3), 0.02, 0.005),
          new LeakyController(30, 15, 0.5, 0.1),
          60,
          30,
          7.5,
          0.5,
          Approximation.EXACT,
          true);

  /** Which inverse the learning rule takes. */
  public enum Approximation {
    EXACT,
    APPROX
  }

  /** Equal but for the rule. */
  public StudentSettings with(Approximation other) {
    return new StudentSettings(
        pairs, controller, tauW, tauQ, feedbackNorm, around, other, published);
  }
}
