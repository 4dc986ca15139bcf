package homeostat.spiking.simulation;

import homeostat.kernel.Parallel;
import homeostat.spiking.Blocks;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.FactorGradient;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.SynapticWeights;
import homeostat.spiking.WeightGradient;
import java.util.List;

/**
 * Simulates chunks of a fixed batch and length, and differentiates them. It owns the tape and the
 * working memory, which every chunk uses again; the network's state is passed in and handed back.
 * Blocks of 16 batch elements are the units of parallel work, so the number of threads changes
 * nothing but the time.
 */
public final class Simulator {
  private final SpikingNetwork network;
  private final Layout layout;
  private final int batch;
  private final int steps;
  private final Parallel parallel;
  private final Tape[] tapes;
  private final BlockForward[] forward;
  private final BackwardPass[] backward;
  private boolean segmentsLost;

  /**
   * Makes the tape.
   *
   * @param batch batch elements B
   * @param steps steps of a chunk T
   * @param recording what is kept of every step
   */
  public Simulator(
      SpikingNetwork network, int batch, int steps, Recording recording, Parallel parallel) {
    this(network, batch, steps, Math.max(1, steps), recording, parallel);
  }

  /**
   * Makes a shorter tape, of which the adjoint has segments computed again, to the same bits.
   *
   * @param segment steps that are kept whole at a time, even, or all steps of a chunk
   */
  public Simulator(
      SpikingNetwork network,
      int batch,
      int steps,
      int segment,
      Recording recording,
      Parallel parallel) {
    if (batch < 1 || steps < 1) {
      throw new IllegalArgumentException(
          "batch = " + batch + " and steps = " + steps + " must be at least 1");
    }
    if (segment < 1 || (segment % 2 == 1 && segment < steps)) {
      throw new IllegalArgumentException(
          "a segment of " + segment + " steps is neither even nor the whole of " + steps);
    }
    boolean adjoint = recording == Recording.ADJOINT;
    int blocks = Blocks.count(batch);
    this.network = network;
    this.layout = Layout.of(network, adjoint);
    this.batch = batch;
    this.steps = steps;
    this.parallel = parallel;
    this.tapes = new Tape[blocks];
    this.forward = new BlockForward[blocks];
    this.backward = new BackwardPass[adjoint ? blocks : 0];
    for (int b = 0; b < blocks; b++) {
      block(b, segment, recording);
    }
  }

  private void block(int b, int segment, Recording recording) {
    int width = Blocks.width(batch, b);
    int lanes = Blocks.valid(batch, b);
    int size = network.slots().slots() * width;
    StepOrder order = StepOrder.of(network, size, steps, recording);
    boolean whole = order instanceof StepOrder.Stepwise;
    tapes[b] =
        Tape.of(
            size,
            2 * network.physiology().synapses(),
            steps,
            whole ? steps : segment,
            kept(order, recording),
            network.isRefractory());
    Drive drive = new Drive(network, layout, b, width, lanes);
    forward[b] = new BlockForward(network, tapes[b], order, drive, width, lanes);
    if (backward.length > 0) {
      DirectGradient direct = new DirectGradient(network, batch, steps, b);
      SenderSums sums = new SenderSums(network, layout, b, width, lanes);
      backward[b] =
          switch (order) {
            case ConductanceOrder _ ->
                new BlockBackward(network, tapes[b], forward[b], direct, width, sums);
            case StepOrder.Stepwise stepwise ->
                new StepwiseBackward(network, tapes[b], stepwise, direct, width, sums);
          };
    }
  }

  private static Recording kept(StepOrder order, Recording recording) {
    return recording == Recording.ADJOINT && order instanceof StepOrder.Stepwise stepwise
        ? stepwise.kept()
        : recording;
  }

  /**
   * Bytes of tape and working memory of a simulator, without the network and the state.
   *
   * @param slots slots of neurons, as {@link homeostat.spiking.SlotOrder} makes them
   * @param groups presynaptic groups: cell types and input types
   * @param synapses synapse types
   * @param segment steps that are kept whole at a time
   */
  public static long bytes(
      int slots, int groups, int synapses, int batch, int steps, int segment, Recording recording) {
    return Tape.bytes(slots, 2 * synapses, batch, steps, segment, recording)
        + working(slots, groups, batch, recording);
  }

  /** The same of a simulator of current-based synapses, which needs no segments. */
  public static long bytesOfCurrents(
      int slots, int groups, int synapses, int batch, int steps, Recording recording) {
    Recording kept = recording == Recording.ADJOINT ? Recording.VOLTAGES : recording;
    return Tape.bytes(slots, 2 * synapses, batch, steps, steps, kept)
        + working(slots, groups, batch, recording);
  }

  /** Bytes of the compared potentials that a network which spikes within the step keeps besides. */
  public static long bytesOfCompared(int slots, int batch, int steps, Recording recording) {
    return recording == Recording.ADJOINT ? 4L * steps * slots * Blocks.lanes(batch) : 0;
  }

  private static long working(int slots, int groups, int batch, Recording recording) {
    long panels = groups + (recording == Recording.ADJOINT ? 2L * groups + 3 : 0);
    return 4L * slots * Blocks.lanes(batch) * panels;
  }

  /**
   * The longest segment with which a simulator takes no more than some bytes; if there is none,
   * that with which it takes least. The other parameters are those of {@link #bytes}.
   */
  public static int segment(
      int slots, int groups, int synapses, int batch, int steps, Recording recording, long most) {
    long left = most - working(slots, groups, batch, recording);
    return Tape.segment(slots, 2 * synapses, batch, steps, recording, left);
  }

  /** Runs one chunk. The state is updated in place and handed back. */
  public NetworkState forward(NetworkState state, ScalingFactors factors, ChunkInput input) {
    check(state, input);
    segmentsLost = false;
    Constants constants = Constants.of(network, factors);
    parallel.forEach(
        tapes.length,
        b -> forward[b].run(state.v()[b], state.g()[b], state.rest()[b], constants, input));
    return state;
  }

  /**
   * Differentiates the chunk that {@link #forward} ran last, with the same factors and input.
   *
   * @param costate gradient with respect to the state after the chunk; becomes in place the
   *     gradient with respect to the state before it
   * @param direct gradients of the losses, weighted
   */
  public FactorGradient backward(
      ScalingFactors factors,
      ChunkInput input,
      NetworkState costate,
      List<Sensitivity.Weighted> direct) {
    sweep(factors, input, costate, direct, false);
    return total(factors, direct);
  }

  private void sweep(
      ScalingFactors factors,
      ChunkInput input,
      NetworkState costate,
      List<Sensitivity.Weighted> direct,
      boolean weights) {
    check(costate, input);
    if (backward.length == 0) {
      throw new IllegalStateException("a simulator without Recording.ADJOINT has no adjoint");
    }
    if (segmentsLost) {
      throw new IllegalStateException(
          "a chunk that is kept in segments can be differentiated once: run it again");
    }
    segmentsLost = tapes[0].starts().length > 0;
    Constants constants = Constants.of(network, factors);
    parallel.forEach(
        tapes.length,
        b -> {
          backward[b].direct().set(direct);
          backward[b].run(costate.v()[b], costate.g()[b], constants, input, weights);
        });
  }

  /**
   * Differentiates the chunk as {@link #backward} does, with respect to the weights.
   *
   * @param weights those that the chunk ran with
   */
  public WeightGradient backward(
      SynapticWeights weights,
      ScalingFactors factors,
      ChunkInput input,
      NetworkState costate,
      List<Sensitivity.Weighted> direct) {
    sweep(factors, input, costate, direct, true);
    WeightSums[] sums = new WeightSums[backward.length];
    java.util.Arrays.setAll(sums, b -> backward[b].sums().weightSums());
    WeightGradient gradient = WeightSums.total(sums, layout);
    for (Sensitivity.Weighted weighted : direct) {
      if (weighted.gradient() instanceof Sensitivity.Weights own) {
        add(own.recurrent(), 0, weighted.weight(), gradient.recurrent());
        add(own.feedforward(), 0, weighted.weight(), gradient.feedforward());
      }
    }
    chain(weights.recurrent().values(), gradient.recurrent());
    chain(weights.feedforward().values(), gradient.feedforward());
    return gradient;
  }

  /** d / d ln w = w d / dw. */
  private static void chain(float[] weights, double[] gradient) {
    for (int e = 0; e < gradient.length; e++) {
      gradient[e] *= weights[e];
    }
  }

  /** Takes other weights for the chunks that follow; at first they are those of the network. */
  public void load(SynapticWeights weights) {
    layout.load(weights);
  }

  private FactorGradient total(ScalingFactors factors, List<Sensitivity.Weighted> direct) {
    double[] recurrent = new double[factors.recurrent().length];
    double[] feedforward = new double[factors.feedforward().length];
    for (BackwardPass block : backward) {
      add(block.sums().factorGradient(), 0, 1, recurrent);
      add(block.sums().factorGradient(), recurrent.length, 1, feedforward);
    }
    for (Sensitivity.Weighted weighted : direct) {
      if (weighted.gradient() instanceof Sensitivity.Factors own) {
        chain(own.recurrent(), weighted.weight(), factors.recurrent(), recurrent);
        chain(own.feedforward(), weighted.weight(), factors.feedforward(), feedforward);
      }
    }
    return new FactorGradient(recurrent, feedforward);
  }

  /** d / d ln a = a d / da. */
  private static void chain(double[] from, double weight, double[] factors, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += weight * from[i] * factors[i];
    }
  }

  private static void add(double[] from, int at, double weight, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += weight * from[at + i];
    }
  }

  private void check(NetworkState state, ChunkInput input) {
    if (state.batch() != batch || input.batch() != batch || input.steps() != steps) {
      throw new IllegalArgumentException(
          "state of batch "
              + state.batch()
              + " and input of batch "
              + input.batch()
              + " and "
              + input.steps()
              + " steps do not fit a simulator of batch "
              + batch
              + " and "
              + steps
              + " steps");
    }
    if (input.inputs() != network.inputs()) {
      throw new IllegalArgumentException(
          input.inputs() + " inputs given, the network has " + network.inputs());
    }
  }

  /** What the last chunk did; valid until the next one. */
  public ChunkRecord record(ScalingFactors factors) {
    float[][][] voltages = new float[tapes.length][][];
    short[][][] spikes = new short[tapes.length][][];
    for (int b = 0; b < tapes.length; b++) {
      voltages[b] = tapes[b].voltages();
      spikes[b] = tapes[b].spikes();
    }
    return ChunkRecord.of(network, batch, steps, factors, voltages, spikes);
  }
}
