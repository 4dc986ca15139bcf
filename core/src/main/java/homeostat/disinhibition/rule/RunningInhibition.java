package homeostat.disinhibition.rule;

import homeostat.disinhibition.SoftRectifier;
import homeostat.disinhibition.Tangent;
import homeostat.kernel.Kernels;
import java.util.ArrayList;
import java.util.List;

/**
 * The inhibitory rate around which a linear threshold is a good inverse: of each unit the running
 * mean, mean &lt;- (1 - share) mean + share (mean over the batch).
 */
record RunningInhibition(RuleSettings settings, SoftRectifier inhibitory, Kernels kernels) {
  /** Below it a rate has no useful inverse. */
  private static final double LEAST = 1e-30;

  /**
   * Takes a batch in and gives the line of each unit.
   *
   * @param rates phiI(uI) without control, [sample][unit] a layer
   */
  List<Tangent[]> lines(List<float[]> rates, int samples, RuleState state) {
    List<Tangent[]> lines = new ArrayList<>();
    float share = (float) settings.inhibitionShare();
    for (int l = 0; l < rates.size(); l++) {
      float[] mean = state.inhibition().get(l);
      int units = mean.length;
      float[] batch = new float[units];
      for (int b = 0; b < samples; b++) {
        kernels.elementwise().add(rates.get(l), b * units, batch, 0, units);
      }
      kernels.elementwise().scale(1 - share, mean, 0, units);
      kernels.elementwise().axpy(share / samples, batch, 0, mean, 0, units);
      Tangent[] ofUnits = new Tangent[units];
      for (int h = 0; h < units; h++) {
        ofUnits[h] = inhibitory.tangent(Math.max(mean[h], LEAST));
      }
      lines.add(ofUnits);
    }
    return lines;
  }
}
