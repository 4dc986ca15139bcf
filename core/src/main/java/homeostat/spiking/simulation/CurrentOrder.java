package homeostat.spiking.simulation;

import homeostat.kernel.Lanes;
import homeostat.kernel.membrane.MembraneStep;
import homeostat.kernel.membrane.Membranes;
import homeostat.spiking.Recording;

/**
 * Spikes, currents, then potentials, with current-based synapses of sign sigma:
 *
 * <pre>
 *   s   = 1 if v &gt; theta,   I'_k = alpha_k I_k + A h
 *   u   = E_L + beta (v - E_L) + D sum_k sigma_k I'_k,   v' = U_reset after a spike, else u
 * </pre>
 *
 * <p>with D = theta - U_reset, and its adjoint, with lv = dL/dv', l_k = dL/dI'_k, mu = dL/ds:
 *
 * <pre>
 *   e   = lv (1 - s),   la_k = l_k + D sigma_k e,   q_p = A sum_{k: p(k)=p} la_k
 *   ls  = mu + sum_j W_ij q_j,   l_k = alpha_k la_k
 *   lv  = beta e + ls / (D (scale |v - theta| / D + 1)^2)
 * </pre>
 *
 * <p>A spike acts on potentials in its own step, so q of a step waits for ls of the step after it.
 */
record CurrentOrder() implements StepOrder.Stepwise {
  private static final int LANES = Lanes.FLOATS;

  /** Spikes and potentials are all that the adjoint needs. */
  @Override
  public Recording kept() {
    return Recording.VOLTAGES;
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
    int stride = drive.length / m.groups();
    float distance = m.theta() - m.reset();
    float[] u = new float[LANES];
    for (int vector = from; vector < to; vector++) {
      int at = vector * LANES;
      for (int lane = 0; lane < LANES; lane++) {
        u[lane] = m.leakReversal() + m.beta() * (step.v()[at + lane] - m.leakReversal());
      }
      for (int p = 0; p < m.groups(); p++) {
        int heard = p * stride + at;
        for (int k = m.start()[p]; k < m.start()[p + 1]; k++) {
          int current = decay(m, vector, k);
          float gain = Math.copySign(distance, m.reversal()[k]);
          for (int lane = 0; lane < LANES; lane++) {
            g[current + lane] =
                m.alphaDecay()[k] * g[current + lane] + m.scaleDecay()[k] * drive[heard + lane];
            u[lane] += gain * g[current + lane];
          }
        }
        java.util.Arrays.fill(drive, heard, heard + LANES, 0);
      }
      int fired = 0;
      for (int lane = 0; lane < LANES; lane++) {
        float v = (step.reset()[vector] >> lane & 1) != 0 ? m.reset() : u[lane];
        after.v()[at + lane] = v;
        fired |= (Surrogate.spikes(v, m.theta()) ? 1 : 0) << lane;
      }
      after.spikes()[vector] = (short) (fired & valid[vector]);
    }
  }

  /** Where the current of the m-th synapse type starts; the component of a rise stays zero. */
  private static int decay(Membranes m, int vector, int k) {
    return (vector * m.components() + 2 * m.slot()[k] + 1) * LANES;
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
    float distance = m.theta() - m.reset();
    float[] e = new float[LANES];
    float[] q = new float[LANES];
    for (int vector = from; vector < to; vector++) {
      int at = vector * LANES;
      for (int lane = 0; lane < LANES; lane++) {
        e[lane] = (step.reset()[vector] >> lane & 1) != 0 ? 0 : lv[at + lane];
        lv[at + lane] = m.beta() * e[lane];
      }
      for (int p = 0; p < m.groups(); p++) {
        java.util.Arrays.fill(q, 0);
        for (int k = m.start()[p]; k < m.start()[p + 1]; k++) {
          int current = decay(m, vector, k);
          float gain = Math.copySign(distance, m.reversal()[k]);
          for (int lane = 0; lane < LANES; lane++) {
            float la = lg[current + lane] + gain * e[lane];
            q[lane] += m.scaleDecay()[k] * la;
            lg[current + lane] = m.alphaDecay()[k] * la;
          }
        }
        sums.put(q, p, at);
      }
    }
  }

  @Override
  public void answer(
      Membranes m,
      MembraneStep step,
      float[] direct,
      float[] lv,
      SenderSums sums,
      int from,
      int to) {
    float distance = m.theta() - m.reset();
    float scale = m.surrogateScale() / distance;
    for (int at = from * LANES; at < to * LANES; at++) {
      float ls = direct[at] + sums.answered(at);
      lv[at] += ls * Surrogate.derivative(step.v()[at] - m.theta(), scale) / distance;
    }
  }
}
