package homeostat.lyapunov.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import homeostat.lyapunov.Schedule;
import homeostat.lyapunov.StartFrame;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.system.RateGradient;
import homeostat.lyapunov.system.RateSystem;
import homeostat.rate.Activation;
import homeostat.rate.JacobianForm;
import homeostat.rate.RandomCoupling;
import homeostat.rate.RateNetwork;
import homeostat.rate.Units;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class SpectrumGradientTest {
  private static final int N = 9;
  private static final int K = 4;

  private record Setting(
      Activation activation, boolean continuous, JacobianForm form, SpectrumLoss loss) {}

  private static double[] normal(int length, String purpose, double mean, double deviation) {
    Draws draws = Stream.of(5, purpose).draws();
    double[] out = new double[length];
    java.util.Arrays.setAll(out, _ -> mean + deviation * draws.normal());
    return out;
  }

  /** Coupling, bias, gains, shifts and start, one after the other. */
  private static double[] parameters() {
    double[] coupling = new RandomCoupling.Gaussian(1.8).draw(N, Stream.of(5, "coupling"));
    double[][] parts = {
      coupling,
      normal(N, "bias", 0, 0.3),
      normal(3, "gains", 1.2, 0.2),
      normal(3, "shifts", 0.2, 0.3),
      normal(N, "start", 0, 1)
    };
    double[] all = new double[N * N + 2 * N + 6];
    int at = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static double[] part(double[] all, int at, int length) {
    return java.util.Arrays.copyOfRange(all, at, at + length);
  }

  private static RateNetwork network(Setting setting, double[] all) {
    int[] types = new int[N];
    java.util.Arrays.setAll(types, i -> i % 3);
    int at = N * N;
    Units units =
        new Units(setting.activation, part(all, at + N, 3), part(all, at + N + 3, 3), types);
    double leak = setting.continuous ? 0.85 : 0;
    double step = setting.continuous ? 0.15 : 1;
    return new RateNetwork(units, part(all, 0, at), part(all, at, N), leak, step, step);
  }

  private static Schedule schedule(Setting setting) {
    return Schedule.of(5, 7, 20, 3, setting.continuous ? 0.15 : 1);
  }

  private static SpectrumGradient<double[]> engine(
      Setting setting, RateSystem<double[]> system, SpectrumGradient.Keep keep) {
    return new SpectrumGradient<>(system, K, schedule(setting), keep);
  }

  private static double loss(Setting setting, double[] all) {
    RateSystem<double[]> system =
        new RateSystem<>(Arithmetic.float64(), network(setting, all), setting.form);
    double[] exponents =
        engine(setting, system, SpectrumGradient.Keep.INTERVALS)
            .forward(part(all, N * N + N + 6, N), StartFrame.draw(N, K, Stream.of(5, "frame")));
    return setting.loss.value(exponents);
  }

  private static double[] gradient(Setting setting, double[] all, SpectrumGradient.Keep keep) {
    return gradient(setting, all, keep, Truncation.FULL);
  }

  private static double[] gradient(
      Setting setting, double[] all, SpectrumGradient.Keep keep, Truncation truncation) {
    RateSystem<double[]> system =
        new RateSystem<>(Arithmetic.float64(), network(setting, all), setting.form);
    SpectrumGradient<double[]> engine = engine(setting, system, keep);
    double[] exponents =
        engine.forward(part(all, N * N + N + 6, N), StartFrame.draw(N, K, Stream.of(5, "frame")));
    double[] adjoint = engine.backward(setting.loss.gradient(exponents), truncation);
    RateGradient found = system.gradient(adjoint);
    List<double[]> parts =
        List.of(found.coupling(), found.bias(), found.gains(), found.shifts(), found.start());
    return parts.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
  }

  @TestFactory
  List<DynamicTest> gradientsAreThoseOfFiniteDifferences() {
    List<DynamicTest> tests = new ArrayList<>();
    SpectrumLoss square = new SpectrumLoss.MeanSquare(0.3);
    for (Activation activation : Activation.values()) {
      for (JacobianForm form : JacobianForm.values()) {
        for (boolean continuous : new boolean[] {true, false}) {
          Setting setting = new Setting(activation, continuous, form, square);
          tests.add(DynamicTest.dynamicTest(setting.toString(), () -> compare(setting)));
        }
      }
    }
    List<SpectrumLoss> losses =
        List.of(
            new SpectrumLoss.Distance(-1),
            new SpectrumLoss.Line(0.5, -2),
            new SpectrumLoss.Targets(new double[] {0, 1, 2, 3}, new double[] {1, 0, 2, 1}),
            new SpectrumLoss.Sum(),
            new SpectrumLoss.Entropy(),
            new SpectrumLoss.Largest(0.1),
            new SpectrumLoss.Dimension(3, N));
    for (SpectrumLoss loss : losses) {
      Setting setting = new Setting(Activation.TANH_STRETCHED, true, JacobianForm.TRUE, loss);
      tests.add(DynamicTest.dynamicTest(loss.toString(), () -> compare(setting)));
    }
    return tests;
  }

  private static void compare(Setting setting) {
    double[] all = parameters();
    double[] found = gradient(setting, all, SpectrumGradient.Keep.INTERVALS);
    double scale = java.util.Arrays.stream(found).map(Math::abs).max().orElse(0);
    for (int e = 0; e < all.length; e++) {
      double h = 2e-5;
      double near = at(setting, all, e, h) - at(setting, all, e, -h);
      double far = at(setting, all, e, 2 * h) - at(setting, all, e, -2 * h);
      double difference = (8 * near - far) / (12 * h);
      assertEquals(difference, found[e], 2e-7 * (1 + scale), "element " + e);
    }
  }

  private static double at(Setting setting, double[] all, int element, double offset) {
    double[] moved = all.clone();
    moved[element] += offset;
    return loss(setting, moved);
  }

  @Test
  void recomputationGivesTheSameBits() {
    Setting setting =
        new Setting(
            Activation.TANH_POSITIVE, true, JacobianForm.TRUE, new SpectrumLoss.MeanSquare(0));
    double[] kept = gradient(setting, parameters(), SpectrumGradient.Keep.STEPS);
    assertArrayEquals(kept, gradient(setting, parameters(), SpectrumGradient.Keep.INTERVALS));
    assertArrayEquals(
        kept, gradient(setting, parameters(), SpectrumGradient.Keep.root(schedule(setting))));
    assertArrayEquals(kept, gradient(setting, parameters(), new SpectrumGradient.Keep(false, 1)));
  }

  @Test
  void aWindowLongerThanTheTrajectoryChangesNothingAndAShorterOneDoes() {
    Setting setting =
        new Setting(
            Activation.TANH_STRETCHED, true, JacobianForm.TRUE, new SpectrumLoss.MeanSquare(0));
    SpectrumGradient.Keep keep = SpectrumGradient.Keep.INTERVALS;
    double[] full = gradient(setting, parameters(), keep);
    assertArrayEquals(full, gradient(setting, parameters(), keep, new Truncation(32)));
    double[] frozen = gradient(setting, parameters(), keep, Truncation.FROZEN);
    assertNotEquals(full[1], frozen[1]);
    assertNotEquals(full[1], gradient(setting, parameters(), keep, new Truncation(4))[1]);
    assertArrayEquals(new double[N], part(frozen, frozen.length - N, N));
  }

  @Test
  void singlePrecisionGivesTheSameGradientToItsAccuracy() {
    Setting setting =
        new Setting(
            Activation.TANH_POSITIVE, true, JacobianForm.TRUE, new SpectrumLoss.MeanSquare(0));
    double[] all = parameters();
    RateSystem<float[]> system =
        new RateSystem<>(Arithmetic.float32(), network(setting, all), setting.form);
    SpectrumGradient<float[]> engine =
        new SpectrumGradient<>(system, K, schedule(setting), SpectrumGradient.Keep.STEPS);
    double[] exponents =
        engine.forward(part(all, N * N + N + 6, N), StartFrame.draw(N, K, Stream.of(5, "frame")));
    float[] adjoint = engine.backward(setting.loss.gradient(exponents), Truncation.FULL);
    double[] expected = gradient(setting, all, SpectrumGradient.Keep.STEPS);
    double[] coupling = system.gradient(adjoint).coupling();
    for (int e = 0; e < coupling.length; e++) {
      assertEquals(expected[e], coupling[e], 1e-4 * (1 + Math.abs(expected[e])));
    }
  }
}
