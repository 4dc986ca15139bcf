package homeostat.kinds.disinhibition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kinds.disinhibition.bench.DisinhibitionWorkload;
import homeostat.lab.Row;
import homeostat.lab.UserError;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkloadTest {
  private static Row run(Map<String, String> changed) {
    DisinhibitionWorkload workload = new DisinhibitionWorkload();
    Map<String, String> settings = new LinkedHashMap<>(workload.defaults());
    settings.putAll(Map.of("units", "12", "batch", "10", "hidden", "2", "repeats", "2"));
    settings.putAll(changed);
    return workload.run(settings);
  }

  @Test
  void measuresWhatItSays() {
    Row one = run(Map.of("rule", "lin-thresh"));
    assertTrue((double) one.asMap().get("ms_per_batch") > 0);
    assertTrue((double) one.asMap().get("residual") < 1e-5);
    assertTrue((double) one.asMap().get("grad_norm") > 0);
    assertEquals(
        one.asMap().get("checksum"),
        run(Map.of("rule", "lin-thresh", "threads", "2")).asMap().get("checksum"));
    assertTrue((double) run(Map.of("route", "solver")).asMap().get("steps_per_sample") > 10);
  }

  @Test
  void plainUnitsLearnByBackPropagationAlone() {
    assertThrows(UserError.class, () -> run(Map.of("cells", "units")));
    assertTrue((double) run(Map.of("rule", "bp")).asMap().get("grad_norm") > 0);
  }
}
