package homeostat.rate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.dynamics.TangentStep;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecurrentCellTest {
  private static final int H = 5;

  private static CellWeights weights(int gates) {
    Draws draws = Stream.of(gates, "cell").draws();
    double[] w = new double[gates * H * H];
    double[] input = new double[gates * H];
    double[] bias = new double[gates * H];
    for (double[] part : List.of(w, input, bias)) {
      java.util.Arrays.setAll(part, _ -> 0.8 * draws.normal());
    }
    return new CellWeights(H, gates, w, input, bias);
  }

  @Test
  void everyTangentIsTheDerivativeOfItsStep() {
    double[] coupling = new RandomCoupling.Gaussian(2).draw(H, Stream.of(1, "j"));
    Units units = Units.plain(Activation.TANH_POSITIVE, H);
    List<TangentStep> steps =
        List.of(
            new RecurrentCell.Elman(weights(1), false),
            new RecurrentCell.Elman(weights(1), true),
            new RecurrentCell.Gru(weights(3)),
            new RecurrentCell.Lstm(weights(4)),
            new RateStep(RateNetwork.continuous(units, coupling, 0.1)));
    for (TangentStep step : steps) {
      int n = step.size();
      double[] x = new double[n];
      java.util.Arrays.setAll(x, i -> 0.3 * StrictMath.sin(1 + i));
      double[] frame = new double[n * n];
      for (int i = 0; i < n; i++) {
        frame[i * n + i] = 1;
      }
      double[] next = new double[n];
      double[] jacobian = new double[n * n];
      step.step(0, x, frame, n, next, jacobian);
      double[] plain = new double[n];
      step.step(0, x, plain);
      assertArrayEquals(next, plain, step.toString());
      for (int j = 0; j < n; j++) {
        double[] up = x.clone();
        double[] down = x.clone();
        up[j] += 1e-6;
        down[j] -= 1e-6;
        double[] above = new double[n];
        double[] below = new double[n];
        step.step(0, up, above);
        step.step(0, down, below);
        for (int i = 0; i < n; i++) {
          assertEquals((above[i] - below[i]) / 2e-6, jacobian[i * n + j], 1e-8, step.toString());
        }
      }
    }
  }

  @Test
  void wrongShapesAreTold() {
    double[] none = new double[6];
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> new CellWeights(2, 3, new double[8], none, none))
            .toString();
    assertTrue(said.contains("6 x 2"), said);
  }
}
