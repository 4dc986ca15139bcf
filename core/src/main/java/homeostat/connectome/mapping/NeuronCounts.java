package homeostat.connectome.mapping;

import homeostat.connectome.Nodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How many neurons each region gets; never 0. */
public sealed interface NeuronCounts {

  /**
   * [region] numbers of neurons.
   *
   * @param regions for their number, and for names in messages
   * @throws IllegalArgumentException naming the regions without a count
   */
  int[] of(Nodes regions);

  /** The same number everywhere. */
  record Equal(int each) implements NeuronCounts {
    /** Checks the number. */
    public Equal {
      if (each < 1) {
        throw new IllegalArgumentException("a region needs at least 1 neuron, not " + each);
      }
    }

    @Override
    public int[] of(Nodes regions) {
      int[] all = new int[regions.count()];
      Arrays.fill(all, each);
      return all;
    }
  }

  /** A number for each region. */
  record Listed(int[] counts) implements NeuronCounts {
    @Override
    public int[] of(Nodes regions) {
      expect(counts.length, regions, "neuron counts");
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] < 1) {
          throw new IllegalArgumentException(
              "region "
                  + regions.label(i)
                  + " has "
                  + counts[i]
                  + " neurons; at least 1 is needed");
        }
      }
      return counts.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Listed that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(counts);
    }
  }

  /** How densities become counts. */
  enum Scaling {
    /** round(d_i / min d * seed), half to even: in proportion. */
    RATIO,
    /**
     * seed times the rank of d_i, 1 for the smallest; equals share the lowest rank (1, 2, 2, 4).
     */
    RANK,
    /** In proportion, so that all together are a given number; the largest remainders round up. */
    TOTAL
  }

  /** What to do with a region whose density is not known (NaN). */
  enum Missing {
    /** Refuse, with the names of the regions. */
    REFUSE,
    /** Take the median of the known. */
    MEDIAN,
    /** Take the smallest of the known. */
    MIN,
    /** Leave the region out: of {@code RegionConnectome.withKnownDensities}. */
    DROP
  }

  /**
   * From measured neuron densities.
   *
   * @param densities [region] neurons per cubic millimetre, above 0, or NaN for unknown
   * @param number the seed of {@code RATIO} and {@code RANK}, the sum of {@code TOTAL}
   */
  record Density(double[] densities, Scaling scaling, int number, Missing missing)
      implements NeuronCounts {

    @Override
    public int[] of(Nodes regions) {
      expect(densities.length, regions, "neuron densities");
      double[] known = filled(regions);
      double min = Arrays.stream(known).min().orElseThrow();
      return switch (scaling) {
        case RATIO -> Arrays.stream(known).mapToInt(d -> atLeastOne(d / min * number)).toArray();
        case RANK ->
            Arrays.stream(known)
                .mapToInt(d -> number * (1 + (int) Arrays.stream(known).filter(o -> o < d).count()))
                .toArray();
        case TOTAL -> total(known);
      };
    }

    private static int atLeastOne(double count) {
      return Math.max(1, Math.toIntExact((long) Math.rint(count)));
    }

    /** One neuron each, the rest in proportion by largest remainder. */
    private int[] total(double[] known) {
      int free = number - known.length;
      if (free < 0) {
        throw new IllegalArgumentException(
            number + " neurons are fewer than " + known.length + " regions");
      }
      double sum = Arrays.stream(known).sum();
      double[] exact = Arrays.stream(known).map(d -> d / sum * number).toArray();
      int[] counts = Arrays.stream(exact).mapToInt(e -> Math.max(1, (int) e)).toArray();
      int over = Arrays.stream(counts).sum() - number;
      Integer[] byRemainder = IntStream.range(0, counts.length).boxed().toArray(Integer[]::new);
      while (over != 0) {
        int step = over < 0 ? 1 : -1;
        Arrays.sort(
            byRemainder,
            (a, b) -> step * Double.compare(exact[b] - counts[b], exact[a] - counts[a]));
        for (int i : byRemainder) {
          if (over != 0 && counts[i] + step >= 1) {
            counts[i] += step;
            over += step;
          }
        }
      }
      return counts;
    }

    private double[] filled(Nodes regions) {
      List<String> unknown = new ArrayList<>();
      for (int i = 0; i < densities.length; i++) {
        if (Double.isNaN(densities[i])) {
          unknown.add(regions.label(i));
        } else if (!(densities[i] > 0) || Double.isInfinite(densities[i])) {
          throw new IllegalArgumentException(
              "the neuron density of region "
                  + regions.label(i)
                  + " is "
                  + densities[i]
                  + "; it must be above 0");
        }
      }
      if (!unknown.isEmpty() && (missing == Missing.REFUSE || missing == Missing.DROP)) {
        throw new IllegalArgumentException(
            "the neuron density of "
                + String.join(", ", unknown)
                + " is not known (NaN); choose nan_policy = median, min or drop");
      }
      double[] sorted = Arrays.stream(densities).filter(d -> !Double.isNaN(d)).sorted().toArray();
      if (sorted.length == 0) {
        throw new IllegalArgumentException("no neuron density is known");
      }
      int half = sorted.length / 2;
      double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
      double fill = missing == Missing.MEDIAN ? median : sorted[0];
      return Arrays.stream(densities).map(d -> Double.isNaN(d) ? fill : d).toArray();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Density that
          && Arrays.equals(densities, that.densities)
          && scaling == that.scaling
          && number == that.number
          && missing == that.missing;
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(densities) + scaling.hashCode() + number;
    }
  }

  private static void expect(int given, Nodes regions, String what) {
    if (given != regions.count()) {
      throw new IllegalArgumentException(
          given + " " + what + " for " + regions.count() + " regions; one for each is needed");
    }
  }
}
