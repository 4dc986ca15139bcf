package homeostat.spiking.simulation;

/**
 * The spike and its surrogate derivative (the fast sigmoid of Zenke and Ganguli, Neural Computation
 * 30, 2018): forward {@code s = H(z)}, backward {@code ds/dz = 1 / (scale |z| + 1)^2}, with z = v -
 * theta in mV and the scale in 1/mV.
 */
public final class Surrogate {
  private Surrogate() {}

  /** True above threshold; exactly at threshold there is no spike. */
  public static boolean spikes(float potential, float theta) {
    return potential > theta;
  }

  /** The surrogate derivative at a distance z from threshold. */
  public static float derivative(float z, float scale) {
    float root = scale * Math.abs(z) + 1f;
    return 1f / (root * root);
  }
}
