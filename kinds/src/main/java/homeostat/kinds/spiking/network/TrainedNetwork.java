package homeostat.kinds.spiking.network;

import homeostat.array.Arrays;
import homeostat.kernel.Csr;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SynapticWeights;

/**
 * What a run of {@code homeostatic-plasticity} has trained so far; what it does not train is as it
 * started.
 *
 * @param factors scaling factors in force
 * @param weights weights in force
 */
public record TrainedNetwork(ScalingFactors factors, SynapticWeights weights) {
  private static final String PARAMETERS = "training/parameters/";

  /** This one with the logarithms that a state of the run holds. */
  public TrainedNetwork with(Arrays saved) {
    Arrays logarithms = saved.below(PARAMETERS);
    return new TrainedNetwork(
        new ScalingFactors(
            factors.types(),
            factors.inputTypes(),
            exp(logarithms, ScalingFactors.RECURRENT, factors.recurrent()),
            exp(logarithms, ScalingFactors.FEEDFORWARD, factors.feedforward())),
        new SynapticWeights(
            exp(logarithms, SynapticWeights.RECURRENT, weights.recurrent()),
            exp(logarithms, SynapticWeights.FEEDFORWARD, weights.feedforward())));
  }

  private static double[] exp(Arrays logarithms, String name, double[] start) {
    if (!logarithms.names().contains(name)) {
      return start;
    }
    float[] raw = logarithms.floats(name);
    double[] values = new double[raw.length];
    java.util.Arrays.setAll(values, i -> StrictMath.exp(raw[i]));
    return values;
  }

  private static Csr exp(Arrays logarithms, String name, Csr start) {
    if (!logarithms.names().contains(name)) {
      return start;
    }
    float[] raw = logarithms.floats(name);
    float[] values = new float[raw.length];
    for (int e = 0; e < raw.length; e++) {
      values[e] = (float) StrictMath.exp(raw[e]);
    }
    return start.with(values);
  }
}
