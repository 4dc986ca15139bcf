package homeostat.spiking.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.SpikeTrains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefractorinessTest {
  private static final int NEURONS = 23;
  private static final int INPUTS = 9;
  private static final int STEPS = 30;

  private final Parallel one = new Parallel(1);

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 17})
  void agreesWithTheDenseEquationsWithRefractoriness(int batch) {
    RandomNetwork random = refractory(RandomNetwork.of(batch, NEURONS, INPUTS));
    DenseAgreement.check(random, batch, STEPS, 5);
  }

  private static RandomNetwork refractory(RandomNetwork random) {
    return new RandomNetwork(
        random.network().refractory(), random.factors(), random.w(), random.v());
  }

  /** In chunks of 7 steps the rest is carried; between spikes lie tau_ref and two steps. */
  @Test
  void refractorinessGoesOnFromChunkToChunk() {
    int batch = 3;
    RandomNetwork random = refractory(RandomNetwork.of(3, NEURONS, INPUTS));
    byte[] spikes = RandomNetwork.spikes(3, batch * STEPS * INPUTS);
    ChunkInput input = ChunkInput.dense(spikes, batch, STEPS, INPUTS);
    Simulator whole = new Simulator(random.network(), batch, STEPS, Recording.SPIKES, one);
    whole.forward(NetworkState.atReset(random.network(), batch), random.factors(), input);
    SpikeTrains expected = whole.record(random.factors()).spikes();
    assertTrue(shortestInterval(expected) >= 8 + 2);
    RandomNetwork plain = RandomNetwork.of(3, NEURONS, INPUTS);
    Simulator without = new Simulator(plain.network(), batch, STEPS, Recording.SPIKES, one);
    without.forward(NetworkState.atReset(plain.network(), batch), plain.factors(), input);
    assertTrue(shortestInterval(without.record(plain.factors()).spikes()) < 8 + 2);
    int length = 5;
    Simulator part = new Simulator(random.network(), batch, length, Recording.SPIKES, one);
    NetworkState state = NetworkState.atReset(random.network(), batch);
    byte[] dense = expected.toDense();
    for (int from = 0; from < STEPS; from += length) {
      byte[] some = new byte[batch * length * INPUTS];
      for (int b = 0; b < batch; b++) {
        System.arraycopy(
            spikes, (b * STEPS + from) * INPUTS, some, b * length * INPUTS, length * INPUTS);
      }
      // Through its arrays, as a checkpoint takes it.
      state =
          NetworkState.from(
              random.network(),
              part.forward(state, random.factors(), ChunkInput.dense(some, batch, length, INPUTS))
                  .toArrays(random.network()));
      byte[] got = part.record(random.factors()).spikes().toDense();
      for (int i = 0; i < got.length; i++) {
        int b = i / (length * NEURONS);
        int t = from + i / NEURONS % length;
        assertEquals(dense[(b * STEPS + t) * NEURONS + i % NEURONS], got[i], "step " + t);
      }
    }
  }

  private static int shortestInterval(SpikeTrains trains) {
    int shortest = Integer.MAX_VALUE;
    for (int n = 0; n < trains.neurons(); n++) {
      for (int b = 0; b < trains.batch(); b++) {
        for (int e = trains.from(b, n) + 1; e < trains.to(b, n); e++) {
          shortest = Math.min(shortest, trains.times()[e] - trains.times()[e - 1]);
        }
      }
    }
    return shortest;
  }
}
