package homeostat.connectome.brain;

import homeostat.connectome.Connectome;
import homeostat.connectome.Provenance;
import homeostat.connectome.Signs;
import homeostat.kernel.Csr;
import java.util.Arrays;

/**
 * Weights of a connectome that carry the signs of their senders.
 *
 * @param weights [sender][receiver] signed
 * @param provenance that of the connectome, and what was done
 */
record SignedWeights(Csr weights, Provenance provenance) {

  /**
   * Takes signs from the weights, if some are negative, and else from what is known of the senders;
   * a sender of unknown sign then excites.
   */
  static SignedWeights of(Connectome connectome) {
    Csr weights = connectome.weights();
    int[] signs = connectome.signs().map(Signs::values).orElse(new int[0]);
    Provenance provenance = connectome.provenance();
    if (signs.length == 0) {
      return new SignedWeights(weights, provenance);
    }
    boolean signed = false;
    for (float value : weights.values()) {
      signed |= value < 0;
    }
    return signed
        ? new SignedWeights(weights, told(weights, signs, provenance))
        : applied(weights, signs, provenance);
  }

  private static SignedWeights applied(Csr weights, int[] signs, Provenance provenance) {
    float[] values = weights.values().clone();
    long inhibitory = 0;
    long unknown = 0;
    for (int i = 0; i < signs.length; i++) {
      int from = weights.offsets()[i];
      int to = weights.offsets()[i + 1];
      if (from < to) {
        inhibitory += signs[i] < 0 ? 1 : 0;
        unknown += signs[i] == 0 ? 1 : 0;
      }
      for (int e = from; e < to && signs[i] < 0; e++) {
        values[e] = -values[e];
      }
    }
    Provenance longer = provenance.note("senders made inhibitory by their known sign", inhibitory);
    return new SignedWeights(
        weights.with(values),
        unknown == 0
            ? longer
            : longer.warn("senders of unknown sign: taken as excitatory", unknown));
  }

  /** Warns of senders whose weights are not all of the sign that is known of them. */
  private static Provenance told(Csr weights, int[] signs, Provenance provenance) {
    long contrary = 0;
    for (int i = 0; i < signs.length; i++) {
      float[] own =
          Arrays.copyOfRange(weights.values(), weights.offsets()[i], weights.offsets()[i + 1]);
      boolean other = false;
      for (float value : own) {
        other |= value * signs[i] < 0;
      }
      contrary += other ? 1 : 0;
    }
    return contrary == 0
        ? provenance
        : provenance.warn("senders with weights against their known sign: kept", contrary);
  }
}
