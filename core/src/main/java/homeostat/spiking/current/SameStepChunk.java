package homeostat.spiking.current;

import homeostat.kernel.Csr;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ConductanceNetwork;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.StepConstants;
import homeostat.spiking.WeightGradient;
import java.util.Arrays;

/**
 * The published feedforward network when its weights are trained. Its step differs from that of
 * {@link ConductanceNetwork}: conductances first, and a spike and its reset within the step.
 *
 * <pre>
 *   g'^c = clamp(alpha_c g^c + scale_c h(x_t)),   I_k = (g'^r_k + g'^d_k) (v - E_k)
 *   u = v - sum_k I_k dt / C - (v - E_L) (1 - beta),   s = 1 if u &gt; theta,   v' = u (1 - s) + U_reset s
 * </pre>
 *
 * <p>and its adjoint, with lv = dL/dv', l_ck = dL/dg'_ck, mu = dL/ds:
 *
 * <pre>
 *   lu = lv (1 - s) + mu / (scale |u - theta| + 1)^2
 *   la_ck = (l_ck - lu (v - E_k) dt / C) [not clamped],   q_p = sum_{k: p(k)=p, c} scale_ck la_ck
 *   dL/dV_ij += x_i A_FF q_jp,   l_ck = alpha_ck la_ck,   lv = lu (beta - sum_k G_k dt / C)
 * </pre>
 *
 * <p>Kept for comparison with results of the published program; our networks have one order of
 * operations in every mode.
 */
public final class SameStepChunk {
  private final ConductanceNetwork network;
  private final ScalingFactors factors;
  private final ChunkInput input;
  private final int synapses;

  /** [batch][time][neuron] potential before each step, and after its currents. */
  private final float[] v;

  private final float[] u;
  private final byte[] spikes;

  /** [batch][time][neuron][synapse][component] conductances after the clamp, and where it cut. */
  private final float[] g;

  private final boolean[] cut;

  /**
   * Runs a chunk from reset.
   *
   * @param network without recurrent synapses
   */
  public SameStepChunk(ConductanceNetwork network, ScalingFactors factors, ChunkInput input) {
    if (network.recurrent().entries() > 0) {
      throw new IllegalArgumentException("this order of operations is for feedforward networks");
    }
    int cells = input.batch() * input.steps() * network.neurons();
    this.network = network;
    this.factors = factors;
    this.input = input;
    this.synapses = network.physiology().synapses();
    this.v = new float[cells];
    this.u = new float[cells];
    this.spikes = new byte[cells];
    this.g = new float[cells * synapses * 2];
    this.cut = new boolean[g.length];
    for (int b = 0; b < input.batch(); b++) {
      forward(b);
    }
  }

  private void forward(int b) {
    int n = network.neurons();
    StepConstants constants = network.constants();
    float[][] drive = new float[network.physiology().groups()][n];
    float[] potential = new float[n];
    float[] conductance = new float[n * synapses * 2];
    for (int j = 0; j < n; j++) {
      potential[j] = (float) network.physiology().cells().get(network.cellTypes()[j]).reset();
    }
    for (int t = 0; t < input.steps(); t++) {
      send(b, t, drive);
      for (int j = 0; j < n; j++) {
        int at = (b * input.steps() + t) * n + j;
        int c = network.cellTypes()[j];
        var cell = network.physiology().cells().get(c);
        float current = 0;
        for (int k = 0; k < synapses; k++) {
          int group = network.physiology().group(k);
          float h = (float) factors.of(group, c) * drive[group][j];
          float total = 0;
          for (int component = 0; component < 2; component++) {
            int state = (j * synapses + k) * 2 + component;
            float a =
                (float) constants.alpha()[component][k] * conductance[state]
                    + (float) constants.scale()[component][k] * h;
            float lower = (float) constants.lower()[component][k];
            float upper = (float) constants.upper()[component][k];
            conductance[state] = Math.min(Math.max(a, lower), upper);
            int taped = (at * synapses + k) * 2 + component;
            cut[taped] = a < lower || a > upper;
            g[taped] = conductance[state];
            total += conductance[state];
          }
          current += total * (potential[j] - (float) network.physiology().synapse(k).reversal());
        }
        v[at] = potential[j];
        u[at] =
            potential[j]
                - current * (float) (constants.dt() / constants.capacitance()[c])
                - (potential[j] - (float) cell.leakReversal()) * (float) (1 - constants.beta()[c]);
        spikes[at] = (byte) (u[at] > (float) cell.theta() ? 1 : 0);
        potential[j] = spikes[at] != 0 ? (float) cell.reset() : u[at];
      }
    }
  }

  private void send(int b, int t, float[][] drive) {
    for (float[] row : drive) {
      Arrays.fill(row, 0);
    }
    Csr wiring = network.feedforward();
    for (int i = 0; i < input.inputs(); i++) {
      if (input.spikes(b, t, i)) {
        float[] row = drive[network.physiology().types() + network.inputTypes()[i]];
        for (int e = wiring.offsets()[i]; e < wiring.offsets()[i + 1]; e++) {
          row[wiring.columns()[e]] += wiring.values()[e];
        }
      }
    }
  }

  /** The spikes. */
  public SpikeTrains spikes() {
    return SpikeTrains.dense(spikes, input.batch(), input.steps(), network.neurons());
  }

  /** [batch][time][neuron] potentials that are compared with the threshold, mV. */
  public float[] compared() {
    return u.clone();
  }

  /**
   * Gradient with respect to the logarithms of the weights.
   *
   * @param gradient [batch][time][neuron] dL/ds
   */
  public WeightGradient backward(float[] gradient) {
    double[] ofWeights = new double[network.feedforward().entries()];
    for (int b = 0; b < input.batch(); b++) {
      backward(b, gradient, ofWeights);
    }
    Csr wiring = network.feedforward();
    int[] rowOf = wiring.rowOfEntry();
    for (int e = 0; e < ofWeights.length; e++) {
      int group = network.physiology().types() + network.inputTypes()[rowOf[e]];
      int target = network.cellTypes()[wiring.columns()[e]];
      ofWeights[e] *= wiring.values()[e] * factors.of(group, target);
    }
    return new WeightGradient(new double[0], ofWeights);
  }

  private void backward(int b, float[] gradient, double[] ofWeights) {
    int n = network.neurons();
    StepConstants constants = network.constants();
    float[][] q = new float[network.physiology().groups()][n];
    float[] lv = new float[n];
    float[] l = new float[n * synapses * 2];
    for (int t = input.steps() - 1; t >= 0; t--) {
      for (float[] row : q) {
        Arrays.fill(row, 0);
      }
      for (int j = 0; j < n; j++) {
        int at = (b * input.steps() + t) * n + j;
        int c = network.cellTypes()[j];
        float root =
            network.surrogateScale()
                    * Math.abs(u[at] - (float) network.physiology().cells().get(c).theta())
                + 1;
        float lu = (spikes[at] != 0 ? 0 : lv[j]) + gradient[at] / (root * root);
        float dtOverC = (float) (constants.dt() / constants.capacitance()[c]);
        float total = 0;
        for (int k = 0; k < synapses; k++) {
          float distance = v[at] - (float) network.physiology().synapse(k).reversal();
          for (int component = 0; component < 2; component++) {
            int taped = (at * synapses + k) * 2 + component;
            int state = (j * synapses + k) * 2 + component;
            float la = cut[taped] ? 0 : l[state] - lu * distance * dtOverC;
            q[network.physiology().group(k)][j] += (float) constants.scale()[component][k] * la;
            l[state] = (float) constants.alpha()[component][k] * la;
            total += g[taped];
          }
        }
        lv[j] = lu * ((float) constants.beta()[c] - total * dtOverC);
      }
      collect(b, t, q, ofWeights);
    }
  }

  private void collect(int b, int t, float[][] q, double[] ofWeights) {
    Csr wiring = network.feedforward();
    for (int i = 0; i < input.inputs(); i++) {
      if (input.spikes(b, t, i)) {
        float[] row = q[network.physiology().types() + network.inputTypes()[i]];
        for (int e = wiring.offsets()[i]; e < wiring.offsets()[i + 1]; e++) {
          ofWeights[e] += row[wiring.columns()[e]];
        }
      }
    }
  }
}
