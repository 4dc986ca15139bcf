package homeostat.kinds.disinhibition.teacher;

import homeostat.disinhibition.teacher.StudentSettings;
import homeostat.disinhibition.teacher.StudentShape;
import homeostat.kinds.disinhibition.config.TeacherConfig;
import homeostat.lab.Estimate;
import homeostat.lab.Experiment;
import homeostat.lab.Kind;
import homeostat.lab.RunSettings;
import homeostat.lab.Setup;
import homeostat.lab.config.Problems;

/** Can a network learn to follow a teacher while activity, control and weights all move at once? */
public final class TeacherStudent implements Kind<TeacherConfig> {
  private static final long BASE = 200L << 20;

  /** Evaluations of the equations in a step of the integration, of both passes of a student. */
  private static final double EVALUATIONS = 13;

  private static final double SECONDS_PER_VARIABLE = 4e-9;

  @Override
  public String name() {
    return "teacher-student";
  }

  @Override
  public String summary() {
    return "Students of pairs follow a teacher in continuous time, taught by a controller.";
  }

  @Override
  public Class<TeacherConfig> schema() {
    return TeacherConfig.class;
  }

  @Override
  public void check(TeacherConfig config, Problems problems) {
    if (config.student().rules().isEmpty()) {
      problems.add("student.rules", "names no rule; there are exact and approx");
    }
    if (!config.student().rules().contains(StudentSettings.Approximation.APPROX)
        && config.student().lineAround() != 0.5) {
      problems.warn("student.line_around", "has no effect: no student learns by \"approx\"");
    }
    if (config.course().dt() >= config.course().epoch()) {
      problems.add("course.dt", "is not shorter than course.epoch");
    }
    double fastest = Math.min(config.student().tauE(), config.student().tauI());
    if (config.course().dt() > fastest) {
      problems.add(
          "course.dt",
          "is longer than the fastest time constant, "
              + fastest
              + " s; the integration would blow up");
    }
  }

  @Override
  public Estimate estimate(TeacherConfig config, RunSettings settings) {
    StudentShape shape = config.student().shape();
    int students = config.student().rules().size();
    long steps = config.course().steps();
    return new Estimate(
        BASE + 8 * steps * (shape.inputs() + 12L * shape.outputs()) * (1 + students),
        config.course().burnIn() + (long) config.course().training(),
        steps * EVALUATIONS * shape.size() * SECONDS_PER_VARIABLE * students,
        "shorten course.epoch (" + config.course().epoch() + " s)");
  }

  @Override
  public Experiment<?> open(TeacherConfig config, Setup setup) {
    return new TeacherExperiment(config, setup.seed(), setup.parallel());
  }
}
