package homeostat.kinds.dale.adaptation;

import homeostat.dale.network.RecordedLayer;
import java.util.List;

/**
 * Mean and deviation of what entered each hidden unit's non-linearity in training.
 *
 * @param mean [layer][unit]
 * @param deviation [layer][unit]
 */
record SetPoints(double[][] mean, double[][] deviation) {
  private static final double SMALLEST = 1e-3;

  /** Moments over batches. */
  static final class Sums {
    private final double[][] first;
    private final double[][] second;
    private long count;

    Sums(List<RecordedLayer> layers) {
      first = new double[layers.size()][];
      second = new double[layers.size()][];
      for (int l = 0; l < first.length; l++) {
        int units = layers.get(l).feedback().shape().cols();
        first[l] = new double[units];
        second[l] = new double[units];
      }
    }

    void add(List<RecordedLayer> layers) {
      for (int l = 0; l < first.length; l++) {
        float[] z = layers.get(l).feedback().value();
        int units = first[l].length;
        for (int at = 0; at < z.length; at += units) {
          for (int i = 0; i < units; i++) {
            first[l][i] += z[at + i];
            second[l][i] += (double) z[at + i] * z[at + i];
          }
        }
      }
      count += layers.getFirst().feedback().shape().rows();
    }

    SetPoints points() {
      double[][] mean = new double[first.length][];
      double[][] deviation = new double[first.length][];
      for (int l = 0; l < mean.length; l++) {
        mean[l] = new double[first[l].length];
        deviation[l] = new double[first[l].length];
        for (int i = 0; i < mean[l].length; i++) {
          mean[l][i] = first[l][i] / count;
          double variance = second[l][i] / count - mean[l][i] * mean[l][i];
          deviation[l][i] = Math.max(Math.sqrt(Math.max(variance, 0)), SMALLEST);
        }
      }
      return new SetPoints(mean, deviation);
    }
  }
}
