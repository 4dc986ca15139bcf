package homeostat.dale.diagnostic;

import homeostat.dale.loss.LocalLoss;
import homeostat.dale.loss.RowMoments;
import homeostat.gradient.tape.Var;
import java.util.Optional;

/**
 * Moments of a layer's activity, and how far it is from its set point.
 *
 * @param mean over the batch of the mean over units of y
 * @param variance over the batch of the population variance over units of y
 * @param localLoss mean over the batch of the local loss of y, without lambda; NaN without one
 * @param distance mean squared distance of y from its goal, which is the layer normalisation of the
 *     excitatory drive (or the drive without its mean, for a loss on means); NaN without a drive
 */
public record LayerStatistics(double mean, double variance, double localLoss, double distance) {
  private static final double EPSILON = 1e-5;

  /**
   * Of the rows of a batch.
   *
   * @param y output of a layer before normaliser and non-linearity
   * @param drive excitatory drive of the layer
   * @param rows how many of them count
   */
  public static LayerStatistics of(
      Var y, Optional<Var> drive, Optional<LocalLoss> loss, boolean divisive, int rows) {
    int units = y.shape().cols();
    double mean = 0;
    double variance = 0;
    double local = loss.isPresent() ? 0 : Double.NaN;
    double distance = drive.isPresent() ? 0 : Double.NaN;
    for (int row = 0; row < rows; row++) {
      int at = row * units;
      double m = RowMoments.mean(y.value(), at, units);
      mean += m / rows;
      variance += RowMoments.variance(y.value(), at, units, m) / rows;
      if (loss.isPresent()) {
        local += loss.get().of(y.value(), at, units) / rows;
      }
      if (drive.isPresent()) {
        distance += distance(y.value(), drive.get().value(), at, units, divisive) / rows;
      }
    }
    return new LayerStatistics(mean, variance, local, distance);
  }

  /** Mean squared distance of one example from its goal. */
  public static double distance(float[] y, float[] drive, int at, int units, boolean divisive) {
    double m = RowMoments.mean(drive, at, units);
    double inverse =
        divisive ? 1 / Math.sqrt(RowMoments.variance(drive, at, units, m) + EPSILON) : 1;
    double sum = 0;
    for (int i = at; i < at + units; i++) {
      double r = y[i] - (drive[i] - m) * inverse;
      sum += r * r;
    }
    return sum / units;
  }
}
