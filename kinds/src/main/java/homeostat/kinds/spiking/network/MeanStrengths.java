package homeostat.kinds.spiking.network;

import homeostat.kernel.Csr;
import homeostat.lab.Row;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SynapticWeights;
import java.util.List;

/**
 * Mean strength of the synapses of each pair of types, weights times factors, relative to the
 * weights of the wiring: the one measure by which networks that were trained in different ways
 * compare. Where only factors are trained, it is the factor.
 */
public record MeanStrengths(BuiltNetwork built) {

  /** {@code strengths/recurrent/<source>_to_<target>} and {@code strengths/feedforward/...}. */
  public Row of(ScalingFactors factors, SynapticWeights weights) {
    Row row = new Row();
    List<String> types = built.population().types();
    add(
        row,
        "recurrent",
        built.network().recurrent(),
        weights.recurrent(),
        built.network().cellTypes(),
        types,
        0,
        factors);
    add(
        row,
        "feedforward",
        built.network().feedforward(),
        weights.feedforward(),
        built.network().inputTypes(),
        built.network().physiology().inputs(),
        types.size(),
        factors);
    return row;
  }

  private void add(
      Row row,
      String kind,
      Csr before,
      Csr now,
      int[] senderTypes,
      List<String> senders,
      int shift,
      ScalingFactors factors) {
    List<String> types = built.population().types();
    int[] cellTypes = built.population().cellTypes();
    double[] sumBefore = new double[senders.size() * types.size()];
    double[] sumNow = new double[sumBefore.length];
    for (int i = 0; i < before.rows(); i++) {
      for (int e = before.offsets()[i]; e < before.offsets()[i + 1]; e++) {
        int pair = senderTypes[i] * types.size() + cellTypes[before.columns()[e]];
        sumBefore[pair] += before.values()[e];
        sumNow[pair] += now.values()[e];
      }
    }
    for (int s = 0; s < senders.size(); s++) {
      for (int c = 0; c < types.size(); c++) {
        int pair = s * types.size() + c;
        if (sumBefore[pair] > 0) {
          row.put(
              "strengths/" + kind + "/" + senders.get(s) + "_to_" + types.get(c),
              sumNow[pair] / sumBefore[pair] * factors.of(shift + s, c));
        }
      }
    }
  }
}
