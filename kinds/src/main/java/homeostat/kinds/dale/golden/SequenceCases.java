package homeostat.kinds.dale.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.dale.loss.LocalLoss;
import homeostat.dale.network.Teaching;
import homeostat.dale.recurrent.CellKind;
import homeostat.dale.recurrent.DaleSequence;
import homeostat.dale.recurrent.RecordedSequence;
import homeostat.dale.recurrent.RecurrentWeights;
import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Activation;
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

/** Golden cases of recurrent cells and of the network that reads images row by row. */
final class SequenceCases {
  private static final String X = "x";

  private SequenceCases() {}

  static Outcome cell(GoldenCase golden) {
    JsonNode params = golden.params();
    CellKind kind =
        switch (params.get("cell").asText()) {
          case "rnn" -> CellKind.PLAIN;
          case "eirnn" -> CellKind.DANN;
          default -> throw new IllegalArgumentException("unknown cell " + params.get("cell"));
        };
    Activation activation = Resolved.activation(params);
    int inputs = params.get("n_input").asInt();
    List<Integer> widths = List.of(params.get("n_hidden").asInt());
    double inhibitory = params.path("ni_h2h").asDouble(1);
    DaleSequence network =
        new DaleSequence(
            kind,
            inputs,
            widths,
            2,
            inhibitory,
            activation,
            false,
            Optional.empty(),
            true,
            RecurrentWeights.usual());
    NdArray data = golden.inputs().get(X);
    int steps = params.get("steps").asInt();
    int[] rows = {data.size() / inputs, inputs};
    Parameter x = new Parameter(X, data.toFloats(), rows, Constraint.FREE);
    String prefix = network.cell(0) + ".";
    Parameters parameters =
        Resolved.load(Resolved.with(x, network.draw(0)), golden, "weights.", name -> prefix + name);
    Gradients gradients = new Gradients(parameters);
    try (Parallel one = new Parallel(1)) {
      Tape tape = new Tape(parameters, gradients, Kernels.active(), one);
      RecordedSequence recorded = network.record(tape, tape.parameter(X), steps);
      Var h = recorded.states().getFirst();
      tape.forward();
      tape.backward(h, golden.inputs().get("G").toFloats());
      Arrays.Builder out = Arrays.builder();
      Resolved.put(out, golden, "h", h.value());
      Resolved.put(out, golden, "dx", gradients.get(X));
      for (Parameter p : parameters.all()) {
        if (p.name().startsWith(prefix)) {
          String own = p.name().substring(prefix.length());
          Resolved.put(out, golden, "d" + own, gradients.get(p.name()));
        }
      }
      return Outcome.of(out.build());
    }
  }

  static Outcome network(GoldenCase golden) {
    Arrays.Builder out = Arrays.builder();
    boolean implicit = golden.params().get("implicit_homeostatic_loss").asInt() == 1;
    LocalLoss local = implicit ? LocalLoss.VARIANCE : LocalLoss.DISTANCE;
    pass(golden, Optional.empty(), "task.", out);
    pass(golden, Optional.of(Teaching.usual(local)), "homeo.", out);
    return Outcome.of(out.build());
  }

  /** The gradients of the task alone, or of the local losses alone. */
  private static void pass(
      GoldenCase golden, Optional<Teaching> homeostasis, String prefix, Arrays.Builder out) {
    JsonNode params = golden.params();
    NdArray images = golden.inputs().get("images");
    int batch = images.shape()[0];
    int steps = params.get("rows").asInt();
    int inputs = images.shape()[2];
    int hidden = params.get("hidden").asInt();
    NdArray readout = golden.inputs().get("weights.fc_output.Wex");
    DaleSequence network =
        new DaleSequence(
            CellKind.DANN,
            inputs,
            List.of(hidden, hidden),
            readout.shape()[0],
            params.get("ni").asDouble(),
            Activation.NONE,
            params.get("normtype").asInt() == 1,
            homeostasis,
            false,
            RecurrentWeights.usual());
    Parameters parameters = Resolved.load(network.draw(0), golden, "weights.", name -> name);
    Gradients gradients = new Gradients(parameters);
    try (Parallel one = new Parallel(1)) {
      Tape tape = new Tape(parameters, gradients, Kernels.active(), one);
      Var x = tape.input("x", steps * batch, inputs);
      rows(images, x.value());
      Var labels = tape.input("labels", batch, 1);
      float[] classes = golden.inputs().get("labels").toFloats();
      System.arraycopy(classes, 0, labels.value(), 0, batch);
      RecordedSequence recorded = network.record(tape, x, steps);
      recorded.strength().value()[0] = (float) params.get("lambda_homeo").asDouble();
      SoftmaxCrossEntropy entropy =
          new SoftmaxCrossEntropy(params.get("label_smoothing").asDouble(), Reduction.MEAN);
      Var loss = tape.apply("loss", entropy, recorded.logits(), labels);
      tape.forward();
      if (homeostasis.isPresent()) {
        tape.backward(recorded.logits(), new float[recorded.logits().shape().size()]);
      } else {
        tape.backward(loss);
        Resolved.put(out, golden, "logits", recorded.logits().value());
        Resolved.put(out, golden, "hidden", recorded.seen().value());
        Resolved.put(out, golden, "loss", loss.value()[0]);
      }
      for (Parameter p : parameters.all()) {
        Resolved.put(out, golden, prefix + p.name(), gradients.get(p.name()));
      }
    }
  }

  /** [image][row][column] to [row][image][column]. */
  private static void rows(NdArray images, float[] to) {
    int batch = images.shape()[0];
    int steps = images.shape()[1];
    int cols = images.shape()[2];
    float[] from = images.toFloats();
    for (int n = 0; n < batch; n++) {
      for (int t = 0; t < steps; t++) {
        System.arraycopy(from, (n * steps + t) * cols, to, (t * batch + n) * cols, cols);
      }
    }
  }
}
