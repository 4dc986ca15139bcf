package homeostat.disinhibition;

/**
 * The physiology of excitatory-inhibitory pairs, one interneuron to each excitatory cell, coupled
 * by fixed weights of one:
 *
 * <pre>
 * tauE duE/dt = -uE + a - phiI(uI)
 * tauI duI/dt = -uI + phiE(uE) - k
 * </pre>
 *
 * with a the feed-forward drive and k the control that reaches the interneuron. A positive k takes
 * inhibition away and so raises the rate of the excitatory cell.
 *
 * @param excitatory phiE
 * @param inhibitory phiI
 * @param tauE time constant of excitatory cells, s
 * @param tauI time constant of interneurons, s
 */
public record Pairs(SoftRectifier excitatory, SoftRectifier inhibitory, double tauE, double tauI)
    implements Cells {
  public Pairs {
    if (!(tauE > 0 && tauI > 0)) {
      throw new IllegalArgumentException(
          "time constants " + tauE + " and " + tauI + " s must be positive");
    }
  }
}
