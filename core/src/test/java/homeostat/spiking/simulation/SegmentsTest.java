package homeostat.spiking.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Parallel;
import homeostat.kernel.membrane.MembraneStep;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.FactorGradient;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.Sensitivity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTest {
  private static final int NEURONS = 23;
  private static final int INPUTS = 9;
  private static final int STEPS = 30;

  private final Parallel one = new Parallel(1);

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
}
