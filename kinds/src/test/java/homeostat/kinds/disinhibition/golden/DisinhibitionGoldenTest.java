package homeostat.kinds.disinhibition.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.verify.Verification;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DisinhibitionGoldenTest {

  @Test
  void everyCasePasses() throws URISyntaxException {
    Path manifest =
        Path.of(
            Objects.requireNonNull(getClass().getResource("/golden/disinhibition/manifest.json"))
                .toURI());
    List<String> lines = new ArrayList<>();
    Verification.Tally tally =
        new Verification(List.of(new DisinhibitionGolden()), lines::add)
            .verify(Objects.requireNonNull(manifest.getParent()));
    for (String line : lines.subList(0, lines.size() - 1)) {
      assertTrue(line.startsWith("PASS"), line);
    }
    assertEquals(150, tally.passed(), String.join("\n", lines));
    assertEquals(0, tally.skipped());
  }
}
