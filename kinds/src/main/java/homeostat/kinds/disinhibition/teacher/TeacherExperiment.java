package homeostat.kinds.disinhibition.teacher;

import homeostat.array.Arrays;
import homeostat.disinhibition.teacher.Mode;
import homeostat.disinhibition.teacher.Signals;
import homeostat.disinhibition.teacher.StudentRun;
import homeostat.disinhibition.teacher.StudentSettings.Approximation;
import homeostat.disinhibition.teacher.StudentShape;
import homeostat.disinhibition.teacher.StudentStart;
import homeostat.kernel.Parallel;
import homeostat.kinds.disinhibition.config.TeacherConfig;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import homeostat.lab.figure.Drawing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Epochs of burn-in, in which activity and feedback weights settle, then of training. In each epoch
 * of training a student first runs without control, for its loss alone, then with everything
 * moving. A step is an epoch.
 */
final class TeacherExperiment implements Experiment<TeacherState> {
  private static final int CHECKPOINT_EVERY = 5;

  private final TeacherConfig config;
  private final long seed;
  private final Parallel parallel;
  private final StudentShape shape;
  private final List<Approximation> rules;
  private final List<StudentRun> runs = new ArrayList<>();
  private final Signals signals;
  private final int steps;

  TeacherExperiment(TeacherConfig config, long seed, Parallel parallel) {
    this.config = config;
    this.seed = seed;
    this.parallel = parallel;
    shape = config.student().shape();
    rules = config.student().rules();
    steps = config.course().steps();
    for (Approximation rule : rules) {
      runs.add(new StudentRun(shape, config.student().settings(rule), config.course().dt(), steps));
    }
    signals = Signals.draw(shape.inputs(), seed);
  }

  @Override
  public long steps() {
    return config.course().burnIn() + (long) config.course().training();
  }

  @Override
  public Boundaries boundaries() {
    return new Boundaries(1, CHECKPOINT_EVERY, 0);
  }

  @Override
  public String stepName() {
    return "epoch";
  }

  @Override
  public String figurePrefix() {
    return "epoch";
  }

  @Override
  public TeacherState start(Run run) {
    return fresh();
  }

  private TeacherState fresh() {
    List<double[]> students = new ArrayList<>();
    for (StudentRun one : runs) {
      students.add(StudentStart.draw(shape, one.settings(), seed, "student"));
    }
    return new TeacherState(
        StudentStart.draw(shape, runs.getFirst().settings(), seed, "teacher"), students);
  }

  private double[] inputs(long epoch) {
    return signals.sample(epoch * config.course().epoch(), config.course().dt(), steps + 1);
  }

  @Override
  public TeacherState step(TeacherState state, long step) {
    double[] x = inputs(step);
    double[] nothing = new double[(steps + 1) * shape.outputs()];
    StudentRun.Epoch taught = runs.getFirst().run(Mode.EVAL, state.teacher, x, nothing);
    double[] y = taught.outputs();
    state.teacher = taught.state();
    boolean training = step >= config.course().burnIn();
    if (step == config.course().burnIn() - 1) {
      state.before.clear();
      state.students.forEach(student -> state.before.add(new double[0]));
    }
    Row row = new Row();
    StudentRun.Epoch[] open = new StudentRun.Epoch[runs.size()];
    StudentRun.Epoch[] closed = new StudentRun.Epoch[runs.size()];
    parallel.forEach(
        runs.size(),
        i -> {
          double[] student = state.students.get(i);
          if (step == config.course().burnIn() - 1) {
            state.before.set(i, shown(runs.get(i), student, x, y));
          }
          open[i] = runs.get(i).run(training ? Mode.EVAL : Mode.BURN_IN, student, x, y);
          closed[i] = training ? runs.get(i).run(Mode.TRAIN, student, x, y) : open[i];
          state.students.set(i, closed[i].state());
        });
    if (step == config.course().burnIn() - 1) {
      state.before.add(y.clone());
    }
    row.put("minutes", (step + 1 - config.course().burnIn()) * config.course().epoch() / 60);
    for (int i = 0; i < runs.size(); i++) {
      String name = word(rules.get(i));
      row.put("open_loop_loss/" + name, open[i].loss());
      row.put("closed_loop_loss/" + name, training ? closed[i].loss() : Double.NaN);
      row.put("control_cost/" + name, training ? closed[i].cost() : Double.NaN);
    }
    state.last = row;
    if (training) {
      state.epochs.add(row);
    }
    return state;
  }

  private static String word(Approximation rule) {
    return rule.name().toLowerCase(Locale.ROOT);
  }

  /** Outputs over an epoch, its first half without control and its second half with it. */
  private double[] shown(StudentRun run, double[] student, double[] x, double[] y) {
    int half = steps / 2;
    int outputs = shape.outputs();
    StudentRun first = new StudentRun(shape, run.settings(), run.dt(), half);
    StudentRun second = new StudentRun(shape, run.settings(), run.dt(), steps - half);
    StudentRun.Epoch free =
        first.run(
            Mode.EVAL,
            student,
            java.util.Arrays.copyOf(x, (half + 1) * shape.inputs()),
            java.util.Arrays.copyOf(y, (half + 1) * outputs));
    StudentRun.Epoch held =
        second.run(
            Mode.EVAL_WITH_CONTROL,
            free.state(),
            java.util.Arrays.copyOfRange(x, half * shape.inputs(), x.length),
            java.util.Arrays.copyOfRange(y, half * outputs, y.length));
    double[] all = new double[(steps + 1) * outputs];
    System.arraycopy(free.outputs(), 0, all, 0, half * outputs);
    System.arraycopy(held.outputs(), 0, all, half * outputs, held.outputs().length);
    return all;
  }

  @Override
  public Row row(TeacherState state, long step) {
    return state.last;
  }

  @Override
  public String status(TeacherState state) {
    Object loss = state.last.asMap().get("open_loop_loss/" + word(rules.getFirst()));
    return loss instanceof Double number
        ? String.format(Locale.ROOT, "open-loop loss %.4g", number)
        : "";
  }

  @Override
  public Arrays save(TeacherState state) {
    return state.save();
  }

  @Override
  public TeacherState restore(Arrays saved) {
    TeacherState state = fresh();
    state.load(saved);
    return state;
  }

  @Override
  public OptionalDouble score(TeacherState state) {
    double[] losses = state.epochs.column("open_loop_loss/" + word(rules.getFirst()));
    return losses.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(losses[losses.length - 1]);
  }

  @Override
  public List<Drawing> drawings(TeacherState state, long step) {
    var epochs = state.epochs.copy();
    List<String> names = rules.stream().map(TeacherExperiment::word).toList();
    return List.of(new Drawing("course", () -> new TeacherFigure(epochs, names).course()));
  }

  @Override
  public Row finish(TeacherState state, Run run) {
    List<double[]> after = after(state, run);
    List<String> names = rules.stream().map(TeacherExperiment::word).toList();
    TeacherFigure figure = new TeacherFigure(state.epochs, names);
    run.figure(
        "figures/teacher-student",
        figure.whole(
            state.before,
            after,
            inputs(config.course().burnIn() - 1L),
            shape,
            config.course().dt()));
    Row summary = new Row();
    for (String name : names) {
      summarise("open_loop_loss/" + name, state, summary);
      summarise("control_cost/" + name, state, summary);
    }
    return summary;
  }

  /** First value, mean of the last ten, and how many times it fell. */
  private static void summarise(String column, TeacherState state, Row summary) {
    double[] values = state.epochs.column(column);
    int from = Math.max(0, values.length - 10);
    double sum = 0;
    for (int i = from; i < values.length; i++) {
      sum += values[i];
    }
    double end = sum / (values.length - from);
    summary
        .put(column + "/first", values[0])
        .put(column + "/last_ten", end)
        .put(column + "/fell_by", values[0] / end);
  }

  /** The epochs of burn-in again, without learning; the last of them as {@link #shown}. */
  private List<double[]> after(TeacherState state, Run run) {
    List<double[]> shown = new ArrayList<>();
    double[] teacher = state.teacher;
    List<double[]> students = new ArrayList<>(state.students);
    double[] nothing = new double[(steps + 1) * shape.outputs()];
    int epochs = config.course().burnIn();
    for (int epoch = 0; epoch < epochs; epoch++) {
      run.progress("the first epochs again", (double) epoch / epochs);
      double[] x = inputs(epoch);
      StudentRun.Epoch taught = runs.getFirst().run(Mode.EVAL, teacher, x, nothing);
      teacher = taught.state();
      for (int i = 0; i < runs.size(); i++) {
        if (epoch == epochs - 1) {
          shown.add(shown(runs.get(i), students.get(i), x, taught.outputs()));
        } else {
          students.set(i, runs.get(i).run(Mode.EVAL, students.get(i), x, taught.outputs()).state());
        }
      }
      if (epoch == epochs - 1) {
        shown.add(taught.outputs());
      }
    }
    return shown;
  }
}
