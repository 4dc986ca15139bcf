package homeostat.spiking.simulation;

import homeostat.spiking.Blocks;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Physiology;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.StepConstants;

/**
 * Currents that a state drives in the next step, for traces and figures, outward positive:
 *
 * <pre>
 *   I_jk = (g^r_jk + g^d_jk) (v_j - E_k),   I_leak = (v_j - E_L) (1 - beta_j) C_j / dt
 * </pre>
 *
 * <p>A current-based synapse drives its current itself, {@code -sigma_k I_jk}, in distances from
 * reset to threshold a step.
 *
 * @param synaptic [batch][neuron][synapse] pA
 * @param leak [batch][neuron] pA
 */
public record SynapticCurrents(float[] synaptic, float[] leak) {

  /** The currents of a state. */
  public static SynapticCurrents of(SpikingNetwork network, NetworkState state) {
    Physiology physiology = network.physiology();
    int neurons = network.neurons();
    int synapses = physiology.synapses();
    float[] synaptic = new float[state.batch() * neurons * synapses];
    float[] leak = new float[state.batch() * neurons];
    for (int b = 0; b < state.batch(); b++) {
      int block = b / Blocks.WIDTH;
      for (int n = 0; n < neurons; n++) {
        int at = Blocks.entry(state.batch(), b, network.slots().slotOf()[n]);
        int to = b * neurons + n;
        float v = state.v()[block][at];
        for (int k = 0; k < synapses; k++) {
          float g = state.conductance(network, b, n, k);
          float reversal = (float) physiology.synapse(k).reversal();
          synaptic[to * synapses + k] =
              Float.isInfinite(reversal) ? Math.copySign(1, -reversal) * g : g * (v - reversal);
        }
        int c = network.cellTypes()[n];
        StepConstants constants = network.constants();
        double conductance =
            (1 - constants.beta()[c]) * constants.capacitance()[c] / constants.dt();
        leak[to] = (float) ((v - physiology.cells().get(c).leakReversal()) * conductance);
      }
    }
    return new SynapticCurrents(synaptic, leak);
  }
}
