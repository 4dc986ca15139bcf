package homeostat.lyapunov.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import homeostat.lyapunov.StartFrame;
import homeostat.rate.RandomCoupling;
import homeostat.rate.RateNetwork;
import org.junit.jupiter.api.Test;

final class FlossingTest {
  private static final int N = 8;
  private static final Flossing FLOSSING = new Flossing(5, 12);
  private static final double[] START = StartFrame.draw(N, 1, Stream.of(1, "start"));
  private static final double[] FRAME = StartFrame.draw(N, 5, Stream.of(1, "frame"));

  private static double[][] drive() {
    Draws draws = Stream.of(1, "drive").draws();
    double[][] out = new double[FLOSSING.steps()][N];
    for (double[] step : out) {
      java.util.Arrays.setAll(step, _ -> 0.5 * draws.normal());
    }
    return out;
  }

  private static Flossing.Pass pass(double[] coupling, double[] bias, double[][] drive) {
    RateNetwork network = RateNetwork.discrete(coupling, bias);
    return FLOSSING.pass(FLOSSING.memory(network), network, drive, START, FRAME);
  }

  @Test
  void gradientsOfCouplingBiasAndInputAreFiniteDifferences() {
    double[] coupling = new RandomCoupling.Gaussian(1.5).draw(N, Stream.of(1, "j"));
    double[] bias = new double[N];
    double[][] drive = drive();
    Flossing.Pass pass = pass(coupling, bias, drive);
    double h = 1e-6;
    for (int e = 1; e < coupling.length; e += 9) {
      double[] up = coupling.clone();
      double[] down = coupling.clone();
      up[e] += h;
      down[e] -= h;
      double difference = (pass(up, bias, drive).loss() - pass(down, bias, drive).loss()) / (2 * h);
      assertEquals(difference, pass.gradient().coupling()[e], 1e-6 * (1 + Math.abs(difference)));
    }
    for (int i = 0; i < N; i += 3) {
      double[] up = bias.clone();
      double[] down = bias.clone();
      up[i] += h;
      down[i] -= h;
      double difference =
          (pass(coupling, up, drive).loss() - pass(coupling, down, drive).loss()) / (2 * h);
      assertEquals(difference, pass.gradient().bias()[i], 1e-6 * (1 + Math.abs(difference)));
    }
    for (int t = 0; t < drive.length - 1; t += 4) {
      double kept = drive[t][2];
      drive[t][2] = kept + h;
      double up = pass(coupling, bias, drive).loss();
      drive[t][2] = kept - h;
      double down = pass(coupling, bias, drive).loss();
      drive[t][2] = kept;
      double difference = (up - down) / (2 * h);
      assertEquals(difference, pass.drive()[t][2], 1e-6 * (1 + Math.abs(difference)), "step " + t);
    }
  }

  @Test
  void descentBringsTheExponentsTowardsZero() {
    double[] coupling = new RandomCoupling.Gaussian(0.7).draw(N, Stream.of(1, "j"));
    double[] bias = new double[N];
    double first = pass(coupling, bias, drive()).loss();
    for (int epoch = 0; epoch < 60; epoch++) {
      double[] gradient = pass(coupling, bias, drive()).gradient().coupling();
      for (int e = 0; e < coupling.length; e++) {
        coupling[e] -= 0.05 * gradient[e];
      }
    }
    double last = pass(coupling, bias, drive()).loss();
    assertTrue(last < 0.3 * first, first + " to " + last);
  }
}
