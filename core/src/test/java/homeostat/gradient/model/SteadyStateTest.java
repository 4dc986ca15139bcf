package homeostat.gradient.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Training in steady state makes no object at all: forward, backward, clipping and the step of any
 * optimiser. Counted in a process of its own, whose compiler has seen nothing else.
 */
class SteadyStateTest {

  @Test
  void stepsAllocateNothing() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "-XX:+UseSerialGC",
                "-XX:-BackgroundCompilation",
                "-cp",
                System.getProperty("java.class.path"),
                SteadySteps.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, process.waitFor(), said);
    List<String> lines = said.lines().toList();
    assertEquals(18, lines.size(), said);
    for (String line : lines) {
      assertTrue(line.startsWith("0 "), line);
    }
  }
}
