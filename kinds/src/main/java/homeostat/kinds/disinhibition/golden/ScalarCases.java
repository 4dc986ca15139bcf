package homeostat.kinds.disinhibition.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.disinhibition.ControlLoss;
import homeostat.disinhibition.LeakyController;
import homeostat.disinhibition.SoftRectifier;
import homeostat.disinhibition.Tangent;
import homeostat.disinhibition.Targets;
import homeostat.disinhibition.circuit.RateFunction;
import homeostat.gradient.Adam;
import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Optimiser;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.kernel.Kernels;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;

/** Golden cases of activations, losses, controllers, targets and the optimiser. */
final class ScalarCases {
  private ScalarCases() {}

  static Outcome activation(GoldenCase golden) {
    JsonNode params = golden.params();
    SoftRectifier phi =
        new SoftRectifier(
            params.get("scale").asDouble(),
            params.get("sharpness").asDouble(),
            params.get("shift").asDouble());
    float[] x = golden.inputs().get("x").toFloats();
    float[] f = new float[x.length];
    float[] df = new float[x.length];
    RateFunction function = new RateFunction(phi, Kernels.active());
    function.rate(x, 0, f, 0, x.length);
    function.slope(x, 0, df, 0, x.length);
    NdArray y = golden.inputs().get("y");
    NdArray around = golden.inputs().get("y0");
    int n = y.size();
    double[] inverse = new double[n];
    double[] published = new double[n];
    double[] theta = new double[n];
    double[] delta = new double[n];
    double[] line = new double[n];
    for (int i = 0; i < n; i++) {
      Tangent tangent = phi.tangent(around.at(i));
      inverse[i] = phi.inverse(y.at(i));
      published[i] = phi.publishedInverse(y.at(i));
      theta[i] = tangent.intercept();
      delta[i] = tangent.slope();
      line[i] = tangent.at(y.at(i));
    }
    return Outcome.of(
        Arrays.builder()
            .put("f", f)
            .put("df", df)
            .put("inv", inverse)
            .put("inv_source_large_branch", published)
            .put("taylor_theta", theta)
            .put("taylor_delta", delta)
            .put("taylor_at_y", line)
            .build());
  }

  static Outcome loss(GoldenCase golden) {
    ControlLoss loss = GoldenNetwork.loss(golden.params().get("loss").asText());
    NdArray output = golden.inputs().get("y_pred");
    float[] v = output.toFloats();
    float[] y = golden.inputs().get("y_target").toFloats();
    int samples = output.shape()[0];
    int n = output.shape()[1];
    double[] value = new double[samples];
    double[] error = new double[samples * n];
    double[] one = new double[n];
    for (int b = 0; b < samples; b++) {
      value[b] = loss.value(v, b * n, y, b * n, n);
      loss.error(v, b * n, y, b * n, n, one);
      System.arraycopy(one, 0, error, b * n, n);
    }
    Arrays.Builder produced = Arrays.builder().put("value", value).put("error", error, samples, n);
    JsonNode nudges = golden.params().path("nudge");
    for (int i = 0; i < nudges.size(); i++) {
      float[] nudged = new float[samples * n];
      for (int b = 0; b < samples; b++) {
        loss.nudged(v, b * n, y, b * n, n, nudges.get(i).asDouble(), nudged);
      }
      produced.put("nudged_" + i, nudged, samples, n);
    }
    return Outcome.of(produced.build());
  }

  static Outcome controller(GoldenCase golden) {
    JsonNode params = golden.params();
    LeakyController controller =
        new LeakyController(
            params.get("k_p").asDouble(),
            params.get("k_i").asDouble(),
            params.get("leak").asDouble(),
            params.get("tau").asDouble());
    LeakyController proportional = LeakyController.proportional(controller.kP());
    NdArray output = golden.inputs().get("y_pred");
    float[] v = output.toFloats();
    float[] y = golden.inputs().get("y_target").toFloats();
    NdArray integrator = golden.inputs().get("c_int");
    int samples = output.shape()[0];
    int n = output.shape()[1];
    double[] control = new double[samples * n];
    double[] slope = new double[samples * n];
    double[] alone = new double[samples * n];
    double[] error = new double[n];
    // Cases that name no loss mean cross-entropy.
    ControlLoss loss = GoldenNetwork.loss(params.path("loss").asText("softmax-cross-entropy"));
    for (int b = 0; b < samples; b++) {
      loss.error(v, b * n, y, b * n, n, error);
      for (int o = 0; o < n; o++) {
        int at = b * n + o;
        control[at] = controller.control(error[o], integrator.at(at));
        slope[at] = controller.integratorSlope(error[o], integrator.at(at));
        alone[at] = proportional.control(error[o], integrator.at(at));
      }
    }
    return Outcome.of(
        Arrays.builder()
            .put("ctrl", control, samples, n)
            .put("d_c_int", slope, samples, n)
            .put("p_only_ctrl", alone, samples, n)
            .build());
  }

  static Outcome targets(GoldenCase golden) {
    int classes = golden.params().get("num_classes").asInt();
    int[] labels = golden.inputs().get("label").toInts();
    float[] hard = new float[labels.length * classes];
    float[] soft = new float[labels.length * classes];
    Targets.hard(classes).fill(labels, labels.length, hard);
    Targets.soft(classes, golden.params().get("soft_target_val").asDouble())
        .fill(labels, labels.length, soft);
    return Outcome.of(
        Arrays.builder()
            .put("onehot", hard, labels.length, classes)
            .put("soft", soft, labels.length, classes)
            .build());
  }

  static Outcome optimiser(GoldenCase golden) {
    JsonNode params = golden.params();
    float[] start = golden.inputs().get("p0").toFloats().clone();
    int[] shape = golden.inputs().get("p0").shape();
    float[] given = golden.inputs().get("grads").toFloats();
    Parameters parameters = Parameters.of(new Parameter("p", start, shape, Constraint.FREE));
    Gradients gradients = new Gradients(parameters);
    Optimiser adam = adam(params);
    OptimiserState state = adam.start(parameters);
    float[] out = new float[given.length];
    for (int step = 0; step < given.length / start.length; step++) {
      System.arraycopy(given, step * start.length, gradients.get("p"), 0, start.length);
      adam.step(parameters, gradients, state);
      System.arraycopy(start, 0, out, step * start.length, start.length);
    }
    int[] all = golden.inputs().get("grads").shape();
    return Outcome.of(Arrays.builder().put("params", out, all).build());
  }

  static Optimiser adam(JsonNode params) {
    return new Adam(
        params.get("learning_rate").asDouble(),
        params.get("beta1").asDouble(),
        params.get("beta2").asDouble(),
        params.get("eps").asDouble());
  }
}
