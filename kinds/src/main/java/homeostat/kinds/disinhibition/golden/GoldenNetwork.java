package homeostat.kinds.disinhibition.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.disinhibition.Cells;
import homeostat.disinhibition.ControlLoss;
import homeostat.disinhibition.LeakyController;
import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.SoftRectifier;
import homeostat.disinhibition.Units;
import homeostat.disinhibition.circuit.Activity;
import homeostat.disinhibition.circuit.Control;
import homeostat.disinhibition.circuit.Feedback;
import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.Weights;
import homeostat.disinhibition.feedback.FeedbackSettings;
import homeostat.disinhibition.feedback.Jacobian;
import homeostat.lab.verify.GoldenCase;
import java.util.ArrayList;
import java.util.List;

/** The network of a case, from its params and inputs. */
record GoldenNetwork(JsonNode params, Arrays inputs, Layers layers, int batch) {

  static GoldenNetwork of(GoldenCase golden) {
    JsonNode sizes = golden.params().get("sizes");
    int[] of = new int[sizes.size()];
    for (int i = 0; i < of.length; i++) {
      of[i] = sizes.get(i).asInt();
    }
    return new GoldenNetwork(
        golden.params(), golden.inputs(), Layers.of(of), golden.params().get("batch").asInt());
  }

  /** The weights, copied. */
  Weights weights() {
    return named("W", "b");
  }

  private Weights named(String kernel, String bias) {
    List<float[]> kernels = new ArrayList<>();
    List<float[]> biases = new ArrayList<>();
    for (int l = 0; l <= layers.depth(); l++) {
      kernels.add(inputs.get(kernel + l).toFloats().clone());
      if (l < layers.depth()) {
        biases.add(
            inputs
                .find(bias + l)
                .map(b -> b.toFloats().clone())
                .orElse(new float[layers.units(l)]));
      }
    }
    return new Weights(layers, kernels, biases);
  }

  /** Room for gradients. */
  Weights zeros() {
    Weights of = weights();
    of.kernels().forEach(kernel -> java.util.Arrays.fill(kernel, 0f));
    of.biases().forEach(bias -> java.util.Arrays.fill(bias, 0f));
    return of;
  }

  static SoftRectifier rectifier(JsonNode three) {
    return new SoftRectifier(
        three.get(0).asDouble(), three.get(1).asDouble(), three.get(2).asDouble());
  }

  boolean plain() {
    return params.has("activation");
  }

  Cells cells() {
    return plain() ? units() : pairs();
  }

  Units units() {
    return new Units(rectifier(params.get("activation")), params.path("tau").asDouble(0.01));
  }

  Pairs pairs() {
    return new Pairs(
        rectifier(params.get("actE")),
        rectifier(params.get("actI")),
        params.get("tauE").asDouble(),
        params.get("tauI").asDouble());
  }

  LeakyController controller() {
    return new LeakyController(
        params.get("k_p").asDouble(),
        params.get("k_i").asDouble(),
        params.get("leak").asDouble(),
        params.get("tau_ctrl").asDouble());
  }

  ControlLoss loss() {
    return loss(params.get("loss").asText());
  }

  static ControlLoss loss(String name) {
    return switch (name) {
      case "softmax-cross-entropy" -> ControlLoss.SOFTMAX_CROSS_ENTROPY;
      case "mse" -> ControlLoss.MSE;
      default -> throw new IllegalArgumentException("unknown loss " + name);
    };
  }

  boolean toReadout() {
    return params.get("fb_to_readout").asBoolean();
  }

  FeedbackSettings feedbackSettings() {
    return new FeedbackSettings(
        Jacobian.FEEDFORWARD,
        params.path("average_fb_weights").asBoolean(false),
        0,
        params.path("clip_fb_weights").asBoolean(false),
        params.path("clip_val").asDouble(1),
        params.path("norm_fb_weights").asBoolean(true),
        params.path("norm_val").asDouble(1));
  }

  /** The given feedback weights: of each sample, or where all are given one matrix, shared. */
  Feedback feedback() {
    List<float[]> weights = new ArrayList<>();
    boolean shared = false;
    for (int l = 0; l < layers.depth(); l++) {
      shared = inputs.get("Q" + l).shape().length == 2;
      weights.add(inputs.get("Q" + l).toFloats());
    }
    return new Feedback(weights, shared);
  }

  Control control() {
    return new Control(loss(), controller(), feedback(), toReadout(), inputs.get("y").toFloats());
  }

  /** The given state. */
  Activity activity() {
    Activity activity = plain() ? Activity.ofUnits(layers, batch) : Activity.ofPairs(layers, batch);
    for (int l = 0; l < layers.depth(); l++) {
      copy((plain() ? "u" : "uE") + l, activity.excitatory().get(l));
      if (!plain()) {
        copy("uI" + l, activity.inhibitory().get(l));
      }
    }
    copy("v", activity.output());
    copy("c_int", activity.integrator());
    return activity;
  }

  private void copy(String name, float[] to) {
    inputs.find(name).ifPresent(from -> System.arraycopy(from.toFloats(), 0, to, 0, to.length));
  }

  /** A state under the names of the cases. */
  void put(Arrays.Builder produced, Activity activity) {
    for (int l = 0; l < layers.depth(); l++) {
      int units = layers.units(l);
      produced.put("uE" + l, activity.excitatory().get(l), batch, units);
      produced.put("uI" + l, activity.inhibitory().get(l), batch, units);
    }
    produced.put("v", activity.output(), batch, layers.outputs());
    produced.put("c_int", activity.integrator(), batch, layers.outputs());
  }

  /** Weights, or their gradients, under the names of the cases. */
  void put(Arrays.Builder produced, String kernel, String bias, Weights weights) {
    for (int l = 0; l <= layers.depth(); l++) {
      produced.put(
          kernel + l, weights.kernels().get(l).clone(), layers.senders(l), layers.units(l));
      if (l < layers.depth()) {
        produced.put(bias + l, weights.biases().get(l).clone(), layers.units(l));
      }
    }
  }
}
