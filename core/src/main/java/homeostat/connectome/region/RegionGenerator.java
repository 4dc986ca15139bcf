package homeostat.connectome.region;

import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import homeostat.kernel.DoubleMatrix;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Generates a connectome of regions, for work without measured data. Regions lie at random on an
 * ellipsoid. Log weights fall with distance and scatter normally, w = exp(-lambda d + sigma z), the
 * exponential distance rule of Ercsey-Ravasz et al. (Neuron 80, 2013) with log-normal weights
 * (Markov et al., Cerebral Cortex 24, 2014); the strongest pairs, as many as the density asks for,
 * are connected.
 *
 * @param name of what it is like, for instance {@code macaque-like}
 * @param regions number R
 * @param density share of the R (R - 1) ordered pairs that are connected
 * @param decay lambda, per mm
 * @param axes half-lengths of the ellipsoid, mm
 * @param scatter sigma
 * @param scale what the largest weight becomes; 0 makes the weights onto each region sum to 1, as
 *     fractions of labelled neurons do
 */
public record RegionGenerator(
    String name,
    int regions,
    double density,
    double decay,
    List<Double> axes,
    double scatter,
    double scale) {

  /** Checks the numbers. */
  public RegionGenerator {
    axes = List.copyOf(axes);
    if (regions < 2) {
      throw new IllegalArgumentException("at least 2 regions are needed, not " + regions);
    }
    if (!(density > 0 && density <= 1)) {
      throw new IllegalArgumentException("density is " + density + "; it must be in (0, 1]");
    }
    if (axes.size() != 3 || axes.stream().anyMatch(a -> !(a > 0))) {
      throw new IllegalArgumentException("three half-lengths above 0 mm are needed, not " + axes);
    }
    if (!(decay >= 0 && scatter >= 0 && scale >= 0)) {
      throw new IllegalArgumentException("decay, scatter and scale must not be negative");
    }
  }

  /**
   * Cortical areas of a macaque: 29 regions, density 0.66 and fractions of labelled neurons as in
   * Markov et al. (2014), lambda 0.19 per mm (Ercsey-Ravasz et al. 2013).
   */
  public static RegionGenerator macaqueLike() {
    return new RegionGenerator("macaque-like", 29, 0.66, 0.19, List.of(32.0, 23.0, 18.0), 1.4, 0);
  }

  /**
   * Local processing units of a fruit fly: 49 regions, density 0.83 and connection counts up to
   * some 4500 as in Chiang et al. (Current Biology 21, 2011); a brain of 0.6 mm.
   */
  public static RegionGenerator flyLike() {
    return new RegionGenerator("fly-like", 49, 0.83, 9, List.of(0.3, 0.15, 0.1), 1.4, 4500);
  }

  /** The generators with a name of their own. */
  public static List<RegionGenerator> all() {
    return List.of(macaqueLike(), flyLike());
  }

  /** The generator of a name, where there is one. */
  public static Optional<RegionGenerator> named(String name) {
    return all().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** A connectome: the same for the same stream. */
  public RegionConnectome draw(Stream stream) {
    double[] places = places(stream.at(0).draws());
    double[] weights = new double[regions * regions];
    Draws draws = stream.at(1).draws();
    for (int i = 0; i < regions; i++) {
      for (int j = 0; j < regions; j++) {
        double z = draws.normal();
        weights[i * regions + j] =
            i == j ? 0 : StrictMath.exp(-decay * distance(places, i, j) + scatter * z);
      }
    }
    keepStrongest(weights);
    normalise(weights);
    List<String> names = new ArrayList<>();
    int digits = Integer.toString(regions).length();
    for (int i = 1; i <= regions; i++) {
      names.add(String.format(Locale.ROOT, "R%0" + digits + "d", i));
    }
    return new RegionConnectome(
        new Nodes.Named(names),
        DoubleMatrix.of(weights, regions, regions),
        Optional.empty(),
        Provenance.none()
            .note("generated, not measured: " + name + ", exponential distance rule", regions));
  }

  /** Uniform directions, stretched to the ellipsoid: [region][x, y, z] in mm. */
  private double[] places(Draws draws) {
    double[] places = new double[3 * regions];
    for (int i = 0; i < regions; i++) {
      double x = draws.normal();
      double y = draws.normal();
      double z = draws.normal();
      double length = Math.sqrt(x * x + y * y + z * z);
      places[3 * i] = axes.get(0) * x / length;
      places[3 * i + 1] = axes.get(1) * y / length;
      places[3 * i + 2] = axes.get(2) * z / length;
    }
    return places;
  }

  private static double distance(double[] places, int i, int j) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double gap = places[3 * i + axis] - places[3 * j + axis];
      sum += gap * gap;
    }
    return Math.sqrt(sum);
  }

  private void keepStrongest(double[] weights) {
    int connections = (int) Math.rint(density * regions * (regions - 1));
    double[] sorted = weights.clone();
    Arrays.sort(sorted);
    double least = sorted[sorted.length - connections];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = weights[k] >= least ? weights[k] : 0;
    }
  }

  private void normalise(double[] weights) {
    if (scale > 0) {
      double largest = Arrays.stream(weights).max().orElseThrow();
      for (int k = 0; k < weights.length; k++) {
        weights[k] *= scale / largest;
      }
      return;
    }
    for (int j = 0; j < regions; j++) {
      double sum = 0;
      for (int i = 0; i < regions; i++) {
        sum += weights[i * regions + j];
      }
      for (int i = 0; i < regions && sum > 0; i++) {
        weights[i * regions + j] /= sum;
      }
    }
  }
}
