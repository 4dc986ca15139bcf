package homeostat.disinhibition.rule;

import homeostat.disinhibition.Cells;
import homeostat.disinhibition.ControlLoss;
import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.SoftRectifier;
import homeostat.disinhibition.Tangent;
import homeostat.disinhibition.Units;
import homeostat.disinhibition.circuit.Activity;
import homeostat.disinhibition.circuit.Drive;
import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.RateFunction;
import homeostat.kernel.Kernels;
import java.util.List;

/**
 * Errors delta of every layer, whose products with the rates below are gradients. For one thread at
 * a time.
 */
final class Errors {
  private final Drive drive;
  private final Layers layers;
  private final Cells cells;
  private final RateFunction activation;
  private final RateFunction inhibitory;
  private final Kernels kernels;
  private final float[] slope;
  private final float[] other;
  private final double[] error;

  Errors(Drive drive, Cells cells, int capacity, Kernels kernels) {
    this.drive = drive;
    this.layers = drive.weights().layers();
    this.cells = cells;
    this.kernels = kernels;
    SoftRectifier excitation =
        switch (cells) {
          case Pairs pairs -> pairs.excitatory();
          case Units units -> units.activation();
        };
    SoftRectifier inhibition =
        cells instanceof Pairs pairs ? pairs.inhibitory() : SoftRectifier.SOFTPLUS;
    activation = new RateFunction(excitation, kernels);
    inhibitory = new RateFunction(inhibition, kernels);
    int widest = layers.hidden().stream().mapToInt(n -> n).max().orElse(0);
    slope = new float[capacity * Math.max(widest, layers.outputs())];
    other = new float[capacity * widest];
    error = new double[layers.outputs()];
  }

  /**
   * Back-propagation from an open-loop state, through pairs at equilibrium by the implicit slope
   * phiE' / (1 + phiE' phiI').
   *
   * @param deltas receives the errors of hidden layers and readout, [sample][unit]
   */
  void backPropagated(
      ControlLoss loss, float[] y, int from, int samples, Activity activity, List<float[]> deltas) {
    int depth = layers.depth();
    ofLoss(loss, activity.output(), y, from, samples, deltas.get(depth));
    for (int l = depth - 1; l >= 0; l--) {
      int at = from * layers.units(l);
      int length = samples * layers.units(l);
      float[] delta = deltas.get(l);
      drive.back(l + 1, deltas.get(l + 1), from, delta, from, samples);
      activation.slope(activity.excitatory().get(l), at, slope, 0, length);
      if (cells instanceof Pairs) {
        inhibitory.slope(activity.inhibitory().get(l), at, other, 0, length);
        for (int i = 0; i < length; i++) {
          slope[i] = slope[i] / (1 + slope[i] * other[i]);
        }
      }
      kernels.elementwise().multiply(slope, 0, delta, at, length);
    }
  }

  /** d loss / d output. */
  void ofLoss(ControlLoss loss, float[] v, float[] y, int from, int samples, float[] delta) {
    int n = layers.outputs();
    for (int b = from; b < from + samples; b++) {
      loss.error(v, b * n, y, b * n, n, error);
      for (int o = 0; o < n; o++) {
        delta[b * n + o] = (float) -error[o];
      }
    }
  }

  /** a_out - v: what the control took from the output, under control. */
  void ofControl(int from, int samples, Activity activity, float[] delta) {
    int depth = layers.depth();
    int n = layers.outputs();
    drive.into(depth, activity.rates().get(depth - 1), from, delta, from, samples);
    kernels.elementwise().axpy(-1f, activity.output(), from * n, delta, from * n, samples * n);
  }

  /** (uI - rE) phiE' of layer l. */
  void exactInverse(int l, int from, int samples, Activity activity, float[] delta) {
    int at = from * layers.units(l);
    int length = samples * layers.units(l);
    System.arraycopy(activity.inhibitory().get(l), at, delta, at, length);
    compare(l, at, length, activity, delta);
  }

  /** (theta + slope phiI(uI) - rE) phiE' of layer l, with a line for each unit. */
  void linearThreshold(
      int l, int from, int samples, Activity activity, Tangent[] lines, float[] delta) {
    int units = layers.units(l);
    int at = from * units;
    int length = samples * units;
    float[] rate = other;
    inhibitory.rate(activity.inhibitory().get(l), at, rate, 0, length);
    float[] slopes = slope;
    for (int h = 0; h < units; h++) {
      slopes[h] = (float) lines[h].slope();
      delta[at + h] = (float) lines[h].intercept();
    }
    for (int b = 1; b < samples; b++) {
      System.arraycopy(delta, at, delta, at + b * units, units);
    }
    for (int b = 0; b < samples; b++) {
      kernels.elementwise().multiplyAdd(slopes, 0, rate, b * units, delta, at + b * units, units);
    }
    compare(l, at, length, activity, delta);
  }

  private void compare(int l, int at, int length, Activity activity, float[] delta) {
    kernels.elementwise().axpy(-1f, activity.rates().get(l), at, delta, at, length);
    activation.slope(activity.excitatory().get(l), at, slope, 0, length);
    kernels.elementwise().multiply(slope, 0, delta, at, length);
  }
}
