package homeostat.lab.sweep;

import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * What a change of one axis did to a number, from pairs of cells that differ in nothing else:
 * differences d = changed - baseline of each pair.
 *
 * @param place values of the other axes that are no repeats
 * @param value the changed value of the axis
 * @param pairs number n of pairs
 * @param baseline mean of the number at the baseline
 * @param difference mean of d
 * @param low lower end of the 95 % confidence interval of that mean (Student's t)
 * @param high upper end
 * @param effect Cohen's d_z: mean of d over its standard deviation
 * @param p of the paired t test that the mean of d is 0, two-sided
 * @param holm that p, corrected for all comparisons that are made together (Holm 1979)
 * @param margin what is taken for no difference: a share of the standard deviation at the baseline
 * @param equivalence p of two one-sided tests (Schuirmann 1987) that the mean of d is not within
 *     the margin; below 0.05 the two are equivalent
 */
public record Contrast(
    List<String> place,
    String value,
    int pairs,
    double baseline,
    double difference,
    double low,
    double high,
    double effect,
    double p,
    double holm,
    double margin,
    double equivalence) {

  /**
   * The contrast of some pairs, as the only one made.
   *
   * @param before the number at the baseline, one a pair
   * @param after the number at the changed value
   * @param share of the standard deviation at the baseline that is taken for no difference
   */
  static Contrast of(
      List<String> place, String value, List<Double> before, List<Double> after, double share) {
    int n = before.size();
    List<Double> differences = new java.util.ArrayList<>();
    for (int i = 0; i < n; i++) {
      differences.add(after.get(i) - before.get(i));
    }
    Statistics d = Statistics.of(differences);
    Statistics base = Statistics.of(before);
    double margin = share * base.sd();
    double p = Double.NaN;
    double equivalence = Double.NaN;
    if (n > 1) {
      TDistribution t = new TDistribution(n - 1.0);
      double error = d.sd() / Math.sqrt(n);
      p = 2 * t.cumulativeProbability(-Math.abs(d.mean()) / error);
      equivalence = t.cumulativeProbability((Math.abs(d.mean()) - margin) / error);
    }
    return new Contrast(
        place,
        value,
        n,
        base.mean(),
        d.mean(),
        d.low(),
        d.high(),
        d.mean() / d.sd(),
        p,
        p,
        margin,
        equivalence);
  }

  /** The same as one of several comparisons. */
  Contrast corrected(double holm) {
    return new Contrast(
        place, value, pairs, baseline, difference, low, high, effect, p, holm, margin, equivalence);
  }

  /**
   * What can be said: a difference, also with all comparisons in view or by this one alone;
   * equivalence; neither; or that every pair is the same.
   */
  public String verdict() {
    if (pairs > 1 && low == 0 && high == 0) {
      return "identical";
    }
    if (!(pairs > 1) || Double.isNaN(p)) {
      return "too few";
    }
    if (equivalence < 0.05) {
      return holm < 0.05 ? "differs, within margin" : "equivalent";
    }
    if (holm < 0.05) {
      return "differs";
    }
    return p < 0.05 ? "differs, uncorrected" : "undecided";
  }
}
