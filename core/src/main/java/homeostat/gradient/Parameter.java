package homeostat.gradient;

import homeostat.array.NdArray;

/**
 * A trainable array. The raw numbers are updated in place; shape and constraint stay.
 *
 * @param name unique within {@link Parameters}
 * @param raw what the optimiser moves, row-major; must satisfy the constraint
 * @param shape length of each axis; empty for a scalar
 * @param constraint which values are admitted
 */
public record Parameter(String name, float[] raw, int[] shape, Constraint constraint) {
  public Parameter {
    shape = shape.clone();
    if (NdArray.count(shape) != raw.length) {
      throw new IllegalArgumentException(
          "parameter '"
              + name
              + "': "
              + raw.length
              + " elements do not fill shape "
              + java.util.Arrays.toString(shape));
    }
    if (constraint.size() >= 0 && constraint.size() != raw.length) {
      throw new IllegalArgumentException(
          "parameter '"
              + name
              + "' has "
              + raw.length
              + " elements, its constraint is made for "
              + constraint.size());
    }
    requireAdmitted(name, raw, constraint);
  }

  /** A parameter that has these values, or the nearest that the constraint admits. */
  public static Parameter ofValues(
      String name, float[] values, int[] shape, Constraint constraint) {
    float[] raw = new float[values.length];
    if (constraint.size() >= 0 && constraint.size() != values.length) {
      return new Parameter(name, raw, shape, constraint); // complains about the sizes
    }
    for (int i = 0; i < raw.length; i++) {
      raw[i] = constraint.raw(i, values[i]);
    }
    return new Parameter(name, raw, shape, constraint);
  }

  /** Number of elements. */
  public int size() {
    return raw.length;
  }

  /** The values that the model sees, a fresh array. */
  public float[] values() {
    float[] out = new float[raw.length];
    values(out);
    return out;
  }

  /** Writes the values that the model sees to {@code out}. */
  public void values(float[] out) {
    for (int i = 0; i < raw.length; i++) {
      out[i] = constraint.value(i, raw[i]);
    }
  }

  /** Turns d loss / d value into d loss / d raw, in place. */
  public void chain(float[] gradient) {
    constraint.chain(raw, gradient);
  }

  /** Brings the raw numbers back to where the constraint admits them. */
  public void project() {
    constraint.project(raw);
  }

  static void requireAdmitted(String name, float[] raw, Constraint constraint) {
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] != constraint.project(i, raw[i]) || !Float.isFinite(raw[i])) {
        throw new IllegalArgumentException(
            "parameter '"
                + name
                + "': element "
                + i
                + " = "
                + raw[i]
                + " is not admitted by "
                + constraint.getClass().getSimpleName()
                + "; start from Parameter.ofValues, or correct the value");
      }
    }
  }
}
