package homeostat.kinds.disinhibition.curve;

import homeostat.disinhibition.curve.Crossing;
import homeostat.disinhibition.curve.CurvePoint;
import java.util.ArrayList;
import java.util.List;

/**
 * A curve as it was found.
 *
 * @param rates of the excitatory cell
 * @param changes of its synapse
 */
record Traced(double[] rates, double[] changes) {
  /** A change below it is what settling leaves of none. */
  private static final double NOISE = 3e-3;

  static Traced of(CurvePlan.Curve curve, int points) {
    double[] rates = new double[points];
    double[] changes = new double[points];
    for (int i = 0; i < points; i++) {
      CurvePoint point = curve.trial().at(curve.to() * i / (points - 1));
      rates[i] = point.rate();
      changes[i] = point.change();
    }
    return new Traced(rates, changes);
  }

  List<Crossing> crossings() {
    List<CurvePoint> points = new ArrayList<>();
    for (int i = 0; i < rates.length; i++) {
      points.add(new CurvePoint(rates[i], changes[i]));
    }
    return Crossing.of(points, NOISE);
  }

  /** Area above zero (sign 1) or below it (sign -1), over the rate. */
  double area(int sign) {
    double area = 0;
    for (int i = 1; i < rates.length; i++) {
      double before = Math.max(0, sign * changes[i - 1]);
      double after = Math.max(0, sign * changes[i]);
      area += (before + after) / 2 * (rates[i] - rates[i - 1]);
    }
    return area;
  }

  double largest() {
    double largest = 0;
    for (double change : changes) {
      largest = Math.max(largest, Math.abs(change));
    }
    return largest;
  }
}
