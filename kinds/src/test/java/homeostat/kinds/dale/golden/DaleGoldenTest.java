package homeostat.kinds.dale.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import homeostat.array.Arrays;
import homeostat.array.Npz;
import homeostat.lab.verify.GoldenSuite;
import homeostat.lab.verify.Verification;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaleGoldenTest {

  @Test
  void everyCasePasses() throws URISyntaxException {
    Path folder =
        Path.of(
            Objects.requireNonNull(getClass().getResource("/golden/dann/manifest.json")).toURI());
    List<String> lines = new ArrayList<>();
    Verification.Tally tally =
        new Verification(List.of(new DaleGolden()), lines::add)
            .verify(Objects.requireNonNull(folder.getParent()));
    for (String line : lines.subList(0, lines.size() - 1)) {
      assertTrue(line.startsWith("PASS"), line);
    }
    assertEquals(117, tally.passed(), String.join("\n", lines));
    assertEquals(0, tally.skipped());
  }

  /**
   * An interneuron of the input alone is split in two that share its weights onto excitatory units:
   * the cell computes the same, with one more interneuron in one pathway than in the other.
   */
  @Test
  void pathwaysMayHaveDifferentNumbersOfInterneurons(@TempDir Path dir)
      throws URISyntaxException, IOException {
    URI there =
        Objects.requireNonNull(getClass().getResource("/golden/dann/manifest.json")).toURI();
    ObjectMapper json = new ObjectMapper();
    ObjectNode manifest = (ObjectNode) json.readTree(Path.of(there).toFile());
    ArrayNode cases = json.createArrayNode();
    for (JsonNode one : manifest.get("cases")) {
      if (one.get("id").asText().equals("cell_eirnn_tanh")) {
        cases.add(one);
      }
    }
    manifest.set("cases", cases);
    ObjectNode golden = (ObjectNode) cases.get(0);
    ((ObjectNode) golden.get("params")).put("ni_i2h", 3);
    Arrays given = Npz.read(Path.of(there).resolveSibling("cell_eirnn_tanh.npz"));
    Arrays.Builder split = Arrays.builder();
    given
        .asMap()
        .forEach((name, array) -> {
          double[] values = array.toDoubles();
          switch (name) {
            case "inputs/weights.Uix", "expected/dUix" ->
                split.put(name, rows(values, name.startsWith("expected") ? 0.5 : 1), 3, 7);
            case "inputs/weights.Uei" -> split.put(name, columns(values, 0.5), 10, 3);
            case "expected/dUei" -> split.put(name, columns(values, 1), 10, 3);
            default -> split.put(name, array);
          }
        });
    for (String name : List.of("inputs.weights.Uix", "expected.dUix")) {
      shape(golden, name, 3, 7);
    }
    for (String name : List.of("inputs.weights.Uei", "expected.dUei")) {
      shape(golden, name, 10, 3);
    }
    Npz.write(dir.resolve("cell_eirnn_tanh.npz"), split.build());
    Files.writeString(dir.resolve("manifest.json"), manifest.toString());
    List<String> lines = new ArrayList<>();
    assertEquals(
        1,
        new Verification(List.of(new DaleGolden()), lines::add).verify(dir).passed(),
        String.join("\n", lines));
  }

  private static void shape(ObjectNode golden, String name, int rows, int cols) {
    int dot = name.indexOf('.');
    ((ObjectNode) golden.get(name.substring(0, dot)).get(name.substring(dot + 1)))
        .putArray("shape")
        .add(rows)
        .add(cols);
  }

  /** Two rows of 7 to three: the last one twice, times a factor. */
  private static double[] rows(double[] values, double factor) {
    double[] split = java.util.Arrays.copyOf(values, 21);
    for (int i = 7; i < 14; i++) {
      split[i] = factor * values[i];
      split[i + 7] = factor * values[i];
    }
    return split;
  }

  /** Ten rows of two columns to three: the last one twice, times a factor. */
  private static double[] columns(double[] values, double factor) {
    double[] split = new double[30];
    for (int row = 0; row < 10; row++) {
      split[3 * row] = values[2 * row];
      split[3 * row + 1] = factor * values[2 * row + 1];
      split[3 * row + 2] = factor * values[2 * row + 1];
    }
    return split;
  }

  @Test
  void isFoundAsAService() {
    assertTrue(
        ServiceLoader.load(GoldenSuite.class).stream()
            .anyMatch(suite -> suite.type().equals(DaleGolden.class)));
  }
}
