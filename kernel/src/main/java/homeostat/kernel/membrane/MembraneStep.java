package homeostat.kernel.membrane;

/**
 * What one step leaves behind. Entries lie in vectors of 16: entry {@code 16 vector + lane}.
 *
 * @param v [entry] potential before the step, mV
 * @param spikes [vector] bit per lane: spikes of the step
 * @param reset [vector] bit per lane: the step sets the potential to its reset value; the spikes,
 *     and what is refractory
 * @param total [entry] sum of conductances used in the step, nS; empty if nobody wants it
 * @param cut [vector * components + component] bit per lane: the clamp cut that component; empty if
 *     nobody wants it
 */
public record MembraneStep(float[] v, short[] spikes, short[] reset, float[] total, short[] cut) {

  /** Where a spike alone resets. */
  public MembraneStep(float[] v, short[] spikes, float[] total, short[] cut) {
    this(v, spikes, spikes, total, cut);
  }
}
