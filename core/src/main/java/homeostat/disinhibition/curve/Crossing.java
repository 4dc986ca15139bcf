package homeostat.disinhibition.curve;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a plasticity curve changes sign.
 *
 * @param rate at which it does, between two points by a line
 * @param rising from depression to potentiation
 */
public record Crossing(double rate, boolean rising) {

  /**
   * The changes of sign of a curve, in its order. Changes below {@code noise} count as zero, and a
   * curve that stays there crosses nothing.
   */
  public static List<Crossing> of(List<CurvePoint> curve, double noise) {
    List<Crossing> crossings = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < curve.size(); i++) {
      if (Math.abs(curve.get(i).change()) <= noise) {
        continue;
      }
      if (last >= 0 && curve.get(i).change() > 0 != curve.get(last).change() > 0) {
        crossings.add(between(curve.get(last), curve.get(i)));
      }
      last = i;
    }
    return crossings;
  }

  private static Crossing between(CurvePoint before, CurvePoint after) {
    double share = before.change() / (before.change() - after.change());
    return new Crossing(before.rate() + share * (after.rate() - before.rate()), after.change() > 0);
  }
}
