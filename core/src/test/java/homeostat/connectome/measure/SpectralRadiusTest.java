package homeostat.connectome.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Csr;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpectralRadiusTest {

  private static Csr matrix(int n, float[] values) {
    boolean[] present = new boolean[values.length];
    for (int k = 0; k < present.length; k++) {
      present[k] = values[k] != 0;
    }
    return Csr.dense(n, n, values, present);
  }

  @Test
  void aDirectedRingHasItsWeight() {
    for (int n : new int[] {2, 3, 4, 7, 30, 199}) {
      float[] values = new float[n * n];
      for (int i = 0; i < n; i++) {
        values[i * n + (i + 1) % n] = 0.5f;
      }
      SpectralRadius found = SpectralRadius.of(matrix(n, values));
      assertEquals(0.5, found.value(), 1e-6, "ring of " + n);
      assertTrue(found.converged(), "ring of " + n);
    }
  }

  /** Of three nodes, from the characteristic polynomial; many of them stall an unshifted QR. */
  @Test
  void smallMatricesHaveTheRadiusOfTheirPolynomial() {
    for (int seed = 0; seed < 2000; seed++) {
      Draws draws = Stream.of(seed, "eigen").draws();
      float[] a = new float[9];
      for (int k = 0; k < 9; k++) {
        a[k] = draws.bernoulli(0.5) ? draws.integer(3) - 1 : 0;
      }
      double found = SpectralRadius.of(matrix(3, a)).value();
      assertEquals(radius(a), found, 2e-4, "seed " + seed + ": " + Arrays.toString(a));
    }
  }

  /** Largest modulus of the roots of x^3 - t x^2 + m x - d, by Durand and Kerner. */
  private static double radius(float[] a) {
    double t = a[0] + a[4] + a[8];
    double m = a[0] * a[4] - a[1] * a[3] + a[0] * a[8] - a[2] * a[6] + a[4] * a[8] - a[5] * a[7];
    double d =
        a[0] * (a[4] * a[8] - a[5] * a[7])
            - a[1] * (a[3] * a[8] - a[5] * a[6])
            + a[2] * (a[3] * a[7] - a[4] * a[6]);
    double[] re = {0.4, 0.4 * 0.4 - 0.9 * 0.9, 0.4 * 0.4 * 0.4 - 3 * 0.4 * 0.9 * 0.9};
    double[] im = {0.9, 2 * 0.4 * 0.9, 3 * 0.4 * 0.4 * 0.9 - 0.9 * 0.9 * 0.9};
    for (int round = 0; round < 400; round++) {
      for (int k = 0; k < 3; k++) {
        double pr = re[k] - t;
        double pi = im[k];
        for (double c : new double[] {m, -d}) {
          double r = pr * re[k] - pi * im[k] + c;
          pi = pr * im[k] + pi * re[k];
          pr = r;
        }
        for (int j = 0; j < 3; j++) {
          if (j != k) {
            double qr = re[k] - re[j];
            double qi = im[k] - im[j];
            double size = Math.max(qr * qr + qi * qi, 1e-300);
            double r = (pr * qr + pi * qi) / size;
            pi = (pi * qr - pr * qi) / size;
            pr = r;
          }
        }
        re[k] -= pr;
        im[k] -= pi;
      }
    }
    double largest = 0;
    for (int k = 0; k < 3; k++) {
      largest = Math.max(largest, Math.hypot(re[k], im[k]));
    }
    return largest;
  }
}
