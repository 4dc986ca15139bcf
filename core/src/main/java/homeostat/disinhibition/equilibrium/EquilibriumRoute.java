package homeostat.disinhibition.equilibrium;

import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.circuit.Activity;
import homeostat.disinhibition.circuit.ClosedLoop;
import homeostat.disinhibition.circuit.Control;
import homeostat.disinhibition.circuit.Drive;
import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.Settled;
import homeostat.kernel.Kernels;
import homeostat.kernel.Workspace;
import java.util.ArrayList;
import java.util.List;

/**
 * Steady states of a network of pairs as roots. Without control they follow layer by layer, one
 * scalar equation a unit ({@link PairNewton}). Under control the whole network is a root problem in
 * the few numbers c: given c, the layers follow one from the other, and
 *
 * <pre>
 * c = K e(v(c)),   K = kP + kI / leak
 * </pre>
 *
 * is iterated sample by sample ({@link Anderson}), each sweep going once through the layers. For
 * one thread at a time.
 */
public final class EquilibriumRoute implements ClosedLoop {
  /** Share of a drive that its rounding and that of a rate can take. */
  private static final float ROUNDING = 5e-7f;

  /** A residual of the potentials below it is gone after one more step with slopes nearby. */
  private static final float NEAR = 2e-4f;

  /** The damping that the iteration for c needs where control is weak. */
  private static final double WEAK = 0.8;

  /** The same, in units of what the path from the control straight to the output would take. */
  private static final double STRAIGHT = 1.2;

  private final Drive drive;
  private final Layers layers;
  private final EquilibriumSettings settings;
  private final PairNewton newton;
  private final Kernels kernels;
  private final Workspace workspace = new Workspace();
  private final List<float[]> drives;
  private final List<float[]> slopes;
  private final List<float[]> gains;
  private final List<float[]> reach;
  private final float[] c;
  private final double[] error;
  private final List<Anderson> iterations = new ArrayList<>();
  private final double[] residuals;
  private final boolean[] missed;

  /**
   * @param capacity most samples of one call
   */
  public EquilibriumRoute(
      Drive drive, Pairs pairs, EquilibriumSettings settings, int capacity, Kernels kernels) {
    this.drive = drive;
    this.layers = drive.weights().layers();
    this.settings = settings;
    this.kernels = kernels;
    newton = new PairNewton(pairs, kernels);
    drives = Activity.hidden(layers, capacity);
    slopes = Activity.hidden(layers, capacity);
    gains = Activity.hidden(layers, capacity);
    reach = Activity.hidden(layers, capacity);
    c = new float[capacity * layers.outputs()];
    error = new double[layers.outputs()];
    residuals = new double[capacity];
    missed = new boolean[capacity];
    for (int i = 0; i < capacity; i++) {
      iterations.add(new Anderson(layers.outputs()));
    }
  }

  @Override
  public Settled open(float[] x, int from, int samples, Activity activity) {
    int depth = layers.depth();
    float worst = 0;
    for (int l = 0; l < depth; l++) {
      int at = from * layers.units(l);
      int length = samples * layers.units(l);
      float[] a = drives.get(l);
      float[] r = activity.rates().get(l);
      float[] u = activity.excitatory().get(l);
      drive.into(l, l == 0 ? x : activity.rates().get(l - 1), from, a, 0, samples);
      float left = newton.open(a, u, r, at, slopes.get(l), gains.get(l), length);
      worst = left <= worst ? worst : left;
      System.arraycopy(r, at, activity.inhibitory().get(l), at, length);
    }
    int outputs = layers.outputs();
    drive.into(depth, activity.rates().get(depth - 1), from, activity.output(), from, samples);
    java.util.Arrays.fill(activity.integrator(), from * outputs, (from + samples) * outputs, 0f);
    boolean settled = worst < potentialTolerance(samples);
    return new Settled(samples, worst, settled ? 0 : samples);
  }

  /** The tolerance, or what rounding leaves of drives as large as these. */
  private float potentialTolerance(int samples) {
    float largest = 0;
    for (int l = 0; l < layers.depth(); l++) {
      float[] a = drives.get(l);
      largest = Math.max(largest, kernels.reductions().maxAbs(a, 0, samples * layers.units(l)));
    }
    return Math.max((float) settings.tolerance(), ROUNDING * largest);
  }

  @Override
  public Settled close(Control control, int from, int samples, Activity activity) {
    double gain = control.controller().equilibriumGain();
    int outputs = layers.outputs();
    if (!Double.isFinite(gain)) {
      throw new IllegalArgumentException(
          "an integrator that does not leak has no equilibrium; let it leak, or use the solver");
    }
    for (int b = 0; b < samples; b++) {
      int at = (from + b) * outputs;
      control.loss().error(activity.output(), at, control.target(), at, outputs, error);
      for (int o = 0; o < outputs; o++) {
        c[b * outputs + o] = (float) (gain * error[o]);
      }
      iterations.get(b).reset();
    }
    double straight = control.toReadout() ? gain * control.loss().steepest() : 0;
    double damping = Math.min(WEAK, STRAIGHT / (1 + straight));
    double residual = 0;
    int unsettled = samples;
    int sweeps = 0;
    boolean done = false;
    while (!done && sweeps < settings.mostSweeps() && !Double.isNaN(residual)) {
      sweeps++;
      boolean near = sweep(control, from, samples, activity) < NEAR;
      residual = 0;
      unsettled = 0;
      for (int b = 0; b < samples; b++) {
        double own = missing(control, gain, b, (from + b) * outputs, activity);
        residual = Math.max(residual, own);
        if (!(near && own < settings.tolerance())) {
          unsettled++;
          iterations.get(b).next(c, b * outputs, error, damping);
        }
      }
      if (unsettled == 0) {
        float potentials = settle(0, from, samples, activity);
        done = potentials < potentialTolerance(samples);
        residual = Math.max(residual, potentials);
      }
    }
    if (done) {
      java.util.Arrays.fill(residuals, 0, samples, residual);
      java.util.Arrays.fill(missed, 0, samples, false);
      unsettled = 0;
    } else {
      unsettled = judge(control, gain, from, samples, activity);
    }
    finish(control, from, samples, activity);
    return new Settled((long) sweeps * samples, residual, unsettled);
  }

  /** Sample by sample, where the iteration ended before all settled; how many did not. */
  private int judge(Control control, double gain, int from, int samples, Activity activity) {
    float enough = potentialTolerance(samples);
    int count = 0;
    for (int b = 0; b < samples; b++) {
      double own = missing(control, gain, b, (from + b) * layers.outputs(), activity);
      float potentials = settle(b, from + b, 1, activity);
      residuals[b] = Math.max(own, potentials);
      missed[b] = !(own < settings.tolerance() && potentials < enough);
      count += missed[b] ? 1 : 0;
    }
    return count;
  }

  /** Whether a sample of the last {@link #close}, counted from its first one, did not settle. */
  public boolean missed(int sample) {
    return missed[sample];
  }

  /** The largest residual of a sample of the last {@link #close}, counted from its first one. */
  public double residual(int sample) {
    return residuals[sample];
  }

  /** K e - c of one sample, in {@code error}; its largest magnitude. */
  private double missing(Control control, double gain, int b, int at, Activity activity) {
    int outputs = layers.outputs();
    control.loss().error(activity.output(), at, control.target(), at, outputs, error);
    double own = 0;
    for (int o = 0; o < outputs; o++) {
      error[o] = gain * error[o] - c[b * outputs + o];
      own = Math.max(own, Math.abs(error[o]));
    }
    return own;
  }

  /** Rates at the potentials as they are; the largest residual of these. */
  private float settle(int row, int from, int samples, Activity activity) {
    float worst = 0;
    for (int l = 0; l < layers.depth(); l++) {
      int units = layers.units(l);
      float here =
          newton.settle(
              drives.get(l),
              reach.get(l),
              row * units,
              activity.excitatory().get(l),
              activity.rates().get(l),
              from * units,
              samples * units);
      worst = here <= worst ? worst : here;
    }
    return worst;
  }

  /** Once through the layers for the present c; the largest residual of the potentials before. */
  private float sweep(Control control, int from, int samples, Activity activity) {
    int depth = layers.depth();
    float worst = 0;
    for (int l = 0; l < depth; l++) {
      int units = layers.units(l);
      float[] a = drives.get(l);
      float[] k = reach.get(l);
      control.feedback().apply(l, layers, from, samples, c, 0, k, 0, kernels, workspace);
      if (l > 0) {
        drive.into(l, activity.rates().get(l - 1), from, a, 0, samples);
      }
      float[] u = activity.excitatory().get(l);
      float[] r = activity.rates().get(l);
      float here =
          newton.follow(a, k, u, r, from * units, slopes.get(l), gains.get(l), samples * units);
      worst = here <= worst ? worst : here;
    }
    drive.into(depth, activity.rates().get(depth - 1), from, activity.output(), from, samples);
    if (control.toReadout()) {
      int outputs = layers.outputs();
      kernels.elementwise().add(c, 0, activity.output(), from * outputs, samples * outputs);
    }
    return worst;
  }

  /** The interneurons' potentials, and the integrators that hold the control. */
  private void finish(Control control, int from, int samples, Activity activity) {
    for (int l = 0; l < layers.depth(); l++) {
      int at = from * layers.units(l);
      float[] uI = activity.inhibitory().get(l);
      float[] r = activity.rates().get(l);
      float[] k = reach.get(l);
      for (int i = 0; i < samples * layers.units(l); i++) {
        uI[at + i] = r[at + i] - k[i];
      }
    }
    int outputs = layers.outputs();
    double leak = control.controller().leak();
    for (int b = 0; b < samples; b++) {
      int at = (from + b) * outputs;
      control.loss().error(activity.output(), at, control.target(), at, outputs, error);
      for (int o = 0; o < outputs; o++) {
        activity.integrator()[at + o] = leak == 0 ? 0f : (float) (error[o] / leak);
      }
    }
  }
}
