package homeostat.spiking.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.InputProcess;
import homeostat.spiking.InputSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScheduledInputTest {
  private static final int BATCH = 20;
  private static final int STEPS = 50;
  private static final int INPUTS = 60;

  private static InputSettings settings() {
    int[] types = new int[INPUTS];
    java.util.Arrays.fill(types, INPUTS / 2, INPUTS, 1);
    return new InputSettings(
        5,
        BATCH,
        STEPS,
        0.5,
        List.of("a", "b"),
        types,
        Map.of(
            "feedforward.activity.a.firing_rate",
            40.0,
            "feedforward.activity.b.firing_rate",
            40.0));
  }

  private static InputProcess poisson(InputSettings settings) {
    return new PoissonInput.Provider().create(settings);
  }

  private static InputProcess scheduled(double[] at, double[] factor) {
    return ScheduledInput.of(
        settings(), Map.of("a", new RateSchedule(at, factor)), ScheduledInputTest::poisson);
  }

  private static ChunkInput draw(InputProcess process, long chunk) {
    try (Parallel one = new Parallel(1)) {
      return process.draw(chunk, process.start(), one).input();
    }
  }

  /** Inputs of a type fire at a rate in Hz between two steps, within four standard deviations. */
  private static void fires(double rate, ChunkInput input, int type, int from, int to) {
    long spikes = 0;
    for (int b = 0; b < BATCH; b++) {
      for (int t = from; t < to; t++) {
        for (int i = 0; i < INPUTS / 2; i++) {
          spikes += input.spikes(b, t, type * INPUTS / 2 + i) ? 1 : 0;
        }
      }
    }
    double expected = rate * BATCH * (to - from) * (INPUTS / 2) * 0.5e-3;
    assertEquals(expected, spikes, 4 * Math.sqrt(expected));
  }

  @Test
  void withoutStepsItIsTheProcessItself() {
    InputProcess plain = poisson(settings());
    assertSame(
        plain, ScheduledInput.of(settings(), Map.of("a", RateSchedule.constant()), _ -> plain));
  }

  @Test
  void spikesBeforeTheFirstStepAreThoseWithoutASchedule() {
    InputProcess process = scheduled(new double[] {75}, new double[] {3});
    for (long chunk = 0; chunk < 3; chunk++) {
      assertArrayEquals(
          draw(poisson(settings()), chunk).lanes(), draw(process, chunk).lanes(), "chunk " + chunk);
    }
  }

  @Test
  void aStepInsideAChunkActsFromItsTimeOn() {
    InputProcess process = scheduled(new double[] {35, 60}, new double[] {4, 0});
    ChunkInput chunk = draw(process, 1); // 25 to 50 ms; steps at 35 ms, its 20th
    fires(40, chunk, 0, 0, 20);
    fires(160, chunk, 0, 20, 50);
    fires(40, chunk, 1, 20, 50);
    ChunkInput next = draw(process, 2); // 50 to 75 ms; steps at 60 ms
    fires(160, next, 0, 0, 20);
    fires(0, next, 0, 20, 50);
    fires(40, next, 1, 20, 50);
  }

  @Test
  void severalStepsInOneChunkAllAct() {
    ChunkInput chunk = draw(scheduled(new double[] {5, 15}, new double[] {0, 2}), 0);
    fires(40, chunk, 0, 0, 10);
    fires(0, chunk, 0, 10, 30);
    fires(80, chunk, 0, 30, 50);
  }

  @Test
  void factorsAreThoseInForce() {
    RateSchedule schedule = new RateSchedule(new double[] {10, 20}, new double[] {2, 0.5});
    assertEquals(1, schedule.factor(9.9));
    assertEquals(2, schedule.factor(10));
    assertEquals(0.5, schedule.factor(1e9));
  }

  @Test
  void impossibleSchedulesAreRefused() {
    double[] two = {1, 2};
    refused("one factor a time", new double[] {1}, two);
    refused("ascend", new double[] {2, 2}, two);
    refused("ascend", new double[] {0, 2}, two);
    refused("negative", new double[] {1, 2}, new double[] {1, -1});
  }

  private static void refused(String says, double[] at, double[] factor) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new RateSchedule(at, factor));
    assertTrue(String.valueOf(e.getMessage()).contains(says), e.getMessage());
  }
}
