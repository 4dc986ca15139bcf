package homeostat.disinhibition.circuit;

import homeostat.disinhibition.Pairs;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Kernels;
import java.util.Arrays;
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
 * All layers move at once. Without control, c and dcInt/dt are zero.
 */
public final class PairField implements BatchField {
  private final Drive drive;
  private final StateRow row;
  private final Layers layers;
  private final RateFunction excitatory;
  private final RateFunction inhibitory;
  private final float perTauE;
  private final float perTauI;
  private final Optional<Control> control;
  private final int first;
  private final Kernels kernels;
  private final Room room;
  private final float[] firstDrive;
  private final FloatMatrix readout;

  /**
   * What fields of a network can share one after the other.
   *
   * @param rates [row][variable]: phiI(uI) where a row of state has uE, phiE(uE) where it has uI,
   *     so that loops over populations have one index
   * @param c [row][output]
   * @param outputs drives of the readout, of one sample
   * @param error of one sample
   */
  public record Room(float[] rates, float[] c, float[] outputs, double[] error) {
    /** For so many rows. */
    public static Room of(Layers layers, int rows) {
      return new Room(
          new float[Math.multiplyExact(rows, new StateRow(layers, true).width())],
          new float[rows * layers.outputs()],
          new float[fours(layers.outputs())],
          new double[layers.outputs()]);
    }
  }

  /**
   * @param firstDrive a of the first layer, which the constant input fixes, [sample][unit]
   * @param first which sample of the control's batch is sample 0 here
   */
  public PairField(
      Drive drive,
      Pairs pairs,
      Optional<Control> control,
      float[] firstDrive,
      int first,
      Room room,
      Kernels kernels) {
    this.drive = drive;
    this.layers = drive.weights().layers();
    row = new StateRow(layers, true);
    this.excitatory = new RateFunction(pairs.excitatory(), kernels);
    this.inhibitory = new RateFunction(pairs.inhibitory(), kernels);
    perTauE = (float) (1 / pairs.tauE());
    perTauI = (float) (1 / pairs.tauI());
    this.control = control;
    this.first = first;
    this.kernels = kernels;
    this.firstDrive = firstDrive;
    this.room = room;
    readout = turned(drive.weights());
  }

  /** W_out', whose rows lie along the rates, with rows of zeros to the next multiple of four. */
  private static FloatMatrix turned(Weights weights) {
    int outputs = weights.layers().outputs();
    float[] w = weights.kernels().getLast();
    int units = w.length / outputs;
    float[] turned = new float[fours(outputs) * units];
    for (int h = 0; h < units; h++) {
      for (int o = 0; o < outputs; o++) {
        turned[o * units + h] = w[h * outputs + o];
      }
    }
    return FloatMatrix.of(turned, fours(outputs), units);
  }

  private static int fours(int outputs) {
    return Math.ceilDiv(outputs, 4) * 4;
  }

  @Override
  public int width() {
    return row.width();
  }

  @Override
  public void before(int sample, int i, float[] state, float[] slope) {
    int at = i * row.width();
    int hidden = row.hidden();
    steer(sample, i, state, slope);
    excitatory.rate(state, at, room.rates(), at + hidden, hidden);
    inhibitory.rate(state, at + hidden, room.rates(), at, hidden);
    System.arraycopy(firstDrive, sample * layers.units(0), slope, at, layers.units(0));
  }

  @Override
  public void products(int from, int rows, float[] slope) {
    int width = row.width();
    for (int l = 1; l < layers.depth(); l++) {
      int below = from * width + row.interneurons(l - 1);
      int into = from * width + row.potentials(l);
      drive.product(l, room.rates(), below, width, slope, into, width, rows);
    }
  }

  @Override
  public void after(int i, float[] state, float[] slope) {
    int at = i * row.width();
    for (int l = 1; l < layers.depth(); l++) {
      float[] bias = drive.weights().biases().get(l);
      kernels.elementwise().add(bias, 0, slope, at + row.potentials(l), bias.length);
    }
    pairs(at, row.hidden(), state, slope);
    output(i, state, slope);
  }

  /** Control of a row, what of it reaches its interneurons, and how its integrator moves. */
  private void steer(int sample, int i, float[] state, float[] slope) {
    int at = i * row.width();
    int n = layers.outputs();
    if (control.isEmpty()) {
      Arrays.fill(slope, at + row.integrator(), at + row.integrator() + n, 0f);
      Arrays.fill(slope, at + row.hidden(), at + 2 * row.hidden(), 0f);
      return;
    }
    Control now = control.get();
    int of = first + sample;
    int v = at + row.output();
    now.evaluate(state, v, at + row.integrator(), of, n, room.error(), room.c(), i * n, slope);
    for (int l = 0; l < layers.depth(); l++) {
      now.feedback()
          .apply(l, layers, of, room.c(), i * n, slope, at + row.interneurons(l), kernels);
    }
  }

  /** From drives and reaching control, which stand where the slopes will, to these. */
  private void pairs(int at, int hidden, float[] state, float[] slope) {
    float[] rates = room.rates();
    for (int e = at; e < at + hidden; e++) {
      slope[e] = (slope[e] - state[e] - rates[e]) * perTauE;
    }
    for (int e = at + hidden; e < at + 2 * hidden; e++) {
      slope[e] = (rates[e] - state[e] - slope[e]) * perTauI;
    }
  }

  private void output(int i, float[] state, float[] slope) {
    int n = layers.outputs();
    int at = i * row.width() + row.output();
    int last = i * row.width() + row.interneurons(layers.depth() - 1);
    float[] drives = room.outputs();
    kernels.dense().gemv(1f, readout, room.rates(), last, 0f, drives, 0);
    boolean direct = control.isPresent() && control.get().toReadout();
    for (int o = 0; o < n; o++) {
      float reached = direct ? room.c()[i * n + o] : 0f;
      slope[at + o] = (drives[o] - state[at + o] + reached) * perTauE;
    }
  }
}
