package homeostat.kinds.memory;

import homeostat.gradient.Gradients;
import homeostat.gradient.Parameters;
import homeostat.gradient.model.SequenceNetwork;
import homeostat.gradient.operation.Add;
import homeostat.gradient.operation.MeanSquaredError;
import homeostat.gradient.operation.PickRows;
import homeostat.gradient.operation.Reduction;
import homeostat.gradient.operation.SoftmaxCrossEntropy;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Csr;
import homeostat.kernel.Draws;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.task.memory.MemoryTask;
import homeostat.task.memory.Scoring;
import homeostat.task.memory.Trials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A batch of trials and the recorded network that sees it. Batches of one form share a network. */
final class TrialBatch {
  /** The network for batches of some size in which the same steps are scored. */
  private record Pass(
      Tape tape, Var x, Var targets, Var states, Var scored, int[] rows, Var loss) {}

  private final Pass pass;
  private final float[] x;
  private final float[] targets;
  private final int trials;
  private final boolean classifies;

  private TrialBatch(Pass pass, float[] x, float[] targets, int trials, boolean classifies) {
    this.pass = pass;
    this.x = x;
    this.targets = targets;
    this.trials = trials;
    this.classifies = classifies;
  }

  /**
   * Records networks.
   *
   * @param fixationWeight of the mean loss where class 0 is right because no answer is due
   */
  record Maker(
      SequenceNetwork network,
      Optional<Csr> topology,
      Parameters parameters,
      Gradients gradients,
      Kernels kernels,
      Parallel parallel,
      MemoryTask task,
      float fixationWeight) {

    /** Trials in their order, in batches. */
    List<TrialBatch> batches(Trials all, int size) {
      Map<List<Integer>, Pass> passes = new HashMap<>();
      List<TrialBatch> batches = new ArrayList<>();
      for (int from = 0; from < all.trials(); from += size) {
        int to = Math.min(all.trials(), from + size);
        batches.add(batch(all.select(IntStream.range(from, to).toArray()), passes));
      }
      return batches;
    }

    private TrialBatch batch(Trials some, Map<List<Integer>, Pass> passes) {
      int n = some.trials();
      int steps = some.steps();
      int channels = some.channels();
      float[] x = new float[some.inputs().length];
      List<Integer> kept = new ArrayList<>();
      List<Float> targets = new ArrayList<>();
      for (int t = 0; t < steps; t++) {
        for (int trial = 0; trial < n; trial++) {
          int row = trial * steps + t;
          System.arraycopy(some.inputs(), row * channels, x, (t * n + trial) * channels, channels);
          if (some.scored()[row]) {
            kept.add(t * n + trial);
            targets.add(some.targets()[row]);
          }
        }
      }
      float[] y = new float[targets.size()];
      for (int i = 0; i < y.length; i++) {
        y[i] = targets.get(i);
      }
      List<Integer> form = new ArrayList<>(kept);
      form.add(n);
      Pass pass =
          passes.computeIfAbsent(form, _ -> record(n, steps, channels, kept, fixations(some)));
      return new TrialBatch(pass, x, y, n, task.classifies());
    }

    /** Rows, [time][trial], before the last answer of their trial in which none is due. */
    private static int[] fixations(Trials some) {
      List<Integer> rows = new ArrayList<>();
      for (int trial = 0; trial < some.trials(); trial++) {
        int last = some.steps() - 1;
        while (!some.scored()[trial * some.steps() + last]) {
          last--;
        }
        for (int t = 0; t < last; t++) {
          if (!some.scored()[trial * some.steps() + t]) {
            rows.add(t * some.trials() + trial);
          }
        }
      }
      return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    private Pass record(int trials, int steps, int channels, List<Integer> kept, int[] fixations) {
      Tape tape = new Tape(parameters, gradients, kernels, parallel);
      Var x = tape.input("x", steps * trials, channels);
      SequenceNetwork.Recorded recorded = network.record(tape, x, steps, topology);
      int[] rows = kept.stream().mapToInt(Integer::intValue).toArray();
      Var scored = tape.apply("scored", new PickRows(rows), recorded.outputs());
      Var targets = tape.input("targets", rows.length, 1);
      Var loss =
          task.classifies()
              ? tape.apply("loss", new SoftmaxCrossEntropy(0, Reduction.MEAN), scored, targets)
              : tape.apply("loss", new MeanSquaredError(), scored, targets);
      if (fixationWeight > 0 && fixations.length > 0) {
        Var still = tape.apply("still", new PickRows(fixations), recorded.outputs());
        Var class0 = tape.input("fixation", fixations.length, 1); // never written: 0
        Var moved = tape.apply("moved", new SoftmaxCrossEntropy(0, Reduction.MEAN), still, class0);
        loss = tape.apply("both", new Add(fixationWeight), loss, moved);
      }
      return new Pass(tape, x, targets, recorded.states(), scored, rows, loss);
    }
  }

  int trials() {
    return trials;
  }

  void forward() {
    System.arraycopy(x, 0, pass.x.value(), 0, x.length);
    System.arraycopy(targets, 0, pass.targets.value(), 0, targets.length);
    pass.tape.forward();
  }

  void backward() {
    pass.tape.backward(pass.loss);
  }

  /** Of the last forward pass: mean over the scored steps, and the weighted one of fixations. */
  double loss() {
    return pass.loss.value()[0];
  }

  /** h of the last forward pass: [time][trial][unit]. */
  float[] states() {
    return pass.states.value();
  }

  /** The answers of the last forward pass: [scored step][output]. */
  float[] answers() {
    return pass.scored.value();
  }

  /** [scored step] time * trials + trial. */
  int[] rows() {
    return pass.rows;
  }

  /** [scored step] what is due. */
  float[] targets() {
    return targets;
  }

  /**
   * The loss of answering without the network, after a forward pass: for values, the mean of those
   * shown; for classes, the network's log-probabilities with the classes in random order.
   */
  double nullLoss(Draws draws) {
    return classifies
        ? NullPrediction.ofClasses(answers(), targets, draws)
        : NullPrediction.ofValues(x, pass.x.shape().cols(), targets);
  }

  /** Of the last forward pass, in %; NaN where values are due, not classes. */
  double accuracy() {
    return classifies ? Scoring.accuracyPercent(pass.scored.value(), targets) : Double.NaN;
  }
}
