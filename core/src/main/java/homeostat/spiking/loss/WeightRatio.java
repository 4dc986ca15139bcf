package homeostat.spiking.loss;

import homeostat.array.Arrays;
import homeostat.kernel.Csr;
import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Evaluation;
import homeostat.spiking.Objective;
import homeostat.spiking.ObjectiveSettings;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.SynapticWeights;

/**
 * Balance of recurrent excitation and feedforward drive:
 *
 * <pre>
 *   L = (rec / (ff + 1e-8) - ratio*)^2
 *   factors:  rec = mean_q A[exc, q],                            ff = mean of all A_FF
 *   weights:  rec = mean of positive W of excitatory senders,    ff = mean of positive V
 * </pre>
 *
 * <p>A chunk is judged by its weights where weights are trained, else by its scaling factors.
 */
public final class WeightRatio implements Objective {
  private static final double OFFSET = 1e-8;

  private final double target;
  private final int excitatory;
  private final int[] cellTypes;

  /**
   * @param target wanted ratio
   * @param excitatory the excitatory cell type
   * @param cellTypes [neuron] cell type
   */
  public WeightRatio(double target, int excitatory, int[] cellTypes) {
    this.target = target;
    this.excitatory = excitatory;
    this.cellTypes = cellTypes;
  }

  @Override
  public String name() {
    return "weight_ratio";
  }

  @Override
  public Evaluation evaluate(ChunkRecord chunk, Arrays carried, Parallel parallel) {
    return chunk.weights().map(this::ofWeights).orElseGet(() -> ofFactors(chunk.factors()));
  }

  private Evaluation ofFactors(ScalingFactors factors) {
    int types = factors.types();
    double rec = 0;
    for (int q = 0; q < types; q++) {
      rec += factors.recurrent()[excitatory * types + q] / types;
    }
    double ff = 0;
    for (double factor : factors.feedforward()) {
      ff += factor / factors.feedforward().length;
    }
    Slopes slopes = slopes(rec, ff);
    double[] recurrent = new double[factors.recurrent().length];
    java.util.Arrays.fill(
        recurrent, excitatory * types, (excitatory + 1) * types, slopes.rec() / types);
    double[] feedforward = new double[factors.feedforward().length];
    java.util.Arrays.fill(feedforward, slopes.ff() / feedforward.length);
    return Evaluation.of(slopes.loss(), new Sensitivity.Factors(recurrent, feedforward));
  }

  private Evaluation ofWeights(SynapticWeights weights) {
    Csr recurrent = weights.recurrent();
    Csr feedforward = weights.feedforward();
    int[] rowOf = recurrent.rowOfEntry();
    double rec = 0;
    long recCount = 0;
    for (int e = 0; e < recurrent.entries(); e++) {
      if (cellTypes[rowOf[e]] == excitatory && recurrent.values()[e] > 0) {
        rec += recurrent.values()[e];
        recCount++;
      }
    }
    double ff = 0;
    long ffCount = 0;
    for (float weight : feedforward.values()) {
      if (weight > 0) {
        ff += weight;
        ffCount++;
      }
    }
    Slopes slopes = slopes(rec / Math.max(1, recCount), ff / Math.max(1, ffCount));
    double[] recGradient = new double[recurrent.entries()];
    for (int e = 0; e < recGradient.length; e++) {
      if (cellTypes[rowOf[e]] == excitatory && recurrent.values()[e] > 0) {
        recGradient[e] = slopes.rec() / recCount;
      }
    }
    double[] ffGradient = new double[feedforward.entries()];
    for (int e = 0; e < ffGradient.length; e++) {
      ffGradient[e] = feedforward.values()[e] > 0 ? slopes.ff() / ffCount : 0;
    }
    return Evaluation.of(slopes.loss(), new Sensitivity.Weights(recGradient, ffGradient));
  }

  private record Slopes(double loss, double rec, double ff) {}

  private Slopes slopes(double rec, double ff) {
    double error = rec / (ff + OFFSET) - target;
    return new Slopes(
        error * error,
        2 * error / (ff + OFFSET),
        -2 * error * rec / ((ff + OFFSET) * (ff + OFFSET)));
  }

  /** Makes it from {@code targets.weight_ratio}; the source is the cell type "excitatory". */
  public static final class Provider implements Objective.Provider {
    @Override
    public String name() {
      return "weight_ratio";
    }

    @Override
    public Objective create(ObjectiveSettings settings) {
      for (int c = 0; c < settings.physiology().types(); c++) {
        if (settings.physiology().cells().get(c).name().equals("excitatory")) {
          return new WeightRatio(settings.number("targets.weight_ratio"), c, settings.cellTypes());
        }
      }
      throw new IllegalArgumentException(
          "weight_ratio needs a cell type named excitatory; there is none");
    }
  }
}
