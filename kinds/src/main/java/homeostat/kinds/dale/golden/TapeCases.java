package homeostat.kinds.dale.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.GroupNormalise;
import homeostat.gradient.operation.Moments;
import homeostat.gradient.operation.Normalise;
import homeostat.gradient.operation.NormaliseGradient;
import homeostat.gradient.operation.Reduction;
import homeostat.gradient.operation.SoftmaxCrossEntropy;
import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import homeostat.task.image.Brightness;
import java.util.Optional;

/** Golden cases of single operations of the tape: value, and gradient for a given upstream one. */
final class TapeCases {
  private static final String X = "x";

  private TapeCases() {}

  static Outcome crossEntropy(GoldenCase golden) {
    JsonNode params = golden.params();
    boolean mean = params.get("reduction").asText().equals("mean");
    SoftmaxCrossEntropy operation =
        new SoftmaxCrossEntropy(
            params.get("label_smoothing").asDouble(), mean ? Reduction.MEAN : Reduction.SUM);
    NdArray logits = golden.inputs().get("logits");
    NdArray labels = golden.inputs().get("labels");
    Result result = run(operation, logits, labels, labels.size(), 1, new float[] {1});
    return Outcome.of(
        Arrays.builder()
            .put("loss", new NdArray.F4(result.value(), new int[0]))
            .put("dlogits", result.gradient(), logits.shape())
            .build());
  }

  static Outcome norm(GoldenCase golden) {
    JsonNode params = golden.params();
    Moments moments =
        switch (params.get("norm").asText()) {
          case "mean_norm" -> Moments.MEAN;
          case "divisive_norm" -> Moments.SPREAD;
          case "layer_norm", "layer_norm_stopgrad" -> Moments.BOTH;
          default -> throw new IllegalArgumentException("unknown norm " + params.get("norm"));
        };
    Normalise.Backward backward = Normalise.Backward.EXACT;
    if (params.get("norm").asText().equals("layer_norm_stopgrad")) {
      backward = Normalise.Backward.FIXED_MOMENTS;
    } else if (params.path("no_backward").asInt() == 1) {
      backward = Normalise.Backward.IDENTITY;
    }
    boolean forward = params.path("no_forward").asInt() == 0;
    return rows(golden, new Normalise(moments, forward, backward, params.get("eps").asDouble()));
  }

  static Outcome gradientNorm(GoldenCase golden) {
    JsonNode params = golden.params();
    NormaliseGradient.Mode mode =
        switch (params.get("ln_feedback").asText()) {
          case "full" -> NormaliseGradient.Mode.FULL;
          case "center" -> NormaliseGradient.Mode.CENTRE;
          case "fa_center" -> NormaliseGradient.Mode.LATERAL;
          case "scale" -> NormaliseGradient.Mode.SCALE;
          case "decorrelate" -> NormaliseGradient.Mode.DECORRELATE;
          default ->
              throw new IllegalArgumentException("unknown feedback " + params.get("ln_feedback"));
        };
    double epsilon = params.get("eps").asDouble();
    if (params.get("no_backward").asInt() == 1) {
      return rows(golden, new Normalise(Moments.BOTH, false, Normalise.Backward.IDENTITY, epsilon));
    }
    NormaliseGradient operation = new NormaliseGradient(mode, epsilon);
    if (mode != NormaliseGradient.Mode.LATERAL) {
      return rows(golden, operation);
    }
    NdArray x = golden.inputs().get(X);
    NdArray weights = golden.inputs().get("center_weights");
    float[] upstream = golden.inputs().get("G").toFloats();
    return outcome(run(operation, x, weights, 1, weights.size(), upstream), x);
  }

  static Outcome brightness(GoldenCase golden) {
    NdArray x = golden.inputs().get(X);
    double shift = golden.params().get("shift").asDouble();
    double[] y = x.toDoubles();
    java.util.Arrays.setAll(y, i -> Brightness.shifted(y[i], shift));
    return Outcome.of(Arrays.builder().put("y", y, x.shape()).build());
  }

  static Outcome groupNorm(GoldenCase golden) {
    JsonNode params = golden.params();
    Moments moments =
        switch (params.get("mode").asText()) {
          case "subtractive" -> Moments.MEAN;
          case "divisive" -> Moments.SPREAD;
          case "full" -> Moments.BOTH;
          default -> throw new IllegalArgumentException("unknown mode " + params.get("mode"));
        };
    NdArray x = golden.inputs().get(X);
    NdArray weight = golden.inputs().get("weights.weight");
    NdArray bias = golden.inputs().get("weights.bias");
    int channels = x.shape()[1];
    int[] matrix = {x.shape()[0], x.size() / x.shape()[0]};
    int[] row = {channels};
    Parameters parameters =
        Parameters.of(
            new Parameter(X, x.toFloats(), matrix, Constraint.FREE),
            new Parameter("weight", weight.toFloats(), row, Constraint.FREE),
            new Parameter("bias", bias.toFloats(), row, Constraint.FREE));
    Gradients gradients = new Gradients(parameters);
    try (Parallel parallel = new Parallel(1)) {
      Tape tape = new Tape(parameters, gradients, Kernels.active(), parallel);
      GroupNormalise operation =
          new GroupNormalise(
              channels, params.get("groups").asInt(), moments, params.get("eps").asDouble());
      Var y =
          tape.apply(
              "norm",
              operation,
              tape.parameter(X),
              tape.parameter("weight"),
              tape.parameter("bias"));
      tape.forward();
      tape.backward(y, golden.inputs().get("G").toFloats());
      return Outcome.of(
          Arrays.builder()
              .put("y", y.value(), x.shape())
              .put("dx", gradients.get(X), x.shape())
              .put("dweight", gradients.get("weight"), weight.shape())
              .put("dbias", gradients.get("bias"), bias.shape())
              .build());
    }
  }

  /** A case without an upstream gradient asks for the value alone. */
  private static Outcome rows(GoldenCase golden, Operation operation) {
    NdArray x = golden.inputs().get(X);
    NdArray none = new NdArray.F4(new float[0], new int[] {0});
    Optional<NdArray> upstream = golden.inputs().find("G");
    float[] given = upstream.map(NdArray::toFloats).orElse(new float[x.size()]);
    Result result = run(operation, x, none, 0, 0, given);
    return upstream.isPresent()
        ? outcome(result, x)
        : Outcome.of(Arrays.builder().put("y", result.value(), x.shape()).build());
  }

  private static Outcome outcome(Result result, NdArray x) {
    return Outcome.of(
        Arrays.builder()
            .put("y", result.value(), x.shape())
            .put("dx", result.gradient(), x.shape())
            .build());
  }

  private record Result(float[] value, float[] gradient) {}

  /** An operation of x, which trains, and of constants if there are any. */
  private static Result run(
      Operation operation, NdArray x, NdArray constants, int rows, int cols, float[] upstream) {
    Parameters parameters =
        Parameters.of(new Parameter(X, x.toFloats(), x.shape(), Constraint.FREE));
    Gradients gradients = new Gradients(parameters);
    try (Parallel parallel = new Parallel(1)) {
      Tape tape = new Tape(parameters, gradients, Kernels.active(), parallel);
      Var operand = tape.parameter(X);
      Var out;
      if (constants.size() == 0) {
        out = tape.apply(operation.name(), operation, operand);
      } else {
        Var second = tape.input("constants", rows, cols);
        System.arraycopy(constants.toFloats(), 0, second.value(), 0, constants.size());
        out = tape.apply(operation.name(), operation, operand, second);
      }
      tape.forward();
      tape.backward(out, upstream);
      return new Result(out.value(), gradients.get(X));
    }
  }
}
