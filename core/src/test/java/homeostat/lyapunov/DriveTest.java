package homeostat.lyapunov;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import homeostat.kernel.Stream;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.system.Drive;
import homeostat.lyapunov.system.RateSystem;
import homeostat.rate.Activation;
import homeostat.rate.JacobianForm;
import homeostat.rate.RateNetwork;
import homeostat.rate.Units;
import org.junit.jupiter.api.Test;

final class DriveTest {
  private static final int UNITS = 20;

  /** Without connections, h is an autoregressive process of known variance. */
  @Test
  void aUnitAloneHasTheVarianceOfItsInput() {
    double dt = 0.1;
    double sigma = 0.7;
    RateNetwork network =
        RateNetwork.continuous(Units.plain(Activation.TANH, UNITS), new double[UNITS * UNITS], dt);
    Drive noise = new Drive.WhiteNoise(sigma, dt, Stream.of(3, "input"));
    RateSystem<double[]> system =
        new RateSystem<>(Arithmetic.float64(), network, JacobianForm.TRUE, noise);
    double[] x = new double[UNITS];
    double squares = 0;
    int steps = 20_000;
    for (int n = 0; n < steps; n++) {
      system.advance(n, x);
      for (double h : x) {
        squares += h * h;
      }
    }
    assertEquals(sigma * sigma / (2 - dt), squares / (steps * UNITS), 0.01);
  }

  @Test
  void everyStepHasItsOwnInputAndEveryTrajectoryTheSame() {
    Drive noise = new Drive.WhiteNoise(1, 0.25, Stream.of(3, "input"));
    double[] late = new double[UNITS];
    noise.add(7, 1, late);
    double[] twice = new double[UNITS];
    noise.add(7, 2, twice);
    double[] again = late.clone();
    noise.add(7, 1, again);
    assertArrayEquals(twice, again);
    double[] next = new double[UNITS];
    noise.add(8, 1, next);
    double product = 0;
    for (int i = 0; i < UNITS; i++) {
      product += late[i] * next[i] / 4 / UNITS;
    }
    assertEquals(0, product, 0.7);
  }

  @Test
  void aTableBeginsAgainAtItsEnd() {
    Drive table = new Drive.Table(new double[][] {{1, 2}, {3, 4}});
    double[] sum = new double[2];
    for (int n = 0; n < 5; n++) {
      table.add(n, 1, sum);
    }
    assertArrayEquals(new double[] {9, 14}, sum);
  }
}
