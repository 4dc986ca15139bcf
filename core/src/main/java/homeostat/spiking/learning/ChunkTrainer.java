package homeostat.spiking.learning;

import homeostat.array.Arrays;
import homeostat.dynamics.NonFiniteException;
import homeostat.gradient.Constraint;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.kernel.Csr;
import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Evaluation;
import homeostat.spiking.Experience;
import homeostat.spiking.LearningRule;
import homeostat.spiking.LogGradient;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Objective;
import homeostat.spiking.Recording;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.SynapticWeights;
import homeostat.spiking.simulation.Simulator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Training chunk by chunk: forward, losses, {@code total = sum_l w_l L_l / chunksPerUpdate}, what
 * the {@link LearningRule} keeps of the chunk, and every {@code chunksPerUpdate} chunks its update
 * of the logarithms of the scaling factors or of the weights. State is carried from chunk to chunk;
 * an adjoint does not cross their border.
 */
public final class ChunkTrainer {
  /** Added to initial factors before the logarithm, as published. */
  private static final double LOG_OFFSET = 1e-8;

  private final SpikingNetwork network;
  private final ScalingFactors initial;
  private final List<Objective> objectives;
  private final LearningRule rule;
  private final TrainerSettings settings;
  private final int batch;
  private final int steps;
  private final Parallel parallel;
  private final Simulator simulator;
  private final NetworkState costate;
  private final TrainedWeights trained;

  /**
   * @param initial scaling factors at the start; those not trained stay
   * @param objectives the losses, in the order in which they are reported
   * @param rule what changes the scaling factors; idle if nothing is trained
   * @param batch batch elements B
   * @param steps steps of a chunk T
   */
  public ChunkTrainer(
      SpikingNetwork network,
      ScalingFactors initial,
      List<Objective> objectives,
      LearningRule rule,
      TrainerSettings settings,
      int batch,
      int steps,
      Parallel parallel) {
    this(network, initial, objectives, rule, settings, batch, steps, steps, parallel);
  }

  /**
   * A trainer that takes less memory and more time, with the same results.
   *
   * @param segment steps of the tape that are kept whole at a time: {@link Simulator#segment}
   */
  public ChunkTrainer(
      SpikingNetwork network,
      ScalingFactors initial,
      List<Objective> objectives,
      LearningRule rule,
      TrainerSettings settings,
      int batch,
      int steps,
      int segment,
      Parallel parallel) {
    this.network = network;
    this.initial = initial;
    this.objectives = List.copyOf(objectives);
    this.rule = rule;
    this.settings = settings;
    this.batch = batch;
    this.steps = steps;
    this.parallel = parallel;
    Recording recording = recording(rule, settings.optimisable());
    this.simulator = new Simulator(network, batch, steps, segment, recording, parallel);
    this.costate = NetworkState.zero(network, recording == Recording.ADJOINT ? batch : 1);
    this.trained = new TrainedWeights(network.weights());
  }

  /** What training by a rule keeps of every step; less if nothing is trained. */
  public static Recording recording(LearningRule rule, Optimisable optimisable) {
    return optimisable == Optimisable.NONE ? Recording.VOLTAGES : rule.recording();
  }

  /** The state before the first chunk. */
  public TrainingState start() {
    List<Parameter> trained = new ArrayList<>();
    if (settings.optimisable().recurrent()) {
      trained.add(parameter(ScalingFactors.RECURRENT, initial.recurrent(), initial.types()));
    }
    if (settings.optimisable().feedforward()) {
      trained.add(
          parameter(ScalingFactors.FEEDFORWARD, initial.feedforward(), initial.inputTypes()));
    }
    if (trainsWeights()) {
      trained.add(parameter(SynapticWeights.RECURRENT, network.recurrent()));
      trained.add(parameter(SynapticWeights.FEEDFORWARD, network.feedforward()));
    }
    Parameters parameters = new Parameters(trained);
    return new TrainingState(
        0,
        0,
        NetworkState.atReset(network, batch),
        parameters,
        trains() ? rule.start(parameters) : Arrays.empty(),
        freshlyCarried());
  }

  private boolean trains() {
    return settings.optimisable() != Optimisable.NONE;
  }

  private boolean trainsWeights() {
    return settings.optimisable() == Optimisable.WEIGHTS;
  }

  private static Parameter parameter(String name, Csr wiring) {
    float[] raw = new float[wiring.entries()];
    for (int e = 0; e < raw.length; e++) {
      raw[e] = (float) StrictMath.log(wiring.values()[e] + LOG_OFFSET);
    }
    return new Parameter(name, raw, new int[] {raw.length}, Constraint.LOG);
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
        state.rule(),
        freshlyCarried());
  }

  /** The scaling factors in force. */
  public ScalingFactors factors(TrainingState state) {
    return new ScalingFactors(
        initial.types(),
        initial.inputTypes(),
        settings.optimisable().recurrent()
            ? values(state.parameters().get(ScalingFactors.RECURRENT))
            : initial.recurrent(),
        settings.optimisable().feedforward()
            ? values(state.parameters().get(ScalingFactors.FEEDFORWARD))
            : initial.feedforward());
  }

  /** The weights in force. */
  public SynapticWeights weights(TrainingState state) {
    return trainsWeights() ? trained.of(state.parameters()) : network.weights();
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
   * @throws NonFiniteException if a potential, a loss, a gradient or a factor is not finite
   */
  public ChunkOutcome step(TrainingState state, ChunkInput input, Optional<SpikeTrains> target) {
    ScalingFactors factors = factors(state);
    long firstStep = state.chunk() * steps;
    if (trainsWeights()) {
      simulator.load(trained.of(state.parameters()));
    }
    NetworkState after = simulator.forward(state.network(), factors, input);
    ChunkRecord record = simulator.record(factors);
    record.requireFinite(firstStep);
    if (trainsWeights()) {
      record = record.withWeights(trained.of(state.parameters()));
    }
    if (target.isPresent()) {
      record = record.withTarget(target.get());
    }
    Map<String, Evaluation> evaluations = new LinkedHashMap<>();
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
      evaluations.put(objective.name(), evaluation);
      losses.put(objective.name(), evaluation.value());
      remarks.putAll(evaluation.remarks());
      carried.put(objective.name(), evaluation.carried());
      if (weight != 0) {
        evaluation.gradients().forEach(g -> direct.add(new Sensitivity.Weighted(g, weight)));
      }
    }
    Arrays learned = state.rule();
    if (trains()) {
      Experience experience =
          new Experience(
              record,
              evaluations,
              state.parameters(),
              firstStep + steps,
              () -> gradient(state.parameters(), factors, input, direct));
      learned = rule.observe(experience, learned);
    }
    int accumulated = state.accumulated() + 1;
    boolean complete = accumulated == settings.chunksPerUpdate();
    Optional<LearningRule.Update> update =
        complete && trains()
            ? Optional.of(update(state.parameters(), learned, 1, firstStep + steps))
            : Optional.empty();
    TrainingState next =
        new TrainingState(
            state.chunk() + 1,
            complete ? 0 : accumulated,
            after,
            state.parameters(),
            update.map(LearningRule.Update::carried).orElse(learned),
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

  private Optional<LogGradient> gradient(
      Parameters parameters,
      ScalingFactors factors,
      ChunkInput input,
      List<Sensitivity.Weighted> direct) {
    if (rule.recording() != Recording.ADJOINT) {
      throw new IllegalStateException(
          "learning rule "
              + rule.name()
              + " asks for a gradient; its recording() has to be ADJOINT for that");
    }
    if (direct.isEmpty()) {
      return Optional.empty();
    }
    costate.clear();
    return Optional.of(
        trainsWeights()
            ? simulator.backward(trained.of(parameters), factors, input, costate, direct)
            : simulator.backward(factors, input, costate, direct));
  }

  /**
   * Updates with an incomplete accumulation, so that the last chunks of a run are not lost; without
   * one nothing changes.
   */
  public TrainingState finish(TrainingState state) {
    Arrays learned = state.rule();
    if (state.accumulated() > 0 && trains()) {
      double part = (double) state.accumulated() / settings.chunksPerUpdate();
      learned = update(state.parameters(), learned, part, state.chunk() * steps).carried();
    }
    return new TrainingState(
        state.chunk(), 0, state.network(), state.parameters(), learned, state.carried());
  }

  private LearningRule.Update update(
      Parameters parameters, Arrays learned, double part, long stepsDone) {
    LearningRule.Update update = rule.update(parameters, learned, part);
    for (Parameter parameter : parameters.all()) {
      for (int i = 0; i < parameter.size(); i++) {
        double factor = StrictMath.exp(parameter.raw()[i]);
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
          throw new NonFiniteException(
              "factor from learning rule " + rule.name(),
              "parameter '" + parameter.name() + "', element " + i,
              stepsDone,
              factor);
        }
      }
    }
    return update;
  }
}
