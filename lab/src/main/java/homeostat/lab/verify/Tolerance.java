package homeostat.lab.verify;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How far a produced array may be from the expected one: {@code |produced - expected| <= abs + rel
 * * max|expected|}, the maximum taken over the array.
 *
 * @param abs absolute part
 * @param rel part relative to the largest expected magnitude
 */
record Tolerance(double abs, double rel) {
  private static final Tolerance SINGLE = new Tolerance(1e-6, 1e-3);
  private static final Tolerance DOUBLE = new Tolerance(1e-9, 1e-9);

  /** What a case allows to an evaluation in the given precision. */
  static Tolerance of(JsonNode golden, String precision) {
    boolean single = precision.equals("float32");
    JsonNode stated = golden.path(single ? "float32" : "tolerance");
    Tolerance otherwise = single ? SINGLE : DOUBLE;
    if (stated.isMissingNode()) {
      return otherwise;
    }
    return new Tolerance(stated.path("abs").asDouble(0), stated.path("rel").asDouble(0));
  }

  /** The largest error allowed to an array of that largest magnitude. */
  double limit(double largest) {
    return abs + rel * largest;
  }
}
