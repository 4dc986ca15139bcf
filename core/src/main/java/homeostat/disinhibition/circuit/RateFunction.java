package homeostat.disinhibition.circuit;

import homeostat.disinhibition.SoftRectifier;
import homeostat.kernel.Kernels;

/**
 * A soft rectifier on arrays of float32, by the vector kernels.
 *
 * @param rectifier what it computes
 * @param kernels the arithmetic
 */
public record RateFunction(SoftRectifier rectifier, Kernels kernels) {

  /** r <- phi(u). */
  public void rate(float[] u, int uAt, float[] r, int rAt, int length) {
    int at = argument(u, uAt, r, rAt, length);
    kernels.transcendental().softplus(at < 0 ? u : r, at < 0 ? uAt : at, r, rAt, length);
    scale(rectifier.scale(), r, rAt, length);
  }

  /** d <- phi'(u). */
  public void slope(float[] u, int uAt, float[] d, int dAt, int length) {
    int at = argument(u, uAt, d, dAt, length);
    kernels.transcendental().sigmoid(at < 0 ? u : d, at < 0 ? uAt : at, d, dAt, length);
    scale(rectifier.scale() * rectifier.sharpness(), d, dAt, length);
  }

  /** Writes sharpness (u - shift) to {@code out}; -1 where u itself is the argument. */
  private int argument(float[] u, int uAt, float[] out, int outAt, int length) {
    if (rectifier.sharpness() == 1 && rectifier.shift() == 0) {
      return -1;
    }
    float sharpness = (float) rectifier.sharpness();
    float shift = (float) rectifier.shift();
    System.arraycopy(u, uAt, out, outAt, length);
    for (int i = outAt; i < outAt + length; i++) {
      out[i] = sharpness * (out[i] - shift);
    }
    return outAt;
  }

  private void scale(double factor, float[] x, int at, int length) {
    if (factor != 1) {
      kernels.elementwise().scale((float) factor, x, at, length);
    }
  }
}
