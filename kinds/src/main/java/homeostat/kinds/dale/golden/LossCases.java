package homeostat.kinds.dale.golden;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.dale.convolution.MomentLoss;
import homeostat.dale.diagnostic.GradientSpectrum;
import homeostat.dale.diagnostic.LayerStatistics;
import homeostat.dale.loss.LocalLoss;
import homeostat.dale.operation.LocalLossValue;
import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;

/** Golden cases of local losses and of the spectrum of error signals. */
final class LossCases {
  private LossCases() {}

  static Outcome homeostatic(GoldenCase golden) {
    LocalLoss loss =
        switch (golden.params().get("loss").asText()) {
          case "mean" -> LocalLoss.MEAN;
          case "mean_var" -> LocalLoss.MEAN_VARIANCE;
          default -> throw new IllegalArgumentException("unknown loss " + golden.params());
        };
    NdArray output = golden.inputs().get("output");
    Arrays.Builder out = value(golden, loss, output, "doutput");
    float[] drive = golden.inputs().get("excitatory").toFloats();
    float[] y = output.toFloats();
    int units = output.shape()[1];
    double metric = 0;
    for (int at = 0; at < y.length; at += units) {
      metric +=
          LayerStatistics.distance(y, drive, at, units, loss == LocalLoss.MEAN_VARIANCE)
              * units
              / y.length;
    }
    Resolved.put(out, golden, "metric", metric);
    return Outcome.of(out.build());
  }

  static Outcome recurrent(GoldenCase golden) {
    boolean implicit = golden.params().get("implicit").asInt() == 1;
    LocalLoss loss = implicit ? LocalLoss.VARIANCE : LocalLoss.DISTANCE;
    return Outcome.of(value(golden, loss, golden.inputs().get("h"), "dh").build());
  }

  private static Arrays.Builder value(
      GoldenCase golden, LocalLoss loss, NdArray activity, String gradient) {
    double lambda = golden.params().get("lam").asDouble();
    return run(golden, new LocalLossValue(loss, lambda), activity, gradient);
  }

  static Outcome convolution(GoldenCase golden) {
    return Outcome.of(run(golden, new MomentLoss(), golden.inputs().get("h"), "dh").build());
  }

  private static Arrays.Builder run(
      GoldenCase golden, Operation operation, NdArray activity, String gradient) {
    int rows = activity.shape()[0];
    int[] matrix = {rows, activity.size() / rows};
    Parameters parameters =
        Parameters.of(new Parameter("h", activity.toFloats(), matrix, Constraint.FREE));
    Gradients gradients = new Gradients(parameters);
    try (Parallel parallel = new Parallel(1)) {
      Tape tape = new Tape(parameters, gradients, Kernels.active(), parallel);
      Var loss = tape.apply("loss", operation, tape.parameter("h"));
      tape.forward();
      tape.backward(loss);
      Arrays.Builder out = Arrays.builder();
      Resolved.put(out, golden, "loss", loss.value()[0]);
      Resolved.put(out, golden, gradient, gradients.get("h"));
      return out;
    }
  }

  static Outcome eigenvalue(GoldenCase golden) {
    NdArray delta = golden.inputs().get("delta");
    Arrays.Builder out = Arrays.builder();
    double largest = GradientSpectrum.largest(delta.toFloats(), delta.shape()[0]);
    Resolved.put(out, golden, "lambda_max", largest);
    return Outcome.of(out.build());
  }
}
