package homeostat.connectome.mapping;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Redistributes initial weights over a template so that the r-th largest weight goes where the r-th
 * largest template value is; zero elsewhere. The weights as a whole stay the same.
 */
public enum RankRemap {
  /** By signed value: the weakest connections get the most negative weights. As published. */
  SIGNED,
  /** By absolute value: strong connections get large weights of either sign. */
  MAGNITUDE;

  /**
   * The redistributed weights.
   *
   * @param template [i][j], row-major; a connection is a value other than 0
   * @param weights of the same shape; only those on connections are used
   */
  public double[] remap(double[] template, double[] weights) {
    if (template.length != weights.length) {
      throw new IllegalArgumentException(
          "a template of " + template.length + " entries for " + weights.length + " weights");
    }
    Integer[] places =
        java.util.stream.IntStream.range(0, template.length)
            .filter(i -> template[i] != 0)
            .boxed()
            .toArray(Integer[]::new);
    Integer[] values = places.clone();
    // sorts of objects are stable: equals keep row-major order
    Arrays.sort(places, Comparator.comparingDouble((Integer i) -> key(template[i])).reversed());
    Arrays.sort(values, Comparator.comparingDouble((Integer i) -> key(weights[i])).reversed());
    double[] remapped = new double[weights.length];
    for (int r = 0; r < places.length; r++) {
      remapped[places[r]] = weights[values[r]];
    }
    return remapped;
  }

  private double key(double value) {
    return this == SIGNED ? value : Math.abs(value);
  }
}
