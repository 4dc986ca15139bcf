package homeostat.connectome.region;

import homeostat.connectome.Provenance;
import homeostat.kernel.DoubleMatrix;
import java.util.Arrays;
import java.util.Locale;

/**
 * Whether weights that look like fractions of labelled neurons are oriented as such. Those are
 * normalised for each injected area, which receives: what one area receives sums to at most 1, what
 * one sends may not.
 */
final class Fractions {
  private static final double ONE = 1 + 1e-9;

  private Fractions() {}

  /** With a warning, if what every area sends sums to at most 1, and what one receives does not. */
  static Provenance checked(DoubleMatrix weights, Provenance provenance) {
    int n = weights.rows();
    double[] sent = new double[n];
    double[] received = new double[n];
    double largest = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double weight = Math.max(0, weights.data()[weights.index(i, j)]);
        sent[i] += weight;
        received[j] += weight;
        largest = Math.max(largest, weight);
      }
    }
    double mostSent = Arrays.stream(sent).max().orElse(0);
    double mostReceived = Arrays.stream(received).max().orElse(0);
    if (largest > 1 || mostSent > ONE || mostReceived <= ONE) {
      return provenance;
    }
    long over = Arrays.stream(received).filter(sum -> sum > ONE).count();
    return provenance.warn(
        String.format(
            Locale.ROOT,
            "areas that receive more than 1 in all (up to %.3g), while no area sends more than 1:"
                + " fractions of labelled neurons are the other way round, so the orientation"
                + " seems to be the opposite",
            mostReceived),
        over);
  }
}
