package homeostat.spiking;

/** What a simulation keeps of every step. */
public enum Recording {
  /** Spikes only. */
  SPIKES,
  /** Spikes and potentials. */
  VOLTAGES,
  /** All that the adjoint needs: spikes, potentials, total conductances and clamp flags. */
  ADJOINT
}
