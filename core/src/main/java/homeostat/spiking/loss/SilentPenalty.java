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
 *   L = mean_bn exp(-alpha_n r_bn)
 *   published:  dL/ds_btn = -alpha_n exp(-alpha_n r_bn) / (B N T_s)
 *   bounded:    dL/ds_btn = what one spike more changes, (e^(-a (k + 1)) - e^(-a k)) / (B N),
 *               at a spike what one less changes, (e^(-a k) - e^(-a (k - 1))) / (B N),
 *               with k spikes and a = alpha_n / T_s
 * </pre>
 *
 * <p>A spike count moves in whole spikes: where a chunk is short against alpha, the derivative is
 * alpha / T_s times larger than any change of the loss (100 times at 0.1 s and 10 s).
 */
public final class SilentPenalty implements Objective {

  /** What its gradient says. */
  public enum Gradient {
    PUBLISHED,
    BOUNDED
  }

  private final double[] alpha;
  private final Gradient gradient;

  /**
   * @param alpha [neuron] s
   */
  public SilentPenalty(double[] alpha, Gradient gradient) {
    this.alpha = alpha;
    this.gradient = gradient;
  }

  @Override
  public String name() {
    return "silent_penalty";
  }

  @Override
  public Evaluation evaluate(ChunkRecord chunk, Arrays carried, Parallel parallel) {
    int neurons = chunk.neurons();
    double share = 1.0 / ((double) chunk.batch() * neurons);
    float[] more = new float[chunk.batch() * neurons];
    float[] less = new float[gradient == Gradient.BOUNDED ? more.length : 0];
    double loss = 0;
    for (int n = 0; n < neurons; n++) {
      double steepness = alpha[n] / chunk.seconds();
      double ratio = StrictMath.exp(-steepness);
      for (int b = 0; b < chunk.batch(); b++) {
        int at = b * neurons + n;
        int count = chunk.spikes().count(b, n);
        double penalty = count == 0 ? 1 : StrictMath.exp(-steepness * count);
        loss += penalty;
        if (gradient == Gradient.PUBLISHED) {
          more[at] = (float) (-steepness * penalty * share);
        } else {
          more[at] = (float) ((ratio - 1) * penalty * share);
          double without = count <= 1 ? 1 : StrictMath.exp(-steepness * (count - 1));
          less[at] = (float) ((penalty - without) * share);
        }
      }
    }
    return Evaluation.of(
        loss * share,
        gradient == Gradient.PUBLISHED
            ? new Sensitivity.SpikeCount(more)
            : new Sensitivity.SpikeToggle(more, less));
  }

  /** Makes it from {@code targets.alpha.<type>}, s, and {@code silent.gradient} (published). */
  public static final class Provider implements Objective.Provider {
    @Override
    public String name() {
      return "silent_penalty";
    }

    @Override
    public Objective create(ObjectiveSettings settings) {
      String form = settings.word("silent.gradient", "published", "published", "bounded");
      return new SilentPenalty(
          settings.perNeuron("targets.alpha"),
          form.equals("bounded") ? Gradient.BOUNDED : Gradient.PUBLISHED);
    }
  }
}
