package homeostat.kinds.memory.golden;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.model.SequenceNetwork;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.LogSoftmax;
import homeostat.gradient.operation.MeanSquaredError;
import homeostat.gradient.operation.PickRows;
import homeostat.gradient.operation.Reduction;
import homeostat.gradient.operation.SoftmaxCrossEntropy;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.lab.verify.GoldenCase;
import homeostat.task.memory.Scoring;
import java.util.ArrayList;
import java.util.List;

/** The network of a case on the trials of one batch, with its loss. */
final class Network {
  /** Which trials. */
  record Trials(float[] x, int count, int steps, int channels) {
    static Trials of(NdArray x) {
      int[] shape = x.shape();
      return new Trials(x.toFloats(), shape[0], shape[1], shape[2]);
    }

    Trials part(int from, int to) {
      int size = steps * channels;
      float[] some = java.util.Arrays.copyOfRange(x, from * size, to * size);
      return new Trials(some, to - from, steps, channels);
    }
  }

  final Tape tape;
  final Gradients gradients;
  final Var states;
  final Var outputs;

  Network(GoldenCase golden, Parameters parameters, Trials trials, Parallel parallel) {
    this.gradients = new Gradients(parameters);
    this.tape = new Tape(parameters, gradients, Kernels.active(), parallel);
    Var x = tape.input("x", trials.steps * trials.count, trials.channels);
    for (int row = 0; row < trials.count * trials.steps; row++) {
      int from = row * trials.channels;
      int to = timeMajor(row, trials) * trials.channels;
      System.arraycopy(trials.x, from, x.value(), to, trials.channels);
    }
    Activation activation =
        switch (golden.params().get("nonlinearity").asText()) {
          case "tanh" -> Activation.TANH;
          case "relu" -> Activation.RELU;
          default ->
              throw new IllegalArgumentException(
                  "unknown nonlinearity " + golden.params().get("nonlinearity"));
        };
    SequenceNetwork.Recorded recorded =
        new SequenceNetwork(activation).record(tape, x, trials.steps);
    int[] trialMajor = new int[trials.count * trials.steps];
    java.util.Arrays.setAll(trialMajor, row -> timeMajor(row, trials));
    this.states = tape.apply("states", new PickRows(trialMajor), recorded.states());
    this.outputs = tape.apply("outputs", new PickRows(trialMajor), recorded.outputs());
  }

  private static int timeMajor(int row, Trials trials) {
    return row % trials.steps * trials.count + row / trials.steps;
  }

  /**
   * The loss of the kept rows.
   *
   * @param loss scalar
   * @param scored outputs that count
   * @param targets of them
   */
  record Loss(Var loss, Var scored, float[] targets) {
    double accuracy() {
      return Scoring.accuracyPercent(scored.value(), targets);
    }
  }

  /** Mean squared error of one output, negative log-likelihood of several. */
  Loss loss(float[] y) {
    int[] kept = Scoring.kept(y);
    Var scored = tape.apply("scored", new PickRows(kept), outputs);
    Var targets = tape.input("targets", kept.length, 1);
    for (int i = 0; i < kept.length; i++) {
      targets.value()[i] = y[kept[i]];
    }
    Var loss =
        outputs.shape().cols() == 1
            ? tape.apply("loss", new MeanSquaredError(), scored, targets)
            : tape.apply("loss", new SoftmaxCrossEntropy(0, Reduction.MEAN), scored, targets);
    return new Loss(loss, scored, targets.value());
  }

  /** The answers: outputs, or logarithms of probabilities where there are several. */
  Var answers() {
    return outputs.shape().cols() == 1 ? outputs : tape.apply("answers", new LogSoftmax(), outputs);
  }

  /** Parameters of a case; recurrent weights on its topology where {@code masked}. */
  static Parameters parameters(Arrays inputs, boolean masked) {
    List<Parameter> all = new ArrayList<>();
    for (String name : SequenceNetwork.PARAMETERS) {
      NdArray values = inputs.find("new_" + name).orElseGet(() -> inputs.get(name));
      if (masked && name.equals("weight_hh")) {
        float[] topology = inputs.get("topology").toFloats();
        all.add(SequenceNetwork.recurrent(values.toFloats(), topology, values.shape()[0]));
      } else {
        all.add(new Parameter(name, values.toFloats(), values.shape(), Constraint.FREE));
      }
    }
    return new Parameters(all);
  }
}
