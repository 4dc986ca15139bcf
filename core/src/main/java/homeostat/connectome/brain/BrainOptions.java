package homeostat.connectome.brain;

/**
 * Decisions that change the graph. Each is recorded in the provenance with what it dropped.
 *
 * @param minimum connections of fewer synapses are dropped
 * @param counted whether the minimum holds for each row, or for the sum over neuropils
 * @param selfLoops whether connections of a neuron to itself are kept
 * @param unknown what happens to senders of unknown sign
 */
public record BrainOptions(int minimum, Counted counted, boolean selfLoops, Unknown unknown) {

  /** Where the minimum applies; the portals differ. */
  public enum Counted {
    /** To the sum over all neuropils. */
    AFTER,
    /** To each row. */
    BEFORE
  }

  /**
   * What happens to senders whose transmitter is none of acetylcholine (+), GABA and glutamate (-).
   */
  public enum Unknown {
    /** They excite, as published. */
    EXCITE,
    /** Their connections are dropped. */
    DROP,
    /** The first is an error. */
    REFUSE
  }

  /** Everything in the file; unknown transmitters excite. */
  public static BrainOptions defaults() {
    return new BrainOptions(1, Counted.AFTER, true, Unknown.EXCITE);
  }
}
