package homeostat.connectome.brain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
      assertArrayEquals(small.rows().offsets(), made.rows().offsets(), control + " out-degrees");
      assertEquals(small.rows().synapses(), made.rows().synapses(), control + " synapses");
      boolean degrees = Arrays.equals(in, inDegrees(made.rows()));
      assertEquals(control != BrainNull.RANDOM, degrees, control + " in-degrees");
      assertEquals(control == BrainNull.NONE, small.rows().equals(made.rows()));
      for (int i = 0; i < made.neurons(); i++) {
        for (int e = made.rows().offsets()[i] + 1; e < made.rows().offsets()[i + 1]; e++) {
          assertTrue(made.rows().target(e) > made.rows().target(e - 1), control + " repeats");
        }
      }
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
