package homeostat.rate;

/**
 * A coupling as signs times magnitudes, J = C o W: the signs say where synapses are and what they
 * do, and are never trained.
 *
 * @param size number of units
 * @param signs C, [receiver][sender]: -1, 0 or 1
 * @param magnitudes W, [receiver][sender]
 */
public record SignedWeights(int size, byte[] signs, double[] magnitudes) {
  public SignedWeights {
    if (signs.length != size * size || magnitudes.length != size * size) {
      throw new IllegalArgumentException(
          "%d signs and %d magnitudes do not make a square matrix of %d units"
              .formatted(signs.length, magnitudes.length, size));
    }
    for (int e = 0; e < signs.length; e++) {
      if (!Double.isFinite(magnitudes[e]) || (signs[e] == 0 && magnitudes[e] != 0)) {
        throw new IllegalArgumentException(
            "magnitude ["
                + e / size
                + "]["
                + e % size
                + "] is "
                + magnitudes[e]
                + (signs[e] == 0 ? " where there is no synapse" : ""));
      }
    }
  }

  /** Of a coupling: its signs and absolute values. */
  public static SignedWeights of(int size, double[] coupling) {
    byte[] signs = new byte[coupling.length];
    double[] magnitudes = new double[coupling.length];
    for (int e = 0; e < coupling.length; e++) {
      signs[e] = (byte) Math.signum(coupling[e]);
      magnitudes[e] = Math.abs(coupling[e]);
    }
    return new SignedWeights(size, signs, magnitudes);
  }

  /** J = C o W. */
  public double[] coupling() {
    double[] coupling = new double[signs.length];
    for (int e = 0; e < signs.length; e++) {
      coupling[e] = signs[e] * magnitudes[e];
    }
    return coupling;
  }

  /** Number of synapses. */
  public int synapses() {
    int count = 0;
    for (byte sign : signs) {
      count += sign != 0 ? 1 : 0;
    }
    return count;
  }
}
