package homeostat.disinhibition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.disinhibition.curve.Crossing;
import homeostat.disinhibition.curve.CurvePoint;
import homeostat.disinhibition.curve.Greedy;
import homeostat.disinhibition.curve.Meulemans;
import homeostat.disinhibition.curve.PairCircuit;
import homeostat.disinhibition.curve.Payeur;
import homeostat.disinhibition.curve.Sacramento;
import homeostat.disinhibition.teacher.Mode;
import homeostat.disinhibition.teacher.Sampled;
import homeostat.disinhibition.teacher.Signals;
import homeostat.disinhibition.teacher.StudentRun;
import homeostat.disinhibition.teacher.StudentSettings;
import homeostat.disinhibition.teacher.StudentSettings.Approximation;
import homeostat.disinhibition.teacher.StudentShape;
import homeostat.disinhibition.teacher.StudentStart;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurvesAndTeacherTest {
  private interface Trial {
    CurvePoint at(double x);
  }

  private static List<Crossing> zeros(double to, int points, Trial trial) {
    List<CurvePoint> curve = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      curve.add(trial.at(to * i / (points - 1)));
    }
    return Crossing.of(curve, 1e-3);
  }

  @Test
  void theThresholdOfAPairFollowsItsTarget() {
    PairCircuit pair = PairCircuit.PUBLISHED;
    Tangent line = new Tangent(1.5, 1.5);
    for (double target : new double[] {3, 4}) {
      OptionalDouble aim = OptionalDouble.of(target);
      List<Crossing> exact = zeros(10, 100, x -> pair.exact(x, pair.settle(x, aim)));
      assertEquals(1, exact.size());
      assertEquals(target, exact.getFirst().rate(), 0.01);
      List<Crossing> linear = zeros(10, 100, x -> pair.linear(x, pair.settle(x, aim), line));
      assertEquals(2, linear.size());
      assertEquals(1.5, linear.get(0).rate(), 0.02);
      assertTrue(linear.get(0).rising());
      assertEquals(target == 3 ? 3.11 : 4.09, linear.get(1).rate(), 0.02);
    }
  }

  @Test
  void withoutControlTheExactRuleDoesNothing() {
    PairCircuit pair = PairCircuit.PUBLISHED;
    for (double x = 0.5; x < 13; x += 0.5) {
      double change = pair.exact(x, pair.settle(x, OptionalDouble.empty())).change();
      assertEquals(0, change, 3e-3);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.673, 1.337, 2.0})
  void clampedInhibitionMovesTheThresholdOfAnIsolatedCell(double inhibition) {
    List<Crossing> zeros =
        zeros(9, 400, u -> PairCircuit.PUBLISHED.isolated(u, inhibition, new Tangent(1.5, 1.5)));
    assertEquals(1, zeros.size());
    assertEquals(1.5 + 1.5 * inhibition, zeros.getFirst().rate(), 0.01);
  }

  @Test
  void rivalsTurnAtTheirTargetAndDoNothingOrDepressWithoutIt() {
    OptionalDouble aim = OptionalDouble.of(4);
    OptionalDouble none = OptionalDouble.empty();
    Sacramento sacramento = Sacramento.PUBLISHED;
    Meulemans meulemans = Meulemans.PUBLISHED;
    List<List<Crossing>> all =
        List.of(
            zeros(10, 400, x -> sacramento.at(x, sacramento.settle(x, aim)[0])),
            zeros(5, 400, x -> meulemans.at(x, meulemans.settle(x, aim))),
            zeros(5, 400, x -> Payeur.PUBLISHED.at(x, aim)),
            zeros(5, 400, x -> Greedy.PUBLISHED.at(x, aim)));
    for (List<Crossing> zeros : all) {
      assertEquals(1, zeros.size());
      assertEquals(4, zeros.getFirst().rate(), 0.03);
      assertTrue(!zeros.getFirst().rising());
    }
    assertTrue(sacramento.at(5, sacramento.settle(5, none)[0]).change() < -0.1);
    assertEquals(0, Payeur.PUBLISHED.at(5, none).change());
    assertEquals(0, Greedy.PUBLISHED.at(5, none).change());
    assertEquals(-2 * 3, meulemans.isolated(3, 2).change(), 1e-12);
    assertTrue(sacramento.isolated(5, 2).change() < 0);
    assertEquals(
        13.27, zeros(25, 2000, x -> Greedy.PUBLISHED.isolated(x, 1)).getFirst().rate(), 0.02);
  }

  @Test
  void signalsAreLinearBetweenTheirSamplesAndBeyond() {
    Sampled ramp = new Sampled(1, 0.5, 2, new double[] {0, 5, 1, 4, 2, 3});
    double[] out = new double[2];
    ramp.at(1.25, out);
    assertArrayEquals(new double[] {0.5, 4.5}, out, 1e-12);
    ramp.at(2.5, out);
    assertArrayEquals(new double[] {3, 2}, out, 1e-12);
    ramp.at(0.5, out);
    assertArrayEquals(new double[] {-1, 6}, out, 1e-12);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStudentComesNearerToItsTeacher(boolean published) {
    StudentShape shape = new StudentShape(6, 5, 2);
    StudentSettings usual = StudentSettings.PUBLISHED;
    StudentSettings settings =
        new StudentSettings(
            usual.pairs(),
            usual.controller(),
            20,
            10,
            usual.feedbackNorm(),
            published ? 0.5 : 0.07,
            Approximation.EXACT,
            published);
    int steps = 2000;
    StudentRun run = new StudentRun(shape, settings, 1e-3, steps);
    Signals signals = Signals.draw(6, 3);
    double[] teacher = StudentStart.draw(shape, settings, 3, "teacher");
    double[] student = StudentStart.draw(shape, settings, 3, "student");
    double first = 0;
    double last = 0;
    double held = 0;
    for (int epoch = 0; epoch < 12; epoch++) {
      double[] x = signals.sample(epoch * 2, 1e-3, steps + 1);
      StudentRun.Epoch taught = run.run(Mode.EVAL, teacher, x, new double[2 * (steps + 1)]);
      teacher = taught.state();
      last = run.run(Mode.EVAL, student, x, taught.outputs()).loss();
      first = epoch == 0 ? last : first;
      StudentRun.Epoch trained =
          run.run(epoch == 0 ? Mode.BURN_IN : Mode.TRAIN, student, x, taught.outputs());
      student = trained.state();
      held = trained.loss();
    }
    assertTrue(last < first / 3, first + " to " + last);
    assertTrue(held < last, "control holds the output at the target: " + held);
    StudentRun brief = new StudentRun(shape, settings.with(Approximation.APPROX), 1e-3, 10);
    double[] x = signals.sample(0, 1e-3, 11);
    assertTrue(brief.run(Mode.EVAL_WITH_CONTROL, student, x, new double[22]).cost() > 0);
  }
}
