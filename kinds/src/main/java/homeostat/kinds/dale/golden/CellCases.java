package homeostat.kinds.dale.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.Elman;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Golden cases of plain recurrent cells over a sequence: states, and gradients of sum(h G). */
final class CellCases {
  private CellCases() {}

  static Outcome cell(GoldenCase golden) {
    JsonNode params = golden.params();
    if (!params.get("cell").asText().equals("rnn")) {
      throw new IllegalArgumentException("unknown cell " + params.get("cell"));
    }
    NdArray x = golden.inputs().get("x");
    int steps = x.shape()[0];
    int batch = x.shape()[1];
    List<String> names = List.of("U", "W", "bias", "h0");
    List<Parameter> all = new ArrayList<>(List.of(free("x", x, steps * batch)));
    for (String name : names) {
      NdArray weights = golden.inputs().get("weights." + name);
      all.add(free(name, weights, weights.shape()[0]));
    }
    Parameters parameters = new Parameters(all);
    Gradients gradients = new Gradients(parameters);
    try (Parallel parallel = new Parallel(1)) {
      Tape tape = new Tape(parameters, gradients, Kernels.active(), parallel);
      Elman elman = new Elman(activation(params.get("nonlinearity").asText()), steps);
      Var rows = tape.parameter("x");
      Var states =
          tape.apply(
              "cell",
              elman,
              rows,
              tape.parameter("U"),
              tape.parameter("W"),
              tape.parameter("bias"),
              tape.parameter("h0"));
      tape.forward();
      tape.backward(states, golden.inputs().get("G").toFloats());
      int units = states.shape().cols();
      Arrays.Builder out =
          Arrays.builder()
              .put("h", states.value(), steps, batch, units)
              .put("dx", gradients.get("x"), x.shape());
      names.forEach(name ->
          out.put("d" + name, gradients.get(name), golden.inputs().get("weights." + name).shape()));
      return Outcome.of(out.build());
    }
  }

  /** Shaped as the tape sees it: [time][batch] rows in one axis. */
  private static Parameter free(String name, NdArray values, int rows) {
    int[] shape = {rows, values.size() / rows};
    return new Parameter(name, values.toFloats(), shape, Constraint.FREE);
  }

  private static Activation activation(String name) {
    return switch (name) {
      case "none" -> Activation.NONE;
      case "relu" -> Activation.RELU;
      case "tanh" -> Activation.TANH;
      default -> throw new IllegalArgumentException("unknown nonlinearity " + name);
    };
  }
}
