package homeostat.gradient.model;

import com.sun.management.ThreadMXBean;
import homeostat.gradient.Adam;
import homeostat.gradient.AdamW;
import homeostat.gradient.Clip;
import homeostat.gradient.Decay;
import homeostat.gradient.ExponentiatedGradient;
import homeostat.gradient.Gradients;
import homeostat.gradient.Grouped;
import homeostat.gradient.Optimiser;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameters;
import homeostat.gradient.RmsProp;
import homeostat.gradient.Sgd;
import homeostat.gradient.SumPreserving;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.Reduction;
import homeostat.gradient.operation.SoftmaxCrossEntropy;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;

/** A process that trains small networks with every optimiser and prints what their steps made. */
final class SteadySteps {
  private static final int BATCH = 16;
  private static final int STEPS = 5;
  private static final int BLOCKS = 40;
  private static final int PASSES = 200;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private SteadySteps() {}

  /** One line a network and optimiser: the fewest bytes of a block of steps, and what it was. */
  public static void main(String[] arguments) {
    for (boolean recurrent : new boolean[] {false, true}) {
      for (Optimiser optimiser : optimisers(recurrent ? "W" : "fc0.W")) {
        System.out.println(
            fewest(recurrent, optimiser) + " " + (recurrent ? "Elman " : "MLP ") + optimiser);
      }
    }
  }

  private static List<Optimiser> optimisers(String grouped) {
    return List.of(
        Sgd.withRate(1e-3),
        new Sgd(1e-3, 0.9, true, 1e-4, Decay.COUPLED),
        Adam.withRate(1e-3),
        AdamW.withRate(1e-3),
        RmsProp.withRate(1e-3),
        new RmsProp(1e-3, 0.9, 1e-8, 0.5, 0),
        new ExponentiatedGradient(1e-3, 0, false, 0),
        new SumPreserving(Adam.withRate(1e-3)),
        new Grouped(Adam.withRate(1e-3), Map.of(grouped, Sgd.withRate(1e-3))));
  }

  /** Vectors are objects until the compiler has seen them often enough, hence the blocks. */
  private static long fewest(boolean recurrent, Optimiser optimiser) {
    ElmanNetwork elman = new ElmanNetwork(40, 33, 10, Activation.TANH);
    Mlp perceptron = new Mlp(List.of(40, 65, 33, 10), Activation.RELU);
    Parameters parameters = recurrent ? elman.draw(1) : perceptron.draw(1);
    Gradients gradients = new Gradients(parameters);
    OptimiserState state = optimiser.start(parameters);
    try (Parallel parallel = new Parallel(1)) {
      Tape tape = new Tape(parameters, gradients, Kernels.active(), parallel);
      Var x = tape.input("x", recurrent ? STEPS * BATCH : BATCH, 40);
      Var labels = tape.input("labels", BATCH, 1);
      for (int i = 0; i < x.value().length; i++) {
        x.value()[i] = i * 31 % 101 / 101f;
      }
      Var logits = recurrent ? elman.record(tape, x, STEPS) : perceptron.record(tape, x);
      SoftmaxCrossEntropy entropy = new SoftmaxCrossEntropy(0.1, Reduction.MEAN);
      Var loss = tape.apply("loss", entropy, logits, labels);
      long bytes = Long.MAX_VALUE;
      for (int block = 0; block < BLOCKS && bytes > 0; block++) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int pass = 0; pass < PASSES; pass++) {
          tape.forward();
          tape.backward(loss);
          Clip.globalNorm(gradients, 1);
          optimiser.step(parameters, gradients, state);
        }
        bytes = Math.min(bytes, THREADS.getCurrentThreadAllocatedBytes() - before);
      }
      return bytes;
    }
  }
}
