package homeostat.spiking.loss;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.spiking.CellParameters;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Evaluation;
import homeostat.spiking.Objective;
import homeostat.spiking.ObjectiveSettings;
import homeostat.spiking.Sensitivity;
import java.util.List;
import java.util.Map;

/**
 * Subthreshold fluctuations against the distance to threshold. For each neuron and batch element,
 * over the T potentials after the steps of a chunk:
 *
 * <pre>
 *   sd = std(v) (n - 1 estimator),  d = max(theta - mean(v) + 1e-8, 0.1 mV),  ratio = sd / d
 *   L = mean_bn (ratio - ratio*_n)^2
 *   dratio/dv_t = (v_t - mean) / ((T - 1) sd d) + sd / (d^2 T)
 * </pre>
 *
 * <p>The bound of 0.1 mV, or a hundredth of the way from reset to threshold if that is less, keeps
 * the ratio from exploding and changing its sign where the mean reaches threshold; there the second
 * term of the derivative is zero. How many entries are bounded is a remark. {@code detached} gives
 * what the published program logged: the value of batch element 0, without gradient.
 */
public final class MembraneVariance implements Objective {
  private static final double OFFSET = 1e-8;

  /** Smallest distance to threshold, mV, and as a share of the way from reset to threshold. */
  private static final double SMALLEST_DISTANCE = 0.1;

  private static final double SMALLEST_SHARE = 0.01;

  private final double[] threshold;
  private final double[] target;
  private final double[] smallest;
  private final boolean detached;

  /**
   * With a smallest distance to threshold of 0.1 mV.
   *
   * @param threshold [neuron] mV
   * @param target [neuron] wanted ratio
   * @param detached value of batch element 0 only, no gradient
   */
  public MembraneVariance(double[] threshold, double[] target, boolean detached) {
    this(threshold, filled(threshold.length), target, detached);
  }

  private MembraneVariance(
      double[] threshold, double[] smallest, double[] target, boolean detached) {
    this.threshold = threshold;
    this.smallest = smallest;
    this.target = target;
    this.detached = detached;
  }

  private static double[] filled(int neurons) {
    double[] values = new double[neurons];
    java.util.Arrays.fill(values, SMALLEST_DISTANCE);
    return values;
  }

  @Override
  public String name() {
    return "membrane_variance";
  }

  @Override
  public Evaluation evaluate(ChunkRecord chunk, Arrays carried, Parallel parallel) {
    int neurons = chunk.neurons();
    int steps = chunk.steps();
    if (steps < 2) {
      throw new IllegalArgumentException("a chunk of one step has no membrane variance");
    }
    int elements = detached ? 1 : chunk.batch();
    ChunkRecord.VoltageMoments moments = chunk.voltageMoments(parallel);
    float[] slope = new float[chunk.batch() * neurons];
    float[] offset = new float[chunk.batch() * neurons];
    double share = 1.0 / ((double) elements * neurons);
    double loss = 0;
    long bounded = 0;
    for (int i = 0; i < elements * neurons; i++) {
      int n = i % neurons;
      double mean = moments.mean()[i];
      double sd = StrictMath.sqrt(moments.squares()[i] / (steps - 1));
      double gap = threshold[n] - mean + OFFSET;
      boolean close = gap < smallest[n];
      double distance = close ? smallest[n] : gap;
      double error = sd / distance - target[n];
      loss += error * error;
      bounded += close ? 1 : 0;
      double outer = 2 * error * share;
      double perDeviation = sd == 0 ? 0 : outer / ((steps - 1) * sd * distance);
      double throughMean = close ? 0 : outer * sd / (distance * distance * steps);
      slope[i] = (float) perDeviation;
      offset[i] = (float) (throughMean - perDeviation * mean);
    }
    List<Sensitivity> gradients =
        detached ? List.of() : List.of(new Sensitivity.VoltageLine(slope, offset));
    return new Evaluation(
        loss * share,
        gradients,
        Arrays.empty(),
        Map.of("membrane_variance/bounded_fraction", bounded * share));
  }

  /**
   * Makes it from {@code targets.threshold_ratio.<type>} and {@code compat.membrane_variance}, or,
   * with {@code membrane_variance.statistics = "running"}, a {@link RunningMembraneVariance}.
   */
  public static final class Provider implements Objective.Provider {
    @Override
    public String name() {
      return "membrane_variance";
    }

    @Override
    public Objective create(ObjectiveSettings settings) {
      int[] types = settings.cellTypes();
      List<CellParameters> cells =
          java.util.Arrays.stream(types)
              .mapToObj(type -> settings.physiology().cells().get(type))
              .toList();
      double[] threshold = cells.stream().mapToDouble(CellParameters::theta).toArray();
      double[] target = settings.perNeuron("targets.threshold_ratio");
      boolean detached =
          settings
              .word("compat.membrane_variance", "attached", "attached", "detached")
              .equals("detached");
      if (settings
          .word("membrane_variance.statistics", "chunk", "chunk", "running")
          .equals("running")) {
        return new RunningMembraneVariance(
            threshold,
            RunningMembraneVariance.smallest(cells),
            target,
            settings.number("membrane_variance.tau_v", 1),
            detached);
      }
      double[] smallest =
          cells.stream()
              .mapToDouble(cell ->
                  Math.min(SMALLEST_DISTANCE, SMALLEST_SHARE * (cell.theta() - cell.reset())))
              .toArray();
      return new MembraneVariance(threshold, smallest, target, detached);
    }
  }
}
