package homeostat.gradient.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.gradient.Adam;
import homeostat.gradient.Constraint;
import homeostat.gradient.Gradients;
import homeostat.gradient.Optimiser;
import homeostat.gradient.OptimiserState;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.gradient.Sgd;
import homeostat.gradient.operation.Activation;
import homeostat.gradient.operation.MeanSquaredError;
import homeostat.gradient.operation.Reduction;
import homeostat.gradient.operation.SoftmaxCrossEntropy;
import homeostat.gradient.operation.Total;
import homeostat.gradient.tape.Tape;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Kernels;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The plain networks learn what they must. */
class PlainNetworksTest {

  @Test
  void perceptronLearnsExclusiveOr() {
    try (Parallel parallel = new Parallel(1)) {
      Mlp model = new Mlp(List.of(2, 16, 2), Activation.TANH);
      Parameters parameters = model.draw(3);
      Gradients gradients = new Gradients(parameters);
      Tape tape = new Tape(parameters, gradients, Kernels.active(), parallel);
      Var x = tape.input("x", 4, 2);
      Var labels = tape.input("labels", 4, 1);
      System.arraycopy(new float[] {0, 0, 0, 1, 1, 0, 1, 1}, 0, x.value(), 0, 8);
      System.arraycopy(new float[] {0, 1, 1, 0}, 0, labels.value(), 0, 4);
      SoftmaxCrossEntropy entropy = new SoftmaxCrossEntropy(0, Reduction.MEAN);
      Var loss = tape.apply("loss", entropy, model.record(tape, x), labels);
      train(tape, loss, parameters, gradients, Sgd.withRate(0.5), 400);
      assertTrue(loss.value()[0] < 0.05, "loss " + loss.value()[0]);
    }
  }

  private static void train(
      Tape tape,
      Var loss,
      Parameters parameters,
      Gradients gradients,
      Optimiser optimiser,
      int steps) {
    OptimiserState state = optimiser.start(parameters);
    for (int step = 0; step < steps; step++) {
      tape.forward();
      tape.backward(loss);
      optimiser.step(parameters, gradients, state);
    }
    tape.forward();
  }

  @Test
  void recurrentNetworkRemembersItsFirstInput() {
    try (Parallel parallel = new Parallel(1)) {
      int batch = 16;
      int steps = 5;
      ElmanNetwork model = new ElmanNetwork(1, 12, 1, Activation.TANH);
      Parameters parameters = model.draw(5);
      Gradients gradients = new Gradients(parameters);
      Tape tape = new Tape(parameters, gradients, Kernels.active(), parallel);
      Var x = tape.input("x", steps * batch, 1);
      Var target = tape.input("target", batch, 1);
      Stream stream = Stream.of(7, "inputs");
      for (int i = 0; i < steps * batch; i++) {
        x.value()[i] = (float) (stream.uniform(i) - 0.5);
      }
      System.arraycopy(x.value(), 0, target.value(), 0, batch);
      Var output = model.record(tape, x, steps);
      Var loss = tape.apply("loss", new MeanSquaredError(), output, target);
      train(tape, loss, parameters, gradients, Adam.withRate(0.01), 600);
      // Guessing the mean leaves the variance, 1/12.
      assertTrue(loss.value()[0] < 0.008, "loss " + loss.value()[0]);
    }
  }

  @Test
  void constraintsAreChained() {
    Parameters parameters =
        Parameters.of(
            new Parameter("log", new float[] {0, 1}, new int[] {2}, Constraint.LOG),
            new Parameter(
                "masked",
                new float[] {2, 0},
                new int[] {2},
                new Constraint.Masked(new boolean[] {true, false}, Constraint.FREE)),
            new Parameter("unreached", new float[] {1}, new int[0], Constraint.FREE));
    Gradients gradients = new Gradients(parameters);
    gradients.get("unreached")[0] = 7;
    try (Parallel parallel = new Parallel(1)) {
      Tape tape = new Tape(parameters, gradients, Kernels.active(), parallel);
      Var log = tape.apply("log", new Total(Reduction.SUM), tape.parameter("log"));
      Var masked = tape.apply("masked", new Total(Reduction.SUM), tape.parameter("masked"));
      tape.parameter("unreached");
      Var loss = tape.apply("loss", new homeostat.gradient.operation.Add(), log, masked);
      tape.forward();
      tape.backward(loss);
      assertEquals(1 + Math.E + 2, loss.value()[0], 1e-5);
      assertArrayEquals(new float[] {1, (float) Math.E}, gradients.get("log"), 1e-6f);
      assertArrayEquals(new float[] {1, 0}, gradients.get("masked"));
      assertArrayEquals(new float[] {0}, gradients.get("unreached"));
    }
  }

  @Test
  void sizesThatCannotBeAreRefused() {
    Class<IllegalArgumentException> refused = IllegalArgumentException.class;
    assertThrows(refused, () -> new Mlp(List.of(3), Activation.RELU));
    assertThrows(refused, () -> new Mlp(List.of(3, 0), Activation.RELU));
    assertThrows(refused, () -> new ElmanNetwork(0, 1, 1, Activation.TANH));
  }
}
