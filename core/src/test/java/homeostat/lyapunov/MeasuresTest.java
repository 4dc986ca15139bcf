package homeostat.lyapunov;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Stream;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.arithmetic.Qr;
import homeostat.lyapunov.system.RateSystem;
import homeostat.lyapunov.training.SpectrumGradient;
import homeostat.rate.Activation;
import homeostat.rate.JacobianForm;
import homeostat.rate.RandomCoupling;
import homeostat.rate.RateNetwork;
import homeostat.rate.Units;
import org.junit.jupiter.api.Test;

final class MeasuresTest {
  @Test
  void dimension() {
    assertEquals(0, Measures.kaplanYorke(new double[] {-1, -2}, 2).orElseThrow());
    assertEquals(2, Measures.kaplanYorke(new double[] {1, -0.5}, 2).orElseThrow());
    assertEquals(1.5, Measures.kaplanYorke(new double[] {-2, 1}, 2).orElseThrow());
    assertTrue(Measures.kaplanYorke(new double[] {1, 0.5}, 5).isEmpty());
    assertEquals(1, Measures.publishedDimension(new double[] {1, -2, 5}));
  }

  @Test
  void entropyAndParticipation() {
    assertEquals(1.5, Measures.entropy(new double[] {1, 0.5, -3}));
    assertEquals(4, Measures.participation(new double[] {0.5, -0.5, 0.5, 0.5}));
  }

  @Test
  void publishedScheduleAndLoopAgree() {
    int n = 8;
    double[] coupling = new RandomCoupling.Gaussian(2).draw(n, Stream.of(1, "coupling"));
    RateNetwork network =
        RateNetwork.continuous(Units.plain(Activation.TANH_STRETCHED, n), coupling, 0.1);
    double[] start = StartFrame.draw(n, 1, Stream.of(1, "start"));
    double[] frame = StartFrame.draw(n, 4, Stream.of(1, "frame"));
    for (double between : new double[] {0.2, 0.35, 1.1}) {
      RateSystem<double[]> system =
          new RateSystem<>(Arithmetic.float64(), network, JacobianForm.PUBLISHED);
      PublishedSpectrum loop = PublishedSpectrum.of(system, start, frame, 23, between, 0.1);
      double[] gradient =
          new SpectrumGradient<>(
                  system, 4, Schedule.published(23, between, 0.1), SpectrumGradient.Keep.INTERVALS)
              .forward(start, frame);
      assertArrayEquals(loop.exponents(), gradient, 1e-13);
      assertEquals(loop.history().size() + 1, loop.times().length);
    }
  }

  @Test
  void thePublishedAdaptiveRuleIsFollowed() {
    int n = 8;
    double[] coupling = new RandomCoupling.Gaussian(2).draw(n, Stream.of(1, "coupling"));
    RateNetwork network = RateNetwork.continuous(Units.plain(Activation.TANH, n), coupling, 0.1);
    RateSystem<double[]> system =
        new RateSystem<>(Arithmetic.float64(), network, JacobianForm.PUBLISHED);
    double[] start = StartFrame.draw(n, 1, Stream.of(1, "start"));
    double[] frame = StartFrame.draw(n, 4, Stream.of(1, "frame"));
    PublishedSpectrum found = PublishedSpectrum.of(system, start, frame, 50, 0, 0.1);
    assertEquals(2, found.intervals()[0]);
    for (int i = 1; i < found.intervals().length; i++) {
      int before = found.intervals()[i - 1];
      double most = Math.ceil(0.1 * before);
      assertTrue(Math.abs(found.intervals()[i] - before) <= most, "step " + i);
    }
    assertTrue(found.intervals()[found.intervals().length - 1] > 1);
    // The rule, step by step, with R of the reflections as it is.
    double[] h = start.clone();
    double[] q = Qr.of(frame, n, 4).q();
    for (int s = 0; s < 6; s++) {
      h = network.next(h);
    }
    int interval = 2;
    int change = 1;
    for (int s = 6; change < 12; s++) {
      q = product(network.jacobian(h, JacobianForm.PUBLISHED), q, n, 4);
      h = network.next(h);
      if (s % interval == 0) {
        Qr qr = Qr.of(q, n, 4);
        q = qr.q();
        double first = qr.r()[0];
        double last = qr.r()[15];
        double target = Math.ceil(StrictMath.log(first / last) / (first - last) / 0.1);
        if (!Double.isNaN(target)) {
          int more = (int) (Math.signum(target - interval) * Math.ceil(0.1 * interval));
          interval = Math.max(1, interval + more);
        }
        assertEquals(interval, found.intervals()[change++], "after step " + s);
      }
    }
  }

  private static double[] product(double[] a, double[] b, int n, int k) {
    double[] out = new double[n * k];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < k; j++) {
        for (int m = 0; m < n; m++) {
          out[i * k + j] += a[i * n + m] * b[m * k + j];
        }
      }
    }
    return out;
  }
}
