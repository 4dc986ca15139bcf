package homeostat.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;

/** Accuracy on problems with known answers, and that every way to end is told apart. */
class AdaptiveTsit5Test {
  private static final VectorField OSCILLATOR =
      (t, x, slope) -> {
        slope[0] = x[1];
        slope[1] = -x[0];
      };

  private static final VectorField VAN_DER_POL =
      (t, x, slope) -> {
        slope[0] = x[1];
        slope[1] = 5 * (1 - x[0] * x[0]) * x[1] - x[0];
      };

  /** The controller of the disinhibition networks: never shrinks after an accepted step. */
  private static final StepControl PID =
      new StepControl(1e-3, 1e-4, 1e-2, true, 0.1, 0.3, 0.1, 0.9, 0.1, 1, 2);

  private static AdaptiveTsit5 within(double tolerance) {
    return new AdaptiveTsit5(tolerance, tolerance, StepControl.from(1e-3), 1_000_000);
  }

  private static double[] reference(VectorField field, double[] x0, double end) {
    DormandPrince853Integrator precise = new DormandPrince853Integrator(1e-12, 1, 1e-14, 1e-14);
    OrdinaryDifferentialEquation equation =
        new OrdinaryDifferentialEquation() {
          @Override
          public int getDimension() {
            return x0.length;
          }

          @Override
          public double[] computeDerivatives(double t, double[] y) {
            double[] slope = new double[y.length];
            field.slope(t, y, slope);
            return slope;
          }
        };
    return precise.integrate(equation, new ODEState(0, x0), end).getPrimaryState();
  }

  private static double distance(double[] a, double[] b) {
    double worst = 0;
    for (int i = 0; i < a.length; i++) {
      worst = Math.max(worst, Math.abs(a[i] - b[i]));
    }
    return worst;
  }

  @Test
  void linearDecayAndOscillatorMeetTheTolerance() {
    Solution decay = within(1e-10).solve((t, x, s) -> s[0] = -3 * x[0], 0, new double[] {2}, 1);
    assertInstanceOf(Solution.Reached.class, decay);
    assertEquals(1.0, decay.time());
    assertEquals(2 * Math.exp(-3), decay.state()[0], 1e-9);
    double before = 1;
    for (double tolerance : new double[] {1e-4, 1e-7, 1e-10}) {
      Solution circle = within(tolerance).solve(OSCILLATOR, 0, new double[] {1, 0}, 20);
      double error = distance(new double[] {Math.cos(20), -Math.sin(20)}, circle.state());
      assertTrue(error < 50 * tolerance && error < before / 50, tolerance + ": " + error);
      before = error;
    }
  }

  @Test
  void lorenzAndVanDerPolAgreeWithDormandPrince() {
    double[] lorenz = {1, 1, 20};
    Solution chaos = within(1e-13).solve(new Lorenz(), 0, lorenz, 5);
    assertTrue(distance(reference(new Lorenz(), lorenz, 5), chaos.state()) < 1e-8);
    double[] start = {2, 0};
    Solution relaxation = within(1e-10).solve(VAN_DER_POL, 0, start, 20);
    assertTrue(distance(reference(VAN_DER_POL, start, 20), relaxation.state()) < 1e-6);
    assertTrue(within(1e-6).solve(VAN_DER_POL, 0, start, 20).statistics().rejected() > 0);
    assertEquals(0, relaxation.statistics().forced());
    assertArrayEquals(new double[] {2, 0}, start);
  }

  @Test
  void slopesAreEvaluatedOnceAndCarriedOver() {
    List<double[]> ends = new ArrayList<>();
    Solution solution =
        within(1e-6)
            .solve(
                VAN_DER_POL,
                0,
                new double[] {2, 0},
                10,
                Stop.NEVER,
                segment -> {
                  double[] slope = new double[2];
                  VAN_DER_POL.slope(segment.t0(), segment.x0(), slope);
                  assertArrayEquals(slope, segment.slope0());
                  VAN_DER_POL.slope(segment.t1(), segment.x1(), slope);
                  assertArrayEquals(slope, segment.slope1());
                  ends.add(segment.x1().clone());
                });
    Solution.Statistics work = solution.statistics();
    assertEquals(work.accepted(), ends.size());
    assertArrayEquals(ends.getLast(), solution.state());
    assertEquals(1 + 6 * (work.accepted() + work.rejected()), work.evaluations());
  }

  @Test
  void anAcceptedStepIsAStepOfTheFixedMethod() {
    Segment[] first = new Segment[1];
    within(1e-6)
        .solve(
            new Lorenz(),
            0,
            new double[] {1, 2, 20},
            1e-3,
            Stop.NEVER,
            s ->
                first[0] =
                    new Segment(s.t0(), s.x0(), s.slope0(), s.t1(), s.x1().clone(), s.slope1()));
    double[] fixed = new double[3];
    new Tsit5(1e-3).step(new Lorenz(), 3).step(0, new double[] {1, 2, 20}, fixed);
    assertArrayEquals(fixed, first[0].x1());
  }

  @Test
  void theStateWithinAStepIsInterpolated() {
    double[] worst = new double[1];
    double[] x = new double[2];
    within(1e-8)
        .solve(
            OSCILLATOR,
            0,
            new double[] {1, 0},
            10,
            Stop.NEVER,
            segment -> {
              for (int i = 0; i <= 4; i++) {
                double t = segment.t0() + i * (segment.t1() - segment.t0()) / 4;
                segment.at(t, x);
                double[] truth = {Math.cos(t), -Math.sin(t)};
                worst[0] = Math.max(worst[0], distance(truth, x));
              }
            });
    assertTrue(worst[0] < 1e-5, "" + worst[0]);
  }

  /** The scaled error of a step of x' = -20 (x - 1) in one variable, straight from the tableau. */
  private static double scaledError(double x, double h) {
    Tableau tableau = Tableau.TSITOURAS_5;
    double[] k = new double[7];
    double error = 0;
    double stage = x;
    for (int i = 0; i < 7; i++) {
      stage = x;
      for (int j = 0; j < i; j++) {
        stage += h * tableau.a().get(i)[j] * k[j];
      }
      k[i] = -20 * (stage - 1);
      error += h * tableau.error()[i] * k[i];
    }
    return Math.abs(error) / (1e-6 + 1e-3 * Math.max(Math.abs(x), Math.abs(stage)));
  }

  @Test
  void stepsFollowTheControllersFormula() {
    List<Double> lengths = new ArrayList<>();
    List<Double> errors = new ArrayList<>(List.of(1.0, 1.0));
    Solution solution =
        new AdaptiveTsit5(1e-3, 1e-6, PID, 4096)
            .solve(
                (t, x, s) -> s[0] = -20 * (x[0] - 1),
                0,
                new double[] {0},
                0.5,
                Stop.steady(1e-3, 1e-6),
                segment -> {
                  lengths.add(segment.t1() - segment.t0());
                  errors.add(scaledError(segment.x0()[0], lengths.getLast()));
                });
    assertEquals(1e-3, lengths.getFirst(), 1e-15);
    int shaped = 0;
    for (int n = 1; n < lengths.size(); n++) {
      double factor =
          0.9
              * Math.pow(1 / errors.get(n + 1), 0.1)
              * Math.pow(1 / errors.get(n), -0.06)
              * Math.pow(1 / errors.get(n - 1), 0.02);
      double expected = Math.min(lengths.get(n - 1) * Math.clamp(factor, 1, 2), 0.01);
      assertEquals(expected, lengths.get(n), 1e-6 * expected, "step " + n);
      shaped += factor > 1 && factor < 2 && expected < 0.01 ? 1 : 0;
    }
    assertTrue(shaped > 0);
    assertInstanceOf(Solution.Stopped.class, solution);
    // 20 (1 - x) < 1e-6 + 1e-3 x where 20 exp(-20 t) is about 1e-3, at t = 0.495.
    assertEquals(Math.log(20 / 1.001e-3) / 20, solution.time(), 0.0101);
    assertEquals(1, solution.state()[0], 1e-4);
  }

  @Test
  void stepsAtTheSmallestLengthAreCountedOrFail() {
    VectorField stiff = (t, x, s) -> s[0] = -1e4 * (x[0] - Math.cos(100 * t));
    AdaptiveTsit5 forcing = new AdaptiveTsit5(1e-9, 1e-9, PID, 4096);
    Solution forced = forcing.solve(stiff, 0, new double[] {0}, 1e-3);
    assertInstanceOf(Solution.Reached.class, forced);
    assertTrue(forced.statistics().forced() > 0);
    StepControl strict = new StepControl(1e-3, 1e-4, 1e-2, false, 0.1, 0.3, 0.1, 0.9, 0.1, 1, 2);
    Solution failed = new AdaptiveTsit5(1e-9, 1e-9, strict, 4096).solve(stiff, 0, new double[1], 1);
    fails(Solution.Reason.STEP_TOO_SMALL, failed);
  }

  private static void fails(Solution.Reason reason, Solution solution) {
    Solution.Failed failed = assertInstanceOf(Solution.Failed.class, solution);
    assertEquals(reason, failed.reason());
    assertTrue(failed.message().startsWith("integration failed at time " + failed.time()));
  }

  @Test
  void failuresAreToldApart() {
    // x' = x^2 from 1 has its pole at t = 1.
    Solution pole = within(1e-8).solve((t, x, s) -> s[0] = x[0] * x[0], 0, new double[] {1}, 2);
    assertInstanceOf(Solution.Failed.class, pole);
    assertEquals(1, pole.time(), 1e-6);
    VectorField broken = (t, x, s) -> s[0] = t > 0.5 ? Double.NaN : 1;
    Solution notFinite = within(1e-8).solve(broken, 0, new double[] {0}, 1);
    fails(Solution.Reason.NOT_FINITE, notFinite);
    assertEquals(0.5, notFinite.state()[0], 1e-9);
    fails(Solution.Reason.NOT_FINITE, within(1e-8).solve(broken, 0, new double[] {Double.NaN}, 1));
    AdaptiveTsit5 capped = new AdaptiveTsit5(1e-10, 1e-10, StepControl.from(1e-3), 5);
    Solution unfinished = capped.solve(OSCILLATOR, 0, new double[] {1, 0}, 20);
    fails(Solution.Reason.TOO_MANY_STEPS, unfinished);
    assertTrue(unfinished.time() > 0);
    Solution smallest =
        new AdaptiveTsit5(1e-3, 1e-6, PID, 4096).solve(broken, 0, new double[] {0}, 1);
    fails(Solution.Reason.NOT_FINITE, smallest);
  }

  @Test
  void nothingToDoIsDone() {
    Solution none = within(1e-8).solve(OSCILLATOR, 3, new double[] {1, 0}, 3);
    assertInstanceOf(Solution.Reached.class, none);
    assertArrayEquals(new double[] {1, 0}, none.state());
    Solution rest = within(1e-8).solve((t, x, s) -> s[0] = 0, 0, new double[] {1}, 100);
    assertEquals(1, rest.state()[0]);
    assertTrue(rest.statistics().accepted() < 20);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    StepControl control = StepControl.from(1);
    assertThrows(IllegalArgumentException.class, () -> new AdaptiveTsit5(0, 0, control, 10));
    assertThrows(IllegalArgumentException.class, () -> new AdaptiveTsit5(1e-3, 1e-3, control, 0));
    assertThrows(IllegalArgumentException.class, () -> StepControl.from(0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new StepControl(1, 0, 2, false, 0, 0, 0, 0.9, 0.2, 0.2, 5));
    assertThrows(
        IllegalArgumentException.class,
        () -> new StepControl(1, 0, 2, false, 0, 1, 0, 1.5, 0.2, 0.2, 5));
    assertThrows(
        IllegalArgumentException.class,
        () -> new StepControl(1, 0, 2, false, 0, 1, 0, 0.9, 2, 0.2, 5));
    assertThrows(
        IllegalArgumentException.class,
        () -> within(1e-3).solve(OSCILLATOR, 1, new double[] {1, 0}, 0));
  }
}
