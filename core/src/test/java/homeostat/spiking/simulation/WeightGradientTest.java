package homeostat.spiking.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import homeostat.kernel.Csr;
import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.FactorGradient;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.SpikingNetwork;
import homeostat.spiking.SynapticWeights;
import homeostat.spiking.WeightGradient;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightGradientTest {
  private static final int BATCH = 18;
  private static final int NEURONS = 23;
  private static final int INPUTS = 9;
  private static final int STEPS = 30;

  private final Parallel one = new Parallel(1);
  private final RandomNetwork random = RandomNetwork.of(3, NEURONS, INPUTS);
  private final SpikingNetwork network = random.network();
  private final ChunkInput input =
      ChunkInput.dense(RandomNetwork.spikes(4, BATCH * STEPS * INPUTS), BATCH, STEPS, INPUTS);
  private final List<Sensitivity.Weighted> direct =
      List.of(
          new Sensitivity.Weighted(
              new Sensitivity.Spikes(RandomNetwork.gradient(1, BATCH * STEPS * NEURONS)), 1));

  private Simulator ran(ScalingFactors factors, SynapticWeights weights) {
    Simulator simulator = new Simulator(network, BATCH, STEPS, Recording.ADJOINT, one);
    simulator.load(weights);
    simulator.forward(NetworkState.atReset(network, BATCH), factors, input);
    return simulator;
  }

  /** A scaling factor scales all weights of its block, so its gradient is the sum of theirs. */
  @Test
  void sumsToTheGradientOfTheScalingFactorOfEachBlock() {
    Simulator simulator = ran(random.factors(), network.weights());
    FactorGradient expected =
        simulator.backward(random.factors(), input, NetworkState.zero(network, BATCH), direct);
    WeightGradient weights =
        simulator.backward(
            network.weights(), random.factors(), input, NetworkState.zero(network, BATCH), direct);
    sums(expected.recurrent(), network.recurrent(), network.cellTypes(), weights.recurrent());
    sums(
        expected.feedforward(), network.feedforward(), network.inputTypes(), weights.feedforward());
  }

  private void sums(double[] expected, Csr wiring, int[] senders, double[] gradient) {
    double[] sums = new double[expected.length];
    int[] rowOf = wiring.rowOfEntry();
    for (int e = 0; e < gradient.length; e++) {
      sums[senders[rowOf[e]] * 3 + network.cellTypes()[wiring.columns()[e]]] += gradient[e];
    }
    for (int i = 0; i < sums.length; i++) {
      assertEquals(expected[i], sums[i], 1e-4 * Math.abs(expected[i]) + 1e-6, "block " + i);
    }
  }

  /** Weights times 2 under factors of a half are the same network. */
  @Test
  void loadedWeightsAreThoseThatRunAndAreDifferentiated() {
    ScalingFactors half =
        new ScalingFactors(
            3,
            2,
            times(random.factors().recurrent(), 0.5),
            times(random.factors().feedforward(), 0.5));
    SynapticWeights twice =
        network
            .weights()
            .with(twice(network.recurrent().values()), twice(network.feedforward().values()));
    Simulator plain = ran(random.factors(), network.weights());
    Simulator loaded = ran(half, twice);
    assertArrayEquals(
        plain.record(random.factors()).spikes().toDense(), loaded.record(half).spikes().toDense());
    assertArrayEquals(
        plain
            .backward(
                network.weights(),
                random.factors(),
                input,
                NetworkState.zero(network, BATCH),
                direct)
            .recurrent(),
        loaded.backward(twice, half, input, NetworkState.zero(network, BATCH), direct).recurrent(),
        1e-6);
  }

  private static double[] times(double[] values, double factor) {
    return java.util.Arrays.stream(values).map(x -> factor * x).toArray();
  }

  private static float[] twice(float[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = 2 * values[i];
    }
    return out;
  }
}
