package homeostat.gradient.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import homeostat.gradient.Adam;
import homeostat.gradient.Gradients;
import homeostat.gradient.Optimiser;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameters;
import homeostat.gradient.Sgd;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.Reduction;
import homeostat.gradient.operation.SoftmaxCrossEntropy;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Training in steady state makes no array, and under gradient descent no object at all: forward,
 * backward and the step of the optimiser. Vectors are objects until the compiler has seen them
 * often enough, hence the blocks.
 */
class SteadyStateTest {
  private static final int BATCH = 16;
  private static final int STEPS = 5;
  private static final int BLOCKS = 60;
  private static final int PASSES = 200;

  private static Var record(boolean recurrent, Tape tape) {
    Var x = tape.input("x", recurrent ? STEPS * BATCH : BATCH, 40);
    Var labels = tape.input("labels", BATCH, 1);
    for (int i = 0; i < x.value().length; i++) {
      x.value()[i] = i * 31 % 101 / 101f;
    }
    Var logits = recurrent ? elman().record(tape, x, STEPS) : perceptron().record(tape, x);
    return tape.apply("loss", new SoftmaxCrossEntropy(0.1, Reduction.MEAN), logits, labels);
  }

  private static ElmanNetwork elman() {
    return new ElmanNetwork(40, 33, 10, Activation.TANH);
  }

  private static Mlp perceptron() {
    return new Mlp(List.of(40, 65, 33, 10), Activation.RELU);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void stepsAllocateNothing(boolean recurrent) {
    Parameters parameters = recurrent ? elman().draw(1) : perceptron().draw(1);
    Gradients gradients = new Gradients(parameters);
    try (Parallel parallel = new Parallel(1)) {
      Tape tape = new Tape(parameters, gradients, Kernels.active(), parallel);
      Var loss = record(recurrent, tape);
      for (Optimiser optimiser : List.of(Sgd.withRate(0.001), Adam.withRate(0.001))) {
        OptimiserState state = optimiser.start(parameters);
        long bytes = Long.MAX_VALUE;
        for (int block = 0; block < BLOCKS && bytes > 0; block++) {
          bytes = Math.min(bytes, block(tape, loss, optimiser, parameters, gradients, state));
        }
        // Adam hands its constants over in a record a parameter, which the compiler may keep.
        long allowed = optimiser instanceof Adam ? 100L * PASSES * parameters.all().size() : 0;
        assertTrue(bytes <= allowed, bytes + " bytes in " + PASSES + " steps of " + optimiser);
      }
    }
  }

  private static long block(
      Tape tape,
      Var loss,
      Optimiser optimiser,
      Parameters parameters,
      Gradients gradients,
      OptimiserState state) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int pass = 0; pass < PASSES; pass++) {
      tape.forward();
      tape.backward(loss);
      optimiser.step(parameters, gradients, state);
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
