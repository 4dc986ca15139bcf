package homeostat.lyapunov;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.dynamics.RungeKutta4;
import homeostat.dynamics.TangentStep;
import homeostat.kernel.Stream;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.system.LinearFlow;
import homeostat.lyapunov.system.Lorenz;
import homeostat.lyapunov.system.PlaneMap;
import homeostat.lyapunov.system.RateSystem;
import homeostat.lyapunov.system.StepSystem;
import homeostat.lyapunov.system.TangentSystem;
import homeostat.rate.Activation;
import homeostat.rate.JacobianForm;
import homeostat.rate.RateNetwork;
import homeostat.rate.Units;
import org.junit.jupiter.api.Test;

final class KnownSystemsTest {

  private static Spectrum spectrum(
      TangentSystem<double[]> system, double[] start, SpectrumRun.Plan plan) {
    double[] frame = StartFrame.draw(system.size(), system.size(), Stream.of(3, "frame"));
    SpectrumRun<double[]> run = new SpectrumRun<>(system, start, frame, plan);
    run.advance(Long.MAX_VALUE);
    return run.spectrum();
  }

  private static Spectrum flow(Lorenz lorenz, double time) {
    TangentStep step = new RungeKutta4(0.005).tangentStep(lorenz, 3);
    SpectrumRun.Plan plan = SpectrumRun.Plan.usual(time, 0.005, 0, 100);
    return spectrum(StepSystem.of(step), new double[] {1, 2, 20}, plan);
  }

  private static Spectrum map(PlaneMap map, double... start) {
    SpectrumRun.Plan plan = new SpectrumRun.Plan(1000, 100, 100_000, 0, 1e4);
    return spectrum(StepSystem.of(map), start, plan);
  }

  @Test
  void lorenz() {
    Spectrum found = flow(Lorenz.CLASSIC, 2000);
    assertEquals(0.906, found.exponents()[0], 0.01);
    assertEquals(0, found.exponents()[1], 2e-3);
    assertEquals(-14.572, found.exponents()[2], 0.01);
    double sum = java.util.Arrays.stream(found.exponents()).sum();
    assertEquals(-41.0 / 3, sum, 1e-5);
    assertEquals(2.062, Measures.kaplanYorke(found.exponents(), 3).orElseThrow(), 2e-3);
  }

  @Test
  void lorenzOfWolf() {
    Spectrum found = flow(Lorenz.WOLF, 1000);
    assertEquals(1.50, found.exponents()[0], 0.02);
    // The published three sum to -20.96, though the trace is -21.
    assertEquals(-22.46, found.exponents()[2], 0.06);
    assertEquals(-21, java.util.Arrays.stream(found.exponents()).sum(), 1e-4);
  }

  @Test
  void henon() {
    Spectrum found = map(new PlaneMap.Henon(1.4, 0.3), 0.1, 0.1);
    assertEquals(0.4192, found.exponents()[0], 0.003);
    assertEquals(-1.6232, found.exponents()[1], 0.003);
    double sum = found.exponents()[0] + found.exponents()[1];
    assertEquals(StrictMath.log(0.3), sum, 1e-12);
    assertEquals(1.258, Measures.kaplanYorke(found.exponents(), 2).orElseThrow(), 2e-3);
  }

  @Test
  void logistic() {
    Spectrum found = map(new PlaneMap.Logistic(4), 0.3);
    assertEquals(StrictMath.log(2), found.exponents()[0], 2e-3);
  }

  @Test
  void catAtEveryStep() {
    Spectrum found = map(new PlaneMap.Cat(), 0.1, 0.37);
    double exact = StrictMath.log((3 + Math.sqrt(5)) / 2);
    for (double[] local : found.local()) {
      assertEquals(exact, local[0], 1e-11);
      assertEquals(-exact, local[1], 1e-11);
    }
  }

  @Test
  void linearFlowHasTheRealPartsOfItsEigenvalues() {
    double[] a = {-0.5, 3, 0, -3, -0.5, 1, 0, 0, -2};
    TangentStep step = new RungeKutta4(0.01).tangentStep(new LinearFlow(3, a), 3);
    SpectrumRun.Plan plan = new SpectrumRun.Plan(0, 20_000, 20_000, 0, 100);
    Spectrum found = spectrum(StepSystem.of(step), new double[] {0, 0, 0}, plan);
    assertEquals(-0.5, found.exponents()[0], 1e-4);
    assertEquals(-0.5, found.exponents()[1], 1e-4);
    assertEquals(-2, found.exponents()[2], 1e-6);
  }

  @Test
  void twoUnitRotor() {
    RateNetwork rotor =
        RateNetwork.continuous(
            Units.plain(Activation.TANH, 2), new double[] {0, -0.9, 0.5, 0}, 0.1);
    RateSystem<double[]> system = new RateSystem<>(Arithmetic.float64(), rotor, JacobianForm.TRUE);
    SpectrumRun.Plan plan = SpectrumRun.Plan.usual(1000, 0.1, 0, 100);
    Spectrum found = spectrum(system, new double[] {0, 0}, plan);
    double exact = StrictMath.log(0.8145) / 0.2;
    // The frame keeps turning, so each is exact over whole turns only; their sum is always.
    assertEquals(exact, found.exponents()[0], 3e-4);
    assertEquals(exact, found.exponents()[1], 3e-4);
    assertEquals(2 * exact, found.exponents()[0] + found.exponents()[1], 1e-12);
  }

  @Test
  void theAdaptiveIntervalStaysWithinItsBound() {
    Spectrum found = flow(Lorenz.CLASSIC, 200);
    assertTrue(found.lengths()[0] > 10, "intervals of " + found.lengths()[0]);
    assertTrue(found.largestSpread() < 2 * StrictMath.log(100));
  }
}
