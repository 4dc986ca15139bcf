package homeostat.kinds.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MemoryWorkloadTest {

  private static Map<String, Object> measured(String... settings) {
    MemoryWorkload workload = new MemoryWorkload();
    Map<String, String> all = new TreeMap<>(workload.defaults());
    all.putAll(Map.of("units", "24", "trials", "60", "repeats", "3", "warm_up", "0.05"));
    for (String setting : settings) {
      all.put(setting.split("=")[0], setting.split("=")[1]);
    }
    return workload.run(all).asMap();
  }

  private static double number(Map<String, Object> row, String name) {
    return ((Number) Objects.requireNonNull(row.get(name), name)).doubleValue();
  }

  @Test
  void theLossIsTheSameOnAnyNumberOfThreads() {
    for (String task : new String[] {"task=seq_mem", "task=nback_mem"}) {
      Map<String, Object> one = measured(task);
      assertEquals(one.get("loss"), measured(task, "threads=2").get("loss"), task);
      assertTrue(number(one, "ms_per_epoch") > 0);
      assertTrue(number(one, "floor_ms") > 0);
    }
  }
}
