package homeostat.connectome.nulls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.connectome.CellTypes;
import homeostat.connectome.Connectome;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import homeostat.kernel.Csr;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrengthPreservingTest {
  /** Log-normal weights, as those of regions: in-strengths differ by far. */
  private static Connectome graph(int n, double density, int seed) {
    Draws draws = Stream.of(seed, "test.lognormal").draws();
    float[] weights = new float[n * n];
    boolean[] present = new boolean[n * n];
    for (int k = 0; k < weights.length; k++) {
      present[k] = k / n != k % n && draws.bernoulli(density);
      weights[k] = (float) StrictMath.exp(draws.normal());
    }
    return Connectome.of(
        new Nodes.Numbered(n),
        new CellTypes(List.of("neuron"), new int[n]),
        Csr.dense(n, n, weights, present),
        Provenance.none());
  }

  @Test
  void connectionsAndWhatNodesSendAreThoseOfTheRewiringAndStrengthsComeNearer() {
    for (int seed = 0; seed < 500; seed++) {
      Connectome original = graph(2 + seed % 15, 0.1 + 0.8 * (seed % 7) / 7, seed);
      Stream stream = Stream.of(seed, "x");
      Csr before = original.weights();
      Csr rewired = new DegreePreserving(10).draw(original, stream).weights();
      Csr after = new StrengthPreserving().draw(original, stream).weights();
      assertArrayEquals(rewired.offsets(), after.offsets());
      assertArrayEquals(rewired.columns(), after.columns());
      for (int node = 0; node < before.rows(); node++) {
        assertArrayEquals(sentBy(before, node), sentBy(after, node), "graph " + seed);
      }
      assertTrue(difference(before, after) <= difference(before, rewired) + 1e-5, "graph " + seed);
    }
  }

  /** Where the only heavy sender is joined to no node that received much, the error is told. */
  @Test
  void whatCannotBeReachedIsAWarning() {
    float[] weights = {0, 1, 100, 0, 0, 1, 0, 1, 0, 0, 0, 1, 1, 0, 1, 0};
    boolean[] present = new boolean[16];
    for (int k = 0; k < 16; k++) {
      present[k] = weights[k] != 0;
    }
    Connectome small =
        Connectome.of(
            new Nodes.Numbered(4),
            new CellTypes(List.of("neuron"), new int[4]),
            Csr.dense(4, 4, weights, present),
            Provenance.none());
    int warned = 0;
    for (int seed = 0; seed < 20; seed++) {
      Connectome drawn = new StrengthPreserving().draw(small, Stream.of(seed, "x"));
      boolean off = difference(small.weights(), drawn.weights()) > 30;
      assertEquals(off ? 1 : 0, drawn.provenance().warnings().size());
      warned += off ? 1 : 0;
    }
    assertTrue(warned > 0 && warned < 20, warned + " of 20");
  }

  private static float[] sentBy(Csr w, int node) {
    float[] sent = Arrays.copyOfRange(w.values(), w.offsets()[node], w.offsets()[node + 1]);
    Arrays.sort(sent);
    return sent;
  }

  @Test
  void strengthsOfNearlyAllNodesReturn() {
    int n = 40;
    Connectome original = graph(n, 0.4, 5);
    Csr before = original.weights();
    Stream stream = Stream.of(2, "x");
    double unordered =
        difference(before, new DegreePreserving(10).draw(original, stream).weights());
    Csr after = new StrengthPreserving().draw(original, stream).weights();
    double left = difference(before, after);
    assertTrue(left < 0.1 * unordered, left + " of " + unordered);
    double[] was = received(before);
    double[] is = received(after);
    long far = IntStream.range(0, n).filter(i -> Math.abs(is[i] - was[i]) > 0.01 * was[i]).count();
    // one weight may be so large that no other place can take it
    assertTrue(far <= 4, far + " nodes off by more than a hundredth");
    assertNotEquals(before, after);
  }

  /** Root of the sum over nodes of the squared differences of what they receive. */
  private static double difference(Csr before, Csr after) {
    double squares = 0;
    double[] was = received(before);
    double[] is = received(after);
    for (int i = 0; i < was.length; i++) {
      squares += (is[i] - was[i]) * (is[i] - was[i]);
    }
    return Math.sqrt(squares);
  }

  private static double[] received(Csr w) {
    double[] sums = new double[w.rows()];
    for (int e = 0; e < w.entries(); e++) {
      sums[w.columns()[e]] += w.values()[e];
    }
    return sums;
  }
}
