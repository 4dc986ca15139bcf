package homeostat.spiking.brain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.connectome.brain.RowBuilder;
import homeostat.spiking.brain.FrameEngine.Looking;
import homeostat.spiking.brain.FrameEngine.Precision;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Answers that can be written down: the reference, and with it all engines, must give them. */
class ClosedFormTest {
  private static final BrainParameters FLY = BrainParameters.fly();

  /** Neuron 0 excites neuron 1 with {@code count} synapses. */
  private static BrainNetwork pair(int count, boolean... tireless) {
    RowBuilder rows = new RowBuilder(2, 1);
    rows.add(1, count);
    rows.endRow();
    rows.endRow();
    return new BrainNetwork(
        rows.build(), FLY, new boolean[2], tireless.length == 0 ? new boolean[2] : tireless);
  }

  private static ListedDrive inputs(double millivolts, int... steps) {
    double[] weights = new double[steps.length];
    java.util.Arrays.fill(weights, millivolts);
    return new ListedDrive(steps, new int[steps.length], weights);
  }

  /** u(s) = k w (e^(-s/tau_m) - e^(-s/tau_syn)), s after the arrival, for one input spike. */
  @Test
  void oneInputGivesTheAlphaShapedPotential() {
    int count = 100;
    ReferenceEngine engine = new ReferenceEngine(pair(count));
    BrainState state = engine.start();
    SpikeList spikes = new SpikeList();
    int sent = 11; // felt one step after the input of step 10
    double k = FLY.tauSynapse() / (FLY.tauMembrane() - FLY.tauSynapse());
    for (int step = 0; step < 1000; step++) {
      engine.advance(state, inputs(60, 10), 1, spikes);
      double s = (step - sent - FLY.delaySteps()) * FLY.dt();
      double expected =
          s <= 0
              ? 0
              : k
                  * count
                  * FLY.perSynapse()
                  * (Math.exp(-s / FLY.tauMembrane()) - Math.exp(-s / FLY.tauSynapse()));
      assertEquals(expected, engine.potential(state, 1), 1e-10, "step " + step);
    }
    assertEquals(1, spikes.size());
    assertEquals(sent, spikes.step(0));
  }

  /** Two inputs d apart fire the neuron if, and only if, the sum of their potentials exceeds it. */
  @Test
  void coincidentInputsFireWhereOneDoesNot() {
    // One input of w peaks at 0.1575 w; two at once at twice that.
    double peak = Math.pow(4, -1.0 / 3) / 3 * 0.75;
    int one = (int) (FLY.theta() / (peak * FLY.perSynapse()));
    assertEquals(0, firings(pair(one), inputs(60, 10)));
    assertEquals(1, firings(pair(one + 1), inputs(60, 10)));
    int half = one / 2 + 2;
    assertEquals(0, firings(pair(half), inputs(60, 10)));
    boolean[] tireless = {true, false};
    assertEquals(1, firings(pair(half, tireless), inputs(60, 10, 12)), "two steps apart");
    assertEquals(0, firings(pair(half, tireless), inputs(60, 10, 300)), "29 ms apart");
  }

  /**
   * Inputs that raise v by a constant in every step: n steps after it integrates again, u is the
   * geometric sum raise (a + a^2 + ... + a^n), and the neuron fires when that exceeds theta.
   */
  @Test
  void regularTrainFiresAtTheRateOfTheFormula() {
    double a = Math.exp(-FLY.dt() / FLY.tauMembrane());
    double raise = 0.05;
    int n = 1;
    while (raise * a * (1 - Math.pow(a, n)) / (1 - a) <= FLY.theta()) {
      n++;
    }
    // Inputs of steps k+22 .. are felt from k+23 on: the period is the refractory time and n steps.
    int period = FLY.refractorySteps() + n;
    int steps = 20 * period;
    int[] each = IntStream.range(0, steps).toArray();
    for (BrainEngine engine : engines(pair(1))) {
      SpikeList spikes = new SpikeList();
      engine.advance(engine.start(), inputs(raise, each), steps, spikes);
      int[] gaps =
          IntStream.range(1, spikes.size()).map(i -> spikes.step(i) - spikes.step(i - 1)).toArray();
      assertTrue(gaps.length >= 15, "only " + spikes);
      assertArrayEquals(IntStream.generate(() -> period).limit(gaps.length).toArray(), gaps);
    }
  }

  /** While refractory, and in the step of its own spike, a neuron hears nothing. */
  @Test
  void inputInTheRefractoryWindowIsLost() {
    int strong = 1000;
    for (int late = -2; late <= 24; late++) {
      // Neuron 1 fires by itself at step 100; an input of neuron 0 arrives late steps after.
      int arrival = 100 + late;
      int driven = arrival - FLY.delaySteps() - 1;
      ListedDrive drive =
          driven < 99
              ? new ListedDrive(new int[] {driven, 99}, new int[] {0, 1}, new double[] {60, 60})
              : new ListedDrive(new int[] {99, driven}, new int[] {1, 0}, new double[] {60, 60});
      // A spike wipes what came before it; what comes in its step and while refractory is lost.
      boolean heard = late >= FLY.refractorySteps();
      for (BrainEngine engine : engines(pair(strong))) {
        SpikeList spikes = new SpikeList();
        engine.advance(engine.start(), drive, 160, spikes);
        long own = IntStream.range(0, spikes.size()).filter(i -> spikes.neuron(i) == 1).count();
        assertEquals(heard, own > 1, "arrival " + late + " steps after the spike");
      }
    }
  }

  @Test
  void theTestOfFiringAheadIsThatOfTheClosedForm() {
    FireTest four = new FireTest(FLY, 0);
    double theta = FLY.theta();
    for (double alpha = theta + 0.01; alpha < 6 * theta; alpha += 0.37) {
      double beta = 27 * Math.pow(alpha, 4) / (256 * Math.pow(theta, 3));
      if (alpha < 4 * beta) {
        assertTrue(four.canFire(alpha, beta * (1 - 1e-12)), "alpha " + alpha);
        assertTrue(!four.canFire(alpha, beta * (1 + 1e-12)), "alpha " + alpha);
      }
    }
  }

  @Test
  void valuesWithoutMeaningAreRefusedByName() {
    assertMessage("delay = 0.04 is shorter than a step", () -> with(20, 5, 0.04, -45));
    assertMessage("tau_membrane = 5.0 is not above", () -> with(5, 5, 1.8, -45));
    assertMessage("threshold = -60.0 is not above rest", () -> with(20, 5, 1.8, -60));
  }

  private static void assertMessage(String part, Runnable making) {
    String message =
        String.valueOf(assertThrows(IllegalArgumentException.class, making::run).getMessage());
    assertTrue(message.contains(part), message);
  }

  private static BrainParameters with(
      double tauMembrane, double tauSynapse, double delay, double threshold) {
    return new BrainParameters(
        -52,
        -52,
        threshold,
        tauMembrane,
        tauSynapse,
        2.2,
        delay,
        0.275,
        0.1,
        BrainParameters.Refractoriness.FROZEN);
  }

  private static long firings(BrainNetwork network, Drive drive) {
    long found = -1;
    for (BrainEngine engine : engines(network)) {
      SpikeList spikes = new SpikeList();
      engine.advance(engine.start(), drive, 2000, spikes);
      long own = IntStream.range(0, spikes.size()).filter(i -> spikes.neuron(i) == 1).count();
      assertTrue(found < 0 || found == own, "engines differ");
      found = own;
    }
    return found;
  }

  private static List<BrainEngine> engines(BrainNetwork network) {
    return List.of(
        new ReferenceEngine(network),
        new FrameEngine(network, Looking.WATCHED, Precision.FLOAT64, 1),
        new FrameEngine(network, Looking.DENSE, Precision.FLOAT64, 1));
  }
}
