package homeostat.spiking.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Csr;
import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.SpikeTrains;
import homeostat.spiking.SpikingNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The adjoint of a network that spikes and resets within the step. */
class SameStepGradientTest {
  private static final int BATCH = 2;
  private static final int STEPS = 30;
  private static final int NEURONS = 11;
  private static final int INPUTS = 9;
  private static final double SURROGATE = 2;

  private final RandomNetwork random = RandomNetwork.of(3, NEURONS, INPUTS);
  private final SpikingNetwork network =
      new SpikingNetwork(
              RandomNetwork.csr(new float[NEURONS * NEURONS], NEURONS, NEURONS),
              strong(random.network().feedforward()),
              random.network().cellTypes(),
              random.network().inputTypes(),
              RandomNetwork.PHYSIOLOGY,
              1,
              SURROGATE)
          .withSpikesInStep();
  private final ChunkInput input =
      ChunkInput.dense(RandomNetwork.spikes(8, BATCH * STEPS * INPUTS), BATCH, STEPS, INPUTS);
  private final float[] nu = RandomNetwork.gradient(1, BATCH * STEPS * NEURONS);

  /** Weights that drive conductances into their clamps. */
  private static Csr strong(Csr wiring) {
    float[] values = wiring.values().clone();
    for (int e = 0; e < values.length; e++) {
      values[e] *= e % 3 == 0 ? 6 : 0.7f;
    }
    return new Csr(wiring.rows(), wiring.cols(), wiring.offsets(), wiring.columns(), values);
  }

  private record Ran(SpikeTrains spikes, double loss, double[] gradient, float[] voltages) {}

  /**
   * L = sum of nu v' (and of mu s), and its gradient with respect to the logarithms of the
   * feedforward factors.
   */
  private Ran run(double[] feedforward, Sensitivity sensitivity) {
    ScalingFactors factors =
        new ScalingFactors(3, 2, random.factors().recurrent().clone(), feedforward);
    try (Parallel one = new Parallel(1)) {
      Simulator simulator = new Simulator(network, BATCH, STEPS, Recording.ADJOINT, one);
      simulator.forward(NetworkState.atReset(network, BATCH), factors, input);
      double loss = 0;
      float[] voltages = new float[nu.length];
      for (int i = 0; i < nu.length; i++) {
        int trial = i / NEURONS / STEPS;
        voltages[i] = simulator.record(factors).voltage(trial, i / NEURONS % STEPS, i % NEURONS);
        loss += nu[i] * (double) voltages[i];
      }
      double[] gradient =
          simulator
              .backward(
                  factors,
                  input,
                  NetworkState.zero(network, BATCH),
                  List.of(new Sensitivity.Weighted(sensitivity, 1)))
              .feedforward();
      return new Ran(simulator.record(factors).spikes(), loss, gradient, voltages);
    }
  }

  /** As long as no spike moves, potentials depend smoothly on the factors, across resets too. */
  @Test
  void gradientOfPotentialsIsTheirDifferenceAcrossSpikesAndClamps() {
    double[] at = random.factors().feedforward();
    Ran here = run(at, new Sensitivity.Voltages(nu));
    assertTrue(here.spikes().times().length > 30, "spikes: " + here.spikes().times().length);
    double step = 1e-3;
    for (int i = 0; i < at.length; i++) {
      double[] more = at.clone();
      double[] less = at.clone();
      more[i] *= 1 + step;
      less[i] *= 1 - step;
      Ran up = run(more, new Sensitivity.Voltages(nu));
      Ran down = run(less, new Sensitivity.Voltages(nu));
      assertArrayEquals(up.spikes().toDense(), down.spikes().toDense(), "a spike moved");
      double difference = (up.loss() - down.loss()) / (2 * step);
      assertEquals(
          difference, here.gradient()[i], 0.02 * Math.abs(difference) + 0.05, "factor " + i);
    }
  }

  /** Where nothing spikes, a spike's surrogate is a slope of the potential that was compared. */
  @Test
  void gradientOfSpikesIsTheSurrogateOfTheComparedPotential() {
    double[] weak = random.factors().feedforward().clone();
    java.util.Arrays.setAll(weak, i -> weak[i] * 0.02);
    Ran spikes = run(weak, new Sensitivity.Spikes(nu));
    assertEquals(0, spikes.spikes().times().length);
    float[] slope = new float[nu.length];
    for (int i = 0; i < nu.length; i++) {
      double theta = network.physiology().cells().get(network.cellTypes()[i % NEURONS]).theta();
      double root = SURROGATE * Math.abs(spikes.voltages()[i] - theta) + 1;
      slope[i] = (float) (nu[i] / (root * root));
    }
    double[] expected = run(weak, new Sensitivity.Voltages(slope)).gradient();
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], spikes.gradient()[i], 1e-3 * Math.abs(expected[i]), "factor " + i);
    }
  }
}
