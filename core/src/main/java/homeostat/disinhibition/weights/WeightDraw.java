package homeostat.disinhibition.weights;

import homeostat.kernel.Normal;
import homeostat.kernel.Stream;

/** First weights of each layer, from streams named by layer. */
record WeightDraw(long seed) {
  /** Standard deviation of a standard normal truncated to [-2, 2]. */
  private static final double SPREAD = 0.87962566103423978;

  private static final double BOUND = 2;

  /** Probability below -2. */
  private static final double TAIL = 0.022750131948179195;

  /** Truncated normal of variance 1 / senders, [senders][units]. */
  float[] normal(int layer, int senders, int units) {
    Stream stream = Stream.of(seed, "init").at(layer);
    double scale = Math.sqrt(1.0 / senders) / SPREAD;
    float[] w = new float[Math.multiplyExact(senders, units)];
    for (int i = 0; i < w.length; i++) {
      double p = TAIL + stream.uniform(i) * (1 - 2 * TAIL);
      w[i] = (float) (scale * Math.clamp(Normal.quantile(p), -BOUND, BOUND));
    }
    return w;
  }

  /** Largest magnitude that {@link #normal} can give. */
  static float largest(int senders) {
    return (float) (BOUND * Math.sqrt(1.0 / senders) / SPREAD);
  }

  /** A sign for each sender, even odds. */
  byte[] signs(int layer, int senders) {
    Stream stream = Stream.of(seed, "init-signs").at(layer);
    byte[] signs = new byte[senders];
    for (int i = 0; i < senders; i++) {
      signs[i] = (byte) (stream.uniform(i) < 0.5 ? 1 : -1);
    }
    return signs;
  }

  /** Positive numbers of uneven size, in [0.5, 1.5). */
  float[] uneven(String purpose, int layer, int count) {
    Stream stream = Stream.of(seed, purpose).at(layer);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (0.5 + stream.uniform(i));
    }
    return values;
  }
}
