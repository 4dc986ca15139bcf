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
      if (!Double.isFinite(magnitudes[e])) {
        throw new IllegalArgumentException(
            "the strength from unit %d to unit %d, [%d][%d], is %s"
                .formatted(e % size, e / size, e / size, e % size, magnitudes[e]));
      }
      if (signs[e] == 0 && magnitudes[e] != 0) {
        throw new IllegalArgumentException(
            "W[%d][%d] is %s, but C[%d][%d] is 0: there is no synapse; signs and magnitudes must"
                    .formatted(e / size, e % size, magnitudes[e], e / size, e % size)
                + " have the same support");
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

  /** All magnitudes times a factor. */
  public SignedWeights scaled(double factor) {
    double[] out = magnitudes.clone();
    for (int e = 0; e < out.length; e++) {
      out[e] *= factor;
    }
    return new SignedWeights(size, signs, out);
  }

  /**
   * The radius of the disc that the eigenvalues of a large random matrix with these variances fill
   * (Rajan and Abbott 2006), sqrt(sum J^2 / n - sum (column mean)^2); eigenvalues outside come from
   * the means.
   */
  public double bulkRadius() {
    double squares = 0;
    double means = 0;
    for (int j = 0; j < size; j++) {
      double mean = 0;
      for (int i = 0; i < size; i++) {
        double value = signs[i * size + j] * magnitudes[i * size + j];
        mean += value / size;
        squares += value * value;
      }
      means += mean * mean;
    }
    return Math.sqrt(squares / size - means);
  }
}
