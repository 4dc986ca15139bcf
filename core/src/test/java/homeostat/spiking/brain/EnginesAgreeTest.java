package homeostat.spiking.brain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.kernel.Draws;
import homeostat.kernel.Stream;
import homeostat.spiking.brain.FrameEngine.Looking;
import homeostat.spiking.brain.FrameEngine.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** All engines give the spikes of the reference, whatever the parameters. */
class EnginesAgreeTest {
  private static final int BRAINS = 150;

  @Test
  void anyBrainAnyThreads() {
    long spikes = 0;
    for (long seed = 0; seed < BRAINS; seed++) {
      spikes += check(RandomBrain.of(seed), seed % 10 == 0 ? 4 : 1);
    }
    assertTrue(spikes > 50_000, "only " + spikes + " spikes were compared");
  }

  /** In float32, looking at all and watching some give the same spikes, with threads and stops. */
  @Test
  void anyBrainInFloat32() {
    long spikes = 0;
    long others = 0;
    for (long seed = 2000; seed < 2000 + BRAINS; seed++) {
      RandomBrain brain = RandomBrain.of(seed);
      SpikeList expected = run(float32(brain, Looking.DENSE, 1), brain, Pieces.ONE);
      for (Looking looking : Looking.values()) {
        int threads = seed % 10 == 0 ? 2 : 1;
        BrainEngine engine = float32(brain, looking, threads);
        for (Pieces pieces : pieces(brain, looking.ordinal(), threads > 1)) {
          SpikeList got = run(engine, brain, pieces);
          assertEquals(
              expected.hash(0),
              got.hash(0),
              () -> looking + " in " + pieces + ": " + first(expected, got) + " of " + brain);
        }
      }
      spikes += expected.size();
      SpikeList exact = run(new ReferenceEngine(brain.network()), brain, Pieces.ONE);
      others += Math.abs(exact.size() - expected.size());
    }
    assertTrue(spikes > 50_000, "only " + spikes + " spikes were compared");
    assertTrue(others < spikes / 100, others + " more or fewer than in float64");
  }

  private static BrainEngine float32(RandomBrain brain, Looking looking, int threads) {
    return new FrameEngine(brain.network(), looking, Precision.FLOAT32, threads);
  }

  /** The state tells single from double numbers, and another brain's from its own. */
  @Test
  void aFloat32StateIsOnlyTakenBackAsSuch() {
    RandomBrain brain = RandomBrain.of(1);
    Arrays saved = float32(brain, Looking.AUTO, 1).start().save();
    assertEquals("f4", saved.get("frame").type().toString());
    BrainEngine exact = new FrameEngine(brain.network(), Looking.AUTO, Precision.FLOAT64, 1);
    assertThrows(IllegalArgumentException.class, () -> exact.restore(saved));
  }

  @Test
  void inputForANeuronThatIsNotThereIsRefused() {
    RandomBrain brain = RandomBrain.of(1);
    int outside = brain.neurons();
    Drive drive = (from, to, events) -> events.add(from, outside, 1);
    for (BrainEngine engine :
        List.of(new ReferenceEngine(brain.network()), float32(brain, Looking.AUTO, 1))) {
      String message =
          String.valueOf(
              assertThrows(
                      IllegalArgumentException.class,
                      () -> engine.advance(engine.start(), drive, 1, new SpikeList()))
                  .getMessage());
      assertTrue(message.contains("neuron " + outside), message);
    }
  }

  /** The threshold is put exactly where, or as near as numbers go to where, a potential is. */
  @Test
  void tiesAtThreshold() {
    long ties = 0;
    for (long seed = 1000; seed < 1000 + BRAINS; seed++) {
      RandomBrain brain = RandomBrain.of(seed);
      double peak = highestBelowThreshold(brain);
      if (peak > 0.01 && brain.parameters().reset() <= brain.parameters().rest()) {
        double tie = brain.parameters().rest() + peak;
        ties++;
        check(brain.withThreshold(tie), 1);
        check(brain.withThreshold(Math.nextUp(tie)), 1);
        check(brain.withThreshold(Math.nextDown(tie)), 1);
      }
    }
    assertTrue(ties > BRAINS / 4, "only " + ties + " ties were made");
  }

  /** At the threshold is not above it: the published comparison is strict. */
  @Test
  void aPotentialAtThresholdIsNoSpike() {
    BrainParameters fly = BrainParameters.fly();
    double decay = StrictMath.exp(-fly.dt() / fly.tauMembrane());
    RandomBrain one =
        new RandomBrain(
            0,
            1,
            fly,
            List.of(),
            List.of(new int[] {3, 0}),
            List.of(fly.theta() / decay),
            List.of(),
            List.of(),
            20);
    assertEquals(0, check(one, 1));
    RandomBrain more =
        new RandomBrain(
            0,
            1,
            fly,
            List.of(),
            List.of(new int[] {3, 0}),
            List.of(fly.theta() / decay + 1e-6),
            List.of(),
            List.of(),
            20);
    assertEquals(1, check(more, 1));
  }

  private static double highestBelowThreshold(RandomBrain brain) {
    ReferenceEngine engine = new ReferenceEngine(brain.network());
    BrainState state = engine.start();
    SpikeList spikes = new SpikeList();
    double highest = 0;
    for (int step = 0; step < brain.steps(); step++) {
      engine.advance(state, brain.drive(), 1, spikes);
      for (int i = 0; i < brain.neurons(); i++) {
        double u = engine.potential(state, i);
        if (u < brain.parameters().theta()) {
          highest = Math.max(highest, u);
        }
      }
    }
    return highest;
  }

  /** Number of spikes; fails with the smallest brain that still shows the difference. */
  private static long check(RandomBrain brain, int mostThreads) {
    String difference = difference(brain, mostThreads);
    if (difference.isEmpty()) {
      return run(new ReferenceEngine(brain.network()), brain, Pieces.ONE).size();
    }
    RandomBrain smallest = brain;
    boolean shrunk = true;
    while (shrunk) {
      shrunk = false;
      for (RandomBrain smaller : smallest.smaller()) {
        if (!difference(smaller, mostThreads).isEmpty()) {
          smallest = smaller;
          shrunk = true;
          break;
        }
      }
    }
    throw new AssertionError(difference(smallest, mostThreads) + " of " + smallest);
  }

  private static String difference(RandomBrain brain, int mostThreads) {
    SpikeList expected = run(new ReferenceEngine(brain.network()), brain, Pieces.ONE);
    List<Function<BrainNetwork, BrainEngine>> engines = new ArrayList<>();
    for (Looking looking : Looking.values()) {
      for (int threads = 1; threads <= mostThreads; threads *= 2) {
        int crew = threads;
        engines.add(network -> new FrameEngine(network, looking, Precision.FLOAT64, crew));
      }
    }
    for (int e = 0; e < engines.size(); e++) {
      boolean crew = mostThreads > 1 && e % (engines.size() / Looking.values().length) > 0;
      for (Pieces pieces : pieces(brain, e, crew)) {
        SpikeList got = run(engines.get(e).apply(brain.network()), brain, pieces);
        if (got.hash(0) != expected.hash(0)) {
          return "engine " + e + " in " + pieces + ": " + first(expected, got);
        }
      }
    }
    return "";
  }

  private static String first(SpikeList expected, SpikeList got) {
    for (int i = 0; i < Math.min(expected.size(), got.size()); i++) {
      if (expected.step(i) != got.step(i) || expected.neuron(i) != got.neuron(i)) {
        return "spike "
            + i
            + " is ("
            + got.step(i)
            + ", "
            + got.neuron(i)
            + "), not ("
            + expected.step(i)
            + ", "
            + expected.neuron(i)
            + ")";
      }
    }
    return got.size() + " spikes, not " + expected.size();
  }

  /**
   * How a simulation is cut into calls.
   *
   * @param longest a call's most steps; 0 for all at once
   * @param random whether calls are shorter, at random
   * @param saved whether each goes on from what was saved after the one before
   */
  private record Pieces(int longest, boolean random, boolean saved) {
    static final Pieces ONE = new Pieces(0, false, false);
  }

  /** At once, and in one other way: as long as the delay, random, single steps, saved. */
  private static List<Pieces> pieces(RandomBrain brain, int engine, boolean crew) {
    int delay = brain.parameters().delaySteps();
    // Threads are started for each call.
    int shortest = crew ? 2 * delay + 1 : 1;
    return List.of(
        Pieces.ONE,
        switch ((int) ((brain.seed() + engine) % 4)) {
          case 0 -> new Pieces(delay, false, false);
          case 1 -> new Pieces(3 * delay, true, false);
          case 2 -> new Pieces(shortest, false, false);
          default -> new Pieces(brain.steps(), true, true);
        });
  }

  private static SpikeList run(BrainEngine engine, RandomBrain brain, Pieces pieces) {
    SpikeList spikes = new SpikeList();
    BrainState state = engine.start();
    Draws draws = Stream.of(brain.seed(), "pieces").draws();
    while (state.step() < brain.steps()) {
      int left = brain.steps() - state.step();
      int most = pieces.longest == 0 ? left : pieces.longest;
      int steps = Math.min(left, pieces.random ? 1 + draws.integer(most) : most);
      engine.advance(state, brain.drive(), steps, spikes);
      if (pieces.saved) {
        state = engine.restore(state.save());
      }
    }
    return spikes;
  }
}
