package homeostat.kinds.spiking.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.gradient.Adam;
import homeostat.gradient.Parameters;
import homeostat.kinds.spiking.golden.TrainingCases.Trained;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import homeostat.spiking.Objective;
import homeostat.spiking.learning.BackPropagation;
import homeostat.spiking.learning.ChunkOutcome;
import homeostat.spiking.learning.ChunkTrainer;
import homeostat.spiking.learning.TrainerSettings;
import homeostat.spiking.learning.TrainingState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Golden cases of the training loop. A case may keep the last updates only. */
final class TrainerCases {
  private TrainerCases() {}

  static Outcome trainer(GoldenCase golden, Trained trained) {
    GoldenNetwork net = GoldenNetwork.of(golden);
    JsonNode params = golden.params();
    List<Objective> objectives = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (JsonNode column : params.get("loss_columns")) {
      columns.add(column.asText());
      if (!column.asText().equals("total")) {
        objectives.add(GoldenLosses.objective(column.asText(), params, net));
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
            weights, params.get("chunks_per_update").asInt(), trained.optimisable());
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
    return Outcome.of(train(trainer, net, golden, trained, columns, steps));
  }

  private static Arrays train(
      ChunkTrainer trainer,
      GoldenNetwork net,
      GoldenCase golden,
      Trained trained,
      List<String> columns,
      int steps) {
    JsonNode params = golden.params();
    int chunks = params.get("total_chunks").asInt();
    int updates = chunks / params.get("chunks_per_update").asInt();
    double[] losses = new double[chunks * columns.size()];
    double[] norms = new double[updates];
    List<Parameters> learned = new ArrayList<>();
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
        learned.add(state.parameters().copy());
        update++;
      }
    }
    Arrays.Builder produced =
        Arrays.builder()
            .put("losses_per_chunk", losses, chunks, columns.size())
            .put("grad_norm_before_clip", norms);
    for (String name : List.of(trained.recurrent(), trained.feedforward())) {
      String out = "param_" + name + "_after_each_update";
      int kept = golden.expected().find(out).map(a -> a.shape()[0]).orElse(updates);
      float[] all = new float[0];
      for (Parameters parameters : learned.subList(updates - kept, updates)) {
        float[] raw = parameters.get(name).raw();
        all = java.util.Arrays.copyOf(all, all.length + raw.length);
        System.arraycopy(raw, 0, all, all.length - raw.length, raw.length);
      }
      produced.put(out, all, TrainingCases.with(kept, trained.shape(name, net)));
    }
    return produced.build();
  }
}
