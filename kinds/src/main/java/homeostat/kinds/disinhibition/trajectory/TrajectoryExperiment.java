package homeostat.kinds.disinhibition.trajectory;

import homeostat.array.Arrays;
import homeostat.disinhibition.ControlLoss;
import homeostat.disinhibition.LeakyController;
import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.circuit.Control;
import homeostat.disinhibition.circuit.PairDynamics;
import homeostat.disinhibition.circuit.StateRow;
import homeostat.disinhibition.circuit.Weights;
import homeostat.disinhibition.solver.SolverSettings;
import homeostat.dynamics.Solution;
import homeostat.lab.Boundaries;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Images one after the other, each from rest to the steady state without control and from there to
 * that under control, in float64. A step is an image.
 */
public final class TrajectoryExperiment implements Experiment<List<Trajectory>> {
  /** Time between samples, s. */
  private static final double EVERY = 1e-3;

  private final Scene scene;
  private final StateRow row;

  /**
   * What is shown to which circuit.
   *
   * @param settings of the integration
   * @param control of the batch; empty where the rule has none
   * @param loss whose gradient the control is made of
   * @param x images, [image][input]
   * @param y their targets, [image][output]
   * @param labels their classes
   * @param images how many
   */
  public record Scene(
      Weights weights,
      Pairs pairs,
      SolverSettings settings,
      Optional<Control> control,
      ControlLoss loss,
      float[] x,
      float[] y,
      int[] labels,
      int images) {}

  /** Of a scene. */
  public TrajectoryExperiment(Scene scene) {
    this.scene = scene;
    row = new StateRow(scene.weights().layers(), true);
  }

  @Override
  public long steps() {
    return scene.images();
  }

  @Override
  public Boundaries boundaries() {
    return new Boundaries(1, 1, 0);
  }

  @Override
  public String stepName() {
    return "image";
  }

  @Override
  public List<Trajectory> start(Run run) {
    return new ArrayList<>();
  }

  @Override
  public List<Trajectory> step(List<Trajectory> state, long step) {
    int image = (int) step;
    Trajectory.Recorder open = new Trajectory.Recorder(EVERY, 0);
    PairDynamics free = dynamics(Optional.empty(), image);
    Solution rest = scene.settings().solve(free, new double[free.size()], open);
    int unsettled = unsettled(rest);
    double closes = Double.POSITIVE_INFINITY;
    List<Double> times = new ArrayList<>(open.times());
    List<double[]> states = new ArrayList<>(open.states());
    int before = times.size();
    if (scene.control().isPresent()) {
      closes = rest.time();
      Trajectory.Recorder closed = new Trajectory.Recorder(EVERY, closes);
      unsettled +=
          unsettled(scene.settings().solve(dynamics(scene.control(), image), rest.state(), closed));
      times.addAll(closed.times());
      states.addAll(closed.states());
    }
    state.add(trajectory(image, times, states, before, closes, unsettled));
    return state;
  }

  private int unsettled(Solution end) {
    return end instanceof Solution.Stopped || !scene.settings().stopSteady() ? 0 : 1;
  }

  private PairDynamics dynamics(Optional<Control> control, int image) {
    return new PairDynamics(scene.weights(), scene.pairs(), control, scene.x(), image);
  }

  private Trajectory trajectory(
      int image,
      List<Double> times,
      List<double[]> states,
      int before,
      double closes,
      int unsettled) {
    int outputs = row.layers().outputs();
    float[] all = new float[times.size() * row.width()];
    float[] c = new float[times.size() * outputs];
    for (int t = 0; t < times.size(); t++) {
      double[] now = states.get(t);
      for (int i = 0; i < now.length; i++) {
        all[t * row.width() + i] = (float) now[i];
      }
      if (t >= before) {
        control(image, now, c, t * outputs);
      }
    }
    double[] at = times.stream().mapToDouble(Double::doubleValue).toArray();
    return new Trajectory(row, at, all, c, scene.labels()[image], closes, unsettled);
  }

  private void control(int image, double[] now, float[] c, int at) {
    int outputs = row.layers().outputs();
    LeakyController controller = scene.control().orElseThrow().controller();
    double[] v = java.util.Arrays.copyOfRange(now, row.output(), row.output() + outputs);
    double[] target = new double[outputs];
    for (int o = 0; o < outputs; o++) {
      target[o] = scene.control().orElseThrow().target()[image * outputs + o];
    }
    double[] error = scene.loss().error(v, target);
    for (int o = 0; o < outputs; o++) {
      c[at + o] = (float) controller.control(error[o], now[row.integrator() + o]);
    }
  }

  @Override
  public Row row(List<Trajectory> state, long step) {
    Trajectory last = state.getLast();
    int image = (int) step;
    double end = last.times()[last.samples() - 1];
    return new Row()
        .put("label", (long) last.label())
        .put("open_loop_seconds", Math.min(end, last.closed()))
        .put("open_loop_loss", openLoss(last, image))
        .put("closed_loop_seconds", last.controlled() ? end - last.closed() : Double.NaN)
        .put("closed_loop_loss", closedLoss(last, image))
        .put("unsettled", (long) last.unsettled());
  }

  private double openLoss(Trajectory trajectory, int image) {
    return loss(trajectory, lastBefore(trajectory), image);
  }

  private double closedLoss(Trajectory trajectory, int image) {
    return trajectory.controlled() ? loss(trajectory, trajectory.samples() - 1, image) : Double.NaN;
  }

  private static int lastBefore(Trajectory trajectory) {
    int t = 0;
    while (t + 1 < trajectory.samples() && trajectory.times()[t + 1] < trajectory.closed()) {
      t++;
    }
    return t;
  }

  private double loss(Trajectory trajectory, int t, int image) {
    int outputs = row.layers().outputs();
    return scene
        .loss()
        .value(
            trajectory.states(),
            t * row.width() + row.output(),
            scene.y(),
            image * outputs,
            outputs);
  }

  @Override
  public Arrays save(List<Trajectory> state) {
    Arrays.Builder all = Arrays.builder().put("images", new int[] {state.size()});
    for (int i = 0; i < state.size(); i++) {
      all.putAll(i + "/", state.get(i).save());
    }
    return all.build();
  }

  @Override
  public List<Trajectory> restore(Arrays saved) {
    List<Trajectory> state = new ArrayList<>();
    for (int i = 0; i < saved.ints("images")[0]; i++) {
      state.add(Trajectory.read(row, saved.below(i + "/")));
    }
    return state;
  }

  @Override
  public Row finish(List<Trajectory> state, Run run) {
    double open = 0;
    double closed = 0;
    long unsettled = 0;
    for (int i = 0; i < state.size(); i++) {
      Trajectory one = state.get(i);
      String name = String.format(Locale.ROOT, "image_%03d", i);
      run.arrays("trajectories/" + name + ".npz", one.arrays());
      run.figure("figures/" + name, new TrajectoryFigure(one, scene.pairs()).draw());
      open += openLoss(one, i) / state.size();
      closed += closedLoss(one, i) / state.size();
      unsettled += one.unsettled();
    }
    if (unsettled > 0) {
      run.note(
          unsettled
              + " of the integrations ended before a steady state; lengthen model.T = "
              + scene.settings().horizon());
    }
    return new Row()
        .put("open_loop_loss", open)
        .put("closed_loop_loss", closed)
        .put("unsettled", unsettled);
  }
}
