package homeostat.kinds.spiking.bench;

import homeostat.array.Arrays;
import homeostat.kernel.Csr;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.FactorGradient;
import homeostat.spiking.LogGradient;
import homeostat.spiking.Physiology;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.StepConstants;
import homeostat.spiking.WeightGradient;
import homeostat.spiking.learning.Optimisable;
import homeostat.spiking.simulation.Surrogate;
import java.util.List;

/**
 * A chunk as one would write it down first, from the equations of {@link SpikingNetwork} and of its
 * adjoint: a dense matrix [sender][receiver] for each presynaptic group, every product in full,
 * double precision, one thread. It is what the event-driven simulator is compared with.
 */
final class DenseChunk {
  private final SpikingNetwork network;
  private final Physiology physiology;
  private final StepConstants constants;
  private final ScalingFactors factors;
  private final ChunkInput input;
  private final int n;

  /** [group][sender][receiver] weights without factors; rows of other senders are zero. */
  private final double[][][] weights;

  /** [step + 1][batch][neuron] mV. */
  private final double[][][] v;

  /** [step][batch][neuron] sum of conductances, nS. */
  private final double[][][] total;

  /** [step][batch][group][neuron] weighted spikes, without factors. */
  private final double[][][][] drive;

  /** [step][batch][synapse * 2 + component][neuron] true where the clamp cut. */
  private final boolean[][][][] cut;

  DenseChunk(SpikingNetwork network, ScalingFactors factors, ChunkInput input) {
    this.network = network;
    this.physiology = network.physiology();
    this.constants = network.constants();
    this.factors = factors;
    this.input = input;
    this.n = network.neurons();
    int groups = physiology.groups();
    int types = physiology.types();
    this.weights = new double[groups][][];
    for (int p = 0; p < groups; p++) {
      weights[p] =
          p < types
              ? dense(network.recurrent(), network.cellTypes(), p)
              : dense(network.feedforward(), network.inputTypes(), p - types);
    }
    int steps = input.steps();
    int batch = input.batch();
    this.v = new double[steps + 1][batch][n];
    this.total = new double[steps][batch][n];
    this.drive = new double[steps][batch][groups][n];
    this.cut = new boolean[steps][batch][2 * physiology.synapses()][n];
  }

  private double[][] dense(Csr wiring, int[] typeOf, int type) {
    double[][] matrix = new double[wiring.rows()][n];
    for (int i = 0; i < wiring.rows(); i++) {
      if (typeOf[i] == type) {
        for (int e = wiring.offsets()[i]; e < wiring.offsets()[i + 1]; e++) {
          matrix[i][wiring.columns()[e]] = wiring.values()[e];
        }
      }
    }
    return matrix;
  }

  private double theta(int j) {
    return physiology.cells().get(network.cellTypes()[j]).theta();
  }

  /** True if a neuron spikes. */
  boolean spikes(int element, int step, int neuron) {
    return v[step][element][neuron] > theta(neuron);
  }

  /** Simulates from a state as {@link homeostat.spiking.NetworkState#toArrays} gives it. */
  void forward(Arrays start) {
    double[] potentials = start.get("v").toDoubles();
    double[] conductances = start.get("g").toDoubles();
    int synapses = physiology.synapses();
    for (int b = 0; b < input.batch(); b++) {
      double[][] g = new double[2 * synapses][n];
      for (int j = 0; j < n; j++) {
        v[0][b][j] = potentials[b * n + j];
        for (int k = 0; k < synapses; k++) {
          g[2 * k][j] = conductances[(2 * (b * n + j)) * synapses + k];
          g[2 * k + 1][j] = conductances[(2 * (b * n + j) + 1) * synapses + k];
        }
      }
      for (int t = 0; t < input.steps(); t++) {
        send(t, b);
        step(t, b, g);
      }
    }
  }

  /** drive = spikes times weights. */
  private void send(int t, int b) {
    for (int p = 0; p < weights.length; p++) {
      double[] out = drive[t][b][p];
      java.util.Arrays.fill(out, 0);
      for (int i = 0; i < weights[p].length; i++) {
        boolean spike = p < physiology.types() ? spikes(b, t, i) : input.spikes(b, t, i);
        double s = spike ? 1 : 0;
        double[] row = weights[p][i];
        for (int j = 0; j < n; j++) {
          out[j] += s * row[j];
        }
      }
    }
  }

  private void step(int t, int b, double[][] g) {
    for (int j = 0; j < n; j++) {
      int c = network.cellTypes()[j];
      double before = v[t][b][j];
      double current = 0;
      double open = 0;
      for (int k = 0; k < physiology.synapses(); k++) {
        double conductance = g[2 * k][j] + g[2 * k + 1][j];
        open += conductance;
        current += conductance * (before - physiology.synapse(k).reversal());
        int p = physiology.group(k);
        for (int component = 0; component < 2; component++) {
          double after =
              constants.alpha()[component][k] * g[2 * k + component][j]
                  + constants.scale()[component][k] * factors.of(p, c) * drive[t][b][p][j];
          double low = constants.lower()[component][k];
          double high = constants.upper()[component][k];
          cut[t][b][2 * k + component][j] = after < low || after > high;
          g[2 * k + component][j] = Math.clamp(after, low, high);
        }
      }
      total[t][b][j] = open;
      double leak = (before - physiology.cells().get(c).leakReversal()) * (1 - constants.beta()[c]);
      v[t + 1][b][j] =
          spikes(b, t, j)
              ? physiology.cells().get(c).reset()
              : before - current * constants.dt() / constants.capacitance()[c] - leak;
    }
  }

  /**
   * Differentiates losses on spike counts.
   *
   * @return gradient with respect to the logarithms of what is trained: factors or weights
   */
  LogGradient backward(List<Sensitivity.Weighted> losses, Optimisable trained) {
    int types = physiology.types();
    double[][] factorGradient = new double[physiology.groups()][types];
    double[][] recurrentGradient = new double[n][n];
    double[][] inputGradient = new double[network.inputs()][n];
    for (int b = 0; b < input.batch(); b++) {
      double[] mu = counted(losses, b);
      double[] lv = new double[n];
      double[][] lg = new double[2 * physiology.synapses()][n];
      for (int t = input.steps() - 1; t >= 0; t--) {
        double[][] q = release(t, b, lg);
        for (int p = 0; p < q.length; p++) {
          for (int j = 0; j < n; j++) {
            int c = network.cellTypes()[j];
            factorGradient[p][c] += q[p][j] * drive[t][b][p][j] * factors.of(p, c);
            q[p][j] *= factors.of(p, c);
          }
        }
        if (trained == Optimisable.WEIGHTS) {
          for (int i = 0; i < n; i++) {
            add(spikes(b, t, i), q[network.cellTypes()[i]], recurrentGradient[i]);
          }
          for (int i = 0; i < network.inputs(); i++) {
            add(input.spikes(b, t, i), q[types + network.inputTypes()[i]], inputGradient[i]);
          }
        }
        retreat(t, b, lv, lg, pull(mu, q));
      }
    }
    if (trained == Optimisable.WEIGHTS) {
      return new WeightGradient(
          perSynapse(network.recurrent(), recurrentGradient),
          perSynapse(network.feedforward(), inputGradient));
    }
    double[] recurrent = new double[types * types];
    double[] feedforward = new double[physiology.inputTypes() * types];
    for (int i = 0; i < recurrent.length; i++) {
      recurrent[i] = factorGradient[i / types][i % types];
    }
    for (int i = 0; i < feedforward.length; i++) {
      feedforward[i] = factorGradient[types + i / types][i % types];
    }
    return new FactorGradient(recurrent, feedforward);
  }

  private static void add(boolean spike, double[] q, double[] row) {
    double s = spike ? 1 : 0;
    for (int j = 0; j < row.length; j++) {
      row[j] += s * q[j];
    }
  }

  /** dL/d ln W = W dL/dW of the synapses that exist. */
  private static double[] perSynapse(Csr wiring, double[][] gradient) {
    double[] flat = new double[wiring.entries()];
    for (int i = 0; i < wiring.rows(); i++) {
      for (int e = wiring.offsets()[i]; e < wiring.offsets()[i + 1]; e++) {
        flat[e] = wiring.values()[e] * gradient[i][wiring.columns()[e]];
      }
    }
    return flat;
  }

  private double[] counted(List<Sensitivity.Weighted> losses, int b) {
    double[] mu = new double[n];
    for (Sensitivity.Weighted weighted : losses) {
      if (!(weighted.gradient() instanceof Sensitivity.SpikeCount count)) {
        throw new IllegalArgumentException("only losses on spike counts, not " + weighted);
      }
      for (int j = 0; j < n; j++) {
        mu[j] += weighted.weight() * count.gradient()[b * n + j];
      }
    }
    return mu;
  }

  /** [group][neuron] q; costates of clamped components become zero. */
  private double[][] release(int t, int b, double[][] lg) {
    double[][] q = new double[physiology.groups()][n];
    for (int component = 0; component < lg.length; component++) {
      int k = component / 2;
      double scale = constants.scale()[component % 2][k];
      double[] out = q[physiology.group(k)];
      for (int j = 0; j < n; j++) {
        lg[component][j] = cut[t][b][component][j] ? 0 : lg[component][j];
        out[j] += scale * lg[component][j];
      }
    }
    return q;
  }

  /** [neuron] dL/ds of a step. */
  private double[] pull(double[] mu, double[][] q) {
    double[] ls = mu.clone();
    for (int p = 0; p < physiology.types(); p++) {
      for (int i = 0; i < n; i++) {
        double[] row = weights[p][i];
        double sum = 0;
        for (int j = 0; j < n; j++) {
          sum += row[j] * q[p][j];
        }
        ls[i] += sum;
      }
    }
    return ls;
  }

  private void retreat(int t, int b, double[] lv, double[][] lg, double[] ls) {
    for (int j = 0; j < n; j++) {
      int c = network.cellTypes()[j];
      double e = spikes(b, t, j) ? 0 : lv[j];
      double perCapacitance = constants.dt() / constants.capacitance()[c];
      for (int component = 0; component < lg.length; component++) {
        int k = component / 2;
        double drivingForce = v[t][b][j] - physiology.synapse(k).reversal();
        lg[component][j] =
            constants.alpha()[component % 2][k] * lg[component][j]
                - e * drivingForce * perCapacitance;
      }
      float distance = (float) (v[t][b][j] - theta(j));
      lv[j] =
          e * (constants.beta()[c] - total[t][b][j] * perCapacitance)
              + ls[j] * Surrogate.derivative(distance, network.surrogateScale());
    }
  }
}
