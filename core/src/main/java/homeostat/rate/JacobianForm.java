package homeostat.rate;

import homeostat.kernel.Kernels;

/** Which derivative of the activation the Jacobian of a step is made of. */
public enum JacobianForm {
  /** The derivative. */
  TRUE {
    @Override
    public void slope(Units units, double[] h, double[] t, double[] out) {
      for (int i = 0; i < out.length; i++) {
        out[i] = units.slope(i, t[i]);
      }
    }
  },
  /**
   * What the published program takes for it, whatever the activation: gain / cosh(h)^2. It lacks
   * the amplitude, and gain and shift in the argument.
   */
  PUBLISHED {
    @Override
    public void slope(Units units, double[] h, double[] t, double[] out) {
      Kernels.active().transcendental().tanh(h, 0, out, 0, out.length);
      for (int i = 0; i < out.length; i++) {
        out[i] = units.gains()[units.types()[i]] * (1 - out[i] * out[i]);
      }
    }
  };

  /**
   * The factors d of the Jacobian (leak) I + (step) J diag(d).
   *
   * @param h state, [unit]
   * @param t what {@link Units#tanh} makes of it, [unit]
   * @param out receives d, [unit]
   */
  public abstract void slope(Units units, double[] h, double[] t, double[] out);
}
