package homeostat.disinhibition.circuit;

import homeostat.disinhibition.Pairs;
import homeostat.dynamics.VectorField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The equations of {@link PairField} for one sample in float64: slower, and exact enough to judge
 * the others by. The state is uE of each layer, uI of each layer, v and cInt, one after the other.
 */
public final class PairDynamics implements VectorField {
  private final Layers layers;
  private final Pairs pairs;
  private final Optional<Control> control;
  private final int sample;
  private final List<double[]> kernels = new ArrayList<>();
  private final List<double[]> biases = new ArrayList<>();
  private final List<double[]> feedback = new ArrayList<>();
  private final double[] input;
  private final int hidden;

  /**
   * @param x inputs of the batch, [sample][input]
   * @param sample which one, also of the control's targets and of feedback that is not shared
   */
  public PairDynamics(
      Weights weights, Pairs pairs, Optional<Control> control, float[] x, int sample) {
    this.layers = weights.layers();
    this.pairs = pairs;
    this.control = control;
    this.sample = sample;
    weights.kernels().forEach(kernel -> kernels.add(widened(kernel, 0, kernel.length)));
    weights.biases().forEach(bias -> biases.add(widened(bias, 0, bias.length)));
    input = widened(x, sample * layers.inputs(), layers.inputs());
    hidden = layers.hidden().stream().mapToInt(n -> n).sum();
    for (int l = 0; control.isPresent() && l < layers.depth(); l++) {
      Feedback of = control.get().feedback();
      int size = layers.outputs() * layers.units(l);
      feedback.add(widened(of.weights().get(l), of.shared() ? 0 : sample * size, size));
    }
  }

  private static double[] widened(float[] from, int at, int length) {
    double[] out = new double[length];
    for (int i = 0; i < length; i++) {
      out[i] = from[at + i];
    }
    return out;
  }

  /** Number of state variables. */
  public int size() {
    return 2 * (hidden + layers.outputs());
  }

  @Override
  public void slope(double t, double[] x, double[] slope) {
    int outputs = layers.outputs();
    double[] c = new double[outputs];
    int v = 2 * hidden;
    steer(x, v, c, slope);
    double[] below = input;
    int at = 0;
    for (int l = 0; l < layers.depth(); l++) {
      int units = layers.units(l);
      double[] a = times(below, kernels.get(l), units);
      double[] k = control.isPresent() ? times(c, feedback.get(l), units) : new double[units];
      double[] r = new double[units];
      for (int i = 0; i < units; i++) {
        double uE = x[at + i];
        double uI = x[hidden + at + i];
        r[i] = pairs.excitatory().rate(uE);
        slope[at + i] = (a[i] + biases.get(l)[i] - uE - pairs.inhibitory().rate(uI)) / pairs.tauE();
        slope[hidden + at + i] = (r[i] - uI - k[i]) / pairs.tauI();
      }
      below = r;
      at += units;
    }
    double[] a = times(below, kernels.get(layers.depth()), outputs);
    boolean direct = control.isPresent() && control.get().toReadout();
    for (int o = 0; o < outputs; o++) {
      slope[v + o] = (a[o] - x[v + o] + (direct ? c[o] : 0)) / pairs.tauE();
    }
  }

  /** The control, and how its integrators move. */
  private void steer(double[] x, int v, double[] c, double[] slope) {
    int outputs = layers.outputs();
    if (control.isEmpty()) {
      Arrays.fill(slope, v + outputs, v + 2 * outputs, 0);
      return;
    }
    Control now = control.get();
    double[] output = Arrays.copyOfRange(x, v, v + outputs);
    double[] target = widened(now.target(), sample * outputs, outputs);
    double[] error = now.loss().error(output, target);
    for (int o = 0; o < outputs; o++) {
      double integrator = x[v + outputs + o];
      c[o] = now.controller().control(error[o], integrator);
      slope[v + outputs + o] = now.controller().integratorSlope(error[o], integrator);
    }
  }

  private static double[] times(double[] row, double[] matrix, int cols) {
    double[] out = new double[cols];
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j < cols; j++) {
        out[j] += row[i] * matrix[i * cols + j];
      }
    }
    return out;
  }
}
