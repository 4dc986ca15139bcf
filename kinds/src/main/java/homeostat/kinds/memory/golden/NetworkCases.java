package homeostat.kinds.memory.golden;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.model.SequenceNetwork;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Parallel;
import homeostat.lab.verify.GoldenCase;
import homeostat.lab.verify.GoldenSuite.Outcome;

/** Golden cases of the network: states, answers, loss and gradients of one batch. */
final class NetworkCases {
  private NetworkCases() {}

  static Outcome network(GoldenCase golden) {
    Arrays inputs = golden.inputs();
    Network.Trials trials = Network.Trials.of(inputs.get("X"));
    Parameters parameters = Network.parameters(inputs, false);
    Arrays.Builder out = Arrays.builder();
    try (Parallel parallel = new Parallel(1)) {
      Network network = new Network(golden, parameters, trials, parallel);
      Var answers = network.answers();
      if (!inputs.names().contains("Y")) {
        network.tape.forward();
        put(out, "output", answers);
        return Outcome.of(out.build());
      }
      Network.Loss loss = network.loss(inputs.get("Y").toFloats());
      network.tape.forward();
      network.tape.backward(loss.loss());
      put(out, "output", answers);
      int units = network.states.shape().cols();
      out.put("hidden_states", network.states.value(), trials.count(), trials.steps(), units);
      scalar(out, "loss", loss.loss().value()[0]);
      scalar(out, "rows_kept", loss.targets().length);
      if (answers.shape().cols() > 1) {
        scalar(out, "accuracy_percent", loss.accuracy());
      }
      for (String name : SequenceNetwork.PARAMETERS) {
        out.put("grad_" + name, network.gradients.get(name), parameters.get(name).shape());
      }
      Parameter masked = Network.parameters(inputs, true).get("weight_hh");
      float[] gradient = network.gradients.get("weight_hh").clone();
      masked.chain(gradient);
      out.put("grad_weight_hh_masked", gradient, masked.shape());
      return Outcome.of(out.build());
    }
  }

  static void scalar(Arrays.Builder out, String name, double value) {
    out.put(name, new NdArray.F8(new double[] {value}, new int[0]));
  }

  private static void put(Arrays.Builder out, String name, Var var) {
    out.put(name, var.value(), var.shape().rows(), var.shape().cols());
  }
}
