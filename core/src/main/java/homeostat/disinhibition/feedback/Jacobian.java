package homeostat.disinhibition.feedback;

/** Which Jacobian of the output the feedback weights of a network of pairs are made of. */
public enum Jacobian {
  /**
   * As published: excitatory potentials count as plain pre-activations, and the loop of a pair as
   * open.
   *
   * <pre>
   * J_L = W_out' diag(phiE'),   J_l = J_(l+1) W_(l+1)' diag(phiE'),   Q_l = J_l diag(phiI')
   * </pre>
   */
  FEEDFORWARD,

  /**
   * Of the output at equilibrium with respect to the drives, over phiE', which makes the
   * exact-inverse rule follow the gradient for weak control. With s = phiE' / (1 + phiE' phiI'):
   *
   * <pre>
   * J_L = W_out' diag(s),   J_l = J_(l+1) W_(l+1)' diag(s),   Q_l = J_l diag(1 / phiE')
   * </pre>
   */
  EQUILIBRIUM
}
