package homeostat.kinds.spiking;

import homeostat.kinds.spiking.config.CvSection;
import homeostat.kinds.spiking.config.HomeostaticPlasticityConfig;
import homeostat.kinds.spiking.config.MembraneVarianceSection;
import homeostat.kinds.spiking.config.TrainingSection;
import homeostat.kinds.spiking.config.network.SynapsesSection;
import homeostat.kinds.spiking.network.NetworkRecipe;
import homeostat.kinds.spiking.network.WiringSize;
import homeostat.lab.Estimate;
import homeostat.lab.RunSettings;
import homeostat.lab.run.Budget;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.simulation.Simulator;
import java.util.Optional;

/** Memory and time of {@code homeostatic-plasticity}, from its config alone. */
final class PlasticityEstimate {
  /** The process before it holds any network: code, classes, collector, figures at work. */
  private static final long BASE = 180L << 20;

  /**
   * Bytes of a synapse: column and weight in the wiring; column, weight and place in the projection
   * of the trainer and of the runs without learning; its part of the transposed product.
   */
  private static final long PER_SYNAPSE = 8 + 2 * 12 + 6;

  /**
   * Bytes of a trained synapse: its logarithm with gradient and moments, once in force and once as
   * the next ones are made; weight and logarithm kept beside; the gradient of a chunk.
   */
  private static final long PER_TRAINED = 2 * 16 + 12 + 16;

  /** Bytes of a trained synapse for each block of 16 trials: sums over spikes. */
  private static final long PER_TRAINED_BLOCK = 4;

  /**
   * Bytes of an entry of the dense arrays of network_structure.npz: weight and mask, of the state
   * before training and of that after it, since the collector may leave the first lying.
   */
  private static final long PER_DENSE = 2 * 5;

  /** Bytes of a (neuron, trial): train offsets, direct gradients, statistics. */
  private static final long PER_TRAIN = 60;

  /** Bytes of a spike kept for statistics. */
  private static final long PER_SPIKE = 12;

  /** Bytes of a step of the runs without learning: two lists of spikes. */
  private static final long PER_STEP = 200;

  /** Cells of a type whose inside these runs record. */
  private static final long PROBES = 12;

  private static final double NANOS_PER_CELL_STEP = 18;
  private static final double NANOS_PER_SYNAPSE_STEP = 0.12;

  private final HomeostaticPlasticityConfig config;
  private final WiringSize size;

  private PlasticityEstimate(HomeostaticPlasticityConfig config) {
    this.config = config;
    this.size =
        WiringSize.of(
            config.network(), new NetworkRecipe(config.recurrent(), config.feedforward()));
  }

  /**
   * Memory and time of a run, with the segment that its budget leaves.
   *
   * @param recording what training keeps of every step
   */
  static Estimate of(
      HomeostaticPlasticityConfig config, RunSettings settings, Recording recording) {
    return new PlasticityEstimate(config).estimate(settings, recording);
  }

  private Estimate estimate(RunSettings settings, Recording recording) {
    int batch = config.training().batchSize();
    int steps = config.simulation().chunkSize();
    boolean adjoint = recording == Recording.ADJOINT;
    long budget = Budget.bytes(settings, Runtime.getRuntime().maxMemory());
    int segment = segment(recording, budget);
    long bytes = fixed(recording) + simulator(recording, segment);
    double lanes = (batch + 15) / 16 * 16;
    int wanted =
        settings.threads() > 0 ? settings.threads() : Runtime.getRuntime().availableProcessors();
    double again = segment < steps ? NANOS_PER_CELL_STEP / 3 : 0;
    double seconds =
        steps
            * 1e-9
            * lanes
            / Math.min(wanted, (batch + 15) / 16)
            * (size.neurons() * (NANOS_PER_CELL_STEP + again)
                + (adjoint ? synapses() * NANOS_PER_SYNAPSE_STEP : 0));
    return new Estimate(
        bytes,
        config.simulation().chunks(),
        seconds,
        "lower training.batch_size ("
            + batch
            + "), simulation.chunk_size ("
            + steps
            + ") or "
            + size.setting());
  }

  /**
   * Steps whose tape is kept at a time, so that a run stays within its budget: all of a chunk if
   * that is possible.
   */
  static int segment(HomeostaticPlasticityConfig config, Recording recording, long budget) {
    return new PlasticityEstimate(config).segment(recording, budget);
  }

  private boolean currentBased() {
    return new NetworkRecipe(config.recurrent(), config.feedforward()).physiology().currentBased();
  }

  private int segment(Recording recording, long budget) {
    if (currentBased() || config.compat().ffWeightsOrder()) {
      return config.simulation().chunkSize();
    }
    return Simulator.segment(
        slots(),
        groups(),
        synapseTypes(),
        config.training().batchSize(),
        config.simulation().chunkSize(),
        recording,
        budget - fixed(recording));
  }

  private long simulator(Recording recording, int segment) {
    int batch = config.training().batchSize();
    int steps = config.simulation().chunkSize();
    if (currentBased()) {
      return Simulator.bytesOfCurrents(slots(), groups(), synapseTypes(), batch, steps, recording);
    }
    long compared =
        config.compat().ffWeightsOrder()
            ? Simulator.bytesOfCompared(slots(), batch, steps, recording)
            : 0;
    return compared
        + Simulator.bytes(slots(), groups(), synapseTypes(), batch, steps, segment, recording);
  }

  /** All but the simulator that trains. */
  private long fixed(Recording recording) {
    long neurons = size.neurons();
    long inputs = size.inputs();
    int batch = config.training().batchSize();
    long blocks = (batch + 15L) / 16;
    boolean adjoint = recording == Recording.ADJOINT;
    boolean weights =
        config.training().optimisable().equals(Optional.of(TrainingSection.Trainable.WEIGHTS));
    long perSynapse =
        PER_SYNAPSE + (weights && adjoint ? PER_TRAINED + PER_TRAINED_BLOCK * blocks : 0);
    return BASE
        + Estimate.YOUNG_GENERATION
        + perSynapse * synapses()
        + PER_DENSE * neurons * (neurons + inputs)
        + NetworkState.bytes(slots(), synapseTypes(), batch) * (adjoint ? 2 : 1)
        + 2L * config.simulation().chunkSize() * inputs * blocks
        + PER_TRAIN * neurons * batch
        + losses(config)
        + PER_SPIKE
            * spikes(
                config.training().plotSize() * config.simulation().chunkMs(),
                config.training().batchSize())
        + 2 * traces(config.training().plotSize() * (long) config.simulation().chunkSize())
        + evaluation();
  }

  /** What losses carry over chunks, before and after one, and gradients for every spike. */
  private static long losses(HomeostaticPlasticityConfig config) {
    long cells = (long) config.recurrent().topology().numNeurons() * config.training().batchSize();
    boolean insertion = config.cv().gradient() == CvSection.Gradient.INSERTION;
    boolean running =
        config.membraneVariance().statistics() == MembraneVarianceSection.Statistics.RUNNING;
    return (insertion ? cells * (2 * 8 + 2 * 4L * config.simulation().chunkSize()) : 0)
        + (running ? cells * 2 * 3 * 8 : 0);
  }

  /** Potentials and conductances of the probed cells; in the window twice, with the one saved. */
  private long traces(long steps) {
    long probes = PROBES * config.recurrent().cellTypes().names().size();
    return steps * 4 * probes * (1 + synapseTypes());
  }

  /** The runs without learning: spikes of all trials, potentials and conductances of some cells. */
  private long evaluation() {
    long steps = (long) (config.evaluation().duration() / config.simulation().dt());
    int trials = config.evaluation().trials();
    NetworkRecipe recipe = new NetworkRecipe(config.recurrent(), config.feedforward());
    return steps * PER_STEP
        + RecordedSize.bytes(config.record(), recipe, size, steps, trials)
        + traces(steps)
        + NetworkState.bytes(slots(), synapseTypes(), trials)
        + Simulator.bytes(
            slots(),
            groups(),
            synapseTypes(),
            trials,
            FreeRun.SLICE,
            FreeRun.SLICE,
            Recording.VOLTAGES)
        + PER_TRAIN * size.neurons() * trials
        + PER_SPIKE * spikes(config.evaluation().duration(), trials);
  }

  private int slots() {
    return (int) size.neurons() + 8 * config.recurrent().cellTypes().names().size();
  }

  private int groups() {
    return config.recurrent().cellTypes().names().size()
        + config.feedforward().cellTypes().names().size();
  }

  private long synapses() {
    return size.synapses();
  }

  private int synapseTypes() {
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
   * Spikes of a time at the target rates, with as many again while the network is not there yet.
   *
   * @param duration ms
   */
  private long spikes(double duration, int trials) {
    double perSecond = 0;
    for (int c = 0; c < config.recurrent().cellTypes().names().size(); c++) {
      perSecond +=
          config
                  .targets()
                  .firingRate()
                  .getOrDefault(config.recurrent().cellTypes().names().get(c), 0.0)
              * config.recurrent().cellTypes().shares()[c]
              * size.neurons();
    }
    return (long) (2 * perSecond * duration / 1000 * trials);
  }
}
