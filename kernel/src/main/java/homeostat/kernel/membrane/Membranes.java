package homeostat.kernel.membrane;

/**
 * Constants of one step for all membranes of one type. Synapse types are listed by presynaptic
 * group; a conductance has two components, rise and decay.
 *
 * @param dtOverC step over capacitance, 1/nS
 * @param beta decay of the membrane over a step
 * @param leak 1 - beta
 * @param leakReversal mV
 * @param theta threshold, mV
 * @param reset potential after a spike, mV
 * @param surrogateScale steepness of the surrogate derivative, 1/mV
 * @param start [groups + 1] where the synapse types of each group start in the arrays below
 * @param slot [synapse] number of the synapse type in the arrays of conductances
 * @param reversal [synapse] mV
 * @param alphaRise [synapse] decay over a step
 * @param alphaDecay [synapse] decay over a step
 * @param scaleRise [synapse] what a unit of drive adds, nS
 * @param scaleDecay [synapse] what a unit of drive adds, nS
 * @param lowest [synapse] bound of the rise component, which lies in [lowest, 0], nS
 * @param highest [synapse] bound of the decay component, which lies in [0, highest], nS
 */
public record Membranes(
    float dtOverC,
    float beta,
    float leak,
    float leakReversal,
    float theta,
    float reset,
    float surrogateScale,
    int[] start,
    int[] slot,
    float[] reversal,
    float[] alphaRise,
    float[] alphaDecay,
    float[] scaleRise,
    float[] scaleDecay,
    float[] lowest,
    float[] highest) {

  /** The step that changes no costate: nothing decays, nothing flows. */
  public Membranes idle() {
    float[] ones = new float[slot.length];
    java.util.Arrays.fill(ones, 1);
    return new Membranes(
        0,
        1,
        0,
        leakReversal,
        theta,
        reset,
        surrogateScale,
        start,
        slot,
        reversal,
        ones,
        ones,
        scaleRise,
        scaleDecay,
        lowest,
        highest);
  }

  /** Number of presynaptic groups. */
  public int groups() {
    return start.length - 1;
  }

  /** Number of conductance components: two for each synapse type. */
  public int components() {
    return 2 * slot.length;
  }
}
