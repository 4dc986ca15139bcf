package homeostat.spiking.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.Sensitivity;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatorTest {
  private static final int NEURONS = 23;
  private static final int INPUTS = 9;
  private static final int STEPS = 30;

  private final Parallel one = new Parallel(1);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 16, 17, 33, 40})
  void agreesWithTheDenseEquationsForwardAndBackward(int batch) {
    DenseAgreement.check(RandomNetwork.of(batch, NEURONS, INPUTS), batch, STEPS, 10);
  }

  @Test
  void threadsChangeNoBit() {
    int batch = 70;
    RandomNetwork random = RandomNetwork.of(5, NEURONS, INPUTS);
    ChunkInput input =
        ChunkInput.dense(RandomNetwork.spikes(6, batch * STEPS * INPUTS), batch, STEPS, INPUTS);
    float[] mu = RandomNetwork.gradient(1, batch * STEPS * NEURONS);
    float[][] potentials = new float[3][];
    double[][] gradients = new double[3][];
    double[][] perSynapse = new double[3][];
    int[] threads = {1, 2, 4};
    for (int i = 0; i < 3; i++) {
      try (Parallel parallel = new Parallel(threads[i])) {
        Simulator simulator =
            new Simulator(random.network(), batch, STEPS, Recording.ADJOINT, parallel);
        NetworkState state =
            simulator.forward(
                NetworkState.atReset(random.network(), batch), random.factors(), input);
        potentials[i] = state.toArrays(random.network()).floats("v");
        gradients[i] =
            simulator
                .backward(
                    random.factors(),
                    input,
                    NetworkState.zero(random.network(), batch),
                    List.of(new Sensitivity.Weighted(new Sensitivity.Spikes(mu), 0.5)))
                .recurrent();
        perSynapse[i] =
            simulator
                .backward(
                    random.network().weights(),
                    random.factors(),
                    input,
                    NetworkState.zero(random.network(), batch),
                    List.of(new Sensitivity.Weighted(new Sensitivity.Spikes(mu), 0.5)))
                .recurrent();
      }
    }
    for (int i = 1; i < 3; i++) {
      assertArrayEquals(perSynapse[0], perSynapse[i]);
      assertArrayEquals(potentials[0], potentials[i]);
      assertArrayEquals(gradients[0], gradients[i]);
    }
  }

  /**
   * Vectors that fall back to the heap would show here: 20 kB a step, where a chunk has room for
   * its own small objects only. Compiled code is waited for.
   */
  @Test
  void aChunkAllocatesNextToNothing() {
    assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean,
        "this JVM does not count allocations");
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    int batch = 20;
    RandomNetwork random = RandomNetwork.of(5, NEURONS, INPUTS);
    ChunkInput input =
        ChunkInput.dense(RandomNetwork.spikes(6, batch * STEPS * INPUTS), batch, STEPS, INPUTS);
    var direct =
        List.of(
            new Sensitivity.Weighted(
                new Sensitivity.Spikes(RandomNetwork.gradient(1, batch * STEPS * NEURONS)), 1));
    Simulator simulator = new Simulator(random.network(), batch, STEPS, Recording.ADJOINT, one);
    NetworkState state = NetworkState.atReset(random.network(), batch);
    NetworkState costate = NetworkState.zero(random.network(), batch);
    long least = Long.MAX_VALUE;
    for (int chunk = 0; chunk < 20_000 && least > 40_000; chunk++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      simulator.forward(state, random.factors(), input);
      costate.clear();
      simulator.backward(random.factors(), input, costate, direct);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertTrue(least <= 40_000, "a chunk of " + STEPS + " steps allocates " + least + " bytes");
  }

  @Test
  void chunksAndOneRunGiveTheSameBits() {
    int batch = 18;
    RandomNetwork random = RandomNetwork.of(7, NEURONS, INPUTS);
    byte[] spikes = RandomNetwork.spikes(8, batch * STEPS * INPUTS);
    Simulator whole = new Simulator(random.network(), batch, STEPS, Recording.SPIKES, one);
    NetworkState end =
        whole.forward(
            NetworkState.atReset(random.network(), batch),
            random.factors(),
            ChunkInput.dense(spikes, batch, STEPS, INPUTS));
    Simulator part = new Simulator(random.network(), batch, 10, Recording.ADJOINT, one);
    NetworkState state = NetworkState.atReset(random.network(), batch);
    for (int chunk = 0; chunk < 3; chunk++) {
      byte[] some = new byte[batch * 10 * INPUTS];
      for (int b = 0; b < batch; b++) {
        System.arraycopy(
            spikes, (b * STEPS + chunk * 10) * INPUTS, some, b * 10 * INPUTS, 10 * INPUTS);
      }
      state = part.forward(state, random.factors(), ChunkInput.dense(some, batch, 10, INPUTS));
    }
    for (String name : List.of("v", "g")) {
      assertArrayEquals(
          end.toArrays(random.network()).floats(name),
          state.toArrays(random.network()).floats(name));
    }
  }

  @Test
  void stateSurvivesItsArrays() {
    RandomNetwork random = RandomNetwork.of(9, NEURONS, INPUTS);
    int batch = 17;
    Simulator simulator = new Simulator(random.network(), batch, STEPS, Recording.SPIKES, one);
    byte[] spikes = RandomNetwork.spikes(8, batch * STEPS * INPUTS);
    NetworkState state =
        simulator.forward(
            NetworkState.atReset(random.network(), batch),
            random.factors(),
            ChunkInput.dense(spikes, batch, STEPS, INPUTS));
    NetworkState copy = NetworkState.from(random.network(), state.toArrays(random.network()));
    for (String name : List.of("v", "g")) {
      assertArrayEquals(
          state.toArrays(random.network()).floats(name),
          copy.toArrays(random.network()).floats(name));
    }
    state.clear();
    assertEquals(0, state.v()[0][5]);
  }

  @Test
  void mistakesOfTheCallerAreNamed() {
    RandomNetwork random = RandomNetwork.of(9, NEURONS, INPUTS);
    Simulator simulator = new Simulator(random.network(), 2, 5, Recording.SPIKES, one);
    NetworkState state = NetworkState.atReset(random.network(), 2);
    ChunkInput wrong = ChunkInput.silent(2, 6, INPUTS);
    assertThrows(
        IllegalArgumentException.class, () -> simulator.forward(state, random.factors(), wrong));
    ChunkInput right = ChunkInput.silent(2, 5, INPUTS);
    assertThrows(
        IllegalStateException.class,
        () -> simulator.backward(random.factors(), right, state, List.of()));
    ChunkInput narrow = ChunkInput.silent(2, 5, INPUTS - 1);
    assertThrows(
        IllegalArgumentException.class, () -> simulator.forward(state, random.factors(), narrow));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Simulator(random.network(), 0, 5, Recording.SPIKES, one));
  }
}
