package homeostat.task.memory;

import java.util.Arrays;

/**
 * Pictures, or features of pictures, with class labels.
 *
 * @param pictures number M
 * @param features number K of values a picture
 * @param values [picture][feature]
 * @param labels [picture] class, 0 and up; all 0 where there are none
 */
public record PictureBank(int pictures, int features, double[] values, int[] labels) {
  private static final double EPSILON = 1e-12;

  /** Checks the lengths. */
  public PictureBank {
    if (values.length != pictures * features || labels.length != pictures) {
      throw new IllegalArgumentException(
          values.length
              + " values and "
              + labels.length
              + " labels for "
              + pictures
              + " pictures of "
              + features);
    }
  }

  /** Number of classes. */
  public int classes() {
    return 1 + Arrays.stream(labels).max().orElse(0);
  }

  /** Each picture scaled to 0 to 1: (x - min + 1e-12) / max(max - min, 2e-12). */
  public PictureBank rescaled() {
    double[] scaled = new double[values.length];
    for (int m = 0; m < pictures; m++) {
      double[] row = Arrays.copyOfRange(values, m * features, (m + 1) * features);
      System.arraycopy(rescale(row), 0, scaled, m * features, features);
    }
    return new PictureBank(pictures, features, scaled, labels);
  }

  /** The same over all values of an array. */
  public static double[] rescale(double[] x) {
    double min = Arrays.stream(x).min().orElse(0);
    double max = Arrays.stream(x).max().orElse(0);
    double range = Math.max(max - min, 2 * EPSILON);
    return Arrays.stream(x).map(v -> (v - min + EPSILON) / range).toArray();
  }

  /** Grey values of 0 to 255 as 0 to 1. */
  public PictureBank ofBytes() {
    return new PictureBank(
        pictures, features, Arrays.stream(values).map(v -> v / 255).toArray(), labels);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PictureBank that
        && features == that.features
        && Arrays.equals(values, that.values)
        && Arrays.equals(labels, that.labels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "PictureBank[" + pictures + " x " + features + "]";
  }
}
