package homeostat.spiking.loss;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Evaluation;
import homeostat.spiking.Objective;
import homeostat.spiking.ObjectiveSettings;
import homeostat.spiking.Sensitivity;

/**
 * Penalty on silence, with the rate r_bn of every neuron in every batch element and a time alpha_n:
 *
 * <pre>
 *   L = mean_bn exp(-alpha_n r_bn),   dL/ds_btn = -alpha_n exp(-alpha_n r_bn) / (B N T_s)
 * </pre>
 */
public final class SilentPenalty implements Objective {
  private final double[] alpha;

  /**
   * @param alpha [neuron] s
   */
  public SilentPenalty(double[] alpha) {
    this.alpha = alpha;
  }

  @Override
  public String name() {
    return "silent_penalty";
  }

  @Override
  public Evaluation evaluate(ChunkRecord chunk, Arrays carried, Parallel parallel) {
    int neurons = chunk.neurons();
    double share = 1.0 / ((double) chunk.batch() * neurons);
    float[] gradient = new float[chunk.batch() * neurons];
    double loss = 0;
    for (int b = 0; b < chunk.batch(); b++) {
      for (int n = 0; n < neurons; n++) {
        double penalty = StrictMath.exp(-alpha[n] * chunk.spikes().count(b, n) / chunk.seconds());
        loss += penalty;
        gradient[b * neurons + n] = (float) (-alpha[n] * penalty * share / chunk.seconds());
      }
    }
    return Evaluation.of(loss * share, new Sensitivity.SpikeCount(gradient));
  }

  /** Makes it from {@code targets.alpha.<type>}, s. */
  public static final class Provider implements Objective.Provider {
    @Override
    public String name() {
      return "silent_penalty";
    }

    @Override
    public Objective create(ObjectiveSettings settings) {
      return new SilentPenalty(settings.perNeuron("targets.alpha"));
    }
  }
}
