package homeostat.disinhibition.rule;

import homeostat.disinhibition.circuit.Activity;

/**
 * What control does to the pairs of a network.
 *
 * @param cost H, the mean over samples of the sum over layers of |c Q_l|^2, from k = phiE(uE) - uI
 * @param negative share of interneurons whose potential it pushes below zero
 */
public record Steering(double cost, double negative) {

  /** Of the first samples of a steady state. */
  public static Steering of(Activity activity, int samples) {
    double cost = 0;
    long below = 0;
    long all = 0;
    for (int l = 0; l < activity.inhibitory().size(); l++) {
      float[] r = activity.rates().get(l);
      float[] uI = activity.inhibitory().get(l);
      int length = samples * activity.layers().units(l);
      for (int i = 0; i < length; i++) {
        double k = (double) r[i] - uI[i];
        cost += k * k;
        below += uI[i] < 0 ? 1 : 0;
      }
      all += length;
    }
    return new Steering(cost / samples, all == 0 ? 0 : (double) below / all);
  }
}
