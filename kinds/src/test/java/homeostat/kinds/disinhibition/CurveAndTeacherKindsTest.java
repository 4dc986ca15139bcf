package homeostat.kinds.disinhibition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kinds.Rehearsal;
import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import homeostat.lab.run.Checker;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveAndTeacherKindsTest {

  @Test
  void zerosOfTheLinesAreTheirs() {
    List<String> settings =
        List.of("curve.lines=[[1.5, 2.0], [4.0, 1.0]]", "curve.input_to=20", "curve.points=400");
    Rehearsal.End end = new Rehearsal("plasticity-curve", settings).end();
    assertEquals(1.5, end.number("zero/line (1.5, 2.0), control, target 4.0/1"), 0.02);
    assertEquals(3.98, end.number("zero/line (1.5, 2.0), control, target 4.0/2"), 0.05);
    assertEquals(2.32, end.number("zero/line (1.5, 2.0), no control, line/1"), 0.05);
    assertEquals(3.68, end.number("zero/line (1.5, 2.0), no control, line/2"), 0.05);
    assertTrue(
        end.summary().asMap().keySet().stream()
            .noneMatch(name -> name.startsWith("zero/line (4.0, 1.0), no control")),
        "a line above the inverse never potentiates");
    assertEquals(end.state(), new Rehearsal("plasticity-curve", settings).end(1, 5).state());
  }

  @Test
  void rivalsAreDrawnToo() {
    List<String> settings =
        List.of(
            "curve.circuits=[\"sacramento\", \"meulemans\", \"payeur\", \"greedy\"]",
            "curve.clamped=[1.0]",
            "curve.points=60");
    Rehearsal.End end = new Rehearsal("plasticity-curve", settings).end();
    assertEquals(4, end.number("zero/payeur, control, target 4.0/1"), 0.05);
    assertEquals(3.98, end.number("zero/greedy, control, target 4.0/1"), 0.05);
  }

  @Test
  void aStudentFollowsItsTeacherToTheSameBits() {
    List<String> settings =
        List.of(
            "course.burn_in=2",
            "course.training=3",
            "course.epoch=0.5",
            "student.inputs=5",
            "student.hidden=4",
            "run.seed=1");
    Rehearsal whole = new Rehearsal("teacher-student", settings);
    Rehearsal.End end = whole.end();
    assertEquals(end.state(), whole.end(2, 1).state());
    assertEquals(end.state(), whole.end(1, 3).state());
    assertTrue(end.number("open_loop_loss/exact/first") > 0);
    assertTrue(end.number("control_cost/approx/last_ten") > 0);
  }

  @ParameterizedTest
  @CsvSource({
    "plasticity-curve, curve.lines, 'curve.lines=[[1.5]]'",
    "plasticity-curve, curve.circuits, 'curve.circuits=[]'",
    "plasticity-curve, curve.protocols, 'curve.protocols=[]'",
    "teacher-student, student.rules, 'student.rules=[]'",
    "teacher-student, course.dt, 'course.dt=0.008'"
  })
  void mistakesAreToldWithTheirKey(String kind, String key, String setting) {
    UserError error =
        assertThrows(UserError.class, () -> ConfigLoader.load(kind, List.of(setting), Kinds.all()));
    assertTrue(String.join("\n", error.lines()).contains(key), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "plasticity-curve, pair, 'curve.circuits=[\"payeur\"] pair.gain=3.0'",
    "teacher-student, student.line_around, 'student.rules=[\"exact\"] student.line_around=0.1'",
    "disinhibitory-classifier, trainer.avg_inh_init,"
        + " 'model.vf.name=dale trainer.name=lin-thresh trainer.avg_inh_init=0.5'"
  })
  void settingsWithoutEffectAreTold(String kind, String key, String settings) {
    List<String> notes = ConfigLoader.load(kind, List.of(settings.split(" ")), Kinds.all()).notes();
    assertEquals(1, notes.size(), notes.toString());
    assertTrue(notes.getFirst().contains(key), notes.toString());
    String plain = kind.startsWith("dis") ? "epochs=1" : settings.split(" ")[0];
    assertEquals(List.of(), ConfigLoader.load(kind, List.of(plain), Kinds.all()).notes());
  }

  @Test
  void quotesThatAShellTookAreAskedFor() {
    UserError error =
        assertThrows(
            UserError.class,
            () ->
                ConfigLoader.load(
                    "plasticity-curve", List.of("curve.circuits=[payeur, pair]"), Kinds.all()));
    String told = String.valueOf(error.getMessage());
    assertTrue(told.contains("write [\"payeur\", \"pair\"], in a shell within ' '"), told);
  }

  @Test
  void aKindWithOneWayOfComputingRefusesTheCheck() {
    var resolved = ConfigLoader.load("plasticity-curve", List.of(), Kinds.all());
    UserError error = assertThrows(UserError.class, () -> Checker.before(resolved, _ -> {}));
    assertTrue(String.valueOf(error.getMessage()).contains("one way only"));
  }
}
