package homeostat.spiking;

import homeostat.kernel.Csr;

/**
 * A network of leaky integrate-and-fire neurons on fixed wiring. One step with conductance-based
 * synapses, with potential v, components g of each synapse type k (rise r, decay d), input x and
 * presynaptic group p(k):
 *
 * <pre>
 *   s_j    = 1 if v_j &gt; theta_j else 0
 *   I_jk   = (g^r_jk + g^d_jk) (v_j - E_k)                          pA, outward positive
 *   u_j    = v_j - sum_k I_jk dt / C_j - (v_j - E_L) (1 - beta_j)
 *   v'_j   = u_j, or U_reset after a spike
 *   h_jk   = A[p(k), c(j)] sum_{i in p(k)} s_i W_ij                  (x_i V_ij for inputs)
 *   g'^c_jk= clamp(alpha_ck g^c_jk + scale_ck h_jk)
 * </pre>
 *
 * <p>The leak is exact, synaptic currents are a forward Euler step; a spike acts on conductances at
 * the end of its step and on potentials one step later.
 *
 * <p>With current-based synapses ({@link Physiology#currentBased}), of sign sigma_k and current
 * g^d:
 *
 * <pre>
 *   g'^d_jk = exp(-dt / tau_k) g^d_jk + h_jk
 *   u_j     = E_L + beta_j (v_j - E_L) + (theta_j - U_reset) sum_k sigma_k g'^d_jk
 *   v'_j    = u_j, or U_reset after a spike
 * </pre>
 *
 * <p>so that a spike acts on potentials in its own step. With U_reset = E_L = 0 and theta = 1 these
 * are the natural units of the published program; any others are these, mapped linearly.
 *
 * <p>The network holds what does not change: wiring, types and constants. Scaling factors A and
 * state are passed in.
 */
public final class SpikingNetwork {
  private final Csr recurrent;
  private final Csr feedforward;
  private final int[] cellTypes;
  private final int[] inputTypes;
  private final Physiology physiology;
  private final StepConstants constants;
  private final float surrogateScale;
  private final SlotOrder slots;

  /** [cell type] steps after that of a spike in which the potential stays reset. */
  private final int[] refractorySteps;

  private final boolean spikesInStep;

  /**
   * Builds a network without refractoriness; arrays are kept, not copied.
   *
   * @param recurrent weights W, N x N, row = sender, non-negative
   * @param feedforward weights V, M x N, row = input, non-negative
   * @param cellTypes [neuron] cell type
   * @param inputTypes [input] input type
   * @param dt time step, ms
   * @param surrogateScale steepness of the surrogate derivative, 1/mV; with current-based synapses,
   *     1 over the distance from reset to threshold
   */
  public SpikingNetwork(
      Csr recurrent,
      Csr feedforward,
      int[] cellTypes,
      int[] inputTypes,
      Physiology physiology,
      double dt,
      double surrogateScale) {
    this(
        recurrent,
        feedforward,
        cellTypes,
        inputTypes,
        physiology,
        dt,
        surrogateScale,
        new int[physiology.types()],
        false);
  }

  private SpikingNetwork(
      Csr recurrent,
      Csr feedforward,
      int[] cellTypes,
      int[] inputTypes,
      Physiology physiology,
      double dt,
      double surrogateScale,
      int[] refractorySteps,
      boolean spikesInStep) {
    int neurons = cellTypes.length;
    if (recurrent.rows() != neurons || recurrent.cols() != neurons) {
      throw new IllegalArgumentException(
          "recurrent weights are "
              + recurrent.rows()
              + " x "
              + recurrent.cols()
              + ", not "
              + neurons
              + " x "
              + neurons);
    }
    if (feedforward.rows() != inputTypes.length || feedforward.cols() != neurons) {
      throw new IllegalArgumentException(
          "feedforward weights are "
              + feedforward.rows()
              + " x "
              + feedforward.cols()
              + ", not "
              + inputTypes.length
              + " x "
              + neurons);
    }
    if (!(surrogateScale >= 0)) {
      throw new IllegalArgumentException("surrogate scale " + surrogateScale + " is negative");
    }
    checkWeights("recurrent", recurrent);
    checkWeights("feedforward", feedforward);
    for (int i = 0; i < inputTypes.length; i++) {
      if (inputTypes[i] < 0 || inputTypes[i] >= physiology.inputTypes()) {
        throw new IllegalArgumentException(
            "input " + i + " has type " + inputTypes[i] + " of " + physiology.inputTypes());
      }
    }
    this.recurrent = recurrent;
    this.feedforward = feedforward;
    this.cellTypes = cellTypes;
    this.inputTypes = inputTypes;
    this.physiology = physiology;
    this.constants = StepConstants.of(physiology, dt);
    this.surrogateScale = (float) surrogateScale;
    this.refractorySteps = refractorySteps;
    this.spikesInStep = spikesInStep;
    this.slots = SlotOrder.of(cellTypes, physiology.types());
  }

  /**
   * The same network with the refractory times of its cell types: after the step of a spike a
   * neuron stays at its reset potential for {@code round(tau_ref / dt)} steps. No gradient passes
   * through a potential that is held.
   */
  public SpikingNetwork refractory() {
    int[] steps = new int[physiology.types()];
    for (int c = 0; c < steps.length; c++) {
      double rounded = StrictMath.rint(physiology.cells().get(c).tauRef() / constants.dt());
      if (rounded > Short.MAX_VALUE) {
        throw new IllegalArgumentException(
            "cell type "
                + physiology.cells().get(c).name()
                + ": tau_ref is "
                + (long) rounded
                + " steps; at most "
                + Short.MAX_VALUE);
      }
      steps[c] = (int) rounded;
    }
    return timed(steps, spikesInStep);
  }

  /**
   * The same network in the order of operations in which the published program trains the weights
   * of networks without recurrent synapses: conductances first, and a spike and its reset within
   * the step.
   *
   * @throws IllegalArgumentException if there are recurrent, or current-based, synapses, or
   *     refractoriness
   */
  public SpikingNetwork withSpikesInStep() {
    if (recurrent.entries() > 0 || physiology.currentBased() || isRefractory()) {
      throw new IllegalArgumentException(
          "the published order of feedforward networks is for conductance-based networks without"
              + " recurrent synapses and without refractoriness; this one has "
              + recurrent.entries()
              + " recurrent synapses");
    }
    return timed(refractorySteps, true);
  }

  private SpikingNetwork timed(int[] refractory, boolean inStep) {
    return new SpikingNetwork(
        recurrent,
        feedforward,
        cellTypes,
        inputTypes,
        physiology,
        constants.dt(),
        surrogateScale,
        refractory,
        inStep);
  }

  /** Whether spikes are found and reset at the end of a step, not at its start. */
  public boolean spikesInStep() {
    return spikesInStep;
  }

  /** Steps after that of a spike in which the potential of a cell type stays reset. */
  public int refractorySteps(int type) {
    return refractorySteps[type];
  }

  /** True if some cell type is refractory. */
  public boolean isRefractory() {
    for (int steps : refractorySteps) {
      if (steps > 0) {
        return true;
      }
    }
    return false;
  }

  private static void checkWeights(String what, Csr wiring) {
    int[] rowOf = wiring.rowOfEntry();
    for (int e = 0; e < wiring.entries(); e++) {
      float weight = wiring.values()[e];
      if (!(weight >= 0) || weight == Float.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(
            what
                + " weight "
                + rowOf[e]
                + " -> "
                + wiring.columns()[e]
                + " is "
                + weight
                + "; weights are finite and not negative");
      }
    }
  }

  /** Number of neurons N. */
  public int neurons() {
    return cellTypes.length;
  }

  /** Number of inputs M. */
  public int inputs() {
    return inputTypes.length;
  }

  /** Recurrent weights, row = sender. */
  public Csr recurrent() {
    return recurrent;
  }

  /** Feedforward weights, row = input. */
  public Csr feedforward() {
    return feedforward;
  }

  /** Both. */
  public SynapticWeights weights() {
    return new SynapticWeights(recurrent, feedforward);
  }

  /** [neuron] cell type; not to be changed. */
  public int[] cellTypes() {
    return cellTypes;
  }

  /** [input] input type; not to be changed. */
  public int[] inputTypes() {
    return inputTypes;
  }

  /** Cell and synapse parameters. */
  public Physiology physiology() {
    return physiology;
  }

  /** Constants of one step. */
  public StepConstants constants() {
    return constants;
  }

  /** Steepness of the surrogate derivative, 1/mV, or without unit where potentials have none. */
  public float surrogateScale() {
    return surrogateScale;
  }

  /** Bytes of wiring and weights: as given, and as a simulator lays them out by slot. */
  public long bytes() {
    long entries = 3L * recurrent.entries() + 2L * feedforward.entries();
    return 8 * entries;
  }

  /** Duration of a number of steps, s. */
  public double seconds(int steps) {
    return steps * constants.dt() / 1000;
  }

  /** Neurons by cell type, as a simulator stores them. */
  public SlotOrder slots() {
    return slots;
  }
}
