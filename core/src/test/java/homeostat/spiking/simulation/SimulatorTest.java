package homeostat.spiking.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import homeostat.kernel.Parallel;
import homeostat.kernel.membrane.MembraneStep;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.FactorGradient;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.SpikeTrains;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
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
    agrees(RandomNetwork.of(batch, NEURONS, INPUTS), batch, 10);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 17})
  void agreesWithTheDenseEquationsWithRefractoriness(int batch) {
    RandomNetwork random = refractory(RandomNetwork.of(batch, NEURONS, INPUTS));
    agrees(random, batch, 5);
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

  private void agrees(RandomNetwork random, int batch, int spikesPerTrial) {
    byte[] spikes = RandomNetwork.spikes(batch, batch * STEPS * INPUTS);
    float[] mu = RandomNetwork.gradient(1, batch * STEPS * NEURONS);
    float[] nu = RandomNetwork.gradient(2, batch * STEPS * NEURONS);
    Simulator simulator = new Simulator(random.network(), batch, STEPS, Recording.ADJOINT, one);
    ChunkInput input = ChunkInput.dense(spikes, batch, STEPS, INPUTS);
    simulator.forward(NetworkState.atReset(random.network(), batch), random.factors(), input);
    ChunkRecord record = simulator.record(random.factors());
    NetworkState costate = NetworkState.zero(random.network(), batch);
    FactorGradient gradient =
        simulator.backward(
            random.factors(),
            input,
            costate,
            List.of(
                new Sensitivity.Weighted(new Sensitivity.Spikes(mu), 1),
                new Sensitivity.Weighted(new Sensitivity.Voltages(nu), 1)));

    double[] expectedA = new double[9];
    double[] expectedFf = new double[6];
    float[] costateV = costate.toArrays(random.network()).floats("v");
    byte[] dense = record.spikes().toDense();
    int fired = 0;
    int cut = 0;
    for (int b = 0; b < batch; b++) {
      DenseReference reference =
          new DenseReference(
              random,
              Arrays.copyOfRange(spikes, b * STEPS * INPUTS, (b + 1) * STEPS * INPUTS),
              STEPS);
      for (int t = 0; t < STEPS; t++) {
        for (int n = 0; n < NEURONS; n++) {
          int at = (b * STEPS + t) * NEURONS + n;
          assertEquals(reference.spikes[t][n], dense[at], "spike " + b + " " + t + " " + n);
          assertEquals(reference.v[t + 1][n], record.voltage(b, t, n), 2e-3);
          fired += dense[at];
          for (boolean[] synapse : reference.cut[t][n]) {
            cut += synapse[0] ? 1 : 0;
          }
        }
      }
      double[] lv =
          reference.backward(
              Arrays.copyOfRange(mu, b * STEPS * NEURONS, (b + 1) * STEPS * NEURONS),
              Arrays.copyOfRange(nu, b * STEPS * NEURONS, (b + 1) * STEPS * NEURONS));
      close(lv, Arrays.copyOfRange(costateV, b * NEURONS, (b + 1) * NEURONS), 2e-3);
      for (int p = 0; p < 5; p++) {
        for (int c = 0; c < 3; c++) {
          double value = reference.factorGradient[p][c] * random.factors().of(p, c);
          if (p < 3) {
            expectedA[p * 3 + c] += value;
          } else {
            expectedFf[(p - 3) * 3 + c] += value;
          }
        }
      }
    }
    assertTrue(fired > batch * spikesPerTrial, "the network has to fire: " + fired);
    assertTrue(cut > batch, "the clamp has to act: " + cut);
    close(expectedA, floats(gradient.recurrent()), 2e-3);
    close(expectedFf, floats(gradient.feedforward()), 2e-3);
  }

  private static float[] floats(double[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) values[i];
    }
    return out;
  }

  /** Within a fraction of the largest expected value. */
  private static void close(double[] expected, float[] got, double relative) {
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], got[i], relative * largest + 1e-6, "entry " + i);
    }
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

  /** Segments that end inside of the chunk, with an odd and an even number of steps. */
  @ParameterizedTest
  @ValueSource(ints = {29, 30})
  void computingSegmentsAgainChangesNoBit(int steps) {
    int batch = 18;
    RandomNetwork random = RandomNetwork.of(5, NEURONS, INPUTS);
    byte[] spikes = RandomNetwork.spikes(6, batch * steps * INPUTS);
    float[] mu = RandomNetwork.gradient(1, batch * steps * NEURONS);
    float[] nu = RandomNetwork.gradient(2, batch * steps * NEURONS);
    ChunkInput input = ChunkInput.dense(spikes, batch, steps, INPUTS);
    var direct =
        List.of(
            new Sensitivity.Weighted(new Sensitivity.Spikes(mu), 1),
            new Sensitivity.Weighted(new Sensitivity.Voltages(nu), 1));
    double[] expected = {};
    float[] state = {};
    for (int segment : new int[] {steps, 2, 4, 8, 14, 28}) {
      Simulator simulator =
          new Simulator(random.network(), batch, steps, segment, Recording.ADJOINT, one);
      NetworkState costate = NetworkState.zero(random.network(), batch);
      for (int repeat = 0; repeat < 2; repeat++) {
        costate.clear();
        simulator.forward(NetworkState.atReset(random.network(), batch), random.factors(), input);
        FactorGradient gradient = simulator.backward(random.factors(), input, costate, direct);
        if (segment == steps) {
          expected = gradient.recurrent();
          state = costate.v()[1];
        }
        assertArrayEquals(expected, gradient.recurrent(), "segments of " + segment);
        assertArrayEquals(state, costate.v()[1], "segments of " + segment);
      }
      if (segment < steps) {
        assertThrows(
            IllegalStateException.class,
            () -> simulator.backward(random.factors(), input, costate, direct));
      }
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> new Simulator(random.network(), batch, steps, 7, Recording.ADJOINT, one));
  }

  @Test
  void aSegmentIsAsLongAsMemoryAllows() {
    long whole = Simulator.bytes(48, 5, 7, 33, 100, 100, Recording.ADJOINT);
    assertEquals(100, Simulator.segment(48, 5, 7, 33, 100, Recording.ADJOINT, whole));
    int shorter = Simulator.segment(48, 5, 7, 33, 100, Recording.ADJOINT, whole - 1);
    assertEquals(50, shorter);
    int shortest = Simulator.segment(48, 5, 7, 33, 100, Recording.ADJOINT, 0);
    long least = Simulator.bytes(48, 5, 7, 33, 100, shortest, Recording.ADJOINT);
    for (int segment = 2; segment <= 100; segment += 2) {
      long bytes = Simulator.bytes(48, 5, 7, 33, 100, segment, Recording.ADJOINT);
      assertTrue(least <= bytes, segment + " takes less");
    }
    assertTrue(least < 0.85 * whole);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 16, 4})
  void bytesCountTheArraysOfTheTape(int segment) {
    for (Recording recording : Recording.values()) {
      var seen =
          java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<Object, Boolean>());
      long bytes = 0;
      for (int width : new int[] {16, 16, 1}) {
        Tape tape = Tape.of(48 * width, 14, STEPS, segment, recording, false);
        for (MembraneStep row : tape.rows()) {
          bytes += seen.add(row.spikes()) ? 2L * row.spikes().length : 0;
          bytes += seen.add(row.cut()) ? 2L * row.cut().length : 0;
          bytes += seen.add(row.v()) ? 4L * row.v().length : 0;
          bytes += seen.add(row.total()) ? 4L * row.total().length : 0;
        }
        for (float[] start : tape.starts()) {
          bytes += 4L * start.length;
        }
      }
      assertEquals(bytes, Tape.bytes(48, 14, 33, STEPS, segment, recording));
      assertTrue(Simulator.bytes(48, 5, 7, 33, STEPS, segment, recording) > bytes);
    }
    NetworkState state = NetworkState.zero(RandomNetwork.of(1, NEURONS, INPUTS).network(), 33);
    long entries = 0;
    for (int block = 0; block < 3; block++) {
      entries += state.v()[block].length + state.g()[block].length;
    }
    assertEquals(4 * entries, NetworkState.bytes(48, 7, 33));
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
