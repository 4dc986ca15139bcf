package homeostat.kinds.disinhibition.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.Weights;
import homeostat.disinhibition.equilibrium.EquilibriumSettings;
import homeostat.disinhibition.rule.Learner;
import homeostat.disinhibition.rule.Outcome;
import homeostat.disinhibition.rule.Route;
import homeostat.disinhibition.rule.Rule;
import homeostat.disinhibition.rule.RuleSettings;
import homeostat.disinhibition.rule.RuleState;
import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Optimiser;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite;
import java.util.ArrayList;
import java.util.List;

/** Golden cases of gradients and of a few steps of training. */
final class LearningCases {
  private static final Route ROUTE = new Route.Equilibrium(EquilibriumSettings.USUAL);

  private LearningCases() {}

  static GoldenSuite.Outcome gradient(GoldenCase golden) {
    GoldenNetwork network = GoldenNetwork.of(golden);
    Layers layers = network.layers();
    RuleSettings settings = settings(golden, network);
    RuleState state = RuleState.start(layers, settings);
    Weights gradient = network.zeros();
    int batch = network.batch();
    try (Parallel parallel = new Parallel(1)) {
      Learner learner =
          new Learner(
              network.weights(),
              network.cells(),
              ROUTE,
              settings,
              batch,
              parallel,
              Kernels.active());
      Outcome outcome =
          learner.learn(
              network.inputs().get("x").toFloats(),
              network.inputs().get("y").toFloats(),
              batch,
              state,
              gradient);
      Arrays.Builder produced = Arrays.builder();
      network.put(produced, "gW", "gb", gradient);
      produced.put("loss", new double[] {outcome.open().loss()});
      produced.put("y_pred", learner.openOutput(), batch, layers.outputs());
      produced.put("y_nudged", learner.target(), batch, layers.outputs());
      if (!network.plain()) {
        network.put(produced, learner.activity());
      }
      for (int l = 0; l <= layers.depth(); l++) {
        produced.put("err" + l, learner.deltas().get(l), batch, layers.units(l));
      }
      for (int l = 0; l < layers.depth(); l++) {
        produced.put("avg_inh" + l, state.inhibition().get(l));
      }
      return GoldenSuite.Outcome.of(produced.build());
    }
  }

  private static RuleSettings settings(GoldenCase golden, GoldenNetwork network) {
    JsonNode params = golden.params();
    return new RuleSettings(
        rule(golden),
        network.loss(),
        network.controller(),
        network.feedbackSettings(),
        network.toReadout(),
        params.path("strong_fb").asBoolean(true),
        params.path("target_nudge").asDouble(0.015),
        params.path("avg_inh_lambda").asDouble(1),
        params.path("avg_inh_init").asDouble(0.8));
  }

  /** Some cases tell their rule in their id alone. */
  private static Rule rule(GoldenCase golden) {
    String name = golden.params().path("rule").asText(golden.id());
    if (name.contains("exact-inv")) {
      return Rule.EXACT_INVERSE;
    }
    if (name.contains("lin-thresh")) {
      return Rule.LINEAR_THRESHOLD;
    }
    if (name.contains("bp")) {
      return Rule.BACK_PROPAGATION;
    }
    throw new IllegalArgumentException("no rule in " + name);
  }

  static GoldenSuite.Outcome training(GoldenCase golden) {
    GoldenNetwork network = GoldenNetwork.of(golden);
    Layers layers = network.layers();
    RuleSettings settings = settings(golden, network);
    RuleState state = RuleState.start(layers, settings);
    Weights weights = network.weights();
    Parameters parameters = parameters(weights);
    Gradients gradients = new Gradients(parameters);
    Weights gradient = gradient(layers, gradients);
    Optimiser adam = ScalarCases.adam(golden.params());
    OptimiserState moments = adam.start(parameters);
    int batch = network.batch();
    int steps = golden.params().get("steps").asInt();
    float[] x = network.inputs().get("x").toFloats();
    float[] y = network.inputs().get("y").toFloats();
    double[] metrics = new double[steps * 3];
    Arrays.Builder produced = Arrays.builder();
    try (Parallel parallel = new Parallel(1)) {
      Learner learner =
          new Learner(weights, network.cells(), ROUTE, settings, batch, parallel, Kernels.active());
      for (int step = 0; step < steps; step++) {
        Outcome outcome =
            learner.learn(
                part(x, step, batch * layers.inputs()),
                part(y, step, batch * layers.outputs()),
                batch,
                state,
                gradient);
        metrics[3 * step] = outcome.taught().loss();
        metrics[3 * step + 1] = outcome.taught().accuracy();
        // The published program reports no norm for plain units.
        boolean local = !(network.plain() && settings.rule() == Rule.BACK_PROPAGATION);
        metrics[3 * step + 2] = local ? meanNorm(parameters) : 0;
        adam.step(parameters, gradients, moments);
        if (step == 0) {
          network.put(produced, "step1_W", "step1_b", weights);
        }
      }
    }
    network.put(produced, "final_W", "final_b", weights);
    return GoldenSuite.Outcome.of(produced.put("metrics", metrics, steps, 3).build());
  }

  private static float[] part(float[] all, int step, int size) {
    return java.util.Arrays.copyOfRange(all, step * size, (step + 1) * size);
  }

  private static double meanNorm(Parameters parameters) {
    double sum = 0;
    for (Parameter parameter : parameters.all()) {
      float[] raw = parameter.raw();
      sum += Math.sqrt(Kernels.active().reductions().sumSquaresDouble(raw, 0, raw.length));
    }
    return sum / parameters.all().size();
  }

  private static Parameters parameters(Weights weights) {
    List<Parameter> all = new ArrayList<>();
    Layers layers = weights.layers();
    for (int l = 0; l <= layers.depth(); l++) {
      int[] shape = {layers.senders(l), layers.units(l)};
      all.add(new Parameter("W" + l, weights.kernels().get(l), shape, Constraint.FREE));
    }
    for (int l = 0; l < layers.depth(); l++) {
      int[] shape = {layers.units(l)};
      all.add(new Parameter("b" + l, weights.biases().get(l), shape, Constraint.FREE));
    }
    return new Parameters(all);
  }

  private static Weights gradient(Layers layers, Gradients gradients) {
    List<float[]> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (int l = 0; l <= layers.depth(); l++) {
      kernels.add(gradients.get("W" + l));
      if (l < layers.depth()) {
        biases.add(gradients.get("b" + l));
      }
    }
    return new Weights(layers, kernels, biases);
  }
}
