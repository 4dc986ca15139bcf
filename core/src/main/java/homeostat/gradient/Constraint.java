package homeostat.gradient;

import java.util.stream.IntStream;

/**
 * What values a parameter may take. The optimiser moves the stored <em>raw</em> numbers freely; a
 * constraint says which value the model sees, how a gradient with respect to the value becomes one
 * with respect to the raw number, and where an update that left the admitted set is brought back.
 *
 * <p>All methods work element by element: element {@code i} of an array of the parameter's size.
 */
public sealed interface Constraint {
  /** Any value: value = raw. */
  Constraint FREE = new Free();

  /** Values of at least zero: value = raw, projected to max(raw, 0). */
  Constraint NON_NEGATIVE = new NonNegative();

  /** Positive values: value = exp(raw). */
  Constraint LOG = new Log();

  /** Positive values: value = ln(1 + exp(raw)). */
  Constraint SOFT_PLUS = new SoftPlus();

  /** The value that the model sees. */
  float value(int i, float raw);

  /** The raw number of a value; the nearest admitted one for a value that is not admitted. */
  float raw(int i, float value);

  /** d loss / d raw, given d loss / d value. */
  float chain(int i, float raw, float gradient);

  /** The admitted raw number nearest to {@code raw}; NaN stays NaN. */
  float project(int i, float raw);

  /** Number of elements this constraint is made for; -1 if it fits any. */
  int size();

  /** Whether the value is the raw number itself, for every admitted raw number. */
  boolean direct();

  /** Turns d loss / d value of all elements into d loss / d raw, in place. */
  void chain(float[] raw, float[] gradient);

  /** Brings all raw numbers of a parameter to the nearest admitted ones, in place. */
  void project(float[] raw);

  /** Any value. */
  record Free() implements Constraint {
    @Override
    public float value(int i, float raw) {
      return raw;
    }

    @Override
    public float raw(int i, float value) {
      return value;
    }

    @Override
    public float chain(int i, float raw, float gradient) {
      return gradient;
    }

    @Override
    public float project(int i, float raw) {
      return raw;
    }

    @Override
    public int size() {
      return -1;
    }

    @Override
    public boolean direct() {
      return true;
    }

    @Override
    public void chain(float[] raw, float[] gradient) {}

    @Override
    public void project(float[] raw) {}
  }

  /** Values of at least zero, by projection. */
  record NonNegative() implements Constraint {
    @Override
    public float value(int i, float raw) {
      return raw;
    }

    @Override
    public float raw(int i, float value) {
      return Math.max(value, 0f);
    }

    @Override
    public float chain(int i, float raw, float gradient) {
      return gradient;
    }

    @Override
    public float project(int i, float raw) {
      return Math.max(raw, 0f);
    }

    @Override
    public int size() {
      return -1;
    }

    @Override
    public boolean direct() {
      return true;
    }

    @Override
    public void chain(float[] raw, float[] gradient) {}

    @Override
    public void project(float[] raw) {
      for (int i = 0; i < raw.length; i++) {
        raw[i] = Math.max(raw[i], 0f);
      }
    }
  }

  /** Positive values; the raw number is the natural logarithm of the value. */
  record Log() implements Constraint {
    @Override
    public float value(int i, float raw) {
      return (float) StrictMath.exp(raw);
    }

    @Override
    public float raw(int i, float value) {
      return (float) StrictMath.log(value <= 0f ? Float.MIN_NORMAL : value);
    }

    @Override
    public float chain(int i, float raw, float gradient) {
      return (float) (gradient * StrictMath.exp(raw));
    }

    @Override
    public float project(int i, float raw) {
      return raw;
    }

    @Override
    public int size() {
      return -1;
    }

    @Override
    public boolean direct() {
      return false;
    }

    @Override
    public void chain(float[] raw, float[] gradient) {
      for (int i = 0; i < raw.length; i++) {
        gradient[i] = chain(i, raw[i], gradient[i]);
      }
    }

    @Override
    public void project(float[] raw) {}
  }

  /** Positive values: value = ln(1 + exp(raw)), which grows linearly where {@link Log} explodes. */
  record SoftPlus() implements Constraint {
    @Override
    public float value(int i, float raw) {
      return (float) (Math.max(raw, 0f) + StrictMath.log1p(StrictMath.exp(-Math.abs(raw))));
    }

    @Override
    public float raw(int i, float value) {
      double v = value <= 0f ? Float.MIN_NORMAL : value;
      return (float) (v + StrictMath.log(-StrictMath.expm1(-v)));
    }

    @Override
    public float chain(int i, float raw, float gradient) {
      return (float) (gradient / (1 + StrictMath.exp(-(double) raw)));
    }

    @Override
    public float project(int i, float raw) {
      return raw;
    }

    @Override
    public int size() {
      return -1;
    }

    @Override
    public boolean direct() {
      return false;
    }

    @Override
    public void chain(float[] raw, float[] gradient) {
      for (int i = 0; i < raw.length; i++) {
        gradient[i] = chain(i, raw[i], gradient[i]);
      }
    }

    @Override
    public void project(float[] raw) {}
  }

  /**
   * Each value keeps its sign (Dale's principle) or is zero, by projection. For elements without a
   * connection use {@link Masked}.
   *
   * @param signs +1 or -1 an element
   */
  record FixedSign(byte[] signs) implements Constraint {
    public FixedSign {
      signs = signs.clone();
      for (int i = 0; i < signs.length; i++) {
        if (signs[i] != 1 && signs[i] != -1) {
          throw new IllegalArgumentException(
              "sign " + i + " is " + signs[i] + ", not +1 or -1; mask what is no connection");
        }
      }
    }

    @Override
    public float value(int i, float raw) {
      return raw;
    }

    @Override
    public float raw(int i, float value) {
      return project(i, value);
    }

    @Override
    public float chain(int i, float raw, float gradient) {
      return gradient;
    }

    @Override
    public float project(int i, float raw) {
      return signs[i] > 0 ? Math.max(raw, 0f) : Math.min(raw, 0f);
    }

    @Override
    public int size() {
      return signs.length;
    }

    @Override
    public boolean direct() {
      return true;
    }

    @Override
    public void chain(float[] raw, float[] gradient) {}

    @Override
    public void project(float[] raw) {
      for (int i = 0; i < raw.length; i++) {
        raw[i] = project(i, raw[i]);
      }
    }
  }

  /**
   * Only some elements exist; the others have value, raw number and gradient zero, also when an
   * optimiser's momentum would move them.
   */
  final class Masked implements Constraint {
    private final boolean[] mask;
    private final Constraint inner;
    private final int[] absent;

    /**
     * @param mask whether an element exists
     * @param inner what holds for those that do
     */
    public Masked(boolean[] mask, Constraint inner) {
      this.mask = mask.clone();
      this.inner = inner;
      this.absent = IntStream.range(0, mask.length).filter(i -> !mask[i]).toArray();
      if (inner.size() >= 0 && inner.size() != mask.length) {
        throw new IllegalArgumentException(
            "a mask of " + mask.length + " elements holds a constraint of " + inner.size());
      }
    }

    private void clear(float[] values) {
      for (int i : absent) {
        values[i] = 0f;
      }
    }

    @Override
    public float value(int i, float raw) {
      return mask[i] ? inner.value(i, raw) : 0f;
    }

    @Override
    public float raw(int i, float value) {
      return mask[i] ? inner.raw(i, value) : 0f;
    }

    @Override
    public float chain(int i, float raw, float gradient) {
      return mask[i] ? inner.chain(i, raw, gradient) : 0f;
    }

    @Override
    public float project(int i, float raw) {
      return mask[i] ? inner.project(i, raw) : 0f;
    }

    @Override
    public int size() {
      return mask.length;
    }

    @Override
    public boolean direct() {
      return inner.direct();
    }

    @Override
    public void chain(float[] raw, float[] gradient) {
      inner.chain(raw, gradient);
      clear(gradient);
    }

    @Override
    public void project(float[] raw) {
      inner.project(raw);
      clear(raw);
    }
  }
}
