package homeostat.kinds.spiking.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.BenchWorkload;
import homeostat.lab.UserError;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpikingWorkloadTest {
  private static final BenchWorkload WORKLOAD =
      ServiceLoader.load(BenchWorkload.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(workload -> workload.subject().equals("spiking"))
          .findFirst()
          .orElseThrow();

  private static Map<String, Object> run(Map<String, String> changes) {
    Map<String, String> settings = new HashMap<>(WORKLOAD.defaults());
    settings.putAll(Map.of("neurons", "200", "inputs", "100", "batch", "20", "repeats", "1"));
    settings.putAll(changes);
    return WORKLOAD.run(settings).asMap();
  }

  private static double number(Map<String, Object> row, String key) {
    return ((Number) Objects.requireNonNull(row.get(key))).doubleValue();
  }

  @Test
  void oneNetworkGivesOneChecksumWhateverTheThreadsAndRepeats() {
    Map<String, Object> one = run(Map.of());
    Map<String, Object> two = run(Map.of("threads", "2", "repeats", "3"));
    Map<String, Object> weights = run(Map.of("mode", "weights"));
    assertEquals(
        weights.get("checksum"), run(Map.of("mode", "weights", "threads", "4")).get("checksum"));
    assertEquals(one.get("spikes"), weights.get("spikes"));
    Map<String, Object> segments = run(Map.of("segment", "20"));
    assertEquals(one.get("checksum"), segments.get("checksum"));
    assertTrue(number(segments, "network_bytes") < number(one, "network_bytes"));
    Map<String, Object> other = run(Map.of("seed", "44"));
    assertEquals(one.get("checksum"), two.get("checksum"));
    assertEquals(one.get("grad_norm"), two.get("grad_norm"));
    assertNotEquals(one.get("checksum"), other.get("checksum"));
    assertTrue(number(one, "forward_s") > 0 && number(one, "backward_s") > 0);
    assertTrue(number(one, "grad_norm") > 0);
  }

  @Test
  void ratesAreThoseOfTheSpikes() {
    Map<String, Object> row = run(Map.of());
    double spikes = number(row, "excitatory_hz") * 160 + number(row, "inhibitory_hz") * 40;
    assertEquals(number(row, "spikes"), spikes * 20 * 0.1, 1e-6);
    assertTrue(number(row, "spikes") > 0);
    assertEquals(number(row, "mean_hz") * 200 * 20 * 0.1, number(row, "spikes"), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scaling_factors", "weights"})
  void denseComputationAgrees(String mode) {
    Map<String, Object> row = run(Map.of("baseline", "dense", "steps", "30", "mode", mode));
    assertEquals(0, number(row, "different_spikes"));
    assertTrue(number(row, "gradient_relative_error") < 5e-3, row::toString);
    assertEquals(16, number(row, "dense_batch"));
  }

  @Test
  void inferenceHasTheSameSpikesAndNoGradient() {
    Map<String, Object> row = run(Map.of("mode", "inference"));
    assertEquals(run(Map.of()).get("spikes"), row.get("spikes"));
    assertFalse(row.containsKey("backward_s"));
    assertFalse(row.containsKey("grad_norm"));
  }

  @Test
  void aQuietNetworkIsNotComparable() {
    Map<String, Object> row = run(Map.of("inputs", "1", "steps", "5"));
    assertEquals("false", row.get("comparable"));
    assertTrue(String.valueOf(row.get("note")).contains("Hz"));
  }

  @Test
  void impossibleSettingsAreTold() {
    UserError error = assertThrows(UserError.class, () -> run(Map.of("neurons", "3")));
    assertTrue(error.lines().getFirst().contains("neurons = 3"), error.lines().toString());
    assertThrows(UserError.class, () -> run(Map.of("batch", "many")));
    assertThrows(UserError.class, () -> run(Map.of("mode", "synapses")));
    assertThrows(UserError.class, () -> run(Map.of("segment", "7")));
  }
}
