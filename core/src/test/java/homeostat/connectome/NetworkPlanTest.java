package homeostat.connectome;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.connectome.WeightDistribution.LogNormal;
import homeostat.kernel.Csr;
import java.util.List;
import org.junit.jupiter.api.Test;

public class NetworkPlanTest {
  private static final List<List<Double>> WITHIN = List.of(List.of(0.2, 0.2), List.of(0.4, 0.2));
  private static final List<List<Double>> BETWEEN =
      List.of(List.of(0.05, 0.05), List.of(0.05, 0.05));
  private static final CellTypePlan CELLS =
      CellTypePlan.exact(List.of("excitatory", "inhibitory"), List.of(0.8, 0.2));
  private static final CellTypePlan MITRAL = CellTypePlan.exact(List.of("mitral"), List.of(1.0));
  private static final WeightTable WEIGHTS = WeightTable.same(LogNormal.ofVariance(0.4, 0.1), 2, 2);
  private static final Wiring INPUTS =
      new Wiring(
          new Topology.Configuration(List.of(List.of(0.05, 0.05))),
          WeightTable.same(LogNormal.ofVariance(0.5, 0.1), 1, 2));

  /** The golden case configuration_model_counts: 200 neurons, 4 assemblies. */
  @Test
  void blocksHaveThePublishedEdgeCounts() {
    NetworkStructure network = plan(200, 4, 50).generate(5);
    int[] ids = network.recurrent().assemblies().orElseThrow().ids();
    int[] types = network.recurrent().types().index();
    int[][][][] counts = new int[4][4][2][2];
    Csr w = network.recurrent().weights();
    int[] rows = w.rowOfEntry();
    for (int e = 0; e < w.entries(); e++) {
      int i = rows[e];
      int j = w.columns()[e];
      assertNotEquals(i, j, "self-loop");
      counts[ids[i]][ids[j]][types[i]][types[j]]++;
    }
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        int[][] expected =
            a == b ? new int[][] {{320, 80}, {160, 20}} : new int[][] {{80, 20}, {20, 5}};
        assertArrayEquals(expected[0], counts[a][b][0], a + " to " + b);
        assertArrayEquals(expected[1], counts[a][b][1], a + " to " + b);
      }
    }
    assertEquals(50 * 200 / 20, network.feedforward().entries());
  }

  /** The published size: 5000 neurons in 20 assemblies, 1500 inputs. */
  @Test
  void fiveThousandNeuronsTakeNoTime() {
    double seconds = Double.POSITIVE_INFINITY;
    NetworkStructure network = plan(5000, 20, 1500).generate(43);
    for (int repeat = 0; repeat < 3 && seconds > 1; repeat++) {
      long start = System.nanoTime();
      network = plan(5000, 20, 1500).generate(43);
      seconds = Math.min(seconds, (System.nanoTime() - start) * 1e-9);
    }
    System.out.printf(
        "5000-neuron network: %d + %d connections in %.2f s%n",
        network.recurrent().weights().entries(), network.feedforward().entries(), seconds);
    assertTrue(seconds < 2, seconds + " s");
    assertEquals(375_000, network.feedforward().entries());
    int within = 20 * (8000 + 2000 + 4000 + 500);
    int between = 20 * 19 * (2000 + 500 + 500 + 125);
    assertEquals(within + between, network.recurrent().weights().entries());
  }

  @Test
  void theSeedDecidesEveryBit() {
    NetworkStructure one = plan(100, 4, 20).generate(3);
    assertEquals(one, plan(100, 4, 20).generate(3));
    NetworkStructure other = plan(100, 4, 20).generate(4);
    assertNotEquals(one.recurrent().weights(), other.recurrent().weights());
    assertNotEquals(one.feedforward(), other.feedforward());
  }

  @Test
  void aBlockDoesNotDependOnTheOthers() {
    Csr four = plan(100, 4, 20).generate(3).recurrent().weights();
    Csr five = plan(125, 5, 20).generate(3).recurrent().weights();
    assertEquals(corner(four, 100), corner(five, 100), "one assembly more changed the others");
    NetworkPlan denser =
        new NetworkPlan(
            100,
            4,
            CELLS,
            new Wiring(
                new Topology.WithAssemblies(List.of(List.of(0.6, 0.2), List.of(0.4, 0.2)), BETWEEN),
                WEIGHTS),
            20,
            MITRAL,
            INPUTS);
    NetworkStructure changed = denser.generate(3);
    int[] types = changed.recurrent().types().index();
    Csr w = changed.recurrent().weights();
    for (int i = 0; i < 100; i++) {
      for (int j = 0; j < 100; j++) {
        if (types[i] == 1 || types[j] == 1 || i / 25 != j / 25) {
          assertEquals(at(four, i, j), at(w, i, j), "another block changed at " + i + ", " + j);
        }
      }
    }
    assertEquals(plan(100, 4, 20).generate(3).feedforward(), changed.feedforward());
  }

  @Test
  void leftOverNeuronsHaveNoRecurrentConnections() {
    NetworkStructure network = plan(103, 5, 20).generate(1);
    Csr w = network.recurrent().weights();
    assertEquals(103, network.neurons());
    assertEquals(w.offsets()[100], w.entries());
    for (int column : w.columns()) {
      assertTrue(column < 100);
    }
    assertTrue(network.feedforward().transpose().offsets()[100] < network.feedforward().entries());
    assertEquals(1, network.recurrent().provenance().warnings().size());
  }

  @Test
  void otherTopologiesAndSigns() {
    WeightTable signed = new WeightTable(WEIGHTS.blocks(), List.of(1, -1));
    List<List<Double>> p = List.of(List.of(0.3, 0.3), List.of(0.3, 0.3));
    Csr random = recurrent(new Wiring(new Topology.ErdosRenyi(p), signed)).weights();
    assertEquals(0.3 * 100 * 99, random.entries(), 5 * Math.sqrt(0.21 * 9900));
    Connectome dense = recurrent(new Wiring(new Topology.Dense(), signed));
    assertEquals(100 * 99, dense.weights().entries());
    int[] rows = dense.weights().rowOfEntry();
    for (int e = 0; e < rows.length; e++) {
      assertEquals(
          dense.types().index()[rows[e]] == 0 ? 1 : -1, Math.signum(dense.weights().values()[e]));
    }
  }

  @Test
  void broadWeightsAreWarnedOf() {
    Wiring broad =
        new Wiring(new Topology.Dense(), WeightTable.same(LogNormal.ofVariance(0.05, 0.1), 2, 2));
    assertEquals(4, recurrent(broad).provenance().warnings().get(0).count());
  }

  @Test
  void tablesThatDoNotFitAreRefused() {
    Wiring small = new Wiring(new Topology.Configuration(List.of(List.of(0.1))), WEIGHTS);
    assertThrows(IllegalArgumentException.class, () -> recurrent(small));
    assertThrows(
        IllegalArgumentException.class,
        () -> recurrent(new Wiring(new Topology.WithAssemblies(WITHIN, BETWEEN), WEIGHTS)));
    assertThrows(
        IllegalArgumentException.class, () -> new Topology.ErdosRenyi(List.of(List.of(1.5))));
    assertThrows(
        IllegalArgumentException.class, () -> new WeightTable(WEIGHTS.blocks(), List.of(1)));
    assertThrows(
        IllegalArgumentException.class, () -> new WeightTable(WEIGHTS.blocks(), List.of(1, 2)));
  }

  private static Connectome recurrent(Wiring wiring) {
    return new NetworkPlan(100, 0, CELLS, wiring, 10, MITRAL, INPUTS).generate(9).recurrent();
  }

  public static NetworkPlan plan(int neurons, int assemblies, int inputs) {
    Wiring recurrent = new Wiring(new Topology.WithAssemblies(WITHIN, BETWEEN), WEIGHTS);
    return new NetworkPlan(neurons, assemblies, CELLS, recurrent, inputs, MITRAL, INPUTS);
  }

  private static Csr corner(Csr w, int n) {
    EdgeBuffer inside = new EdgeBuffer();
    int[] rows = w.rowOfEntry();
    for (int e = 0; e < rows.length; e++) {
      if (rows[e] < n && w.columns()[e] < n) {
        inside.add(rows[e], w.columns()[e], w.values()[e]);
      }
    }
    return inside.toCsr(n, n);
  }

  private static float at(Csr w, int i, int j) {
    int e = java.util.Arrays.binarySearch(w.columns(), w.offsets()[i], w.offsets()[i + 1], j);
    return e < 0 ? 0 : w.values()[e];
  }
}
