package homeostat.kinds.memory.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.gradient.Adam;
import homeostat.gradient.Decay;
import homeostat.gradient.Frozen;
import homeostat.gradient.Grouped;
import homeostat.gradient.Optimiser;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.RmsProp;
import homeostat.gradient.Sgd;
import homeostat.kernel.Parallel;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import homeostat.task.memory.Scoring;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Golden cases of training: steps on one batch, epochs over several, and what guessing costs. */
final class TrainingCases {
  private TrainingCases() {}

  static Outcome training(GoldenCase golden) {
    if (golden.expected().names().contains("null_loss")) {
      Arrays.Builder out = Arrays.builder();
      float[] x = golden.inputs().get("X").toFloats();
      float[] y = golden.inputs().get("Y").toFloats();
      NetworkCases.scalar(out, "null_loss", Scoring.nullLoss(x, y));
      return Outcome.of(out.build());
    }
    return golden.inputs().names().contains("X_train") ? epochs(golden) : steps(golden);
  }

  private static Outcome steps(GoldenCase golden) {
    JsonNode steps = golden.params().get("steps");
    boolean list = steps.isArray();
    Set<Integer> wanted = new TreeSet<>();
    steps.forEach(step -> wanted.add(step.asInt()));
    Parameters parameters = Network.parameters(golden.inputs(), true);
    Optimiser optimiser = optimiser(golden);
    OptimiserState state = optimiser.start(parameters);
    double[] losses = new double[golden.expected().get("loss_trace").size()];
    Arrays.Builder out = Arrays.builder();
    try (Parallel parallel = new Parallel(1)) {
      Network network =
          new Network(golden, parameters, Network.Trials.of(golden.inputs().get("X")), parallel);
      Network.Loss loss = network.loss(golden.inputs().get("Y").toFloats());
      for (int step = 1; step <= losses.length; step++) {
        network.tape.forward();
        losses[step - 1] = loss.loss().value()[0];
        network.tape.backward(loss.loss());
        optimiser.step(parameters, network.gradients, state);
        if (wanted.contains(step)) {
          put(out, "step" + step + "_", parameters);
        }
      }
    }
    if (!list) {
      put(out, "final_", parameters);
    }
    return Outcome.of(out.put("loss_trace", losses).build());
  }

  private static void put(Arrays.Builder out, String prefix, Parameters parameters) {
    for (Parameter parameter : parameters.all()) {
      out.put(prefix + parameter.name(), parameter.values(), parameter.shape());
    }
  }

  private static Optimiser optimiser(GoldenCase golden) {
    JsonNode params = golden.params();
    double rate = params.get("lr").asDouble();
    double epsilon = params.path("eps").asDouble(1e-8);
    double momentum = params.path("momentum").asDouble(0);
    Optimiser optimiser =
        switch (params.get("optimizer").asText()) {
          case "SGD" -> new Sgd(rate, momentum, false, 0, Decay.COUPLED);
          case "Adam" ->
              new Adam(
                  rate,
                  params.path("betas").path(0).asDouble(0.9),
                  params.path("betas").path(1).asDouble(0.999),
                  epsilon);
          case "RMSprop" ->
              new RmsProp(rate, params.path("alpha").asDouble(0.99), epsilon, momentum, 0);
          default ->
              throw new IllegalArgumentException("unknown optimizer " + params.get("optimizer"));
        };
    // Only the words of the case tell that its recurrent weights do not learn.
    boolean frozen = golden.whole().path("description").asText().contains("freeze_layer");
    return frozen ? new Grouped(optimiser, Map.of("weight_hh", new Frozen())) : optimiser;
  }

  private record Batch(Network network, Network.Loss loss) {}

  private static List<Batch> batches(
      GoldenCase golden, String part, Parameters parameters, Parallel parallel) {
    Network.Trials trials = Network.Trials.of(golden.inputs().get("X_" + part));
    float[] y = golden.inputs().get("Y_" + part).toFloats();
    int size = golden.params().get("batch_size").asInt();
    List<Batch> batches = new ArrayList<>();
    for (int from = 0; from < trials.count(); from += size) {
      int to = Math.min(trials.count(), from + size);
      Network network = new Network(golden, parameters, trials.part(from, to), parallel);
      int steps = trials.steps();
      float[] some = java.util.Arrays.copyOfRange(y, from * steps, to * steps);
      batches.add(new Batch(network, network.loss(some)));
    }
    return batches;
  }

  private static Outcome epochs(GoldenCase golden) {
    int epochs = golden.params().get("epochs").asInt();
    Parameters parameters = Network.parameters(golden.inputs(), true);
    Optimiser optimiser = optimiser(golden);
    OptimiserState state = optimiser.start(parameters);
    Arrays.Builder out = Arrays.builder();
    double[][] values = new double[4][epochs];
    try (Parallel parallel = new Parallel(1)) {
      List<Batch> train = batches(golden, "train", parameters, parallel);
      List<Batch> validate = batches(golden, "validate", parameters, parallel);
      for (int epoch = 0; epoch < epochs; epoch++) {
        for (Batch batch : train) {
          batch.network.tape.forward();
          values[0][epoch] += batch.loss.loss().value()[0] / train.size();
          values[1][epoch] += batch.loss.accuracy() / train.size();
          batch.network.tape.backward(batch.loss.loss());
          optimiser.step(parameters, batch.network.gradients, state);
        }
        for (Batch batch : validate) {
          batch.network.tape.forward();
          values[2][epoch] += batch.loss.loss().value()[0] / validate.size();
          values[3][epoch] += batch.loss.accuracy() / validate.size();
        }
      }
    }
    return Outcome.of(
        out.put("train_loss", values[0])
            .put("train_accuracy", values[1])
            .put("validate_loss", values[2])
            .put("validate_accuracy", values[3])
            .build());
  }
}
