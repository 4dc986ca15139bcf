package homeostat.kernel;

/**
 * Elementary functions of one float32, made of + - * / fma, comparison and bit operations only, so
 * that interpreter, compilers, machines and vector lanes all give the same bits ({@code Math} does
 * not promise that). Range reduction and truncated Taylor series; each comment states the identity
 * used. The largest errors, measured against {@link StrictMath} in float64 over every 61st float
 * pattern, are in units in the last place of the result, subnormal results included: exp 0.91, log
 * 0.81, tanh 2.5, sigmoid 2.4, softplus 2.6. A NaN gives a NaN of unspecified payload.
 */
public final class FloatFunctions {
  /** Adding this rounds a small float to an integer, which then stands in the low bits. */
  public static final float ROUNDER = 0x1.8p23f;

  /** The bits of {@link #ROUNDER}. */
  public static final int ROUNDER_BITS = 0x4B400000;

  /** 1 / ln 2. */
  public static final float LOG2_E = 1.44269504088896340736f;

  /** The leading bits of ln 2: its product with an exponent is exact. */
  public static final float LN2_HIGH = 0x1.63p-1f;

  /** ln 2 - {@link #LN2_HIGH}. */
  public static final float LN2_LOW = (float) (0.693147180559945309417 - 0x1.63p-1);

  /** Above it, exp is infinite. */
  public static final float EXP_HIGHEST = 89f;

  /** Below it, exp is 0. */
  public static final float EXP_LOWEST = -104f;

  /** Above it, tanh rounds to 1. */
  public static final float TANH_HIGHEST = 9.1f;

  /** The bits of sqrt(1/2): the mantissa of a logarithm lies in [sqrt(1/2), sqrt(2)). */
  public static final int ROOT_HALF_BITS = 0x3F3504F3;

  private FloatFunctions() {}

  /** exp(x) = 2^k exp(r), with k = round(x / ln 2) and |r| at most ln(2)/2. */
  public static float exp(float x) {
    float c = x > EXP_HIGHEST ? EXP_HIGHEST : x;
    c = c < EXP_LOWEST ? EXP_LOWEST : c;
    float t = Math.fma(c, LOG2_E, ROUNDER);
    float n = t - ROUNDER;
    int k = Float.floatToRawIntBits(t) - ROUNDER_BITS;
    float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, c));
    float p = Math.fma(1f / 5040, r, 1f / 720);
    p = Math.fma(p, r, 1f / 120);
    p = Math.fma(p, r, 1f / 24);
    p = Math.fma(p, r, 1f / 6);
    p = Math.fma(p, r, 0.5f);
    p = Math.fma(p, r, 1f);
    p = Math.fma(p, r, 1f);
    int half = k >> 1;
    return p * powerOfTwo(half) * powerOfTwo(k - half);
  }

  /**
   * ln(x) = e ln 2 + ln(m), with ln(m) = 2 atanh(s), s = f / (2 + f), f = m - 1, arranged so that f
   * itself enters without rounding.
   */
  public static float log(float x) {
    boolean small = x < Float.MIN_NORMAL;
    float scaled = small ? x * 0x1p25f : x;
    int bits = Float.floatToRawIntBits(scaled);
    int k = (bits - ROOT_HALF_BITS) >> 23;
    float m = Float.intBitsToFloat(bits - (k << 23));
    float e = Float.intBitsToFloat(ROUNDER_BITS + k) - (small ? ROUNDER + 25 : ROUNDER);
    float f = m - 1;
    float s = f / (2 + f);
    float z = s * s;
    float p = Math.fma(2f / 11, z, 2f / 9);
    p = Math.fma(p, z, 2f / 7);
    p = Math.fma(p, z, 2f / 5);
    p = Math.fma(p, z, 2f / 3);
    float half = 0.5f * f * f;
    float low = Math.fma(s, Math.fma(p, z, half), e * LN2_LOW);
    float y = Math.fma(e, LN2_HIGH, f - (half - low));
    y = x == Float.POSITIVE_INFINITY ? x : y;
    y = x == 0 ? Float.NEGATIVE_INFINITY : y;
    return x >= 0 ? y : Float.NaN;
  }

  /** tanh |x| = q / (q + 2) with q = exp(2|x|) - 1 = 2^k (exp(r) - 1) + (2^k - 1). */
  public static float tanh(float x) {
    float a = Math.abs(x);
    a = a > TANH_HIGHEST ? TANH_HIGHEST : a;
    float c = a + a;
    float t = Math.fma(c, LOG2_E, ROUNDER);
    float n = t - ROUNDER;
    int k = Float.floatToRawIntBits(t) - ROUNDER_BITS;
    float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, c));
    float p = Math.fma(1f / 5040, r, 1f / 720);
    p = Math.fma(p, r, 1f / 120);
    p = Math.fma(p, r, 1f / 24);
    p = Math.fma(p, r, 1f / 6);
    p = Math.fma(p, r, 0.5f);
    p = Math.fma(r * r, p, r);
    float scale = powerOfTwo(k);
    float q = Math.fma(scale, p, scale - 1);
    float y = q / (q + 2);
    return Float.intBitsToFloat(
        Float.floatToRawIntBits(y) | (Float.floatToRawIntBits(x) & 0x80000000));
  }

  /** 1 / (1 + exp(-x)), from t = exp(-|x|): 1 / (1 + t) or t / (1 + t). */
  public static float sigmoid(float x) {
    float t = exp(-Math.abs(x));
    return (x >= 0 ? 1f : t) / (1 + t);
  }

  /**
   * ln(1 + exp(x)) = max(x, 0) + ln(1 + t), with t = exp(-|x|), and for ln(1 + t) / t on [0, 1] the
   * polynomial 1 + c_1 t + ... + c_8 t^8 of least relative error, 3.3e-8.
   */
  public static float softplus(float x) {
    float t = exp(-Math.abs(x));
    float p = Math.fma(0.0053648264f, t, -0.0300658f);
    p = Math.fma(p, t, 0.079204544f);
    p = Math.fma(p, t, -0.13753803f);
    p = Math.fma(p, t, 0.19153656f);
    p = Math.fma(p, t, -0.24857163f);
    p = Math.fma(p, t, 0.33321324f);
    p = Math.fma(p, t, -0.49999648f);
    p = Math.fma(p, t, 1f);
    return Math.fma(t, p, x > 0 ? x : 0f);
  }

  private static float powerOfTwo(int k) {
    return Float.intBitsToFloat((k + 127) << 23);
  }
}
