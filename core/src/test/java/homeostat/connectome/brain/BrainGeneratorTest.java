package homeostat.connectome.brain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import homeostat.kernel.Parallel;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BrainGeneratorTest {
  private static final Brain BRAIN = generate(20_000, 3);

  private static Brain generate(int neurons, long seed) {
    try (Parallel parallel = new Parallel(1)) {
      return BrainGenerator.generate(FlyPlan.of(neurons), seed, parallel);
    }
  }

  @Test
  void statisticsAreThoseOfThePlan() {
    FlyPlan plan = FlyPlan.of(20_000);
    SynapseRows rows = BRAIN.rows();
    Annotations known = BRAIN.annotations();
    long local = 0;
    long background = 0;
    long weak = 0;
    int inhibitory = 0;
    double counts = 0;
    long excitatory = 0;
    for (int i = 0; i < BRAIN.neurons(); i++) {
      boolean inhibits = rows.weight(rows.offsets()[i]) < 0;
      inhibitory += inhibits ? 1 : 0;
      for (int e = rows.offsets()[i]; e < rows.offsets()[i + 1]; e++) {
        assertEquals(inhibits, rows.weight(e) < 0, "a sender has one sign");
        assertNotEquals(i, rows.target(e));
        assertTrue(e == rows.offsets()[i] || rows.target(e) > rows.target(e - 1));
        weak += Math.abs(rows.weight(e)) < plan.smallestCount() ? 1 : 0;
        String type = known.of("type", i);
        if (type.startsWith("module")) {
          background++;
          local += known.of("neuropil", i).equals(known.of("neuropil", rows.target(e))) ? 1 : 0;
          if (!inhibits) {
            counts += rows.weight(e);
            excitatory++;
          }
        }
      }
    }
    assertEquals(0, weak);
    assertEquals(plan.inhibitory(), inhibitory / 20_000.0, 0.02);
    assertEquals(plan.meanCount(), counts / excitatory, 0.1);
    // Receivers drawn from everywhere fall into the own module too.
    double expected = plan.local() + (1 - plan.local()) / plan.modules();
    assertEquals(expected, (double) local / background, 0.02);
    assertTrue(BRAIN.provenance().decisions().toString().contains("generated"));
  }

  @Test
  void anotherSeedIsAnotherBrain() {
    assertNotEquals(BRAIN.rows(), generate(20_000, 4).rows());
  }

  @Test
  void controlsKeepWhatTheySay() {
    Brain small = generate(3000, 5);
    int[] in = inDegrees(small.rows());
    for (BrainNull control : BrainNull.values()) {
      Brain made = control.of(small, 9);
      assertEquals(made.rows(), control.of(small, 9).rows(), "seeded");
      boolean placed = control == BrainNull.ERDOS_RENYI || control == BrainNull.LATTICE;
      boolean out = Arrays.equals(small.rows().offsets(), made.rows().offsets());
      assertEquals(!placed, out, control + " out-degrees");
      assertEquals(small.rows().entries().length, made.rows().entries().length, control + "");
      assertEquals(small.rows().synapses(), made.rows().synapses(), control + " synapses");
      boolean degrees = Arrays.equals(in, inDegrees(made.rows()));
      assertEquals(!placed && control != BrainNull.RANDOM, degrees, control + " in-degrees");
      assertEquals(control == BrainNull.NONE, small.rows().equals(made.rows()));
      for (int i = 0; i < made.neurons(); i++) {
        for (int e = made.rows().offsets()[i] + 1; e < made.rows().offsets()[i + 1]; e++) {
          assertTrue(made.rows().target(e) > made.rows().target(e - 1), control + " repeats");
        }
      }
    }
  }

  /** A sender keeps its sign on a ring or anywhere, and on the ring its receivers are near. */
  @Test
  void placedControlsKeepSignsAndTheRingIsShort() {
    Brain small = generate(3000, 5);
    int mean = (small.rows().entries().length + 2999) / 3000;
    for (BrainNull control : new BrainNull[] {BrainNull.ERDOS_RENYI, BrainNull.LATTICE}) {
      SynapseRows made = control.of(small, 9).rows();
      int[] distances = new int[made.neurons()];
      for (int i = 0; i < made.neurons(); i++) {
        double sign = Math.signum(small.rows().weight(small.rows().offsets()[i]));
        for (int e = made.offsets()[i]; e < made.offsets()[i + 1]; e++) {
          assertEquals(sign, Math.signum(made.weight(e)), control + " sign of " + i);
          int around = Math.floorMod(made.target(e) - i, made.neurons());
          distances[i] = Math.max(distances[i], Math.min(around, made.neurons() - around));
          assertTrue(around > 0);
        }
      }
      int longest = Arrays.stream(distances).max().orElseThrow();
      assertEquals(control == BrainNull.LATTICE, longest <= (mean + 1) / 2, "up to " + longest);
    }
  }

  /** Signs are those of sums; who sends only zeros has none, and takes none from anybody. */
  @Test
  void signsOfMixedSendersAreThoseOfTheirSums() {
    RowBuilder rows = new RowBuilder(4, 6);
    rows.add(1, 0);
    rows.add(2, 9);
    rows.endRow();
    rows.add(0, 3);
    rows.add(2, -8);
    rows.endRow();
    rows.add(3, 0);
    rows.endRow();
    rows.add(0, -5);
    rows.endRow();
    long[] ids = {1, 2, 3, 4};
    Brain mixed =
        new Brain(new Nodes.Identified(ids), Annotations.none(), rows.build(), Provenance.none());
    for (long seed = 0; seed < 6; seed++) {
      Brain made = BrainNull.SIGNS.of(mixed, seed);
      assertEquals(25, made.rows().synapses());
      double[] sums = new double[4];
      for (int i = 0; i < 4; i++) {
        for (int e = made.rows().offsets()[i]; e < made.rows().offsets()[i + 1]; e++) {
          sums[i] += made.rows().weight(e);
        }
      }
      assertEquals(0, sums[2]);
      assertEquals(1, Arrays.stream(sums).filter(sum -> sum > 0).count(), Arrays.toString(sums));
      String told = made.provenance().warnings().toString();
      assertTrue(told.contains("senders of both signs given that of their sum (1)"), told);
    }
  }

  /** Whatever the size, there is a pathway to drive, and it spreads into what the plan says. */
  @Test
  void theSmallestHaveAPathwayToo() {
    for (int neurons : new int[] {10, 40, 500, 1000, 1253, 1259, 1260}) {
      Brain brain = generate(neurons, 1);
      assertEquals(neurons, brain.neurons());
      assertTrue(
          brain.annotations().types(neurons).names().contains("pathway_001_layer_5"),
          neurons + " neurons");
    }
  }

  private static int[] inDegrees(SynapseRows rows) {
    int[] degrees = new int[rows.neurons()];
    for (int e = 0; e < rows.entries().length; e++) {
      degrees[rows.target(e)]++;
    }
    return degrees;
  }
}
