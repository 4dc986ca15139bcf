package homeostat.spiking.simulation;

import homeostat.spiking.CellParameters;
import homeostat.spiking.Physiology;
import homeostat.spiking.SynapseParameters;

/**
 * The network and its adjoint written plainly from their equations: dense, in double precision, one
 * batch element at a time, neurons in their own order. Nothing here is shared with the code it
 * checks but the parameters.
 */
final class DenseReference {
  final RandomNetwork of;
  final Physiology physiology;
  final int n;
  final int m;
  final int synapses;
  final int steps;

  /** [step][neuron]. */
  final double[][] v;

  final double[][] spikes;

  /** [step][neuron] 1 where the step resets the potential. */
  final double[][] held;

  /** [step][neuron][synapse][component]. */
  final double[][][][] g;

  final boolean[][][][] cut;
  final double[][] factorGradient;
  private final byte[] input;

  DenseReference(RandomNetwork of, byte[] input, int steps) {
    this.of = of;
    this.physiology = of.network().physiology();
    this.n = of.network().neurons();
    this.m = of.network().inputs();
    this.synapses = physiology.synapses();
    this.steps = steps;
    this.input = input;
    this.v = new double[steps + 1][n];
    this.spikes = new double[steps][n];
    this.held = new double[steps][n];
    this.g = new double[steps + 1][n][synapses][2];
    this.cut = new boolean[steps][n][synapses][2];
    this.factorGradient = new double[physiology.groups()][physiology.types()];
    for (int j = 0; j < n; j++) {
      v[0][j] = cell(j).reset();
    }
    forward();
  }

  private CellParameters cell(int j) {
    return physiology.cells().get(of.network().cellTypes()[j]);
  }

  private double full(int k) {
    SynapseParameters s = physiology.synapse(k);
    double rho = s.tauRise() / s.tauDecay();
    return s.conductance() / (Math.pow(rho, rho / (1 - rho)) - Math.pow(rho, 1 / (1 - rho)));
  }

  private double alpha(int k, int component) {
    SynapseParameters s = physiology.synapse(k);
    return Math.exp(-1 / (component == 0 ? s.tauRise() : s.tauDecay()));
  }

  /** Sum over the spikes of the senders of synapse k at step t, without scaling factor. */
  private double drive(int t, int j, int k) {
    double sum = 0;
    int p = physiology.group(k);
    if (p < physiology.types()) {
      for (int i = 0; i < n; i++) {
        sum += of.network().cellTypes()[i] == p ? spikes[t][i] * of.w()[i * n + j] : 0;
      }
    } else {
      for (int i = 0; i < m; i++) {
        boolean member = of.network().inputTypes()[i] == p - physiology.types();
        sum += member ? input[t * m + i] * of.v()[i * n + j] : 0;
      }
    }
    return sum;
  }

  private double factor(int k, int j) {
    return of.factors().of(physiology.group(k), of.network().cellTypes()[j]);
  }

  private void forward() {
    int[] left = new int[n];
    for (int t = 0; t < steps; t++) {
      for (int j = 0; j < n; j++) {
        spikes[t][j] = v[t][j] - cell(j).theta() > 0 ? 1 : 0;
        held[t][j] = spikes[t][j] == 1 || left[j] > 0 ? 1 : 0;
        int steps = of.network().refractorySteps(of.network().cellTypes()[j]);
        left[j] = spikes[t][j] == 1 ? steps : Math.max(0, left[j] - 1);
      }
      for (int j = 0; j < n; j++) {
        double c = cell(j).tauMem() * cell(j).leakConductance();
        double beta = Math.exp(-1 / cell(j).tauMem());
        double current = (v[t][j] - cell(j).leakReversal()) * (1 - beta) * c;
        for (int k = 0; k < synapses; k++) {
          current += (g[t][j][k][0] + g[t][j][k][1]) * (v[t][j] - physiology.synapse(k).reversal());
          double h = factor(k, j) * drive(t, j, k);
          for (int component = 0; component < 2; component++) {
            double scale = component == 0 ? -full(k) : full(k);
            double a = alpha(k, component) * g[t][j][k][component] + scale * h;
            double low = Math.min(0, scale);
            double high = Math.max(0, scale);
            g[t + 1][j][k][component] = Math.min(Math.max(a, low), high);
            cut[t][j][k][component] = a < low || a > high;
          }
        }
        v[t + 1][j] = held[t][j] == 1 ? cell(j).reset() : v[t][j] - current / c;
      }
    }
  }

  /**
   * @param mu [time][neuron] dL/ds
   * @param nu [time][neuron] dL/dv'
   * @return [neuron] dL/dv of the first state
   */
  double[] backward(float[] mu, float[] nu) {
    double[] lv = new double[n];
    double[][][] lg = new double[n][synapses][2];
    for (int t = steps - 1; t >= 0; t--) {
      double[][] q = new double[n][synapses];
      for (int j = 0; j < n; j++) {
        lv[j] += nu[t * n + j];
        for (int k = 0; k < synapses; k++) {
          for (int component = 0; component < 2; component++) {
            lg[j][k][component] = cut[t][j][k][component] ? 0 : lg[j][k][component];
            q[j][k] += (component == 0 ? -full(k) : full(k)) * lg[j][k][component];
          }
          int p = physiology.group(k);
          factorGradient[p][of.network().cellTypes()[j]] += q[j][k] * drive(t, j, k);
        }
      }
      double[] next = new double[n];
      for (int i = 0; i < n; i++) {
        double ls = mu[t * n + i];
        for (int j = 0; j < n; j++) {
          for (int k = 0; k < synapses; k++) {
            if (physiology.group(k) == of.network().cellTypes()[i]) {
              ls += of.w()[i * n + j] * factor(k, j) * q[j][k];
            }
          }
        }
        double c = cell(i).tauMem() * cell(i).leakConductance();
        double e = lv[i] * (1 - held[t][i]);
        double total = 0;
        for (int k = 0; k < synapses; k++) {
          total += g[t][i][k][0] + g[t][i][k][1];
          for (int component = 0; component < 2; component++) {
            lg[i][k][component] =
                alpha(k, component) * lg[i][k][component]
                    - e * (v[t][i] - physiology.synapse(k).reversal()) / c;
          }
        }
        double z = Math.abs(v[t][i] - cell(i).theta());
        double surrogate = 1 / Math.pow(of.network().surrogateScale() * z + 1, 2);
        next[i] = e * (Math.exp(-1 / cell(i).tauMem()) - total / c) + ls * surrogate;
      }
      lv = next;
    }
    return lv;
  }
}
