package homeostat.connectome.brain;

/**
 * What a generated brain, made after the statistics of the fly's, is to be. It is not a measured
 * one: out-degrees are log-normal, receivers are chosen by a log-normal attractiveness, half of
 * them within the sender's module, counts have a log-normal tail above the usual threshold of five
 * synapses, and a share of senders inhibits. Feed-forward pathways, from sensory neurons through
 * five layers, are laid into it, so that driving sensory neurons gives the activity of the
 * published experiments: some hundred cells, tens of Hz.
 *
 * @param neurons number of neurons
 * @param meanDegree mean number of receivers of a neuron
 * @param degreeSigma of the log-normal out-degrees
 * @param largestDegree no neuron has more receivers
 * @param smallestCount synapses of the weakest connection
 * @param meanCount mean number of synapses of an excitatory connection
 * @param countSigma of the log-normal part of the counts
 * @param attractivenessSigma of the log-normal in-degrees
 * @param inhibitory share of senders that inhibit
 * @param inhibitoryStrength synapses of an inhibitory connection over those of an excitatory one
 * @param modules number of modules of equal size
 * @param local share of connections within the module
 * @param pathways number of pathways
 * @param sensory driven cells of a pathway
 * @param followers other cells of a pathway
 */
public record FlyPlan(
    int neurons,
    double meanDegree,
    double degreeSigma,
    int largestDegree,
    int smallestCount,
    double meanCount,
    double countSigma,
    double attractivenessSigma,
    double inhibitory,
    double inhibitoryStrength,
    int modules,
    double local,
    int pathways,
    int sensory,
    int followers) {
  /** Neurons of the fly brain in release 783 of FlyWire. */
  public static final int FLY_NEURONS = 138_639;

  /** Neurons of the fly that a pathway is laid for. */
  private static final int NEURONS_PER_PATHWAY = 1260;

  /** A brain of fewer neurons has a shorter pathway. */
  private static final int WHOLE_PATHWAY = 500;

  /** Checks every value; the message names it. */
  public FlyPlan {
    require(neurons >= 10, "neurons", neurons, "is below 10");
    require(
        meanDegree >= 1 && meanDegree <= neurons / 2.0,
        "mean degree",
        meanDegree,
        "is not between 1 and half the neurons");
    require(modules >= 1 && modules <= neurons / 5, "modules", modules, "has under five neurons");
    require(
        (long) pathways * (sensory + followers) <= neurons,
        "pathways",
        pathways,
        "need more neurons than the " + neurons + " there are");
    require(meanCount > smallestCount, "mean count", meanCount, "is not above the smallest count");
  }

  /**
   * The plan of a brain of some size. Smaller ones have fewer receivers a neuron, in proportion, so
   * that the activity of a pathway spreads as in the full size; the smallest have one pathway all
   * the same.
   */
  public static FlyPlan of(int neurons) {
    int modules = Math.clamp(neurons / 1000, 1, 28);
    return new FlyPlan(
        neurons,
        Math.clamp(110.6 * neurons / FLY_NEURONS, 1, 110.6),
        1,
        Math.min(6000, neurons / 2),
        5,
        7.5,
        0.8,
        0.3,
        0.3,
        1.5,
        modules,
        0.5,
        Math.max(1, neurons / NEURONS_PER_PATHWAY),
        Math.clamp(neurons / 25, 1, 20),
        (int) Math.clamp(370L * neurons / WHOLE_PATHWAY, 1, 370));
  }

  private static void require(boolean holds, String name, double value, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(name + " = " + value + " " + problem);
    }
  }
}
