package homeostat.lyapunov;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Stream;
import homeostat.lyapunov.arithmetic.Arithmetic;
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
    assertTrue(found.intervals()[found.intervals().length - 1] > 2);
  }
}
