package homeostat.disinhibition.solver;

import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.circuit.Activity;
import homeostat.disinhibition.circuit.ClosedLoop;
import homeostat.disinhibition.circuit.Control;
import homeostat.disinhibition.circuit.Drive;
import homeostat.disinhibition.circuit.Feedback;
import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.PairField;
import homeostat.disinhibition.circuit.RateFunction;
import homeostat.disinhibition.circuit.Settled;
import homeostat.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Steady states of a network of pairs by integration, as published: from zero without control, then
 * from there, with the integrator at zero, under control. For one thread at a time.
 */
public final class SolverRoute implements ClosedLoop {
  private final Drive drive;
  private final Layers layers;
  private final Pairs pairs;
  private final SolverSettings settings;
  private final int capacity;
  private final Kernels kernels;
  private final RateFunction excitatory;
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
    this.settings = settings;
    this.capacity = capacity;
    this.kernels = kernels;
    excitatory = new RateFunction(pairs.excitatory(), kernels);
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
    BatchSolver solver = solver(Optional.empty());
    solver.state().forEach(block -> java.util.Arrays.fill(block, 0f));
    return run(solver, from, samples, activity);
  }

  @Override
  public Settled close(Control control, int from, int samples, Activity activity) {
    BatchSolver solver = solver(Optional.of(seenFrom(control, from, samples)));
    List<float[]> state = solver.state();
    List<float[]> blocks = blocks(activity);
    for (int block = 0; block < state.size() - 1; block++) {
      int width = width(block);
      System.arraycopy(blocks.get(block), from * width, state.get(block), 0, samples * width);
    }
    java.util.Arrays.fill(state.getLast(), 0f);
    return run(solver, from, samples, activity);
  }

  private BatchSolver solver(Optional<Control> control) {
    PairField field = new PairField(drive, pairs, control, firstDrive, capacity, kernels);
    return new BatchSolver(field, settings, capacity, kernels);
  }

  /** The control of some samples alone, counted from zero. */
  private Control seenFrom(Control control, int from, int samples) {
    int outputs = layers.outputs();
    Feedback feedback = control.feedback();
    if (!feedback.shared() && from > 0) {
      List<float[]> part = new ArrayList<>();
      for (int l = 0; l < layers.depth(); l++) {
        int size = outputs * layers.units(l);
        part.add(
            java.util.Arrays.copyOfRange(
                feedback.weights().get(l), from * size, (from + samples) * size));
      }
      feedback = new Feedback(part, false);
    }
    float[] target =
        java.util.Arrays.copyOfRange(control.target(), from * outputs, (from + samples) * outputs);
    return new Control(control.loss(), control.controller(), feedback, control.toReadout(), target);
  }

  private Settled run(BatchSolver solver, int from, int samples, Activity activity) {
    List<float[]> blocks = blocks(activity);
    int[] unsettled = new int[1];
    solver.solve(
        samples,
        (row, sample, tried, time, settled) -> {
          for (int block = 0; block < blocks.size(); block++) {
            int width = width(block);
            System.arraycopy(
                solver.state().get(block),
                row * width,
                blocks.get(block),
                (from + sample) * width,
                width);
          }
          attempts[sample] = tried;
          times[sample] = time;
          unsettled[0] += settled ? 0 : 1;
        });
    long steps = 0;
    for (int i = 0; i < samples; i++) {
      steps += attempts[i];
    }
    for (int l = 0; l < layers.depth(); l++) {
      int units = layers.units(l);
      excitatory.rate(
          activity.excitatory().get(l),
          from * units,
          activity.rates().get(l),
          from * units,
          samples * units);
    }
    return new Settled(steps, 0, unsettled[0]);
  }

  private static List<float[]> blocks(Activity activity) {
    List<float[]> blocks = new ArrayList<>(activity.excitatory());
    blocks.addAll(activity.inhibitory());
    blocks.add(activity.output());
    blocks.add(activity.integrator());
    return blocks;
  }

  private int width(int block) {
    return block < 2 * layers.depth() ? layers.units(block % layers.depth()) : layers.outputs();
  }
}
