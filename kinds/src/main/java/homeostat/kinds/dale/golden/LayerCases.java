package homeostat.kinds.dale.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.dale.diagnostic.Alignment;
import homeostat.dale.diagnostic.LayerStatistics;
import homeostat.dale.loss.LocalLoss;
import homeostat.dale.network.Architecture;
import homeostat.dale.network.DaleNetwork;
import homeostat.dale.network.DivisiveWeights;
import homeostat.dale.network.InitialWeights;
import homeostat.dale.network.Norm;
import homeostat.dale.network.RecordedLayer;
import homeostat.dale.network.RecordedNetwork;
import homeostat.dale.network.Teaching;
import homeostat.dale.network.UpdateCorrections;
import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.NormaliseGradient;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import java.util.List;
import java.util.Optional;

/** Golden cases of single layers: the hidden layer of a network, with a given upstream gradient. */
final class LayerCases {
  private static final String X = "x";

  private LayerCases() {}

  static Outcome excitatory(GoldenCase golden) {
    Layer layer = new Layer(golden, Architecture.E_ONLY, Teaching.usual(LocalLoss.MEAN), 0);
    return layer.outcome(layer.recorded.output(), "z", Optional.empty());
  }

  static Outcome subtractive(GoldenCase golden) {
    Layer layer = new Layer(golden, Architecture.DANN, Teaching.usual(LocalLoss.MEAN), 0);
    return layer.outcome(layer.recorded.activity(), "h", Optional.empty());
  }

  static Outcome shunting(GoldenCase golden) {
    Layer layer = new Layer(golden, Architecture.SHUNT, Teaching.usual(LocalLoss.MEAN), 0);
    Var out = layer.recorded.activity();
    layer.pass(out);
    Arrays.Builder made = layer.gradients();
    Resolved.put(made, golden, "h", out.value());
    Resolved.put(made, golden, "gamma", layer.recorded.divisor().orElseThrow().value());
    UpdateCorrections.apply(layer.parameters, layer.gradients);
    for (String name : List.of("Wix", "Wei", "alpha")) {
      Resolved.put(made, golden, "d" + name + "_corrected", layer.gradients.get("fc0." + name));
    }
    return Outcome.of(made.build());
  }

  static Outcome meanHomeostatic(GoldenCase golden) {
    Optional<NormaliseGradient.Mode> mode =
        golden.params().get("normtype_detach").asInt() == 1
            ? Optional.empty()
            : Optional.of(NormaliseGradient.Mode.CENTRE);
    Teaching teaching = new Teaching(mode, true, LocalLoss.MEAN, false, false, false);
    double lambda = golden.params().get("lam").asDouble();
    Layer layer = new Layer(golden, Architecture.HOMEO_MEAN, teaching, lambda);
    return layer.outcome(layer.recorded.feedback(), "z", mode);
  }

  static Outcome fullHomeostatic(GoldenCase golden) {
    JsonNode params = golden.params();
    Optional<NormaliseGradient.Mode> mode =
        NetworkCases.feedback(params.get("ln_feedback"), params.get("normtype_detach").asInt());
    Teaching teaching = new Teaching(mode, true, LocalLoss.MEAN_VARIANCE, false, false, false);
    double lambda = params.get("lam_var").asDouble();
    Layer layer = new Layer(golden, Architecture.HOMEO_FULL, teaching, lambda);
    return layer.outcome(layer.recorded.feedback(), "z", mode);
  }

  /**
   * A fresh layer without bias.
   *
   * @param divisor s [batch]
   * @param output [batch][unit]
   */
  record Fresh(float[] divisor, float[] output) {}

  static Fresh fresh(GoldenCase golden, DivisiveWeights weights) {
    Teaching teaching = Teaching.usual(LocalLoss.MEAN_VARIANCE);
    Layer layer = new Layer(golden, Architecture.HOMEO_FULL, teaching, 0);
    System.arraycopy(
        weights.bix(), 0, layer.parameters.get("fc0.Bix").raw(), 0, weights.bix().length);
    layer.tape.forward();
    return new Fresh(
        layer.recorded.divisor().orElseThrow().value(), layer.recorded.output().value());
  }

  /** The hidden layer of a network of one, with the weights of a case. */
  private static final class Layer {
    final GoldenCase golden;
    final Architecture architecture;
    final LocalLoss loss;
    final double lambda;
    final Activation activation;
    final Parameters parameters;
    final Gradients gradients;
    final Tape tape;
    final RecordedLayer recorded;

    Layer(GoldenCase golden, Architecture architecture, Teaching teaching, double lambda) {
      this.golden = golden;
      this.architecture = architecture;
      this.loss = teaching.local();
      this.lambda = lambda;
      NdArray x = golden.inputs().get(X);
      int inputs = golden.params().get("n_input").asInt();
      int units = golden.params().get("ne").asInt();
      double inhibitory = golden.params().path("ni").asDouble(1);
      this.activation = Resolved.activation(golden.params());
      DaleNetwork network =
          new DaleNetwork(
              architecture,
              List.of(inputs, units, 2),
              inhibitory,
              Norm.NONE,
              teaching,
              InitialWeights.usual(),
              activation,
              0,
              false);
      Parameter data = new Parameter(X, x.toFloats(), x.shape(), Constraint.FREE);
      this.parameters =
          Resolved.load(Resolved.with(data, network.draw(0)), golden, "weights.", Layer::own);
      this.gradients = new Gradients(parameters);
      try (Parallel one = new Parallel(1)) {
        this.tape = new Tape(parameters, gradients, Kernels.active(), one);
      }
      RecordedNetwork made = network.record(tape, tape.parameter(X));
      made.strength().value()[0] = (float) lambda;
      this.recorded = made.hidden().getFirst();
    }

    /** The published shunting layer calls its bias b. */
    private static String own(String name) {
      return "fc0." + (name.equals("b") ? "bias" : name);
    }

    void pass(Var out) {
      tape.forward();
      tape.backward(out, golden.inputs().get("G").toFloats());
    }

    Outcome outcome(Var out, String name, Optional<NormaliseGradient.Mode> mode) {
      pass(out);
      Arrays.Builder made = gradients();
      Resolved.put(made, golden, name, out.value());
      recorded
          .divisor()
          .ifPresent(s -> {
            int units = out.shape().cols();
            float[] each = new float[out.shape().size()];
            java.util.Arrays.setAll(new double[each.length], i -> each[i] = s.value()[i / units]);
            Resolved.put(made, golden, "z_d", each);
          });
      boolean divisive = architecture == Architecture.HOMEO_FULL;
      LayerStatistics statistics =
          LayerStatistics.of(
              recorded.output(), recorded.drive(), Optional.of(loss), divisive, out.shape().rows());
      Resolved.put(made, golden, "local_loss", lambda * statistics.localLoss());
      Resolved.put(made, golden, "local_metric", statistics.distance());
      Alignment alignment = Alignment.of(seen(), mode, activation);
      Resolved.put(made, golden, "gradient_alignment", alignment.gradient());
      Resolved.put(made, golden, "output_alignment", alignment.output());
      return Outcome.of(made.build());
    }

    /** A layer with a non-linearity of its own counts with it. */
    private RecordedLayer seen() {
      return new RecordedLayer(
          recorded.name(),
          recorded.input(),
          recorded.drive(),
          recorded.divisor(),
          recorded.gain(),
          recorded.activity(),
          recorded.feedback(),
          recorded.lateral(),
          recorded.activity());
    }

    Arrays.Builder gradients() {
      Arrays.Builder made = Arrays.builder();
      for (Parameter parameter : parameters.all()) {
        String name = parameter.name();
        String own = name.startsWith("fc0.") ? name.substring(4) : name;
        float[] gradient = gradients.get(name).clone();
        Resolved.put(made, golden, "d" + own, gradient);
        Resolved.put(made, golden, "local_d" + own, gradient);
        if (own.equals("bias")) {
          Resolved.put(made, golden, "db", gradient);
        }
      }
      return made;
    }
  }
}
