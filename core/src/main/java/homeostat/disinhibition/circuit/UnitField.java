package homeostat.disinhibition.circuit;

import homeostat.disinhibition.SoftRectifier;
import homeostat.kernel.Kernels;
import homeostat.kernel.Workspace;
import java.util.ArrayList;
import java.util.List;

/**
 * A network of plain units under control:
 *
 * <pre>
 * tau du_l/dt = -u_l + a_l + c Q_l,   tau dv/dt = -v + a_out (+ c),   dcInt/dt = (e - leak cInt) / tau_c
 * </pre>
 *
 * Blocks: u of each layer, v, cInt. Neither local rule can learn in it, for want of an inhibitory
 * potential that tells the control; it is there to be simulated.
 */
public final class UnitField implements BatchField {
  private final Drive drive;
  private final Layers layers;
  private final RateFunction activation;
  private final float tau;
  private final Control control;
  private final Kernels kernels;
  private final float[] firstDrive;
  private final Workspace workspace = new Workspace();
  private final List<float[]> rates;
  private final float[] drives;
  private final float[] reach;
  private final float[] c;
  private final double[] error;

  /**
   * @param tau time constant, s
   * @param firstDrive a of the first layer, [sample][unit]
   * @param capacity most rows of a state
   */
  public UnitField(
      Drive drive,
      SoftRectifier activation,
      double tau,
      Control control,
      float[] firstDrive,
      int capacity,
      Kernels kernels) {
    this.drive = drive;
    this.layers = drive.weights().layers();
    this.activation = new RateFunction(activation, kernels);
    this.tau = (float) tau;
    this.control = control;
    this.kernels = kernels;
    this.firstDrive = firstDrive;
    int widest = layers.hidden().stream().mapToInt(n -> n).max().orElse(0);
    int most = Math.max(widest, layers.outputs());
    rates = Activity.hidden(layers, capacity);
    drives = new float[capacity * most];
    reach = new float[capacity * most];
    c = new float[capacity * layers.outputs()];
    error = new double[layers.outputs()];
  }

  @Override
  public List<Integer> widths() {
    List<Integer> widths = new ArrayList<>(layers.hidden());
    widths.add(layers.outputs());
    widths.add(layers.outputs());
    return widths;
  }

  @Override
  public void slope(int[] samples, int rows, List<float[]> state, List<float[]> slope) {
    int depth = layers.depth();
    int outputs = layers.outputs();
    float[] v = state.get(depth);
    float[] integrator = state.get(depth + 1);
    for (int i = 0; i < rows; i++) {
      control.evaluate(
          v, integrator, i * outputs, samples[i], outputs, error, c, slope.get(depth + 1));
    }
    for (int l = 0; l < depth; l++) {
      int length = rows * layers.units(l);
      activation.rate(state.get(l), 0, rates.get(l), 0, length);
      if (l == 0) {
        gather(firstDrive, samples, rows, layers.units(l), drives);
      } else {
        drive.into(l, rates.get(l - 1), 0, drives, 0, rows);
      }
      for (int i = 0; i < rows; i++) {
        int sample = control.feedback().shared() ? 0 : samples[i];
        control.feedback().apply(l, layers, sample, 1, c, i, reach, i, kernels, workspace);
      }
      relax(state.get(l), length, reach, slope.get(l));
    }
    drive.into(depth, rates.get(depth - 1), 0, drives, 0, rows);
    if (control.toReadout()) {
      relax(v, rows * outputs, c, slope.get(depth));
    } else {
      for (int i = 0; i < rows * outputs; i++) {
        slope.get(depth)[i] = (drives[i] - v[i]) / tau;
      }
    }
  }

  private void relax(float[] u, int length, float[] steering, float[] du) {
    for (int i = 0; i < length; i++) {
      du[i] = (drives[i] - u[i] + steering[i]) / tau;
    }
  }

  /** Brings the rows of some samples together. */
  static void gather(float[] all, int[] samples, int rows, int units, float[] out) {
    for (int i = 0; i < rows; i++) {
      System.arraycopy(all, samples[i] * units, out, i * units, units);
    }
  }
}
