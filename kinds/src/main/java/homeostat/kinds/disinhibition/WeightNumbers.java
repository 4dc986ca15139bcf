package homeostat.kinds.disinhibition;

import homeostat.disinhibition.weights.TrainedWeights;
import homeostat.gradient.Parameter;
import homeostat.kernel.Kernels;
import homeostat.lab.Row;

/** Numbers of the weights themselves. */
final class WeightNumbers {
  private WeightNumbers() {}

  /** Norms of all tensors and their mean, as published, and what Dale's principle would forbid. */
  static void put(Row row, TrainedWeights trained) {
    double sum = 0;
    Row norms = new Row();
    for (Parameter parameter : trained.parameters().all()) {
      float[] raw = parameter.raw();
      double norm = Math.sqrt(Kernels.active().reductions().sumSquaresDouble(raw, 0, raw.length));
      norms.put("weight_norm/" + parameter.name(), norm);
      sum += norm;
    }
    row.put("weight_norm", sum / trained.parameters().all().size())
        .putAll(norms)
        .put("sign_violations", trained.violations());
  }
}
