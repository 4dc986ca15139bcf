package homeostat.kinds.memory.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.verify.GoldenSuite;
import homeostat.lab.verify.Verification;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class MemoryGoldenTest {

  @Test
  void everyCasePasses() throws URISyntaxException {
    Path folder =
        Path.of(
            Objects.requireNonNull(getClass().getResource("/golden/working-memory/manifest.json"))
                .toURI());
    List<String> lines = new ArrayList<>();
    Verification.Tally tally =
        new Verification(List.of(new MemoryGolden()), lines::add)
            .verify(Objects.requireNonNull(folder.getParent()));
    for (String line : lines.subList(0, lines.size() - 1)) {
      assertTrue(line.startsWith("PASS"), line);
    }
    assertEquals(45, tally.passed(), String.join("\n", lines));
    assertEquals(0, tally.skipped());
  }

  @Test
  void isFoundAsAService() {
    assertTrue(
        ServiceLoader.load(GoldenSuite.class).stream()
            .anyMatch(suite -> suite.type().equals(MemoryGolden.class)));
  }
}
