package homeostat.disinhibition.circuit;

import homeostat.disinhibition.SoftRectifier;
import homeostat.kernel.Kernels;

/**
 * A network of plain units under control:
 *
 * <pre>
 * tau du_l/dt = -u_l + a_l + c Q_l,   tau dv/dt = -v + a_out (+ c),   dcInt/dt = (e - leak cInt) / tau_c
 * </pre>
 *
 * Neither local rule can learn in it, for want of an inhibitory potential that tells the control;
 * it is there to be simulated.
 */
public final class UnitField implements BatchField {
  private final Drive drive;
  private final StateRow row;
  private final Layers layers;
  private final RateFunction activation;
  private final float tau;
  private final Control control;
  private final Kernels kernels;
  private final float[] firstDrive;
  private final float[] rates;
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
    row = new StateRow(layers, false);
    this.activation = new RateFunction(activation, kernels);
    this.tau = (float) tau;
    this.control = control;
    this.kernels = kernels;
    this.firstDrive = firstDrive;
    rates = new float[capacity * row.width()];
    reach = new float[capacity * row.width()];
    c = new float[capacity * layers.outputs()];
    error = new double[layers.outputs()];
  }

  @Override
  public int width() {
    return row.width();
  }

  @Override
  public void before(int sample, int i, float[] state, float[] slope) {
    int at = i * row.width();
    steer(sample, i, state, slope);
    activation.rate(state, at, rates, at, row.hidden());
    System.arraycopy(firstDrive, sample * layers.units(0), slope, at, layers.units(0));
  }

  @Override
  public void products(int from, int rows, float[] slope) {
    int width = row.width();
    for (int l = 1; l <= layers.depth(); l++) {
      int below = from * width + row.potentials(l - 1);
      int into = from * width + (l < layers.depth() ? row.potentials(l) : row.output());
      drive.product(l, rates, below, width, slope, into, width, rows);
    }
  }

  @Override
  public void after(int i, float[] state, float[] slope) {
    int at = i * row.width();
    for (int l = 1; l < layers.depth(); l++) {
      float[] bias = drive.weights().biases().get(l);
      kernels.elementwise().add(bias, 0, slope, at + row.potentials(l), bias.length);
    }
    for (int e = at; e < at + row.integrator(); e++) {
      slope[e] = (slope[e] - state[e] + reach[e]) / tau;
    }
  }

  private void steer(int sample, int i, float[] state, float[] slope) {
    int at = i * row.width();
    int n = layers.outputs();
    int v = at + row.output();
    control.evaluate(state, v, at + row.integrator(), sample, n, error, c, i * n, slope);
    for (int l = 0; l < layers.depth(); l++) {
      int into = at + row.potentials(l);
      control.feedback().apply(l, layers, sample, c, i * n, reach, into, kernels);
    }
    for (int o = 0; o < n; o++) {
      reach[v + o] = control.toReadout() ? c[i * n + o] : 0f;
    }
  }
}
