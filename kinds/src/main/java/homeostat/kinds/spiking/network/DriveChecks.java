package homeostat.kinds.spiking.network;

import homeostat.lab.config.Problems;
import homeostat.spiking.CellParameters;
import homeostat.spiking.Physiology;
import homeostat.spiking.StepConstants;
import java.util.Locale;

/**
 * Cells that inputs alone can never make fire. With every feedforward conductance at its clamp
 * {@code G_k}, the potential of a cell settles at {@code (g_L E_L + sum_k G_k E_k) / (g_L + sum_k
 * G_k)}; where that lies below the threshold, no weight of the inputs helps.
 */
public final class DriveChecks {
  private DriveChecks() {}

  public static void check(Physiology physiology, double dt, Problems problems) {
    if (physiology.currentBased()) {
      return; // currents have no bound
    }
    double[] bounds = StepConstants.of(physiology, dt).upper()[1];
    for (CellParameters cell : physiology.cells()) {
      double conductance = cell.leakConductance();
      double current = cell.leakConductance() * cell.leakReversal();
      for (int k = physiology.recurrent().size(); k < physiology.synapses(); k++) {
        conductance += bounds[k];
        current += bounds[k] * physiology.synapse(k).reversal();
      }
      double reached = current / conductance;
      if (reached <= cell.theta()) {
        problems.warn(
            "feedforward.synapses",
            String.format(
                Locale.ROOT,
                "with all synapses of the inputs open, %s cells reach %.1f mV and their threshold"
                    + " is %.1f: inputs alone never make them fire, whatever the weights; raise"
                    + " g_bar",
                cell.name(),
                reached,
                cell.theta()));
      }
    }
  }
}
