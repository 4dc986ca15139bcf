package homeostat.disinhibition.rule;

import homeostat.disinhibition.SoftRectifier;
import homeostat.disinhibition.circuit.Activity;
import java.util.List;

/**
 * How large the error of a line that stands for the inverse is, against the signal that control
 * gives a cell: mean |delta - delta_exact| / mean |delta_exact| over the cells and samples of a
 * layer, with delta_exact = (uI - rE) phiE'(uE).
 */
public final class LineError {
  private LineError() {}

  /**
   * Of each hidden layer; NaN where there is no signal.
   *
   * @param activity under control
   * @param deltas errors of the rule there, [sample][unit] a layer
   */
  public static double[] of(
      Activity activity, List<float[]> deltas, SoftRectifier excitatory, int samples) {
    double[] ratios = new double[activity.layers().depth()];
    for (int l = 0; l < ratios.length; l++) {
      float[] uE = activity.excitatory().get(l);
      float[] uI = activity.inhibitory().get(l);
      float[] r = activity.rates().get(l);
      float[] delta = deltas.get(l);
      double apart = 0;
      double signal = 0;
      for (int i = 0; i < samples * activity.layers().units(l); i++) {
        double exact = ((double) uI[i] - r[i]) * excitatory.slope(uE[i]);
        apart += Math.abs(delta[i] - exact);
        signal += Math.abs(exact);
      }
      ratios[l] = signal == 0 ? Double.NaN : apart / signal;
    }
    return ratios;
  }
}
