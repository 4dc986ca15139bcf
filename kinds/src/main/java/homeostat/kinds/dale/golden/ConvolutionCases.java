package homeostat.kinds.dale.golden;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.dale.convolution.Convolution;
import homeostat.dale.convolution.ConvolutionShape;
import homeostat.dale.convolution.MomentLoss;
import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.operation.Split;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Golden cases of convolutions with excitatory and inhibitory kernels. */
final class ConvolutionCases {
  private ConvolutionCases() {}

  static Outcome inhibitory(GoldenCase golden) {
    JsonNode params = golden.params();
    NdArray x = golden.inputs().get("x");
    ConvolutionShape sizes =
        new ConvolutionShape(
            x.shape()[1],
            x.shape()[2],
            x.shape()[3],
            params.get("kernel").asInt(),
            params.get("stride").asInt(),
            params.get("padding").asInt(),
            params.path("dilation").asInt(1));
    Parameters parameters = parameters(golden, x);
    Gradients gradients = new Gradients(parameters);
    try (Parallel one = new Parallel(1)) {
      Tape tape = new Tape(parameters, gradients, Kernels.active(), one);
      Var w =
          tape.apply(
              "kernel",
              new Split(),
              tape.parameter("Wex"),
              tape.parameter("Wix"),
              tape.parameter("Wei"));
      List<Var> operands = new ArrayList<>(List.of(tape.parameter("x"), w));
      if (golden.inputs().find("weights.bias").isPresent()) {
        operands.add(tape.parameter("bias"));
      }
      Var y = tape.apply("conv", new Convolution(sizes), operands.toArray(Var[]::new));
      Var loss = tape.apply("local", new MomentLoss(), y);
      tape.forward();
      tape.backward(y, golden.inputs().get("G").toFloats());
      Arrays.Builder out = Arrays.builder();
      Resolved.put(out, golden, "y", y.value());
      for (Parameter p : parameters.all()) {
        Resolved.put(out, golden, "d" + p.name(), gradients.get(p.name()).clone());
      }
      tape.backward(loss);
      Resolved.put(out, golden, "local_loss", loss.value()[0]);
      for (Parameter p : parameters.all()) {
        Resolved.put(out, golden, "local_d" + p.name(), gradients.get(p.name()).clone());
      }
      return Outcome.of(out.build());
    }
  }

  private static Parameters parameters(GoldenCase golden, NdArray x) {
    int batch = x.shape()[0];
    List<Parameter> all = new ArrayList<>();
    int[] rows = {batch, x.size() / batch};
    all.add(new Parameter("x", x.toFloats(), rows, Constraint.FREE));
    for (String name : List.of("Wex", "Wix", "Wei", "bias")) {
      golden
          .inputs()
          .find("weights." + name)
          .ifPresent(given -> {
            Constraint constraint = name.equals("bias") ? Constraint.FREE : Constraint.NON_NEGATIVE;
            all.add(new Parameter(name, given.toFloats(), given.shape(), constraint));
          });
    }
    return new Parameters(all);
  }
}
