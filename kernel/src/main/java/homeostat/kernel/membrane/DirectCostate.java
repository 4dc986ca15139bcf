package homeostat.kernel.membrane;

/**
 * What losses add directly in a call of {@link MembraneSteps#retreat}.
 *
 * @param spikesA [entry] with respect to the spikes of step a
 * @param spikesB [entry] with respect to the spikes of step b
 * @param voltageB [entry] with respect to the potential before step a, which is that after b; empty
 *     for nothing
 * @param voltageC [entry] with respect to the potential before step b; empty for nothing
 */
public record DirectCostate(float[] spikesA, float[] spikesB, float[] voltageB, float[] voltageC) {}
