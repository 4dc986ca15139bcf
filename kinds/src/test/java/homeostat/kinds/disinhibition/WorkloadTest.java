package homeostat.kinds.disinhibition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kinds.disinhibition.bench.DisinhibitionWorkload;
import homeostat.lab.Row;
import homeostat.lab.UserError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WorkloadTest {
  private static Row run(Map<String, String> changed) {
    DisinhibitionWorkload workload = new DisinhibitionWorkload();
    Map<String, String> settings = new LinkedHashMap<>(workload.defaults());
    settings.putAll(Map.of("units", "12", "batch", "10", "hidden", "2", "repeats", "2"));
    settings.putAll(changed);
    return workload.run(settings);
  }

  private static double number(Row row, String name) {
    return ((Number) Objects.requireNonNull(row.asMap().get(name), name)).doubleValue();
  }

  @Test
  void measuresWhatItSays() {
    Row one = run(Map.of("rule", "lin-thresh"));
    assertTrue(number(one, "ms_per_batch") > 0);
    assertTrue(number(one, "residual") < 1e-5);
    assertTrue(number(one, "grad_norm") > 0);
    assertEquals(
        one.asMap().get("checksum"),
        run(Map.of("rule", "lin-thresh", "threads", "2")).asMap().get("checksum"));
    assertTrue(number(run(Map.of("route", "solver")), "steps_per_sample") > 10);
  }

  @Test
  void plainUnitsLearnByBackPropagationAlone() {
    assertThrows(UserError.class, () -> run(Map.of("cells", "units")));
    assertTrue(number(run(Map.of("rule", "bp")), "grad_norm") > 0);
  }
}
