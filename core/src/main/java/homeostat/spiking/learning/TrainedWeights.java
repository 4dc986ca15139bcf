package homeostat.spiking.learning;

import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.spiking.SynapticWeights;
import java.util.Arrays;

/**
 * The weights that parameters stand for. An exponential for every synapse takes longer than a look
 * at its logarithm, so weights are kept until a logarithm changes.
 */
final class TrainedWeights {
  private float[] logRecurrent = new float[0];
  private float[] logFeedforward = new float[0];
  private SynapticWeights weights;

  /**
   * @param initial the wiring
   */
  TrainedWeights(SynapticWeights initial) {
    this.weights = initial;
  }

  /** The weights of these parameters. */
  SynapticWeights of(Parameters parameters) {
    Parameter recurrent = parameters.get(SynapticWeights.RECURRENT);
    Parameter feedforward = parameters.get(SynapticWeights.FEEDFORWARD);
    if (!Arrays.equals(recurrent.raw(), logRecurrent)
        || !Arrays.equals(feedforward.raw(), logFeedforward)) {
      logRecurrent = recurrent.raw().clone();
      logFeedforward = feedforward.raw().clone();
      weights = weights.with(exp(logRecurrent), exp(logFeedforward));
    }
    return weights;
  }

  private static float[] exp(float[] logarithms) {
    float[] values = new float[logarithms.length];
    for (int e = 0; e < values.length; e++) {
      values[e] = (float) StrictMath.exp(logarithms[e]);
    }
    return values;
  }
}
