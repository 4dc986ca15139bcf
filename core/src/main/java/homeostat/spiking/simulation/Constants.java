package homeostat.spiking.simulation;

import homeostat.kernel.membrane.Membranes;
import homeostat.spiking.CellParameters;
import homeostat.spiking.Physiology;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.StepConstants;
import java.util.Arrays;

/**
 * The constants of a step in the form that the kernels take, scaling factors included: what a unit
 * of drive adds to a conductance is {@code scale A}.
 *
 * @param step [cell type]
 * @param idle [cell type] of a step that changes nothing
 */
record Constants(Membranes[] step, Membranes[] idle) {

  static Constants of(SpikingNetwork network, ScalingFactors factors) {
    Membranes[] step = new Membranes[network.physiology().types()];
    Arrays.setAll(step, c -> membranes(network, factors, c));
    Membranes[] idle = new Membranes[step.length];
    Arrays.setAll(idle, c -> step[c].idle());
    return new Constants(step, idle);
  }

  private static Membranes membranes(SpikingNetwork network, ScalingFactors factors, int type) {
    Physiology physiology = network.physiology();
    StepConstants constants = network.constants();
    int[] start = new int[physiology.groups() + 1];
    int[] slot = new int[physiology.synapses()];
    int at = 0;
    for (int p = 0; p < physiology.groups(); p++) {
      start[p] = at;
      for (int k = 0; k < physiology.synapses(); k++) {
        if (physiology.group(k) == p) {
          slot[at++] = k;
        }
      }
    }
    start[physiology.groups()] = at;
    CellParameters cell = physiology.cells().get(type);
    double[] factor = new double[slot.length];
    Arrays.setAll(factor, m -> factors.of(physiology.group(slot[m]), type));
    return new Membranes(
        (float) (constants.dt() / constants.capacitance()[type]),
        (float) constants.beta()[type],
        (float) (1 - constants.beta()[type]),
        (float) cell.leakReversal(),
        (float) cell.theta(),
        (float) cell.reset(),
        network.surrogateScale(),
        start,
        slot,
        each(slot.length, m -> physiology.synapse(slot[m]).reversal()),
        each(slot.length, m -> constants.alpha()[0][slot[m]]),
        each(slot.length, m -> constants.alpha()[1][slot[m]]),
        each(slot.length, m -> constants.scale()[0][slot[m]] * factor[m]),
        each(slot.length, m -> constants.scale()[1][slot[m]] * factor[m]),
        each(slot.length, m -> constants.lower()[0][slot[m]]),
        each(slot.length, m -> constants.upper()[1][slot[m]]));
  }

  private static float[] each(int length, java.util.function.IntToDoubleFunction value) {
    float[] values = new float[length];
    for (int m = 0; m < length; m++) {
      values[m] = (float) value.applyAsDouble(m);
    }
    return values;
  }
}
