package homeostat.rate;

import homeostat.kernel.Kernels;

/**
 * The units of a network: an activation, and gains and shifts that units of a type share. With a
 * the activation's amplitude, u = g (h - s), t = tanh(u) and q = 1 - t^2,
 *
 * <pre>
 * phi'    =  a g q             phi''     = -2 a g^2 t q
 * dphi/dg =  a (h - s) q       dphi'/dg  =  a q - 2 a g (h - s) t q
 * dphi/ds = -a g q             dphi'/ds  =  2 a g^2 t q
 * </pre>
 *
 * @param activation what they compute
 * @param gains g, [type]
 * @param shifts s, [type]
 * @param types the type of each unit, [unit]
 */
public record Units(Activation activation, double[] gains, double[] shifts, int[] types) {
  public Units {
    if (gains.length != shifts.length) {
      throw new IllegalArgumentException(
          gains.length + " gains and " + shifts.length + " shifts: one of each a type");
    }
    for (int i = 0; i < types.length; i++) {
      if (types[i] < 0 || types[i] >= gains.length) {
        throw new IllegalArgumentException(
            "unit " + i + " is of type " + types[i] + ", but there are " + gains.length + " types");
      }
    }
    requireFinite("gain", gains);
    requireFinite("shift", shifts);
  }

  /** Units of gain 1 and shift 0, each a type of its own. */
  public static Units plain(Activation activation, int size) {
    double[] gains = new double[size];
    java.util.Arrays.fill(gains, 1);
    return new Units(activation, gains, new double[size], ownTypes(size));
  }

  /** Each unit a type of its own. */
  public static int[] ownTypes(int size) {
    int[] types = new int[size];
    java.util.Arrays.setAll(types, i -> i);
    return types;
  }

  /** Number of units. */
  public int size() {
    return types.length;
  }

  /** The gain that unit i has; 1 where the activation has none. */
  public double gain(int i) {
    return activation.modulated() ? gains[types[i]] : 1;
  }

  /** The shift that unit i has; 0 where the activation has none. */
  public double shift(int i) {
    return activation.modulated() ? shifts[types[i]] : 0;
  }

  /** t = tanh(g (h - s)), from which all else follows. */
  public void tanh(double[] h, double[] t) {
    for (int i = 0; i < t.length; i++) {
      t[i] = gain(i) * (h[i] - shift(i));
    }
    Kernels.active().transcendental().tanh(t, 0, t, 0, t.length);
  }

  /** phi of unit i, given its t. */
  public double value(double t) {
    return activation.offset() + activation.amplitude() * t;
  }

  /** phi' of unit i, given its t. */
  public double slope(int i, double t) {
    return activation.amplitude() * gain(i) * (1 - t * t);
  }

  /** phi'' of unit i, given its t. */
  public double curvature(int i, double t) {
    double g = gain(i);
    return -2 * activation.amplitude() * g * g * t * (1 - t * t);
  }

  /** The activities phi(h). */
  public double[] activity(double[] h) {
    double[] out = new double[h.length];
    tanh(h, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = value(out[i]);
    }
    return out;
  }

  private static void requireFinite(String what, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(what + " " + i + " is " + values[i]);
      }
    }
  }
}
