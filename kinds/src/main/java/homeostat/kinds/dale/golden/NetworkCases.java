package homeostat.kinds.dale.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.dale.diagnostic.Alignment;
import homeostat.dale.diagnostic.LayerStatistics;
import homeostat.dale.loss.LocalLoss;
import homeostat.dale.network.Architecture;
import homeostat.dale.network.DaleNetwork;
import homeostat.dale.network.InitialWeights;
import homeostat.dale.network.Learning;
import homeostat.dale.network.Norm;
import homeostat.dale.network.Rates;
import homeostat.dale.network.RecordedLayer;
import homeostat.dale.network.RecordedNetwork;
import homeostat.dale.network.Teaching;
import homeostat.gradient.Gradients;
import homeostat.gradient.Optimiser;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.NormaliseGradient;
import homeostat.gradient.operation.Reduction;
import homeostat.gradient.operation.SoftmaxCrossEntropy;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Golden cases of whole networks over some steps of training. */
final class NetworkCases {
  private NetworkCases() {}

  /** The published name of a normalisation of gradients; none if they are detached. */
  static Optional<NormaliseGradient.Mode> feedback(JsonNode name, int detach) {
    if (detach == 1) {
      return Optional.empty();
    }
    return Optional.of(
        switch (name.asText()) {
          case "full" -> NormaliseGradient.Mode.FULL;
          case "center" -> NormaliseGradient.Mode.CENTRE;
          case "fa_center" -> NormaliseGradient.Mode.LATERAL;
          case "scale" -> NormaliseGradient.Mode.SCALE;
          case "decorrelate" -> NormaliseGradient.Mode.DECORRELATE;
          default -> throw new IllegalArgumentException("unknown feedback " + name);
        });
  }

  static Outcome training(GoldenCase golden) {
    return new Training(golden).outcome();
  }

  private static DaleNetwork network(GoldenCase golden) {
    JsonNode params = golden.params();
    int detach = params.get("normtype_detach").asInt();
    Architecture architecture =
        switch (params.get("kind").asText()) {
          case "eidense" -> Architecture.DANN;
          case "edense" -> Architecture.E_ONLY;
          case "homeo_mean" -> Architecture.HOMEO_MEAN;
          case "homeo_full" -> Architecture.HOMEO_FULL;
          default -> throw new IllegalArgumentException("unknown kind " + params.get("kind"));
        };
    Norm norm =
        switch (params.get("norm").asText()) {
          case "none" -> Norm.NONE;
          case "mean" -> Norm.MEAN;
          case "divisive" -> Norm.DIVISIVE;
          case "layer" -> Norm.LAYER;
          default -> throw new IllegalArgumentException("unknown norm " + params.get("norm"));
        };
    Optional<NormaliseGradient.Mode> mode =
        switch (architecture) {
          case HOMEO_FULL -> feedback(params.get("ln_feedback"), detach);
          case HOMEO_MEAN ->
              detach == 1 ? Optional.empty() : Optional.of(NormaliseGradient.Mode.CENTRE);
          default -> Optional.empty();
        };
    LocalLoss loss =
        architecture == Architecture.HOMEO_FULL ? LocalLoss.MEAN_VARIANCE : LocalLoss.MEAN;
    int hidden = params.get("hidden").asInt();
    double inhibitory =
        golden.inputs().find("weights.fc0.Wix").map(wix -> (double) wix.shape()[0]).orElse(1.0);
    return new DaleNetwork(
        architecture,
        List.of(params.get("n_input").asInt(), hidden, hidden, params.get("n_output").asInt()),
        inhibitory,
        norm,
        new Teaching(mode, detach == 0, loss, false, false, false),
        InitialWeights.usual(),
        Activation.RELU,
        0,
        false);
  }

  private static Rates rates(JsonNode params) {
    boolean own = params.get("sep").asInt() == 1;
    double lr = params.get("lr").asDouble();
    return new Rates(
        Rates.Algorithm.SGD,
        false,
        false,
        false,
        lr,
        own ? params.get("wix").asDouble() : lr,
        own ? params.get("wei").asDouble() : lr,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        params.get("mom").asDouble(),
        params.get("imom").asDouble(),
        params.get("wd").asDouble(),
        false);
  }

  private static final class Training {
    private final GoldenCase golden;
    private final DaleNetwork network;
    private final Parameters parameters;
    private final Gradients gradients;
    private final Tape tape;
    private final Var x;
    private final Var labels;
    private final RecordedNetwork recorded;
    private final Var loss;
    private final Arrays.Builder made = Arrays.builder();

    Training(GoldenCase golden) {
      this.golden = golden;
      this.network = network(golden);
      this.parameters = Resolved.load(network.draw(0), golden, "weights.", name -> name);
      this.gradients = new Gradients(parameters);
      try (Parallel one = new Parallel(1)) {
        this.tape = new Tape(parameters, gradients, Kernels.active(), one);
      }
      JsonNode params = golden.params();
      int batch = params.get("batch").asInt();
      this.x = tape.input("x", batch, params.get("n_input").asInt());
      this.labels = tape.input("labels", batch, 1);
      this.recorded = network.record(tape, x);
      boolean full = network.architecture() == Architecture.HOMEO_FULL;
      String strength = full ? "lambda_homeo_var" : "lambda_homeo";
      recorded.strength().value()[0] = (float) params.get(strength).asDouble();
      SoftmaxCrossEntropy entropy =
          new SoftmaxCrossEntropy(params.get("label_smoothing").asDouble(), Reduction.MEAN);
      this.loss = tape.apply("loss", entropy, recorded.logits(), labels);
    }

    Outcome outcome() {
      int steps = golden.params().get("steps").asInt();
      Optimiser optimiser =
          rates(golden.params())
              .optimiser(parameters, name -> Learning.frozen(network, name, true));
      OptimiserState state = optimiser.start(parameters);
      int layers = recorded.hidden().size();
      float[] losses = new float[steps];
      float[] alignment = new float[steps * 2 * layers];
      float[] metric = new float[steps * layers];
      for (int step = 0; step < steps; step++) {
        batch(step);
        tape.forward();
        losses[step] = loss.value()[0];
        tape.backward(loss);
        for (int i = 0; i < layers; i++) {
          RecordedLayer layer = recorded.hidden().get(i);
          Alignment found = Alignment.of(layer, feedback());
          alignment[step * 2 * layers + i] = (float) found.gradient();
          alignment[step * 2 * layers + layers + i] = (float) found.output();
          metric[step * layers + i] = (float) distance(layer);
        }
        if (step == 0) {
          Resolved.put(made, golden, "logits_step0", recorded.logits().value().clone());
          for (Parameter p : parameters.all()) {
            Resolved.put(made, golden, "grad0." + p.name(), gradients.get(p.name()).clone());
          }
        }
        optimiser.step(parameters, gradients, state);
      }
      Resolved.put(made, golden, "losses", losses);
      Resolved.put(made, golden, "alignment", alignment);
      Resolved.put(made, golden, "local_metric", metric);
      batch(0);
      tape.forward();
      Resolved.put(made, golden, "eval_logits_after", recorded.logits().value());
      finals();
      return Outcome.of(made.build());
    }

    private Optional<NormaliseGradient.Mode> feedback() {
      return network.architecture().homeostatic()
          ? network.teaching().feedback()
          : Optional.empty();
    }

    private void batch(int step) {
      float[] images = golden.inputs().get("x").toFloats();
      System.arraycopy(images, step * x.value().length, x.value(), 0, x.value().length);
      float[] classes = golden.inputs().get("y").toFloats();
      int batch = labels.value().length;
      System.arraycopy(classes, step * batch, labels.value(), 0, batch);
    }

    private double distance(RecordedLayer layer) {
      boolean divisive = network.architecture() == Architecture.HOMEO_FULL;
      int rows = x.shape().rows();
      return LayerStatistics.of(layer.output(), layer.drive(), Optional.empty(), divisive, rows)
          .distance();
    }

    private void finals() {
      for (Parameter p : parameters.all()) {
        Resolved.put(made, golden, "final." + p.name(), p.raw());
      }
      for (RecordedLayer layer : recorded.hidden()) {
        int units = layer.output().shape().cols();
        float[] pool = new float[units * units];
        java.util.Arrays.fill(pool, 1f / units);
        Resolved.put(made, golden, "final." + layer.name() + ".Bei", pool);
      }
    }
  }
}
