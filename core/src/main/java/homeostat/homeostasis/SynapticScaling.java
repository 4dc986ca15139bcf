package homeostat.homeostasis;

/**
 * The actuator: every strength w from a sender to a receiver is multiplied, so that it stays
 * positive and strengths onto one unit keep their proportions,
 *
 * <pre>
 *   ln w <- ln w + eta sigma e
 * </pre>
 *
 * <p>with an error e and a sign sigma that the rule chooses. What a receiver needs is its own rate
 * and whether a sender excites or inhibits, or for {@link #CROSS} the rates of the senders of the
 * other class.
 *
 * @see <a href="https://doi.org/10.1016/j.cell.2008.10.008">Turrigiano 2008</a>, <a
 *     href="https://doi.org/10.1523/JNEUROSCI.20-23-08812.2000">van Rossum et al. 2000</a> and, for
 *     {@link #CROSS}, <a href="https://doi.org/10.1073/pnas.2200621119">Soldado-Magraner et al.
 *     2022</a>
 */
public enum SynapticScaling {
  /** Own error; sigma is 1 for senders that excite, -1 for those that inhibit. */
  OPPOSED,

  /** Own error; sigma is 1 for all: excitation and inhibition are scaled together. */
  UNIFORM,

  /**
   * The error of the other class: strengths onto excitatory units follow the inhibitory rates,
   * those onto inhibitory units the excitatory ones, and each class corrects the other. The sign of
   * a strength is that of its sender's effect times that of its receiver: too little inhibitory
   * activity strengthens excitation of excitatory units and weakens their inhibition; too little
   * excitatory activity weakens excitation of inhibitory units and strengthens their inhibition.
   */
  CROSS;

  /** Whether it is the error of the other class that counts. */
  public boolean crossed() {
    return this == CROSS;
  }

  /**
   * The sign sigma.
   *
   * @param senderExcites whether the sender excites; an input does
   * @param receiverExcites whether the receiver excites others
   */
  public int sign(boolean senderExcites, boolean receiverExcites) {
    return switch (this) {
      case OPPOSED -> senderExcites ? 1 : -1;
      case UNIFORM -> 1;
      case CROSS -> senderExcites == receiverExcites ? 1 : -1;
    };
  }
}
