package homeostat.kinds.spiking;

import homeostat.kinds.spiking.config.HomeostaticPlasticityConfig;
import homeostat.kinds.spiking.config.SynapsesSection;
import homeostat.lab.Estimate;
import homeostat.lab.RunSettings;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.simulation.Simulator;

/** Memory and time of {@code homeostatic-plasticity}, from its config alone. */
final class PlasticityEstimate {
  /** The process before it holds any network: code, classes, collector, figures at work. */
  private static final long BASE = 180L << 20;

  /** The young generation, which the launcher bounds with -XX:MaxNewSize. */
  private static final long YOUNG = 128L << 20;

  /** Bytes of a synapse: column and weight in the wiring, the projection and its rows by type. */
  private static final long PER_SYNAPSE = 24;

  /**
   * Bytes of an entry of the dense arrays of network_structure.npz: weight and mask, of the state
   * before training and of that after it, since the collector may leave the first lying.
   */
  private static final long PER_DENSE = 2 * 5;

  /** Bytes of a (neuron, trial): train offsets, direct gradients, statistics. */
  private static final long PER_TRAIN = 60;

  /** Bytes of a spike kept for statistics. */
  private static final long PER_SPIKE = 12;

  private static final double NANOS_PER_CELL_STEP = 18;
  private static final double NANOS_PER_SYNAPSE_STEP = 0.12;

  private PlasticityEstimate() {}

  /**
   * @param recording what training keeps of every step
   */
  static Estimate of(
      HomeostaticPlasticityConfig config, RunSettings settings, Recording recording) {
    long neurons = config.recurrent().topology().numNeurons();
    long inputs = config.feedforward().topology().numNeurons();
    int batch = config.training().batchSize();
    int steps = config.simulation().chunkSize();
    int cellTypes = config.recurrent().cellTypes().names().size();
    int groups = cellTypes + config.feedforward().cellTypes().names().size();
    int synapses = synapseTypes(config);
    boolean adjoint = recording == Recording.ADJOINT;
    long wired = new NetworkRecipe(config.recurrent(), config.feedforward()).expectedConnections();
    long network = PER_SYNAPSE * wired + 4 * (neurons + inputs) * (cellTypes + 4);
    int slots = (int) neurons + 8 * cellTypes;
    long simulator = Simulator.bytes(slots, groups, synapses, batch, steps, steps, recording);
    long states = NetworkState.bytes(slots, synapses, batch) * (adjoint ? 2 : 1);
    long input = 2L * steps * inputs * ((batch + 15L) / 16);
    long trains1 = PER_TRAIN * neurons * batch;
    long window = PER_SPIKE * expectedSpikes(config);
    long dense = PER_DENSE * neurons * (neurons + inputs);
    long bytes = BASE + YOUNG + network + dense + simulator + states + input + trains1 + window;
    double cells = (double) neurons * ((batch + 15) / 16 * 16);
    int wanted =
        settings.threads() > 0 ? settings.threads() : Runtime.getRuntime().availableProcessors();
    double seconds =
        steps
            * 1e-9
            / Math.min(wanted, (batch + 15) / 16)
            * (cells * NANOS_PER_CELL_STEP
                + (adjoint ? wired * ((batch + 15) / 16 * 16L) * NANOS_PER_SYNAPSE_STEP : 0));
    return new Estimate(
        bytes,
        config.simulation().chunks(),
        seconds,
        "lower training.batch_size ("
            + batch
            + "), simulation.chunk_size ("
            + steps
            + ") or recurrent.topology.num_neurons ("
            + neurons
            + ")");
  }

  private static int synapseTypes(HomeostaticPlasticityConfig config) {
    int count = 0;
    for (SynapsesSection s : config.recurrent().synapses().values()) {
      count += s.names().size();
    }
    for (SynapsesSection s : config.feedforward().synapses().values()) {
      count += s.names().size();
    }
    return count;
  }

  /**
   * Spikes in the window at the target rates, with as many again while the network is not there
   * yet.
   */
  private static long expectedSpikes(HomeostaticPlasticityConfig config) {
    double perSecond = 0;
    for (int c = 0; c < config.recurrent().cellTypes().names().size(); c++) {
      perSecond +=
          config
                  .targets()
                  .firingRate()
                  .getOrDefault(config.recurrent().cellTypes().names().get(c), 0.0)
              * config.recurrent().cellTypes().proportion()[c]
              * config.recurrent().topology().numNeurons();
    }
    double seconds = config.training().plotSize() * config.simulation().chunkMs() / 1000;
    return (long) (2 * perSecond * seconds * config.training().batchSize());
  }
}
