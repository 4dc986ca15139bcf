package homeostat.disinhibition.circuit;

import homeostat.disinhibition.Pairs;
import homeostat.kernel.Kernels;
import homeostat.kernel.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A network of excitatory-inhibitory pairs. With h_0 = x, h_l = phiE(uE_l), a_l = h_(l-1) W_l + b_l
 * and a_out = h_L W_out:
 *
 * <pre>
 * tauE duE_l/dt = -uE_l + a_l - phiI(uI_l)
 * tauI duI_l/dt = -uI_l + phiE(uE_l) - c Q_l
 * tauE dv/dt    = -v + a_out (+ c)
 * dcInt/dt      = (e - leak cInt) / tau
 * </pre>
 *
 * All layers move at once. Without control, c and dcInt/dt are zero. Blocks: uE of each layer, uI
 * of each layer, v, cInt.
 */
public final class PairField implements BatchField {
  private final Drive drive;
  private final Layers layers;
  private final RateFunction excitatory;
  private final RateFunction inhibitory;
  private final float perTauE;
  private final float perTauI;
  private final Optional<Control> control;
  private final Kernels kernels;
  private final float[] firstDrive;
  private final Workspace workspace = new Workspace();
  private final List<float[]> rates;
  private final float[] drives;
  private final float[] inhibition;
  private final float[] reach;
  private final float[] c;
  private final double[] error;

  /**
   * @param firstDrive a of the first layer, which the constant input fixes, [sample][unit]
   * @param capacity most rows of a state
   */
  public PairField(
      Drive drive,
      Pairs pairs,
      Optional<Control> control,
      float[] firstDrive,
      int capacity,
      Kernels kernels) {
    this.drive = drive;
    this.layers = drive.weights().layers();
    this.excitatory = new RateFunction(pairs.excitatory(), kernels);
    this.inhibitory = new RateFunction(pairs.inhibitory(), kernels);
    perTauE = (float) (1 / pairs.tauE());
    perTauI = (float) (1 / pairs.tauI());
    this.control = control;
    this.kernels = kernels;
    this.firstDrive = firstDrive;
    int widest = layers.hidden().stream().mapToInt(n -> n).max().orElse(0);
    rates = Activity.hidden(layers, capacity);
    drives = new float[capacity * Math.max(widest, layers.outputs())];
    inhibition = new float[capacity * widest];
    reach = new float[capacity * widest];
    c = new float[capacity * layers.outputs()];
    error = new double[layers.outputs()];
  }

  @Override
  public List<Integer> widths() {
    List<Integer> widths = new ArrayList<>(layers.hidden());
    widths.addAll(layers.hidden());
    widths.add(layers.outputs());
    widths.add(layers.outputs());
    return widths;
  }

  @Override
  public void slope(int[] samples, int rows, List<float[]> state, List<float[]> slope) {
    int depth = layers.depth();
    float[] v = state.get(2 * depth);
    steer(samples, rows, v, state.get(2 * depth + 1), slope.get(2 * depth + 1));
    for (int l = 0; l < depth; l++) {
      int units = layers.units(l);
      int length = rows * units;
      float[] r = rates.get(l);
      excitatory.rate(state.get(l), 0, r, 0, length);
      inhibitory.rate(state.get(depth + l), 0, inhibition, 0, length);
      if (l == 0) {
        UnitField.gather(firstDrive, samples, rows, units, drives);
      } else {
        drive.into(l, rates.get(l - 1), 0, drives, 0, rows);
      }
      reach(l, samples, rows);
      pair(state.get(l), state.get(depth + l), r, length, slope.get(l), slope.get(depth + l));
    }
    drive.into(depth, rates.get(depth - 1), 0, drives, 0, rows);
    boolean direct = control.isPresent() && control.get().toReadout();
    float[] dv = slope.get(2 * depth);
    for (int i = 0; i < rows * layers.outputs(); i++) {
      dv[i] = (drives[i] - v[i] + (direct ? c[i] : 0f)) * perTauE;
    }
  }

  private void steer(
      int[] samples, int rows, float[] v, float[] integrator, float[] integratorSlope) {
    int n = layers.outputs();
    if (control.isEmpty()) {
      Arrays.fill(integratorSlope, 0, rows * n, 0f);
      return;
    }
    for (int i = 0; i < rows; i++) {
      control.get().evaluate(v, integrator, i * n, samples[i], n, error, c, integratorSlope);
    }
  }

  /** The control that reaches layer l. */
  private void reach(int l, int[] samples, int rows) {
    if (control.isEmpty()) {
      return;
    }
    Feedback feedback = control.get().feedback();
    if (feedback.shared()) {
      feedback.apply(l, layers, 0, rows, c, 0, reach, 0, kernels, workspace);
    } else {
      for (int i = 0; i < rows; i++) {
        feedback.apply(l, layers, samples[i], 1, c, i, reach, i, kernels, workspace);
      }
    }
  }

  private void pair(float[] uE, float[] uI, float[] r, int length, float[] dE, float[] dI) {
    for (int i = 0; i < length; i++) {
      dE[i] = (drives[i] - uE[i] - inhibition[i]) * perTauE;
    }
    if (control.isPresent()) {
      for (int i = 0; i < length; i++) {
        dI[i] = (r[i] - uI[i] - reach[i]) * perTauI;
      }
    } else {
      for (int i = 0; i < length; i++) {
        dI[i] = (r[i] - uI[i]) * perTauI;
      }
    }
  }
}
