package homeostat.spiking.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Csr;
import homeostat.kernel.Parallel;
import homeostat.spiking.CellParameters;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.FactorGradient;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Physiology;
import homeostat.spiking.Recording;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.SynapseParameters;
import homeostat.spiking.WeightGradient;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurrentSynapsesTest {
  private static final int STEPS = 40;

  private final Parallel one = new Parallel(1);

  /** One input onto one neuron; potentials from {@code reset} to {@code theta}. */
  private static SpikingNetwork single(float weight, double reset, double theta) {
    return new SpikingNetwork(
        RandomNetwork.csr(new float[1], 1, 1),
        RandomNetwork.csr(new float[] {weight}, 1, 1),
        new int[] {0},
        new int[] {0},
        new Physiology(
            List.of(new CellParameters("cell", 20, theta, reset, reset, 1, 0)),
            List.of(),
            List.of("in"),
            List.of(SynapseParameters.current("exc", 0, 5, true))),
        1,
        2);
  }

  private ChunkRecord run(SpikingNetwork network, ChunkInput input) {
    ScalingFactors ones = ScalingFactors.ones(network.physiology());
    Simulator simulator =
        new Simulator(network, input.batch(), input.steps(), Recording.VOLTAGES, one);
    simulator.forward(NetworkState.atReset(network, input.batch()), ones, input);
    return simulator.record(ones);
  }

  /** v after t steps of one input spike: w sum_k a^k b^(t-k). */
  @Test
  void potentialIsTheConvolutionOfTwoExponentials() {
    ChunkInput input = ChunkInput.silent(1, STEPS, 1);
    input.set(0, 0);
    ChunkRecord natural = run(single(0.1f, 0, 1), input);
    ChunkRecord millivolts = run(single(0.1f, -60, -40), input);
    double a = Math.exp(-1 / 5.0);
    double b = Math.exp(-1 / 20.0);
    for (int t = 0; t < STEPS; t++) {
      double expected = 0.1 * (Math.pow(b, t + 1) - Math.pow(a, t + 1)) / (b - a);
      assertEquals(expected, natural.voltage(0, t, 0), 1e-6, "step " + t);
      assertEquals(-60 + 20 * expected, millivolts.voltage(0, t, 0), 2e-4, "step " + t);
    }
  }

  /** A constant input of x adds w x a step: the current settles at w x / (1 - a). */
  @Test
  void constantInputsAddTheirRateAtEveryStep() {
    double x = 0.006;
    ChunkInput input = ChunkInput.silent(3, 4000, 1).withConstant(new double[] {x});
    ChunkRecord record = run(single(0.5f, 0, 1), input);
    double settled = 0.5 * x / (1 - Math.exp(-1 / 5.0)) / (1 - Math.exp(-1 / 20.0));
    for (int b = 0; b < 3; b++) {
      assertEquals(settled, record.voltage(b, 3999, 0), 1e-5);
    }
  }

  /** Constant drive: it fires when the sum crosses 1, at once resets to 0, and again. */
  @Test
  void firesAtThresholdOneAndResetsToZero() {
    ChunkInput input = ChunkInput.silent(1, 50, 1);
    for (int t = 0; t < 50; t++) {
      input.set(0, t);
    }
    ChunkRecord record = run(single(0.3f, 0, 1), input);
    byte[] spikes = record.spikes().toDense();
    int fired = 0;
    for (int t = 1; t < 50; t++) {
      assertEquals(record.voltage(0, t - 1, 0) > 1 ? 1 : 0, spikes[t]);
      if (spikes[t] == 1) {
        assertEquals(0, record.voltage(0, t, 0));
        fired++;
      }
    }
    assertTrue(fired > 5, "spikes " + fired);
  }

  private static SpikingNetwork network(RandomNetwork random, float gain) {
    return new SpikingNetwork(
        times(random.network().recurrent(), gain),
        times(random.network().feedforward(), gain),
        random.network().cellTypes(),
        random.network().inputTypes(),
        new Physiology(
            List.of(
                new CellParameters("excitatory", 85, -38, -60, -60, 1, 0),
                new CellParameters("inhibitory", 50, -45, -60, -62, 1, 0),
                new CellParameters("single", 20, 1, 0, 0, 1, 0)),
            List.of(
                SynapseParameters.current("exc", 0, 5, true),
                SynapseParameters.current("slow", 0, 30, true),
                SynapseParameters.current("inh", 1, 10, false),
                SynapseParameters.current("exc", 2, 5, true)),
            List.of("mitral", "granule"),
            List.of(
                SynapseParameters.current("in", 0, 5, true),
                SynapseParameters.current("in", 1, 5, true))),
        1,
        10);
  }

  private static Csr times(Csr wiring, float factor) {
    float[] values = wiring.values().clone();
    for (int e = 0; e < values.length; e++) {
      values[e] *= factor;
    }
    return wiring.with(values);
  }

  /** A scaling factor scales all weights of its block, so its gradient is the sum of theirs. */
  @Test
  void weightsOfABlockSumToItsScalingFactor() {
    RandomNetwork random = RandomNetwork.of(8, 23, 9);
    SpikingNetwork network = network(random, 0.3f);
    ChunkInput input =
        ChunkInput.dense(RandomNetwork.spikes(4, 18 * STEPS * 9), 18, STEPS, 9)
            .withConstant(new double[] {0.01, 0, 0.02, 0, 0, 0.01, 0.03, 0, 0.01});
    Simulator simulator = new Simulator(network, 18, STEPS, Recording.ADJOINT, one);
    simulator.forward(NetworkState.atReset(network, 18), random.factors(), input);
    assertTrue(simulator.record(random.factors()).spikes().times().length > 500);
    var direct =
        List.of(
            new Sensitivity.Weighted(
                new Sensitivity.Spikes(RandomNetwork.gradient(1, 18 * STEPS * 23)), 1));
    FactorGradient factors =
        simulator.backward(random.factors(), input, NetworkState.zero(network, 18), direct);
    WeightGradient weights =
        simulator.backward(
            network.weights(), random.factors(), input, NetworkState.zero(network, 18), direct);
    sums(
        factors.recurrent(),
        network.recurrent(),
        network.cellTypes(),
        network,
        weights.recurrent());
    sums(
        factors.feedforward(),
        network.feedforward(),
        network.inputTypes(),
        network,
        weights.feedforward());
    assertTrue(Math.abs(factors.feedforward()[0]) > 1e-6);
  }

  private static void sums(
      double[] expected, Csr wiring, int[] senders, SpikingNetwork network, double[] gradient) {
    double[] sums = new double[expected.length];
    int[] rowOf = wiring.rowOfEntry();
    for (int e = 0; e < rowOf.length; e++) {
      sums[senders[rowOf[e]] * 3 + network.cellTypes()[wiring.columns()[e]]] += gradient[e];
    }
    for (int i = 0; i < sums.length; i++) {
      assertEquals(expected[i], sums[i], 1e-6 + 1e-4 * Math.abs(expected[i]), "block " + i);
    }
  }

  /** Below threshold nothing is approximated: the gradient of potentials is that of the sums. */
  @Test
  void gradientOfPotentialsIsTheirDifference() {
    RandomNetwork random = RandomNetwork.of(8, 23, 9);
    SpikingNetwork network = network(random, 0.002f);
    ChunkInput input =
        ChunkInput.dense(RandomNetwork.spikes(4, 2 * STEPS * 9), 2, STEPS, 9)
            .withConstant(new double[] {0.01, 0, 0.02, 0, 0, 0.01, 0.03, 0, 0.01});
    float[] nu = RandomNetwork.gradient(1, 2 * STEPS * 23);
    Simulator simulator = new Simulator(network, 2, STEPS, Recording.ADJOINT, one);
    simulator.forward(NetworkState.atReset(network, 2), random.factors(), input);
    assertEquals(0, simulator.record(random.factors()).spikes().times().length);
    double[] gradient =
        simulator
            .backward(
                random.factors(),
                input,
                NetworkState.zero(network, 2),
                List.of(new Sensitivity.Weighted(new Sensitivity.Voltages(nu), 1)))
            .feedforward();
    for (int i = 0; i < gradient.length; i++) {
      double difference =
          (sum(simulator, network, nu, input, scaled(random.factors(), i, 1.1))
                  - sum(simulator, network, nu, input, scaled(random.factors(), i, 0.9)))
              / 0.2;
      assertEquals(difference, gradient[i], 2e-2 * Math.abs(difference) + 2e-3, "factor " + i);
    }
  }

  private static ScalingFactors scaled(ScalingFactors factors, int i, double by) {
    double[] feedforward = factors.feedforward().clone();
    feedforward[i] *= by;
    return new ScalingFactors(
        factors.types(), factors.inputTypes(), factors.recurrent(), feedforward);
  }

  private static double sum(
      Simulator simulator,
      SpikingNetwork network,
      float[] nu,
      ChunkInput input,
      ScalingFactors factors) {
    simulator.forward(NetworkState.atReset(network, 2), factors, input);
    ChunkRecord record = simulator.record(factors);
    double sum = 0;
    for (int i = 0; i < nu.length; i++) {
      sum += nu[i] * (double) record.voltage(i / 23 / STEPS, i / 23 % STEPS, i % 23);
    }
    return sum;
  }

  @Test
  void chunksAndThreadsChangeNoBit() {
    RandomNetwork random = RandomNetwork.of(8, 23, 9);
    SpikingNetwork network = network(random, 0.3f).refractory();
    byte[] spikes = RandomNetwork.spikes(4, 40 * STEPS * 9);
    NetworkState whole =
        new Simulator(network, 40, STEPS, Recording.SPIKES, one)
            .forward(
                NetworkState.atReset(network, 40),
                random.factors(),
                ChunkInput.dense(spikes, 40, STEPS, 9));
    try (Parallel three = new Parallel(3)) {
      Simulator part = new Simulator(network, 40, 10, Recording.ADJOINT, three);
      NetworkState state = NetworkState.atReset(network, 40);
      for (int from = 0; from < STEPS; from += 10) {
        byte[] some = new byte[40 * 10 * 9];
        for (int b = 0; b < 40; b++) {
          System.arraycopy(spikes, (b * STEPS + from) * 9, some, b * 10 * 9, 10 * 9);
        }
        state = part.forward(state, random.factors(), ChunkInput.dense(some, 40, 10, 9));
      }
      for (String name : List.of("v", "g")) {
        assertArrayEquals(
            whole.toArrays(network).floats(name), state.toArrays(network).floats(name));
      }
    }
  }

  @Test
  void synapsesAreAllOfOneKind() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Physiology(
                List.of(new CellParameters("cell", 20, 1, 0, 0, 1, 0)),
                List.of(new SynapseParameters("AMPA", 0, 0.1, 5, 0, 1)),
                List.of("in"),
                List.of(SynapseParameters.current("exc", 0, 5, true))));
    assertThrows(
        IllegalArgumentException.class, () -> SynapseParameters.current("exc", 0, 0, true));
  }
}
