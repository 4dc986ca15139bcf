package homeostat.spiking.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.Sensitivity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A gradient in a short form is the same as in a long one. */
class DirectGradientTest {
  private static final int BATCH = 19;
  private static final int STEPS = 25;
  private static final int NEURONS = 23;
  private static final int INPUTS = 9;

  private final RandomNetwork random = RandomNetwork.of(3, NEURONS, INPUTS);
  private final ChunkInput input =
      ChunkInput.dense(RandomNetwork.spikes(4, BATCH * STEPS * INPUTS), BATCH, STEPS, INPUTS);
  private final Simulator simulator =
      new Simulator(random.network(), BATCH, STEPS, Recording.ADJOINT, new Parallel(1));

  private double[] gradient(Sensitivity direct) {
    return simulator
        .backward(
            random.factors(),
            input,
            NetworkState.zero(random.network(), BATCH),
            List.of(new Sensitivity.Weighted(direct, 1)))
        .recurrent();
  }

  private ChunkRecord ran() {
    simulator.forward(NetworkState.atReset(random.network(), BATCH), random.factors(), input);
    return simulator.record(random.factors());
  }

  @Test
  void togglesAreDifferentAtSpikes() {
    byte[] spikes = ran().spikes().toDense();
    float[] more = RandomNetwork.gradient(1, BATCH * NEURONS);
    float[] less = RandomNetwork.gradient(2, BATCH * NEURONS);
    float[] dense = new float[spikes.length];
    for (int i = 0; i < dense.length; i++) {
      int cell = i / (STEPS * NEURONS) * NEURONS + i % NEURONS;
      dense[i] = spikes[i] == 0 ? more[cell] : less[cell];
    }
    close(new Sensitivity.Spikes(dense), new Sensitivity.SpikeToggle(more, less));
  }

  @Test
  void linesFadeTowardsTheStart() {
    ChunkRecord record = ran();
    float[] slope = RandomNetwork.gradient(1, BATCH * NEURONS);
    float[] offset = RandomNetwork.gradient(2, BATCH * NEURONS);
    float[] dense = new float[BATCH * STEPS * NEURONS];
    for (int i = 0; i < dense.length; i++) {
      int b = i / (STEPS * NEURONS);
      int t = i / NEURONS % STEPS;
      int n = i % NEURONS;
      float v = record.voltage(b, t, n);
      dense[i] =
          (float)
              (Math.pow(0.9, STEPS - 1 - t)
                  * (slope[b * NEURONS + n] * v + offset[b * NEURONS + n]));
    }
    close(new Sensitivity.Voltages(dense), new Sensitivity.VoltageLine(slope, offset, 0.9));
  }

  private void close(Sensitivity longForm, Sensitivity shortForm) {
    double[] expected = gradient(longForm);
    double largest = java.util.Arrays.stream(expected).map(Math::abs).max().orElse(0);
    assertArrayEquals(expected, gradient(shortForm), 1e-4 * largest);
  }
}
