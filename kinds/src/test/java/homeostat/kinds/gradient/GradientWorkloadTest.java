package homeostat.kinds.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

class GradientWorkloadTest {
  private static final BenchWorkload WORKLOAD =
      ServiceLoader.load(BenchWorkload.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(workload -> workload.subject().equals("gradient"))
          .findFirst()
          .orElseThrow();

  private static Map<String, Object> run(String model, Map<String, String> changes) {
    Map<String, String> settings = new HashMap<>(WORKLOAD.defaults());
    settings.putAll(Map.of("model", model, "inputs", "20", "units", "17", "batch", "130"));
    settings.putAll(Map.of("repeats", "2", "warm_up", "0.05"));
    settings.putAll(changes);
    return WORKLOAD.run(settings).asMap();
  }

  private static double number(Map<String, Object> row, String key) {
    return ((Number) Objects.requireNonNull(row.get(key))).doubleValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlp", "rnn"})
  void theChecksumDependsOnTheSeedAndNotOnThreads(String model) {
    Object one = run(model, Map.of()).get("checksum");
    assertEquals(one, run(model, Map.of("threads", "3")).get("checksum"));
    assertNotEquals(one, run(model, Map.of("seed", "2")).get("checksum"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlp", "rnn"})
  void cellsSideBySideGiveTheBitsOfCellsInTurn(String model) {
    Map<String, Object> one = run(model, Map.of("cells", "3"));
    Map<String, Object> two = run(model, Map.of("cells", "3", "threads", "2"));
    assertEquals(one.get("checksum"), two.get("checksum"));
    assertEquals(3, number(two, "cells"));
    assertTrue(number(two, "scaling") > 0 && number(two, "ms_per_step") > 0, two::toString);
  }

  /** The products are part of the step, so they cannot cost much more than it. */
  @Test
  void theFloorIsTheCostOfTheSameProducts() {
    Map<String, Object> row = run("mlp", Map.of("units", "150", "repeats", "9"));
    double ratio = number(row, "floor_ratio");
    assertTrue(ratio > 0.7 && ratio < 6, row::toString);
    assertTrue(number(row, "floor_ms") > 0);
  }

  @Test
  void mistakesNameTheKey() {
    UserError error = assertThrows(UserError.class, () -> run("cnn", Map.of()));
    assertTrue(String.valueOf(error.getMessage()).contains("model"), error.getMessage());
    assertThrows(UserError.class, () -> run("mlp", Map.of("cells", "0")));
    UserError steps = assertThrows(UserError.class, () -> run("mlp", Map.of("steps", "7")));
    assertTrue(String.valueOf(steps.getMessage()).contains("model=rnn"), steps.getMessage());
  }
}
