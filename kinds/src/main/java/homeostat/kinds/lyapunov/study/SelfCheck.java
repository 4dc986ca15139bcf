package homeostat.kinds.lyapunov.study;

import homeostat.dynamics.NonFiniteException;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lyapunov.SelfTests;
import homeostat.lyapunov.system.TangentSystem;
import java.util.Locale;

/** The self-tests of a study, on its first sample. */
final class SelfCheck {
  private static final int LARGEST = 400;
  private static final int SUM_STEPS = 20;

  private SelfCheck() {}

  static Row of(Sample sample, Outcome outcome, Run run) {
    TangentSystem<double[]> system = sample.check().get();
    double[] x = sample.start().clone();
    for (long n = 0; n < sample.plan().transientSteps(); n++) {
      system.advance(n, x);
    }
    Row row = new Row();
    if (system.size() <= LARGEST) {
      sum(system, x, row, run);
    }
    long steps = Math.min(20_000, sample.plan().steps());
    int interval = (int) Math.max(1, Math.rint(1 / system.duration()));
    if (steps >= interval) {
      double two =
          SelfTests.twoTrajectories(
              system,
              x,
              sample.plan().transientSteps(),
              interval,
              sample.plan().frameSteps(),
              steps);
      row.put("self_test/two_trajectories", two);
      run.note(
          String.format(
              Locale.ROOT,
              "self-test, lambda_1 of two nearby trajectories: %.4f, of the tangent: %.4f",
              two,
              outcome.exponents()[0]));
    }
    return row;
  }

  private static void sum(TangentSystem<double[]> system, double[] x, Row row, Run run) {
    try {
      double error = SelfTests.sumRule(system, x, SUM_STEPS);
      row.put("self_test/sum_rule", error);
      run.note(
          String.format(
              Locale.ROOT,
              "self-test, sum of all exponents against ln|det|: they differ by %.1e",
              error));
    } catch (NonFiniteException e) {
      run.note(
          "self-test, sum of all exponents: none, since the step loses directions (units that are"
              + " cut off by max(0, .)) and the lowest exponents are minus infinity");
    }
  }
}
