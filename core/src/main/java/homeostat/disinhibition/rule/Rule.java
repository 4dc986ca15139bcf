package homeostat.disinhibition.rule;

/**
 * How weights learn. The local rules compare, in each cell under control, its rate with what its
 * interneuron's potential should be without control: with g an inverse of the interneuron's
 * activation,
 *
 * <pre>
 * delta_l = (g(phiI(uI_l)) - phiE(uE_l)) phiE'(uE_l),   dW_l = mean h_(l-1)' delta_l
 * </pre>
 *
 * which the optimiser subtracts. At equilibrium the exact inverse gives delta_l = -(c Q_l) phiE'.
 */
public enum Rule {
  /** Reverse differentiation of the loss of the open-loop output. */
  BACK_PROPAGATION,
  /** g is the exact inverse: g(phiI(uI)) = uI. */
  EXACT_INVERSE,
  /** g is a line, the tangent of the inverse at the unit's mean inhibitory rate. */
  LINEAR_THRESHOLD
}
