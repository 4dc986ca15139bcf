package homeostat.kinds.dale.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.gradient.AdamW;
import homeostat.gradient.Constraint;
import homeostat.gradient.Decay;
import homeostat.gradient.ExponentiatedGradient;
import homeostat.gradient.Gradients;
import homeostat.gradient.Optimiser;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.Schedule;
import homeostat.gradient.Sgd;
import homeostat.gradient.SumPreserving;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import java.util.List;

/** Golden cases of optimisers on given gradients, and of learning-rate schedules. */
final class OptimiserCases {
  /** Groups that weight decay spares and that have a momentum of their own. */
  private static final List<String> INHIBITORY =
      List.of("wix_params", "wei_params", "bix_params", "bei_params");

  private OptimiserCases() {}

  static Outcome trajectory(GoldenCase golden) {
    JsonNode params = golden.params();
    Constraint constraint =
        params.get("positive_only").asInt() == 1 ? Constraint.NON_NEGATIVE : Constraint.FREE;
    float[] start = golden.inputs().get("p0").toFloats();
    int[] shape = golden.inputs().get("p0").shape();
    float[] given = golden.inputs().get("grads").toFloats();
    int steps = params.get("steps").asInt();
    Parameters parameters = Parameters.of(new Parameter("p", start, shape, constraint));
    Gradients gradients = new Gradients(parameters);
    Optimiser optimiser = params.has("betas") ? adam(params) : descent(params);
    OptimiserState state = optimiser.start(parameters);
    float[] out = new float[steps * start.length];
    for (int step = 0; step < steps; step++) {
      System.arraycopy(given, step * start.length, gradients.get("p"), 0, start.length);
      optimiser.step(parameters, gradients, state);
      System.arraycopy(parameters.get("p").raw(), 0, out, step * start.length, start.length);
    }
    int[] all = new int[shape.length + 1];
    all[0] = steps;
    System.arraycopy(shape, 0, all, 1, shape.length);
    return Outcome.of(Arrays.builder().put("trajectory", out, all).build());
  }

  private static Optimiser adam(JsonNode params) {
    if (params.path("alg").asText().equals("eg")) {
      return new ExponentiatedGradient(
          params.get("lr").asDouble(), 0, false, params.get("wd").asDouble());
    }
    return new AdamW(
        params.get("lr").asDouble(),
        params.get("betas").get(0).asDouble(),
        params.get("betas").get(1).asDouble(),
        params.get("eps").asDouble(),
        params.get("wd").asDouble(),
        AdamW.Form.PUBLISHED);
  }

  private static Optimiser descent(JsonNode params) {
    boolean inhibitory = INHIBITORY.contains(params.get("group").asText());
    double rate = params.get("lr").asDouble();
    double momentum = params.get(inhibitory ? "imom" : "mom").asDouble();
    double decay = inhibitory ? 0 : params.get("wd").asDouble();
    boolean nesterov = params.get("nest").asInt() == 1 && momentum > 0;
    Optimiser optimiser =
        switch (params.get("alg").asText()) {
          case "gd" -> new Sgd(rate, momentum, nesterov, decay, Decay.AFTER_STEP);
          case "eg" -> new ExponentiatedGradient(rate, momentum, nesterov, decay);
          default -> throw new IllegalArgumentException("unknown alg " + params.get("alg"));
        };
    return params.get("norm").asInt() == 1 ? new SumPreserving(optimiser) : optimiser;
  }

  static Outcome schedule(GoldenCase golden) {
    JsonNode params = golden.params();
    Schedule schedule =
        new Schedule.Triangle(params.get("warmup").asLong(), params.get("total").asLong());
    double[] out = new double[golden.expected().get("multiplier").size()];
    for (int step = 0; step < out.length; step++) {
      out[step] = schedule.at(step);
    }
    return Outcome.of(Arrays.builder().put("multiplier", out).build());
  }
}
