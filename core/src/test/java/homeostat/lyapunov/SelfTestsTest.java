package homeostat.lyapunov;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.dynamics.RungeKutta4;
import homeostat.kernel.Stream;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.system.Lorenz;
import homeostat.lyapunov.system.PlaneMap;
import homeostat.lyapunov.system.RateSystem;
import homeostat.lyapunov.system.StepSystem;
import homeostat.lyapunov.system.TangentSystem;
import homeostat.rate.Activation;
import homeostat.rate.JacobianForm;
import homeostat.rate.RandomCoupling;
import homeostat.rate.RateNetwork;
import homeostat.rate.Units;
import org.junit.jupiter.api.Test;

final class SelfTestsTest {
  private static RateNetwork network(int n, double g) {
    double[] coupling = new RandomCoupling.Gaussian(g).draw(n, Stream.of(2, "coupling"));
    return RateNetwork.continuous(Units.plain(Activation.TANH, n), coupling, 0.1);
  }

  private static <A> SpectrumRun<A> run(
      Arithmetic<A> arithmetic, RateNetwork network, int k, SpectrumRun.Plan plan) {
    int n = network.size();
    double[] start = StartFrame.draw(n, 1, Stream.of(2, "start"));
    double[] frame = StartFrame.draw(n, k, Stream.of(2, "frame"));
    return new SpectrumRun<>(
        new RateSystem<>(arithmetic, network, JacobianForm.TRUE), start, frame, plan);
  }

  @Test
  void theSumRuleHoldsToRounding() {
    RateNetwork network = network(40, 5);
    RateSystem<double[]> system =
        new RateSystem<>(Arithmetic.float64(), network, JacobianForm.TRUE);
    double[] start = StartFrame.draw(40, 1, Stream.of(2, "start"));
    assertEquals(0, SelfTests.sumRule(system, start, 50), 1e-9);
  }

  @Test
  void twoTrajectoriesGiveTheLargestExponent() {
    RateNetwork network = network(100, 10);
    SpectrumRun.Plan plan = new SpectrumRun.Plan(2000, 500, 20_000, 0, 100);
    SpectrumRun<double[]> run = run(Arithmetic.float64(), network, 2, plan);
    run.advance(Long.MAX_VALUE);
    Spectrum spectrum = run.spectrum();
    assertTrue(spectrum.exponents()[0] > 0.1, "it is chaotic");
    double found =
        SelfTests.twoTrajectories(
            new RateSystem<>(Arithmetic.float64(), network, JacobianForm.TRUE),
            spectrum.state(),
            0,
            10,
            500,
            20_000);
    assertEquals(spectrum.exponents()[0], found, 0.05);
  }

  @Test
  void storedAndRestoredGoesOnToTheSameBits() {
    RateNetwork network = network(12, 3);
    SpectrumRun.Plan plan = new SpectrumRun.Plan(50, 60, 200, 0, 100);
    SpectrumRun<double[]> whole = run(Arithmetic.float64(), network, 12, plan);
    whole.advance(Long.MAX_VALUE);
    for (int stop : new int[] {20, 75, 110, 201}) {
      SpectrumRun<double[]> first = run(Arithmetic.float64(), network, 12, plan);
      first.advance(stop);
      RateSystem<double[]> other =
          new RateSystem<>(Arithmetic.float64(), network, JacobianForm.TRUE);
      SpectrumRun<double[]> rest = SpectrumRun.restore(other, plan, first.save());
      while (!rest.finished()) {
        rest.advance(7);
      }
      assertArrayEquals(whole.spectrum().exponents(), rest.spectrum().exponents());
      assertArrayEquals(whole.spectrum().running(), rest.spectrum().running());
    }
  }

  @Test
  void theIntervalDoesNotChangeTheExponents() {
    RateNetwork network = network(50, 3);
    double[] reference = new double[0];
    for (int interval : new int[] {1, 7, 40}) {
      SpectrumRun.Plan plan = new SpectrumRun.Plan(500, 1000, 2000, interval, 100);
      SpectrumRun<double[]> run = run(Arithmetic.float64(), network, 50, plan);
      run.advance(Long.MAX_VALUE);
      double[] found = run.spectrum().exponents();
      reference = interval == 1 ? found : reference;
      assertArrayEquals(reference, found, 1e-6);
    }
  }

  @Test
  void singlePrecisionAgreesWithinItsErrors() {
    RateNetwork network = network(50, 0.9);
    SpectrumRun.Plan plan =
        new SpectrumRun.Plan(500, 1000, 1000, 0, Arithmetic.float32().usualBound());
    SpectrumRun<double[]> exact = run(Arithmetic.float64(), network, 50, plan);
    SpectrumRun<float[]> single = run(Arithmetic.float32(), network, 50, plan);
    exact.advance(Long.MAX_VALUE);
    single.advance(Long.MAX_VALUE);
    assertArrayEquals(exact.spectrum().exponents(), single.spectrum().exponents(), 1e-3);
  }

  @Test
  void covariantVectorsOfTheCatAreItsEigenvectors() {
    CovariantVectors found =
        CovariantVectors.of(
            StepSystem.of(new PlaneMap.Cat()),
            new double[] {0.1, 0.37},
            StartFrame.draw(2, 2, Stream.of(2, "frame")),
            1,
            40,
            10,
            40);
    double slope = (Math.sqrt(5) - 1) / 2;
    double length = Math.sqrt(1 + slope * slope);
    for (double[] v : found.vectors()) {
      assertEquals(1 / length, Math.abs(v[0]), 1e-12);
      assertEquals(slope / length, Math.abs(v[2]), 1e-12);
      assertEquals(slope / length, Math.abs(v[1]), 1e-12);
      assertEquals(1 / length, Math.abs(v[3]), 1e-12);
    }
    double exact = StrictMath.log((3 + Math.sqrt(5)) / 2);
    assertArrayEquals(new double[] {exact, -exact}, found.exponents(), 1e-11);
    assertEquals(Math.PI / 2, found.angle(3, 0, 1), 1e-8);
  }

  @Test
  void theNeutralCovariantVectorOfLorenzPointsAlongTheFlow() {
    TangentSystem<double[]> system =
        StepSystem.of(new RungeKutta4(0.005).tangentStep(Lorenz.CLASSIC, 3));
    double[] start = {1, 2, 20};
    for (int n = 0; n < 4000; n++) {
      system.advance(n, start);
    }
    CovariantVectors found =
        CovariantVectors.of(
            system, start, StartFrame.draw(3, 3, Stream.of(2, "frame")), 10, 2000, 500, 2000);
    double[] flow = new double[3];
    for (int r = 0; r < found.states().size(); r++) {
      Lorenz.CLASSIC.slope(0, found.states().get(r), flow);
      double[] v = found.vectors().get(r);
      double dot = flow[0] * v[1] + flow[1] * v[4] + flow[2] * v[7];
      double length = Math.sqrt(flow[0] * flow[0] + flow[1] * flow[1] + flow[2] * flow[2]);
      assertEquals(1, Math.abs(dot) / length, 1e-5);
    }
  }
}
