package homeostat.spiking.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.InputProcess;
import homeostat.spiking.InputSettings;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class PoissonInputTest {
  private static final int BATCH = 20;
  private static final int STEPS = 500;
  private static final double[] RATES = {10, 0, 1000, 40, 10, 40};

  private static ChunkInput draw(long seed, long chunk, int threads) {
    try (Parallel parallel = new Parallel(threads)) {
      PoissonInput input = new PoissonInput(seed, RATES, BATCH, STEPS, 1.0);
      return input.draw(chunk, Arrays.empty(), parallel).input();
    }
  }

  @Test
  void aChunkIsAFunctionOfSeedAndNumber() {
    ChunkInput input = draw(1, 3, 1);
    assertArrayEquals(input.lanes(), draw(1, 3, 2).lanes());
    assertArrayEquals(input.lanes(), draw(1, 3, 4).lanes());
    assertTrue(!java.util.Arrays.deepEquals(input.lanes(), draw(1, 4, 1).lanes()));
    assertTrue(!java.util.Arrays.deepEquals(input.lanes(), draw(2, 3, 1).lanes()));
  }

  @Test
  void countsHaveTheMeanAndVarianceOfIndependentSpikes() {
    ChunkInput input = draw(7, 0, 1);
    for (int i = 0; i < RATES.length; i++) {
      int count = 0;
      int pairs = 0;
      for (int b = 0; b < BATCH; b++) {
        for (int t = 0; t < STEPS; t++) {
          count += input.spikes(b, t, i) ? 1 : 0;
          pairs += t > 0 && input.spikes(b, t, i) && input.spikes(b, t - 1, i) ? 1 : 0;
        }
      }
      double p = RATES[i] / 1000;
      double cells = BATCH * STEPS;
      assertEquals(p * cells, count, 5 * Math.sqrt(cells * p * (1 - p)), "input " + i);
      double expectedPairs = p * p * BATCH * (STEPS - 1);
      assertEquals(expectedPairs, pairs, p == 1 ? 0 : 6 * Math.sqrt(expectedPairs + 1));
    }
  }

  @Test
  void impossibleRatesAndSettingsAreNamed() {
    for (double rate : new double[] {-1, 1001, Double.NaN}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new PoissonInput(1, new double[] {rate}, 1, 1, 1.0));
    }
    InputSettings settings =
        new InputSettings(
            1,
            2,
            5,
            1.0,
            List.of("mitral"),
            new int[3],
            Map.of("feedforward.activity.mitral.firing_rate", 6.0));
    InputProcess.Provider provider =
        ServiceLoader.load(InputProcess.Provider.class).findFirst().orElseThrow();
    assertEquals("poisson", provider.name());
    assertEquals("poisson", provider.create(settings).name());
    assertTrue(provider.create(settings).start().names().isEmpty());
    InputSettings empty = new InputSettings(1, 2, 5, 1.0, List.of("mitral"), new int[3], Map.of());
    assertThrows(IllegalArgumentException.class, () -> provider.create(empty));
  }
}
