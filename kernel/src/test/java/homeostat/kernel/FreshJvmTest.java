package homeostat.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreshJvmTest {
  private static final String MODULE = "--add-modules=jdk.incubator.vector";

  /** The JIT must not change a bit, and both implementations must have the same bits. */
  @Test
  void everyCallGivesTheBitsOfTheFirstOne() throws Exception {
    List<String> simd = run(List.of(MODULE), 20_000);
    List<String> scalar = run(List.of(), 20);
    assertEquals(Kernels.active().name(), simd.get(0));
    assertEquals("scalar", scalar.get(0));
    assertEquals("started without --add-modules jdk.incubator.vector", scalar.get(1));
    assertEquals(simd.get(2), scalar.get(2), "digest of all results");
  }

  @Test
  void thePropertyForcesTheScalarTwin() throws Exception {
    List<String> forced = run(List.of(MODULE, "-Dhomeostat.kernels=scalar"), 1);
    assertEquals(List.of("scalar", "-Dhomeostat.kernels=scalar was given"), forced.subList(0, 2));
  }

  private static List<String> run(List<String> flags, int repeats)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-XX:+UseSerialGC");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(RepeatedKernels.class.getName());
    command.add(Integer.toString(repeats));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), output);
    return output.lines().toList();
  }
}
