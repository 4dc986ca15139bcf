package homeostat.kinds.spiking.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.gradient.Adam;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Evaluation;
import homeostat.spiking.FactorGradient;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Objective;
import homeostat.spiking.Recording;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.learning.BackPropagation;
import homeostat.spiking.learning.ChunkOutcome;
import homeostat.spiking.learning.ChunkTrainer;
import homeostat.spiking.learning.Optimisable;
import homeostat.spiking.learning.TrainerSettings;
import homeostat.spiking.learning.TrainingState;
import homeostat.spiking.loss.FiringRate;
import homeostat.spiking.loss.Irregularity;
import homeostat.spiking.loss.MembraneVariance;
import homeostat.spiking.loss.SilentPenalty;
import homeostat.spiking.loss.VanRossum;
import homeostat.spiking.loss.WeightRatio;
import homeostat.spiking.simulation.Simulator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Golden cases of back-propagation through time and of the training loop. */
final class TrainingCases {
  /** Losses as case kinds name them. */
  static final List<String> LOSSES =
      List.of(
          "firing_rate",
          "silent_penalty",
          "van_rossum",
          "cv",
          "membrane_variance",
          "scaling_factor_balance");

  private TrainingCases() {}

  /** An objective by the name of a case kind or a loss column. */
  private static Objective objective(String name, JsonNode params, GoldenNetwork net) {
    return switch (name) {
      case "firing_rate" ->
          new FiringRate(
              net.perNeuron(params.get("target_rate_hz_by_type")),
              1,
              params.get("firing_rate_epsilon_hz").asDouble(),
              FiringRate.Level.NEURON,
              net.network().cellTypes());
      case "silent_penalty" -> new SilentPenalty(net.perNeuron(params.get("alpha_s_by_type")));
      case "cv" -> {
        double[] target = new double[net.neurons()];
        java.util.Arrays.fill(target, params.get("target_cv").asDouble());
        yield new Irregularity(target, false);
      }
      case "membrane_variance" -> {
        double[] threshold = new double[net.neurons()];
        java.util.Arrays.setAll(
            threshold,
            n -> net.network().physiology().cells().get(net.network().cellTypes()[n]).theta());
        yield new MembraneVariance(
            threshold, net.perNeuron(params.get("threshold_ratio_by_type")), false);
      }
      case "van_rossum" ->
          new VanRossum(
              params.get("van_rossum_tau_rise_ms").asDouble(),
              params.get("van_rossum_tau_decay_ms").asDouble(),
              net.network().constants().dt(),
              false);
      case "scaling_factor_balance", "weight_ratio" ->
          new WeightRatio(params.get("weight_ratio").asDouble(), 0);
      default -> throw new IllegalArgumentException("no loss '" + name + "'");
    };
  }

  static Arrays.Builder put(Arrays.Builder to, FactorGradient gradient, GoldenNetwork net) {
    int types = net.factors().types();
    return to.put("grad_log_scaling_factors", gradient.recurrent(), types, types)
        .put(
            "grad_log_scaling_factors_FF",
            gradient.feedforward(),
            net.factors().inputTypes(),
            types);
  }

  static Outcome gradient(GoldenCase golden, String loss) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    Chunks chunks = chunks(golden, net, loss, net.steps());
    Arrays.Builder produced = Arrays.builder().put("loss", chunks.losses());
    return Outcome.of(
        put(produced, new FactorGradient(chunks.recurrent(), chunks.feedforward()), net).build());
  }

  static Outcome chunks(GoldenCase golden) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    Chunks chunks = chunks(golden, net, "van_rossum", golden.params().get("chunk_steps").asInt());
    int count = chunks.losses().length;
    int types = net.factors().types();
    return Outcome.of(
        Arrays.builder()
            .put("loss", chunks.losses())
            .put("grad_log_scaling_factors", chunks.recurrent(), count, types, types)
            .put(
                "grad_log_scaling_factors_FF",
                chunks.feedforward(),
                count,
                net.factors().inputTypes(),
                types)
            .build());
  }

  /** Losses [chunk] and gradients [chunk][source][target]. */
  private record Chunks(double[] losses, double[] recurrent, double[] feedforward) {}

  private static Chunks chunks(GoldenCase golden, GoldenNetwork net, String loss, int steps) {
    int count = net.steps() / steps;
    int recurrent = net.factors().recurrent().length;
    int feedforward = net.factors().feedforward().length;
    Chunks out =
        new Chunks(
            new double[count], new double[count * recurrent], new double[count * feedforward]);
    Objective objective = objective(loss, golden.params(), net);
    Simulator simulator =
        new Simulator(net.network(), net.batch(), steps, Recording.ADJOINT, GoldenNetwork.PARALLEL);
    NetworkState state = NetworkState.atReset(net.network(), net.batch());
    Arrays carried = objective.start(net.batch(), net.neurons());
    for (int chunk = 0; chunk < count; chunk++) {
      state = simulator.forward(state, net.factors(), net.input(chunk * steps, steps));
      ChunkRecord record =
          simulator.record(net.factors()).withTarget(net.target(chunk * steps, steps));
      Evaluation evaluation = objective.evaluate(record, carried, GoldenNetwork.PARALLEL);
      carried = evaluation.carried();
      List<Sensitivity.Weighted> direct = new ArrayList<>();
      evaluation.gradients().forEach(g -> direct.add(new Sensitivity.Weighted(g, 1)));
      FactorGradient gradient =
          simulator.backward(
              net.factors(),
              net.input(chunk * steps, steps),
              NetworkState.zero(net.network(), net.batch()),
              direct);
      out.losses()[chunk] = evaluation.value();
      System.arraycopy(gradient.recurrent(), 0, out.recurrent(), chunk * recurrent, recurrent);
      System.arraycopy(
          gradient.feedforward(), 0, out.feedforward(), chunk * feedforward, feedforward);
    }
    return out;
  }

  static Outcome trainer(GoldenCase golden) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    JsonNode params = golden.params();
    List<Objective> objectives = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (JsonNode column : params.get("loss_columns")) {
      columns.add(column.asText());
      if (!column.asText().equals("total")) {
        objectives.add(objective(column.asText(), params, net));
      }
    }
    Map<String, Double> weights = new HashMap<>();
    params
        .get("loss_weights")
        .properties()
        .forEach(entry -> weights.put(entry.getKey(), entry.getValue().asDouble()));
    JsonNode clip = params.path("grad_norm_clip");
    BackPropagation rule =
        new BackPropagation(
            new Adam(
                params.get("adam_lr").asDouble(),
                params.get("adam_beta1").asDouble(),
                params.get("adam_beta2").asDouble(),
                params.get("adam_eps").asDouble()),
            clip.isNumber() ? OptionalDouble.of(clip.asDouble()) : OptionalDouble.empty());
    TrainerSettings settings =
        new TrainerSettings(
            weights, params.get("chunks_per_update").asInt(), Optimisable.SCALING_FACTORS);
    int steps = params.get("chunk_steps").asInt();
    ChunkTrainer trainer =
        new ChunkTrainer(
            net.network(),
            net.factors(),
            objectives,
            rule,
            settings,
            net.batch(),
            steps,
            GoldenNetwork.PARALLEL);
    return Outcome.of(train(trainer, net, params, columns, steps));
  }

  private static Arrays train(
      ChunkTrainer trainer, GoldenNetwork net, JsonNode params, List<String> columns, int steps) {
    int chunks = params.get("total_chunks").asInt();
    int updates = chunks / params.get("chunks_per_update").asInt();
    int recurrent = net.factors().recurrent().length;
    int feedforward = net.factors().feedforward().length;
    double[] losses = new double[chunks * columns.size()];
    double[] norms = new double[updates];
    float[] learned = new float[updates * recurrent];
    float[] learnedFf = new float[updates * feedforward];
    TrainingState state = trainer.start();
    int update = 0;
    for (int chunk = 0; chunk < chunks; chunk++) {
      if (chunk % params.get("chunks_per_data_epoch").asInt() == 0) {
        state = trainer.reset(state);
      }
      int from = chunk * steps % net.steps();
      ChunkOutcome outcome =
          trainer.step(state, net.input(from, steps), Optional.of(net.target(from, steps)));
      state = outcome.state();
      for (int i = 0; i < columns.size(); i++) {
        String column = columns.get(i);
        losses[chunk * columns.size() + i] =
            column.equals("total")
                ? outcome.total()
                : outcome.losses().getOrDefault(column, Double.NaN);
      }
      if (outcome.update().isPresent()) {
        norms[update] =
            outcome.update().get().numbers().getOrDefault(BackPropagation.NORM, Double.NaN);
        float[] a = state.parameters().get(ScalingFactors.RECURRENT).raw();
        float[] aff = state.parameters().get(ScalingFactors.FEEDFORWARD).raw();
        System.arraycopy(a, 0, learned, update * recurrent, recurrent);
        System.arraycopy(aff, 0, learnedFf, update * feedforward, feedforward);
        update++;
      }
    }
    int types = net.factors().types();
    return Arrays.builder()
        .put("losses_per_chunk", losses, chunks, columns.size())
        .put("grad_norm_before_clip", norms)
        .put("param_log_scaling_factors_after_each_update", learned, updates, types, types)
        .put(
            "param_log_scaling_factors_FF_after_each_update",
            learnedFf,
            updates,
            net.factors().inputTypes(),
            types)
        .build();
  }
}
