package homeostat.spiking;

/**
 * Constants of one time step, in double precision. With component c = 0 (rise) or 1 (decay) and
 * synapse type k:
 *
 * <pre>
 *   beta     = exp(-dt / tau_mem)
 *   alpha_ck = exp(-dt / tau_ck)
 *   rho      = tau_rise / tau_decay,   peak = rho^(rho / (1 - rho)) - rho^(1 / (1 - rho))
 *   G_k      = g_bar / peak            nS
 *   scale    = -G_k (rise), +G_k (decay);   bounds [-G_k, 0] (rise), [0, G_k] (decay)
 * </pre>
 *
 * <p>A current-based synapse has no rise component, and its decay component, the current, no bound:
 * {@code scale = 1}.
 *
 * <p>{@code peak} is the largest value of {@code exp(-t / tau_decay) - exp(-t / tau_rise)}, so that
 * an isolated spike through a unit weight peaks at {@code g_bar}.
 *
 * @param dt time step, ms
 * @param alpha [component][synapse] decay of a conductance component over a step
 * @param scale [component][synapse] conductance that a unit of drive adds, nS
 * @param lower [component][synapse] lower clamp, nS
 * @param upper [component][synapse] upper clamp, nS
 * @param beta [cell type] decay of the membrane over a step
 * @param capacitance [cell type] pF
 */
public record StepConstants(
    double dt,
    double[][] alpha,
    double[][] scale,
    double[][] lower,
    double[][] upper,
    double[] beta,
    double[] capacitance) {

  /**
   * The constants of a physiology.
   *
   * @param dt time step, ms, positive
   */
  public static StepConstants of(Physiology physiology, double dt) {
    if (!(dt > 0)) {
      throw new IllegalArgumentException("dt = " + dt + " ms is not positive");
    }
    int synapses = physiology.synapses();
    double[][] alpha = new double[2][synapses];
    double[][] scale = new double[2][synapses];
    double[][] lower = new double[2][synapses];
    double[][] upper = new double[2][synapses];
    for (int k = 0; k < synapses; k++) {
      SynapseParameters synapse = physiology.synapse(k);
      alpha[1][k] = StrictMath.exp(-dt / synapse.tauDecay());
      if (synapse.ofCurrent()) {
        scale[1][k] = synapse.conductance();
        upper[1][k] = Double.POSITIVE_INFINITY;
        continue;
      }
      double full = synapse.conductance() / peak(synapse.tauRise() / synapse.tauDecay());
      alpha[0][k] = StrictMath.exp(-dt / synapse.tauRise());
      scale[0][k] = -full;
      scale[1][k] = full;
      lower[0][k] = -full;
      upper[1][k] = full;
    }
    double[] beta = new double[physiology.types()];
    double[] capacitance = new double[physiology.types()];
    for (int c = 0; c < beta.length; c++) {
      CellParameters cell = physiology.cells().get(c);
      beta[c] = StrictMath.exp(-dt / cell.tauMem());
      capacitance[c] = cell.capacitance();
    }
    return new StepConstants(dt, alpha, scale, lower, upper, beta, capacitance);
  }

  private static double peak(double rho) {
    return StrictMath.pow(rho, rho / (1 - rho)) - StrictMath.pow(rho, 1 / (1 - rho));
  }
}
