package homeostat.connectome.mapping;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.DoubleMatrix;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The mapping's invariants over thousands of random connectomes, shrunk when one fails. */
class Bio2ArtTest {
  private static final int CASES = 3000;

  /** A random case: regions, counts and every option. */
  private record Case(int seed, int regions) {
    double[] matrix() {
      Draws draws = Stream.of(seed, "test.matrix").draws();
      double density = draws.uniform();
      boolean diagonal = draws.bernoulli(0.3);
      double[] all = new double[regions * regions];
      for (int i = 0; i < regions; i++) {
        for (int j = 0; j < regions; j++) {
          boolean joined = draws.bernoulli(density) && (i != j || diagonal);
          double weight = StrictMath.exp(6 * draws.normal());
          all[i * regions + j] = joined ? weight : 0;
        }
      }
      return all;
    }

    int[] counts() {
      Draws draws = Stream.of(seed, "test.counts").draws();
      int[] all = new int[regions];
      Arrays.setAll(all, i -> 1 + draws.integer(7));
      return all;
    }

    Bio2Art options() {
      Draws draws = Stream.of(seed, "test.options").draws();
      return new Bio2Art(
          draws.bernoulli(0.3) ? 1 : 0.02 + 0.98 * draws.uniform(),
          draws.bernoulli(0.7),
          draws.bernoulli(0.5) ? 1 : 0.02 + 0.98 * draws.uniform(),
          0.05 + 0.9 * draws.uniform(),
          Partition.values()[draws.integer(3)],
          draws.bernoulli(0.5),
          Bio2Art.Input.values()[draws.integer(2)]);
    }

    NeuronNetwork network() {
      return options()
          .map(DoubleMatrix.of(matrix(), regions, regions), counts(), Stream.of(seed, "test.map"));
    }
  }

  @Test
  void invariantsHoldForEveryConnectome() {
    for (int seed = 0; seed < CASES; seed++) {
      int regions = 1 + Stream.of(seed, "test.size").draws().integer(8);
      String broken = broken(new Case(seed, regions));
      for (int fewer = 1; !broken.isEmpty() && fewer < regions; fewer++) {
        String smaller = broken(new Case(seed, fewer));
        if (!smaller.isEmpty()) {
          assertEquals("", smaller, "shrunk to " + new Case(seed, fewer));
        }
      }
      assertEquals("", broken, "regions " + regions + ", seed " + seed);
    }
  }

  /** Which invariant a case breaks; empty if none. */
  private static String broken(Case one) {
    NeuronNetwork network = one.network();
    Bio2Art options = one.options();
    double[] c = one.matrix();
    int r = one.regions();
    int h = network.size();
    double[] s = network.dense();
    int expected = 0;
    for (int i = 0; i < r; i++) {
      for (int j = 0; j < r; j++) {
        boolean inside = i == j && options.intrinsic();
        double total = c[i * r + j];
        if (inside && total == 0) {
          double sum = 0;
          for (int k = 0; k < r; k++) {
            sum += options.input() == Bio2Art.Input.RECEIVED ? c[k * r + i] : c[i * r + k];
          }
          total = options.intrinsicWeight() * sum / (1 - options.intrinsicWeight());
        }
        int k = total > 0 ? options.targetsPerSource(i == j, one.counts()[j]) : 0;
        total = k == 0 ? 0 : total;
        expected += k * one.counts()[i];
        double block = 0;
        double smallest = Double.MAX_VALUE;
        double largest = 0;
        for (int a = network.starts()[i]; a < network.starts()[i + 1]; a++) {
          int present = 0;
          for (int b = network.starts()[j]; b < network.starts()[j + 1]; b++) {
            double w = s[a * h + b];
            if (w != 0) {
              present++;
              block += w;
              smallest = Math.min(smallest, w);
              largest = Math.max(largest, w);
            }
            if (inside && !options.selfConnections() && a == b && w != 0) {
              return "neuron " + a + " contacts itself";
            }
          }
          if (present != k) {
            return "neuron " + a + " has " + present + " targets in region " + j + ", not " + k;
          }
        }
        if (Math.abs(block - total) > 1e-12 * total) {
          return "block " + i + ", " + j + " sums to " + block + ", not " + total;
        }
        if (k > 0 && (!(smallest > 0) || !((float) smallest > 0))) {
          return "block " + i + ", " + j + " has a weight of " + smallest;
        }
        if (k > 0 && options.partition() == Partition.EQUAL && smallest != largest) {
          return "block " + i + ", " + j + " has weights from " + smallest + " to " + largest;
        }
      }
    }
    return network.connections() == expected
        ? ""
        : network.connections() + " connections, not " + expected;
  }

  @Test
  void oneSeedGivesOneNetwork() {
    Case one = new Case(17, 6);
    assertArrayEquals(one.network().dense(), one.network().dense());
    NeuronNetwork other =
        one.options()
            .map(DoubleMatrix.of(one.matrix(), 6, 6), one.counts(), Stream.of(18, "test.map"));
    assertNotEquals(Arrays.hashCode(one.network().dense()), Arrays.hashCode(other.dense()));
  }

  @Test
  void sharesRoundHalfToEven() {
    assertEquals(2, Bio2Art.targets(0.5, 5));
    assertEquals(4, Bio2Art.targets(0.5, 7));
    assertEquals(1, Bio2Art.targets(0.01, 50));
    assertEquals(7, Bio2Art.targets(1, 7));
  }

  @Test
  void whatDoesNotFitIsRefusedByName() {
    Bio2Art options = Bio2Art.published(false);
    for (List<String> wrong :
        List.of(
            List.of("2 x 3", "2", "must be square"),
            List.of("2 x 2", "3", "neuron counts of 3"),
            List.of("1 x 1", "0", "needs at least 1"))) {
      int rows = wrong.getFirst().charAt(0) - '0';
      int cols = wrong.getFirst().charAt(4) - '0';
      int[] counts = wrong.get(1).equals("0") ? new int[1] : new int[wrong.get(1).charAt(0) - '0'];
      if (!wrong.get(1).equals("0")) {
        Arrays.fill(counts, 1);
      }
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class,
              () ->
                  options.map(
                      DoubleMatrix.of(new double[rows * cols], rows, cols),
                      counts,
                      Stream.of(1, "x")));
      assertTrue(refused.toString().contains(wrong.get(2)), refused.toString());
    }
  }
}
