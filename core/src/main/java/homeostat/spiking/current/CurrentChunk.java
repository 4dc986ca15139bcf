package homeostat.spiking.current;

import homeostat.kernel.Csr;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SpikeTrains;
import java.util.Arrays;

/**
 * One chunk of a {@link CurrentNetwork} from rest, one trial after another, and its adjoint. With
 * costates lv = dL/dv', l_k = dL/dI'_k after a step and mu = dL/ds directly from the loss:
 *
 * <pre>
 *   e     = lv (1 - s),   la_k = l_k + sign_k e,   q_jp = sum_{k: p(k)=p} la_jk
 *   ls_i  = mu_i + sum_j W_ij A[c(i), c(j)] q_{j c(i)}
 *   l_k   = exp(-dt / tau_k) la_k
 *   lv    = exp(-dt / tau_mem) e + ls / (scale |v - 1| + 1)^2
 *   dL/dW_ij += s_i A[c(i), c(j)] q_{j c(i)}
 * </pre>
 *
 * <p>Event-driven in both directions where spikes are; the transposed product is over all rows.
 */
public final class CurrentChunk {
  private final CurrentNetwork network;
  private final ScalingFactors factors;
  private final ChunkInput input;
  private final float[] decay;
  private final float[] leak;

  /** [batch][time + 1][neuron] potential before each step. */
  private final float[] v;

  private final byte[] spikes;
  private final float[] currents;

  /** Runs a chunk. */
  public CurrentChunk(CurrentNetwork network, ScalingFactors factors, ChunkInput input) {
    int synapses = network.synapses().size();
    int neurons = network.neurons();
    this.network = network;
    this.factors = factors;
    this.input = input;
    this.decay = new float[synapses];
    this.leak = new float[neurons];
    for (int k = 0; k < synapses; k++) {
      decay[k] = (float) StrictMath.exp(-network.dt() / network.synapses().get(k).tau());
    }
    for (int j = 0; j < neurons; j++) {
      leak[j] = (float) StrictMath.exp(-network.dt() / network.tauMem()[network.cellTypes()[j]]);
    }
    this.v = new float[input.batch() * (input.steps() + 1) * neurons];
    this.spikes = new byte[input.batch() * input.steps() * neurons];
    this.currents = new float[input.batch() * neurons * synapses];
    for (int b = 0; b < input.batch(); b++) {
      forward(b);
    }
  }

  private float sign(int k) {
    return network.synapses().get(k).excitatory() ? 1 : -1;
  }

  private void forward(int b) {
    int n = network.neurons();
    int synapses = network.synapses().size();
    float[][] drive = new float[network.groups()][n];
    for (int t = 0; t < input.steps(); t++) {
      int at = (b * (input.steps() + 1) + t) * n;
      int fired = (b * input.steps() + t) * n;
      for (float[] row : drive) {
        Arrays.fill(row, 0);
      }
      for (int j = 0; j < n; j++) {
        if (v[at + j] > 1) {
          spikes[fired + j] = 1;
          send(network.recurrent(), j, drive[network.cellTypes()[j]]);
        }
      }
      for (int i = 0; i < input.inputs(); i++) {
        if (input.spikes(b, t, i)) {
          int group = network.tauMem().length + network.inputTypes()[i];
          send(network.feedforward(), i, drive[group]);
        }
      }
      for (int j = 0; j < n; j++) {
        float sum = leak[j] * v[at + j];
        int c = network.cellTypes()[j];
        for (int k = 0; k < synapses; k++) {
          int group = network.group(k);
          int entry = (b * n + j) * synapses + k;
          currents[entry] =
              decay[k] * currents[entry] + (float) factors.of(group, c) * drive[group][j];
          sum += sign(k) * currents[entry];
        }
        v[at + n + j] = spikes[fired + j] != 0 ? 0 : sum;
      }
    }
  }

  private static void send(Csr wiring, int row, float[] drive) {
    for (int e = wiring.offsets()[row]; e < wiring.offsets()[row + 1]; e++) {
      drive[wiring.columns()[e]] += wiring.values()[e];
    }
  }

  /** The spikes. */
  public SpikeTrains spikes() {
    return SpikeTrains.dense(spikes, input.batch(), input.steps(), network.neurons());
  }

  /** [batch][time][neuron] potentials after each step, in units of the threshold. */
  public float[] voltages() {
    int row = input.steps() * network.neurons();
    float[] after = new float[input.batch() * row];
    for (int b = 0; b < input.batch(); b++) {
      System.arraycopy(v, b * (row + network.neurons()) + network.neurons(), after, b * row, row);
    }
    return after;
  }

  /** [batch][time][neuron] potentials before each step. */
  public float[] entering() {
    int row = input.steps() * network.neurons();
    float[] before = new float[input.batch() * row];
    for (int b = 0; b < input.batch(); b++) {
      System.arraycopy(v, b * (row + network.neurons()), before, b * row, row);
    }
    return before;
  }

  /** [batch][neuron][synapse] currents after the chunk. */
  public float[] currents() {
    return currents.clone();
  }

  /**
   * Gradients with respect to the logarithms of scaling factors and of weights.
   *
   * @param gradient [batch][time][neuron] dL/ds
   */
  public CurrentGradient backward(float[] gradient) {
    CurrentGradient sums = CurrentGradient.zero(network, factors);
    for (int b = 0; b < input.batch(); b++) {
      backward(b, gradient, sums);
    }
    return sums.chained(network, factors);
  }

  private void backward(int b, float[] gradient, CurrentGradient sums) {
    int n = network.neurons();
    int synapses = network.synapses().size();
    int types = network.tauMem().length;
    float scale = (float) network.surrogateScale();
    float[] lv = new float[n];
    float[] l = new float[n * synapses];
    float[][] q = new float[network.groups()][n];
    for (int t = input.steps() - 1; t >= 0; t--) {
      int at = (b * (input.steps() + 1) + t) * n;
      int fired = (b * input.steps() + t) * n;
      for (float[] row : q) {
        Arrays.fill(row, 0);
      }
      for (int j = 0; j < n; j++) {
        lv[j] *= 1 - spikes[fired + j];
        for (int k = 0; k < synapses; k++) {
          l[j * synapses + k] += sign(k) * lv[j];
          q[network.group(k)][j] += l[j * synapses + k];
          l[j * synapses + k] *= decay[k];
        }
      }
      for (int i = 0; i < input.inputs(); i++) {
        if (input.spikes(b, t, i)) {
          int type = network.inputTypes()[i];
          sums.addInput(network, i, type, q[types + type]);
        }
      }
      for (int j = 0; j < n; j++) {
        int c = network.cellTypes()[j];
        if (spikes[fired + j] != 0) {
          sums.addRecurrent(network, j, c, q[c]);
        }
        float ls = gradient[fired + j] + pull(j, c, q[c]);
        float root = scale * Math.abs(v[at + j] - 1) + 1;
        lv[j] = leak[j] * lv[j] + ls / (root * root);
      }
    }
  }

  private float pull(int row, int group, float[] q) {
    Csr wiring = network.recurrent();
    double sum = 0;
    for (int e = wiring.offsets()[row]; e < wiring.offsets()[row + 1]; e++) {
      int j = wiring.columns()[e];
      sum += wiring.values()[e] * factors.of(group, network.cellTypes()[j]) * q[j];
    }
    return (float) sum;
  }
}
