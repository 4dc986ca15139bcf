package homeostat.spiking.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Csr;
import homeostat.kernel.Draws;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ConductanceNetwork;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.SynapticWeights;
import homeostat.spiking.current.SameStepChunk;
import homeostat.spiking.simulation.RandomNetwork;
import homeostat.spiking.simulation.Simulator;
import org.junit.jupiter.api.Test;

class UnrolledTest {
  private static final int BATCH = 3;
  private static final int STEPS = 60;
  private static final int INPUTS = 9;
  private static final int NEURONS = 23;

  private final RandomNetwork random = RandomNetwork.of(5, NEURONS, INPUTS);
  private final ChunkInput external =
      ChunkInput.dense(RandomNetwork.spikes(4, BATCH * STEPS * INPUTS), BATCH, STEPS, INPUTS);

  private static SpikeTrains run(
      ConductanceNetwork network, ScalingFactors factors, ChunkInput input) {
    try (Parallel one = new Parallel(1)) {
      Simulator simulator = new Simulator(network, BATCH, STEPS, Recording.SPIKES, one);
      simulator.forward(NetworkState.atReset(network, BATCH), factors, input);
      return simulator.record(factors).spikes();
    }
  }

  /** Teacher forcing with a network's own spikes gives that network back. */
  @Test
  void drivenByItsOwnSpikesANetworkSpikesAsBefore() {
    SpikeTrains own = run(random.network(), random.factors(), external);
    ConductanceNetwork unrolled = Unrolled.network(random.network(), 1);
    ScalingFactors factors = Unrolled.factors(random.factors());
    SpikeTrains forced = run(unrolled, factors, Unrolled.input(external, own));
    assertTrue(own.times().length > 100, "too quiet to show anything");
    assertArrayEquals(own.toDense(), forced.toDense());
  }

  /**
   * The published order spikes a step sooner: it compares the potential that has just been made.
   */
  @Test
  void publishedOrderFiresAtAnotherTimeAndGivesAGradientForEveryInputThatSpikes() {
    ConductanceNetwork unrolled = Unrolled.network(random.network(), 1);
    ScalingFactors factors = Unrolled.factors(random.factors());
    SpikeTrains own = run(random.network(), random.factors(), external);
    SameStepChunk chunk = new SameStepChunk(unrolled, factors, Unrolled.input(external, own));
    assertTrue(chunk.spikes().times().length > 100);
    float[] mu = RandomNetwork.gradient(1, BATCH * STEPS * NEURONS);
    double[] gradient = chunk.backward(mu).feedforward();
    int moved = 0;
    for (double g : gradient) {
      assertTrue(Double.isFinite(g));
      moved += g != 0 ? 1 : 0;
    }
    assertTrue(moved > gradient.length / 2, moved + " of " + gradient.length);
  }

  @Test
  void perturbedWeightsUnderTheirTargetsAreTheOriginal() {
    Perturbation perturbation = Perturbation.draw(0.1, 3, 2, Stream.of(1, "perturbation").draws());
    SynapticWeights weights = perturbation.of(random.network());
    SynapticWeights back =
        new Perturbation(perturbation.targets())
            .of(
                new ConductanceNetwork(
                    weights.recurrent(),
                    weights.feedforward(),
                    random.network().cellTypes(),
                    random.network().inputTypes(),
                    RandomNetwork.PHYSIOLOGY,
                    1,
                    1));
    assertArrayEquals(random.network().recurrent().values(), back.recurrent().values(), 1e-5f);
    assertArrayEquals(random.network().feedforward().values(), back.feedforward().values(), 1e-5f);
    assertTrue(Math.abs(perturbation.factors().recurrent()[0] - 1) > 1e-3);
  }

  @Test
  void noiseKeepsMeanAndSpreadOfWeights() {
    Csr wiring = random.network().recurrent();
    Draws draws = Stream.of(2, "noise").draws();
    Csr noisy = WeightNoise.apply(wiring, 0.4, e -> draws.normal());
    assertEquals(mean(wiring), mean(noisy), 1e-5);
    assertEquals(spread(wiring), spread(noisy), 1e-5);
    assertTrue(Math.abs(wiring.values()[0] - noisy.values()[0]) > 1e-4);
    assertTrue(WeightNoise.negative(noisy) < noisy.entries());
  }

  private static double mean(Csr wiring) {
    double sum = 0;
    for (float w : wiring.values()) {
      sum += w;
    }
    return sum / wiring.entries();
  }

  private static double spread(Csr wiring) {
    double mean = mean(wiring);
    double sum = 0;
    for (float w : wiring.values()) {
      sum += (w - mean) * (w - mean);
    }
    return Math.sqrt(sum / wiring.entries());
  }
}
