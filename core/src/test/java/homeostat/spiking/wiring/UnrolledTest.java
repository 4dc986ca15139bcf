package homeostat.spiking.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Csr;
import homeostat.kernel.Draws;
import homeostat.kernel.Parallel;
import homeostat.kernel.Stream;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.SynapticWeights;
import homeostat.spiking.simulation.RandomNetwork;
import homeostat.spiking.simulation.Simulator;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnrolledTest {
  private static final int BATCH = 3;
  private static final int STEPS = 60;
  private static final int INPUTS = 9;
  private static final int NEURONS = 23;

  private final RandomNetwork random = RandomNetwork.of(5, NEURONS, INPUTS);
  private final ChunkInput external =
      ChunkInput.dense(RandomNetwork.spikes(4, BATCH * STEPS * INPUTS), BATCH, STEPS, INPUTS);

  private static SpikeTrains run(SpikingNetwork network, ScalingFactors factors, ChunkInput input) {
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
    SpikingNetwork unrolled = Unrolled.network(random.network(), 1);
    ScalingFactors factors = Unrolled.factors(random.factors());
    SpikeTrains forced = run(unrolled, factors, Unrolled.input(external, own));
    assertTrue(own.times().length > 100, "too quiet to show anything");
    assertArrayEquals(own.toDense(), forced.toDense());
  }

  /**
   * The published order spikes a step sooner: it compares the potential that has just been made.
   * Factors scale the weights of their block, so their gradient is the sum of the weights'.
   */
  @Test
  void publishedOrderResetsWithinTheStepAndGivesAGradientForEveryBlock() {
    SpikingNetwork unrolled = Unrolled.network(random.network(), 1).withSpikesInStep();
    ScalingFactors factors = Unrolled.factors(random.factors());
    SpikeTrains own = run(random.network(), random.factors(), external);
    ChunkInput input = Unrolled.input(external, own);
    try (Parallel one = new Parallel(1)) {
      Simulator simulator = new Simulator(unrolled, BATCH, STEPS, Recording.ADJOINT, one);
      simulator.forward(NetworkState.atReset(unrolled, BATCH), factors, input);
      ChunkRecord record = simulator.record(factors);
      assertTrue(record.spikes().times().length > 100);
      for (int n = 0; n < NEURONS; n++) {
        float reset = (float) unrolled.physiology().cells().get(unrolled.cellTypes()[n]).reset();
        for (int e = record.spikes().from(0, n); e < record.spikes().to(0, n); e++) {
          assertEquals(reset, record.voltage(0, record.spikes().times()[e], n));
        }
      }
      var direct =
          List.of(
              new Sensitivity.Weighted(
                  new Sensitivity.Spikes(RandomNetwork.gradient(1, BATCH * STEPS * NEURONS)), 1));
      double[] blocks =
          simulator
              .backward(factors, input, NetworkState.zero(unrolled, BATCH), direct)
              .feedforward();
      double[] weights =
          simulator
              .backward(
                  unrolled.weights(), factors, input, NetworkState.zero(unrolled, BATCH), direct)
              .feedforward();
      double[] sums = new double[blocks.length];
      int[] rowOf = unrolled.feedforward().rowOfEntry();
      for (int e = 0; e < weights.length; e++) {
        int receiver = unrolled.cellTypes()[unrolled.feedforward().columns()[e]];
        sums[unrolled.inputTypes()[rowOf[e]] * factors.types() + receiver] += weights[e];
      }
      for (int i = 0; i < sums.length; i++) {
        assertEquals(blocks[i], sums[i], 1e-5 + 1e-3 * Math.abs(blocks[i]), "block " + i);
      }
    }
    assertThrows(IllegalArgumentException.class, () -> random.network().withSpikesInStep());
  }

  @Test
  void perturbedWeightsUnderTheirTargetsAreTheOriginal() {
    Perturbation perturbation = Perturbation.draw(0.1, 3, 2, Stream.of(1, "perturbation").draws());
    SynapticWeights weights = perturbation.of(random.network());
    SynapticWeights back =
        new Perturbation(perturbation.targets())
            .of(
                new SpikingNetwork(
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
