package homeostat.spiking.brain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
      return run(new ReferenceEngine(brain.network()), brain, 0).size();
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
    SpikeList expected = run(new ReferenceEngine(brain.network()), brain, 0);
    List<Function<BrainNetwork, BrainEngine>> engines = new ArrayList<>();
    for (Looking looking : Looking.values()) {
      for (int threads = 1; threads <= mostThreads; threads *= 2) {
        int crew = threads;
        engines.add(network -> new FrameEngine(network, looking, Precision.FLOAT64, crew));
      }
    }
    for (int e = 0; e < engines.size(); e++) {
      // Some are interrupted: stopped at random steps, saved, and gone on with from what was saved.
      int interrupted = (brain.seed() + e) % 2 == 0 ? 0 : e + 1;
      SpikeList got = run(engines.get(e).apply(brain.network()), brain, interrupted);
      if (got.hash(0) != expected.hash(0)) {
        return "engine " + e + ": " + first(expected, got);
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

  private static SpikeList run(BrainEngine engine, RandomBrain brain, int interruptions) {
    SpikeList spikes = new SpikeList();
    BrainState state = engine.start();
    Draws draws = Stream.of(brain.seed(), "interruptions").at(interruptions).draws();
    while (state.step() < brain.steps()) {
      int left = brain.steps() - state.step();
      int steps = interruptions == 0 ? left : Math.min(left, 1 + draws.integer(brain.steps()));
      engine.advance(state, brain.drive(), steps, spikes);
      if (interruptions > 0) {
        state = engine.restore(state.save());
      }
    }
    return spikes;
  }
}
