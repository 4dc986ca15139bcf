package homeostat.spiking.simulation;

import homeostat.kernel.Lanes;
import homeostat.kernel.membrane.MembraneStep;
import homeostat.kernel.membrane.Membranes;
import homeostat.spiking.Recording;

/**
 * Conductances, currents, potentials, then the spike and its reset within the step: the order in
 * which the published program trains the weights of a network without recurrent synapses.
 *
 * <pre>
 *   g'^c = clamp(alpha_c g^c + scale_c A h),   I_k = (g'^r_k + g'^d_k) (v - E_k)
 *   u = v - sum_k I_k dt / C - (v - E_L) (1 - beta),   s = 1 if u &gt; theta,   v' = u (1 - s) + U_reset s
 * </pre>
 *
 * <p>and its adjoint, with lv = dL/dv', l_ck = dL/dg'_ck, mu = dL/ds:
 *
 * <pre>
 *   lu = lv (1 - s) + mu / (scale |u - theta| + 1)^2
 *   la_ck = (l_ck - lu (v - E_k) dt / C) [not clamped],   q_p = sum_{k: p(k)=p, c} A scale_ck la_ck
 *   l_ck = alpha_ck la_ck,   lv = lu (beta - sum_k G_k dt / C)
 * </pre>
 *
 * @param compared [step][entry] u, mV; none where no adjoint is wanted
 */
record SameStepOrder(float[][] compared) implements StepOrder.Stepwise {
  private static final int LANES = Lanes.FLOATS;

  SameStepOrder(int steps, int size) {
    this(new float[steps][size]);
  }

  @Override
  public Recording kept() {
    return Recording.ADJOINT;
  }

  @Override
  public void advance(
      Membranes m,
      int t,
      MembraneStep step,
      MembraneStep after,
      float[] g,
      float[] drive,
      short[] valid,
      int from,
      int to) {
    for (int vector = from; vector < to; vector++) {
      for (int component = 0; component < m.components() && step.cut().length > 0; component++) {
        step.cut()[vector * m.components() + component] = 0;
      }
      int fired = 0;
      for (int lane = 0; lane < LANES; lane++) {
        int at = vector * LANES + lane;
        float v = step.v()[at];
        float total = 0;
        float current = 0;
        for (int p = 0; p < m.groups(); p++) {
          float h = drive[p * (drive.length / m.groups()) + at];
          for (int k = m.start()[p]; k < m.start()[p + 1]; k++) {
            float open = open(m, step, g, vector, lane, k, h);
            total += open;
            current += open * (v - m.reversal()[k]);
          }
          drive[p * (drive.length / m.groups()) + at] = 0;
        }
        float u = v - current * m.dtOverC() - (v - m.leakReversal()) * m.leak();
        boolean spike = Surrogate.spikes(u, m.theta()) && (valid[vector] >> lane & 1) != 0;
        fired |= (spike ? 1 : 0) << lane;
        after.v()[at] = spike ? m.reset() : u;
        if (step.total().length > 0) {
          step.total()[at] = total;
          compared[t][at] = u;
        }
      }
      step.spikes()[vector] = (short) fired;
    }
  }

  /** Updates a conductance and says how large it is. */
  private static float open(
      Membranes m, MembraneStep step, float[] g, int vector, int lane, int k, float h) {
    int component = vector * m.components() + 2 * m.slot()[k];
    int at = component * LANES + lane;
    float rise = m.alphaRise()[k] * g[at] + m.scaleRise()[k] * h;
    float decay = m.alphaDecay()[k] * g[at + LANES] + m.scaleDecay()[k] * h;
    g[at] = Math.min(Math.max(rise, m.lowest()[k]), 0);
    g[at + LANES] = Math.min(Math.max(decay, 0), m.highest()[k]);
    if (step.cut().length > 0) {
      step.cut()[component] |= (short) ((g[at] == rise ? 0 : 1) << lane);
      step.cut()[component + 1] |= (short) ((g[at + LANES] == decay ? 0 : 1) << lane);
    }
    return g[at] + g[at + LANES];
  }

  @Override
  public void retreat(
      Membranes m,
      int t,
      MembraneStep step,
      float[] direct,
      float[] lv,
      float[] lg,
      SenderSums sums,
      int from,
      int to) {
    float[] lu = new float[LANES];
    float[] q = new float[LANES];
    for (int vector = from; vector < to; vector++) {
      int at = vector * LANES;
      for (int lane = 0; lane < LANES; lane++) {
        boolean spike = (step.spikes()[vector] >> lane & 1) != 0;
        float z = compared[t][at + lane] - m.theta();
        lu[lane] =
            (spike ? 0 : lv[at + lane])
                + direct[at + lane] * Surrogate.derivative(z, m.surrogateScale());
        lv[at + lane] = lu[lane] * (m.beta() - step.total()[at + lane] * m.dtOverC());
      }
      for (int p = 0; p < m.groups(); p++) {
        java.util.Arrays.fill(q, 0);
        for (int k = m.start()[p]; k < m.start()[p + 1]; k++) {
          int component = vector * m.components() + 2 * m.slot()[k];
          int rise = component * LANES;
          for (int lane = 0; lane < LANES; lane++) {
            float push = lu[lane] * (step.v()[at + lane] - m.reversal()[k]) * m.dtOverC();
            boolean cutRise = (step.cut()[component] >> lane & 1) != 0;
            boolean cutDecay = (step.cut()[component + 1] >> lane & 1) != 0;
            float ofRise = cutRise ? 0 : lg[rise + lane] - push;
            float ofDecay = cutDecay ? 0 : lg[rise + LANES + lane] - push;
            q[lane] += m.scaleRise()[k] * ofRise + m.scaleDecay()[k] * ofDecay;
            lg[rise + lane] = m.alphaRise()[k] * ofRise;
            lg[rise + LANES + lane] = m.alphaDecay()[k] * ofDecay;
          }
        }
        sums.put(q, p, at);
      }
    }
  }

  /** Nobody hears the spikes of such a network: nothing is left to add. */
  @Override
  public void answer(
      Membranes m,
      MembraneStep step,
      float[] direct,
      float[] lv,
      SenderSums sums,
      int from,
      int to) {}
}
