package homeostat.rate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Stream;
import org.junit.jupiter.api.Test;

final class RateNetworkTest {
  private static String message(Runnable wrong) {
    return assertThrows(IllegalArgumentException.class, wrong::run).toString();
  }

  @Test
  void everySpellingOfAnActivationIsTaken() {
    assertEquals(Activation.TANH_STRETCHED, Activation.named("strech"));
    assertEquals(Activation.TANH_STRETCHED, Activation.named("tanh_stretched"));
    assertEquals(Activation.TANH_POSITIVE, Activation.named("POS"));
    assertEquals(Activation.TANH, Activation.named("std"));
    assertTrue(message(() -> Activation.named("relu")).contains("tanh_positive"));
  }

  @Test
  void theJacobianIsTheDerivativeOfTheStep() {
    for (Activation activation : Activation.values()) {
      double[] coupling = new RandomCoupling.Gaussian(2).draw(5, Stream.of(1, "coupling"));
      Units units =
          new Units(
              activation,
              new double[] {1.3, 0.7},
              new double[] {0.4, -0.2},
              new int[] {0, 1, 1, 0, 1});
      RateNetwork network = RateNetwork.continuous(units, coupling, 0.1);
      double[] h = {0.3, -0.2, 0.9, 0.1, -1.1};
      double[] jacobian = network.jacobian(h, JacobianForm.TRUE);
      for (int j = 0; j < 5; j++) {
        double[] up = h.clone();
        double[] down = h.clone();
        up[j] += 1e-6;
        down[j] -= 1e-6;
        double[] difference = network.next(up);
        double[] lower = network.next(down);
        for (int i = 0; i < 5; i++) {
          assertEquals((difference[i] - lower[i]) / 2e-6, jacobian[i * 5 + j], 1e-9);
        }
      }
    }
  }

  @Test
  void mistakesNameTheirFirstIndex() {
    byte[] signs = {0, 1, -1, 0};
    assertTrue(
        message(() -> new SignedWeights(2, signs, new double[] {0, 1, 1, 2})).contains("[1][1]"));
    assertTrue(
        message(() -> new SignedWeights(2, signs, new double[] {0, 1, Double.NaN, 0}))
            .contains("[1][0]"));
    Units units = Units.plain(Activation.TANH, 2);
    assertTrue(
        message(() -> RateNetwork.continuous(units, new double[] {0, 1, Double.NaN, 0}, 0.1))
            .contains("[1][0]"));
    assertTrue(message(() -> RateNetwork.continuous(units, new double[4], 1.5)).contains("1.5"));
    assertTrue(
        message(() -> new Units(Activation.TANH, new double[1], new double[1], new int[] {0, 1}))
            .contains("unit 1"));
  }

  @Test
  void orthogonalCouplingKeepsLengths() {
    int n = 20;
    double[] q = new RandomCoupling.Orthogonal(3).draw(n, Stream.of(1, "coupling"));
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double dot = 0;
        for (int e = 0; e < n; e++) {
          dot += q[e * n + i] * q[e * n + j];
        }
        assertEquals(i == j ? 9 : 0, dot, 1e-12);
      }
    }
  }

  @Test
  void excitatoryAndInhibitorySendersAreBalanced() {
    int n = 200;
    double[] j = new RandomCoupling.ExcitatoryInhibitory(1.5, 0.8).draw(n, Stream.of(1, "j"));
    double excitation = 0;
    double inhibition = 0;
    for (int e = 0; e < j.length; e++) {
      assertTrue(e % n < 160 ? j[e] >= 0 : j[e] <= 0);
      excitation += Math.max(0, j[e]);
      inhibition += Math.max(0, -j[e]);
    }
    assertEquals(1, excitation / inhibition, 0.03);
  }

  @Test
  void sparseCouplingHasItsDensity() {
    double[] j = new RandomCoupling.Sparse(1, 0.1).draw(100, Stream.of(1, "j"));
    assertEquals(990, SignedWeights.of(100, j).synapses(), 90);
  }

  @Test
  void rowsAreBalancedAndPublishedColumnsSumToAHalf() {
    double[] weights = {0, 3, 1, 2, 0, 5, 7, 1, 0};
    SignedWeights signed = DaleSigns.SENDER.sign(weights, new byte[] {1, -1, 1});
    double[] rows = Balance.rows(signed).coupling();
    assertArrayEquals(new double[] {0, -1, 1}, java.util.Arrays.copyOf(rows, 3), 1e-15);
    double[] published = Balance.published(weights, 3);
    for (int j = 0; j < 3; j++) {
      assertEquals(0.5, published[j] + published[3 + j] + published[6 + j], 1e-8);
    }
    byte[] receivers = DaleSigns.RECEIVER.sign(weights, new byte[] {1, -1, 1}).signs();
    assertArrayEquals(new byte[] {0, 1, 1, -1, 0, -1, 1, 1, 0}, receivers);
  }

  @Test
  void aDiscreteNetworkIsItsFormula() {
    RateNetwork network =
        RateNetwork.discrete(new double[] {0, 2, -1, 0.5}, new double[] {0.1, -0.3});
    double[] next = network.next(new double[] {0.4, -0.2});
    assertEquals(2 * StrictMath.tanh(-0.2) + 0.1, next[0], 1e-15);
    assertEquals(-StrictMath.tanh(0.4) + 0.5 * StrictMath.tanh(-0.2) - 0.3, next[1], 1e-15);
  }
}
