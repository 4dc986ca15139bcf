package homeostat.disinhibition.feedback;

import homeostat.disinhibition.Pairs;
import homeostat.disinhibition.SoftRectifier;
import homeostat.disinhibition.circuit.Activity;
import homeostat.disinhibition.circuit.Layers;
import homeostat.disinhibition.circuit.RateFunction;
import homeostat.disinhibition.circuit.Weights;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.Kernels;
import homeostat.kernel.Workspace;
import java.util.List;

/**
 * Jacobians of the output, from the readout down. With M_L = W_out' and M_l = J_(l+1) W_(l+1)', a
 * layer gives J_l = M_l diag(carry_l) to the one below and Q_l = M_l diag(out_l) to its units; see
 * {@link Jacobian} for the two. For one thread at a time.
 */
public final class JacobianChain {
  private final Weights weights;
  private final Layers layers;
  private final Factors factors;
  private final Kernels kernels;
  private final Workspace workspace = new Workspace();
  private final float[] upper;
  private final float[] lower;
  private final float[] carry;
  private final float[] out;

  /** Fills carry and out of layer l, [sample][unit] from 0 on. */
  private interface Factors {
    void fill(int l, Activity activity, int at, int length, float[] carry, float[] out);
  }

  private JacobianChain(Weights weights, Factors factors, int capacity, Kernels kernels) {
    this.weights = weights;
    this.layers = weights.layers();
    this.factors = factors;
    this.kernels = kernels;
    int widest = layers.hidden().stream().mapToInt(n -> n).max().orElse(0);
    upper = new float[capacity * layers.outputs() * widest];
    lower = new float[capacity * layers.outputs() * widest];
    carry = new float[capacity * widest];
    out = new float[capacity * widest];
  }

  /** Of a network of pairs. */
  public static JacobianChain ofPairs(
      Weights weights, Pairs pairs, Jacobian jacobian, int capacity, Kernels kernels) {
    RateFunction excitatory = new RateFunction(pairs.excitatory(), kernels);
    RateFunction inhibitory = new RateFunction(pairs.inhibitory(), kernels);
    Factors factors =
        (l, activity, at, length, carry, out) -> {
          excitatory.slope(activity.excitatory().get(l), at, carry, 0, length);
          inhibitory.slope(activity.inhibitory().get(l), at, out, 0, length);
          if (jacobian == Jacobian.FEEDFORWARD) {
            kernels.elementwise().multiply(carry, 0, out, 0, length);
          } else {
            for (int i = 0; i < length; i++) {
              out[i] = 1 / (1 + carry[i] * out[i]);
            }
            kernels.elementwise().multiply(out, 0, carry, 0, length);
          }
        };
    return new JacobianChain(weights, factors, capacity, kernels);
  }

  /** Of a network of plain units, with respect to their pre-activations. */
  public static JacobianChain ofUnits(
      Weights weights, SoftRectifier activation, int capacity, Kernels kernels) {
    RateFunction function = new RateFunction(activation, kernels);
    Factors factors =
        (l, activity, at, length, carry, out) -> {
          function.slope(activity.excitatory().get(l), at, carry, 0, length);
          System.arraycopy(carry, 0, out, 0, length);
        };
    return new JacobianChain(weights, factors, capacity, kernels);
  }

  /**
   * Writes Q of each layer for some samples.
   *
   * @param q of each layer [sample][output][unit]
   */
  public void fill(Activity activity, int from, int samples, List<float[]> q) {
    int outputs = layers.outputs();
    float[] now = upper;
    float[] next = lower;
    for (int l = layers.depth() - 1; l >= 0; l--) {
      int units = layers.units(l);
      factors.fill(l, activity, from * units, samples * units, carry, out);
      if (l == layers.depth() - 1) {
        readout(units, samples, next);
      } else {
        int above = layers.units(l + 1);
        kernels
            .dense()
            .gemm(
                1f,
                FloatMatrix.of(now, samples * outputs, above),
                weights.matrix(l + 1).transpose(),
                0f,
                FloatMatrix.of(next, samples * outputs, units),
                workspace);
      }
      spread(next, q.get(l), from * outputs * units, samples, units, l > 0);
      float[] done = now;
      now = next;
      next = done;
    }
  }

  /** M <- W_out' for every sample. */
  private void readout(int units, int samples, float[] m) {
    int outputs = layers.outputs();
    float[] w = weights.kernels().get(layers.depth());
    for (int o = 0; o < outputs; o++) {
      for (int h = 0; h < units; h++) {
        m[o * units + h] = w[h * outputs + o];
      }
    }
    for (int b = 1; b < samples; b++) {
      System.arraycopy(m, 0, m, b * outputs * units, outputs * units);
    }
  }

  private void spread(float[] m, float[] q, int qAt, int samples, int units, boolean goesOn) {
    int outputs = layers.outputs();
    System.arraycopy(m, 0, q, qAt, samples * outputs * units);
    for (int b = 0; b < samples; b++) {
      for (int o = 0; o < outputs; o++) {
        int at = (b * outputs + o) * units;
        kernels.elementwise().multiply(out, b * units, q, qAt + at, units);
        if (goesOn) {
          kernels.elementwise().multiply(carry, b * units, m, at, units);
        }
      }
    }
  }
}
