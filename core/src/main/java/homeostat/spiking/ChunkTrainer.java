package homeostat.spiking;

import homeostat.array.Arrays;
import homeostat.dynamics.NonFiniteException;
import homeostat.gradient.Clip;
import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.kernel.Parallel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Truncated back-propagation through time, chunk by chunk: forward, losses, {@code total = sum_l
 * w_l L_l / chunksPerUpdate}, adjoint, accumulation, and every {@code chunksPerUpdate} chunks
 * clipping and an update of the logarithms of the scaling factors. State is carried from chunk to
 * chunk and not differentiated across their border.
 */
public final class ChunkTrainer {
  /** Name of the parameter ln A. */
  public static final String RECURRENT = "log_scaling_factors";

  /** Name of the parameter ln A_FF. */
  public static final String FEEDFORWARD = "log_scaling_factors_FF";

  /** Added to initial factors before the logarithm, as published. */
  private static final double LOG_OFFSET = 1e-8;

  private final ConductanceNetwork network;
  private final ScalingFactors initial;
  private final List<Objective> objectives;
  private final TrainerSettings settings;
  private final int batch;
  private final int steps;
  private final Parallel parallel;
  private final Simulator simulator;
  private final NetworkState costate;

  /**
   * @param initial scaling factors at the start; those not trained stay
   * @param objectives the losses, in the order in which they are reported
   * @param batch batch elements B
   * @param steps steps of a chunk T
   */
  public ChunkTrainer(
      ConductanceNetwork network,
      ScalingFactors initial,
      List<Objective> objectives,
      TrainerSettings settings,
      int batch,
      int steps,
      Parallel parallel) {
    this.network = network;
    this.initial = initial;
    this.objectives = List.copyOf(objectives);
    this.settings = settings;
    this.batch = batch;
    this.steps = steps;
    this.parallel = parallel;
    boolean trains = settings.optimisable() != Optimisable.NONE;
    this.simulator =
        new Simulator(
            network, batch, steps, trains ? Recording.ADJOINT : Recording.VOLTAGES, parallel);
    this.costate = NetworkState.zero(network, trains ? batch : 1);
  }

  /** The state before the first chunk. */
  public TrainingState start() {
    List<Parameter> trained = new ArrayList<>();
    if (settings.optimisable().recurrent()) {
      trained.add(parameter(RECURRENT, initial.recurrent(), initial.types()));
    }
    if (settings.optimisable().feedforward()) {
      trained.add(parameter(FEEDFORWARD, initial.feedforward(), initial.inputTypes()));
    }
    Parameters parameters = new Parameters(trained);
    return new TrainingState(
        0,
        0,
        NetworkState.atReset(network, batch),
        parameters,
        new Gradients(parameters),
        settings.optimiser().start(parameters),
        freshlyCarried());
  }

  private Parameter parameter(String name, double[] factors, int rows) {
    float[] raw = new float[factors.length];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = (float) StrictMath.log(factors[i] + LOG_OFFSET);
    }
    return new Parameter(name, raw, new int[] {rows, initial.types()}, Constraint.LOG);
  }

  private Map<String, Arrays> freshlyCarried() {
    Map<String, Arrays> carried = new LinkedHashMap<>();
    objectives.forEach(o -> carried.put(o.name(), o.start(batch, network.neurons())));
    return carried;
  }

  /** Resets network and objectives, as at the start of each pass through recorded data. */
  public TrainingState reset(TrainingState state) {
    return new TrainingState(
        state.chunk(),
        state.accumulated(),
        NetworkState.atReset(network, batch),
        state.parameters(),
        state.gradients(),
        state.optimiser(),
        freshlyCarried());
  }

  /** The scaling factors in force. */
  public ScalingFactors factors(TrainingState state) {
    return new ScalingFactors(
        initial.types(),
        initial.inputTypes(),
        settings.optimisable().recurrent()
            ? values(state.parameters().get(RECURRENT))
            : initial.recurrent(),
        settings.optimisable().feedforward()
            ? values(state.parameters().get(FEEDFORWARD))
            : initial.feedforward());
  }

  private static double[] values(Parameter parameter) {
    double[] values = new double[parameter.size()];
    java.util.Arrays.setAll(values, i -> StrictMath.exp(parameter.raw()[i]));
    return values;
  }

  /**
   * One chunk.
   *
   * @param target spikes to be reproduced, where the task has some
   * @throws NonFiniteException if a potential, a loss or a gradient is not finite
   */
  public ChunkOutcome step(TrainingState state, ChunkInput input, Optional<SpikeTrains> target) {
    ScalingFactors factors = factors(state);
    long firstStep = state.chunk() * steps;
    NetworkState after = simulator.forward(state.network(), factors, input);
    ChunkRecord record = simulator.record(factors);
    record.requireFinite(firstStep);
    if (target.isPresent()) {
      record = record.withTarget(target.get());
    }
    Map<String, Double> losses = new LinkedHashMap<>();
    Map<String, Double> remarks = new LinkedHashMap<>();
    Map<String, Arrays> carried = new LinkedHashMap<>();
    List<Sensitivity.Weighted> direct = new ArrayList<>();
    double total = 0;
    for (Objective objective : objectives) {
      Evaluation evaluation = objective.evaluate(record, carriedBy(state, objective), parallel);
      if (!Double.isFinite(evaluation.value())) {
        throw new NonFiniteException(
            "loss " + objective.name(), "", firstStep + steps, evaluation.value());
      }
      double weight =
          settings.lossWeights().getOrDefault(objective.name(), 0.0) / settings.chunksPerUpdate();
      total += weight * evaluation.value();
      losses.put(objective.name(), evaluation.value());
      remarks.putAll(evaluation.remarks());
      carried.put(objective.name(), evaluation.carried());
      if (weight != 0) {
        evaluation.gradients().forEach(g -> direct.add(new Sensitivity.Weighted(g, weight)));
      }
    }
    accumulate(state, factors, input, direct, firstStep);
    int accumulated = state.accumulated() + 1;
    boolean complete = accumulated == settings.chunksPerUpdate();
    Optional<ChunkOutcome.Update> update =
        complete && settings.optimisable() != Optimisable.NONE
            ? Optional.of(update(state))
            : Optional.empty();
    TrainingState next =
        new TrainingState(
            state.chunk() + 1,
            complete ? 0 : accumulated,
            after,
            state.parameters(),
            state.gradients(),
            state.optimiser(),
            carried);
    return new ChunkOutcome(next, record, losses, total, remarks, update);
  }

  private static Arrays carriedBy(TrainingState state, Objective objective) {
    Arrays carried = state.carried().get(objective.name());
    if (carried == null) {
      throw new IllegalArgumentException(
          "the training state carries nothing for objective '"
              + objective.name()
              + "', only for "
              + state.carried().keySet());
    }
    return carried;
  }

  private void accumulate(
      TrainingState state,
      ScalingFactors factors,
      ChunkInput input,
      List<Sensitivity.Weighted> direct,
      long firstStep) {
    if (settings.optimisable() == Optimisable.NONE || direct.isEmpty()) {
      return;
    }
    costate.clear();
    FactorGradient gradient = simulator.backward(factors, input, costate, direct);
    if (settings.optimisable().recurrent()) {
      add(gradient.recurrent(), state.gradients().get(RECURRENT));
    }
    if (settings.optimisable().feedforward()) {
      add(gradient.feedforward(), state.gradients().get(FEEDFORWARD));
    }
    state.gradients().requireFinite(firstStep + steps);
  }

  private static void add(double[] gradient, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (float) gradient[i];
    }
  }

  /**
   * Updates with the gradients of an incomplete accumulation, scaled up to a complete one, so that
   * the last chunks of a run are not lost; without such gradients nothing changes.
   */
  public TrainingState finish(TrainingState state) {
    if (state.accumulated() > 0 && settings.optimisable() != Optimisable.NONE) {
      state.gradients().scale((double) settings.chunksPerUpdate() / state.accumulated());
      update(state);
    }
    return new TrainingState(
        state.chunk(),
        0,
        state.network(),
        state.parameters(),
        state.gradients(),
        state.optimiser(),
        state.carried());
  }

  private ChunkOutcome.Update update(TrainingState state) {
    Gradients gradients = state.gradients();
    double norm =
        settings.gradientClip().isPresent()
            ? Clip.globalNorm(gradients, settings.gradientClip().getAsDouble())
            : gradients.globalNorm();
    Map<String, Double> norms = new LinkedHashMap<>();
    for (Parameter parameter : state.parameters().all()) {
      double squares = 0;
      for (float g : gradients.get(parameter.name())) {
        squares += (double) g * g;
      }
      norms.put(parameter.name(), Math.sqrt(squares));
    }
    settings.optimiser().step(state.parameters(), gradients, state.optimiser());
    gradients.zero();
    return new ChunkOutcome.Update(norm, norms);
  }
}
