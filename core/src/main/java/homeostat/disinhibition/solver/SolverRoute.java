package homeostat.disinhibition.solver;

import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.circuit.Activity;
import homeostat.disinhibition.circuit.ClosedLoop;
import homeostat.disinhibition.circuit.Control;
import homeostat.disinhibition.circuit.Drive;
import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.PairField;
import homeostat.disinhibition.circuit.RateFunction;
import homeostat.disinhibition.circuit.Settled;
import homeostat.disinhibition.circuit.StateRow;
import homeostat.kernel.Kernels;
import homeostat.kernel.Reductions;
import java.util.Arrays;
import java.util.Optional;

/**
 * Steady states of a network of pairs by integration, as published: from zero without control, then
 * from there, with the integrator at zero, under control. For one thread at a time.
 */
public final class SolverRoute implements ClosedLoop {
  private final Drive drive;
  private final Layers layers;
  private final StateRow row;
  private final Pairs pairs;
  private final Kernels kernels;
  private final RateFunction excitatory;
  private final PairField.Room room;
  private final BatchSolver solver;
  private final float[] firstDrive;
  private final int[] attempts;
  private final double[] times;

  /**
   * @param capacity most samples of one call
   */
  public SolverRoute(
      Drive drive, Pairs pairs, SolverSettings settings, int capacity, Kernels kernels) {
    this.drive = drive;
    this.layers = drive.weights().layers();
    this.pairs = pairs;
    this.kernels = kernels;
    row = new StateRow(layers, true);
    excitatory = new RateFunction(pairs.excitatory(), kernels);
    room = PairField.Room.of(layers, BatchSolver.capacity(capacity));
    solver = new BatchSolver(row.width(), settings, capacity, kernels);
    firstDrive = new float[capacity * layers.units(0)];
    attempts = new int[capacity];
    times = new double[capacity];
  }

  /** Attempted steps of each sample of the last call. */
  public int[] attempts() {
    return attempts.clone();
  }

  /** Time at which each sample of the last call ended, s. */
  public double[] times() {
    return times.clone();
  }

  @Override
  public Settled open(float[] x, int from, int samples, Activity activity) {
    drive.into(0, x, from, firstDrive, 0, samples);
    Task task = new Task(from, activity, false, 0);
    return run(task, Optional.empty(), samples);
  }

  @Override
  public Settled close(Control control, int from, int samples, Activity activity) {
    Task task = new Task(from, activity, true, control.controller().tau());
    return run(task, Optional.of(control), samples);
  }

  private Settled run(Task task, Optional<Control> control, int samples) {
    solver.solve(
        new PairField(drive, pairs, control, firstDrive, task.from, room, kernels), samples, task);
    for (int l = 0; l < layers.depth(); l++) {
      int units = layers.units(l);
      float[] potentials = task.activity.excitatory().get(l);
      float[] rates = task.activity.rates().get(l);
      excitatory.rate(potentials, task.from * units, rates, task.from * units, samples * units);
    }
    return new Settled(task.steps, task.residual, task.unsettled);
  }

  /** Samples on their way: from zero, or from the state before with the integrator at zero. */
  private final class Task implements BatchSolver.Samples {
    private final int from;
    private final Activity activity;
    private final boolean goesOn;
    private final double integration;
    private long steps;
    private double residual;
    private int unsettled;

    Task(int from, Activity activity, boolean goesOn, double integration) {
      this.from = from;
      this.activity = activity;
      this.goesOn = goesOn;
      this.integration = integration;
    }

    @Override
    public void begin(int sample, float[] state, int at) {
      if (goesOn) {
        row.gather(activity, from + sample, state, at);
        Arrays.fill(state, at + row.integrator(), at + row.width(), 0f);
      } else {
        Arrays.fill(state, at, at + row.width(), 0f);
      }
    }

    @Override
    public void end(
        int sample, float[] state, float[] slope, int at, int tried, double time, boolean settled) {
      row.scatter(state, at, activity, from + sample);
      attempts[sample] = tried;
      times[sample] = time;
      steps += tried;
      unsettled += settled ? 0 : 1;
      residual = Math.max(residual, missing(slope, at));
    }

    /** How far a row is from standing still: the largest |tau dx/dt|. */
    private double missing(float[] slope, int at) {
      int hidden = row.hidden();
      Reductions largest = kernels.reductions();
      double cells = pairs.tauE() * largest.maxAbs(slope, at, hidden);
      double interneurons = pairs.tauI() * largest.maxAbs(slope, at + hidden, hidden);
      double output = pairs.tauE() * largest.maxAbs(slope, at + row.output(), layers.outputs());
      double integrator =
          integration * largest.maxAbs(slope, at + row.integrator(), layers.outputs());
      return Math.max(Math.max(cells, interneurons), Math.max(output, integrator));
    }
  }
}
