package homeostat.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The errors that the class comments of the functions state, against StrictMath. */
class FunctionsTest {
  private interface FloatFunction {
    float of(float x);
  }

  private static double sigmoid(double x) {
    double t = StrictMath.exp(-Math.abs(x));
    return (x >= 0 ? 1 : t) / (1 + t);
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }

  @Test
  void floatFunctionsAreWithinTheirStatedErrors() {
    check(FloatFunctions::exp, StrictMath::exp, 0.95);
    check(FloatFunctions::log, StrictMath::log, 0.9);
    check(FloatFunctions::tanh, StrictMath::tanh, 2.5);
    check(FloatFunctions::sigmoid, FunctionsTest::sigmoid, 2.5);
    check(FloatFunctions::softplus, FunctionsTest::softplus, 2.7);
  }

  /** Every 10007th of all float patterns, subnormal, infinite and NaN among them. */
  private static void check(FloatFunction function, DoubleUnaryOperator reference, double bound) {
    for (long bits = Integer.MIN_VALUE; bits <= Integer.MAX_VALUE; bits += 10_007) {
      float x = Float.intBitsToFloat((int) bits);
      double expected = reference.applyAsDouble(x);
      float got = function.of(x);
      if (Double.isNaN(expected) || Float.isInfinite((float) expected)) {
        assertEquals((float) expected, got);
      } else {
        double error = Math.abs(got - expected) / Math.ulp((float) expected);
        assertTrue(error <= bound, () -> x + ": " + got + ", wrong by " + error + " ulp");
      }
    }
  }

  @Test
  void doubleFunctionsAreWithinTheirStatedErrors() {
    check(DoubleFunctions::exp, StrictMath::exp, 1);
    check(DoubleFunctions::log, StrictMath::log, 1);
    check(DoubleFunctions::tanh, StrictMath::tanh, 4);
    check(DoubleFunctions::sigmoid, FunctionsTest::sigmoid, 3);
    check(DoubleFunctions::softplus, FunctionsTest::softplus, 3);
  }

  private static void check(
      DoubleUnaryOperator function, DoubleUnaryOperator reference, double bound) {
    var random = new SplittableRandom(5);
    for (int i = 0; i < 300_000; i++) {
      double x =
          switch (i % 4) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextDouble() * 1500 - 750;
            case 2 -> random.nextDouble() * 20 - 10;
            default -> random.nextDouble() * 2 - 1;
          };
      double expected = reference.applyAsDouble(x);
      double got = function.applyAsDouble(x);
      if (Double.isNaN(expected) || Double.isInfinite(expected)) {
        assertEquals(expected, got);
      } else {
        double error = Math.abs(got - expected) / Math.ulp(expected);
        assertTrue(error <= bound, () -> x + ": " + got + ", wrong by " + error + " ulp");
      }
    }
  }

  @Test
  void limitsAndSigns() {
    assertEquals(0, FloatFunctions.exp(Float.NEGATIVE_INFINITY));
    assertEquals(Float.POSITIVE_INFINITY, FloatFunctions.exp(Float.POSITIVE_INFINITY));
    assertEquals(1, FloatFunctions.exp(0));
    assertEquals(0, FloatFunctions.log(1));
    assertEquals(Float.NEGATIVE_INFINITY, FloatFunctions.log(-0f));
    assertEquals(Float.NaN, FloatFunctions.log(-1));
    assertEquals(-0f, FloatFunctions.tanh(-0f));
    assertEquals(-1, FloatFunctions.tanh(Float.NEGATIVE_INFINITY));
    assertEquals(-FloatFunctions.tanh(0.3f), FloatFunctions.tanh(-0.3f));
    assertEquals(0.5f, FloatFunctions.sigmoid(0));
    assertEquals(Float.NaN, FloatFunctions.softplus(Float.NaN));
    assertEquals(-0.0, DoubleFunctions.tanh(-0.0));
    assertEquals(-1, DoubleFunctions.tanh(Double.NEGATIVE_INFINITY));
    assertEquals(0, DoubleFunctions.exp(Double.NEGATIVE_INFINITY));
    assertEquals(Double.NaN, DoubleFunctions.exp(Double.NaN));
  }
}
