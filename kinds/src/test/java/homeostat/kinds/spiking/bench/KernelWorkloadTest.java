package homeostat.kinds.spiking.bench;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Kernels;
import homeostat.lab.UserError;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelWorkloadTest {

  private static Map<String, Object> run(Map<String, String> changes) {
    KernelWorkload workload = new KernelWorkload();
    Map<String, String> settings = new HashMap<>(workload.defaults());
    settings.putAll(Map.of("n", "37", "repeats", "2", "density", "0.3", "warm_up_ms", "5"));
    settings.putAll(changes);
    return workload.run(settings).asMap();
  }

  @Test
  void theKernelsInUseHaveTheChecksumOfTheScalarOnes() {
    Map<String, Object> row = run(Map.of());
    String name = Kernels.active().name().equals("scalar") ? "scalar" : "simd";
    assertEquals(row.get("scalar_checksum"), requireNonNull(row.get(name + "_checksum")));
    assertTrue((double) requireNonNull(row.get(name + "_gemm_gflops")) > 0);
    assertTrue((double) requireNonNull(row.get(name + "_sparse_backward_gflops")) > 0);
    assertTrue((double) requireNonNull(row.get("scalar_uniform_ns")) > 0);
  }

  @Test
  void theChecksumIsThatOfTheData() {
    Object checksum = requireNonNull(run(Map.of()).get("scalar_checksum"));
    assertEquals(checksum, run(Map.of("repeats", "1")).get("scalar_checksum"));
    assertTrue(!checksum.equals(run(Map.of("seed", "1")).get("scalar_checksum")));
  }

  @Test
  void impossibleSettingsAreTold() {
    assertThrows(UserError.class, () -> run(Map.of("density", "1.5")));
    assertThrows(UserError.class, () -> run(Map.of("n", "0")));
  }
}
