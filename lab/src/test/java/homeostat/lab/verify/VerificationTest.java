package homeostat.lab.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.lab.UserError;
import homeostat.lab.verify.GoldenSuite.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
  private static final Path TOY =
      Path.of(Objects.requireNonNull(VerificationTest.class.getResource("toy")).getPath());
  private static final int CASES = 8;

  private final List<String> lines = new ArrayList<>();

  private Verification.Tally verify(Path folder, GoldenSuite... suites) {
    lines.clear();
    return new Verification(List.of(suites), lines::add).verify(folder);
  }

  private String line(String id) {
    return lines.stream()
        .filter(line -> line.matches("\\w+ " + id + "\\b.*"))
        .findFirst()
        .orElse("");
  }

  private static Outcome produced(Arrays.Builder arrays) {
    return Outcome.of(arrays.build());
  }

  @Test
  void rightSuitePassesEveryCaseAndRunsNoFixture() {
    Verification.Tally tally = verify(TOY, ToySuite.right("float32"));
    assertEquals(new Verification.Tally(CASES, 0, 0), tally, () -> String.join("\n", lines));
    assertTrue(tally.clean());
    assertEquals("8 passed, 0 failed, 0 skipped", lines.getLast());
    assertEquals("PASS linear [float32] worst 0.0 of tolerance", line("linear"));
    assertEquals("", line("fixture"));
    assertEquals("PASS table [float32] 2 checks hold", line("table"));
  }

  @Test
  void wrongValueIsNamedWithItsPlace() {
    ToySuite wrong =
        ToySuite.right("float64")
            .with(
                "linear",
                _ -> produced(Arrays.builder().put("y", new double[] {12.5, 6.75, 16.5})));
    assertEquals(1, verify(TOY, wrong.with("spikes", _ -> spikes(1, 1))).failed());
    assertEquals(
        "FAIL linear: y, expected 6.5, got 6.75, error 0.250 at [1], allowed 1.75e-08",
        line("linear"));
  }

  @Test
  void toleranceIsThatOfTheSuitesPrecision() {
    GoldenSuite.Computation nearly =
        _ -> produced(Arrays.builder().put("y", new double[] {12.5, 6.5, 16.50001}));
    assertEquals("", failure(ToySuite.right("float32").with("linear", nearly), "linear"));
    assertTrue(
        failure(ToySuite.right("float64").with("linear", nearly), "linear").contains("16.50001"));
  }

  @Test
  void nanEqualsOnlyNan() {
    GoldenSuite.Computation finite =
        _ -> produced(Arrays.builder().put("x", new double[] {0, Double.POSITIVE_INFINITY, 0}));
    GoldenSuite.Computation nanForNumber =
        _ ->
            produced(
                Arrays.builder()
                    .put("x", new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NaN}));
    GoldenSuite.Computation otherInfinity =
        _ ->
            produced(
                Arrays.builder().put("x", new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 0}));
    for (GoldenSuite.Computation wrong : List.of(finite, nanForNumber, otherInfinity)) {
      assertFalse(failure(ToySuite.right("float32").with("copy", wrong), "undefined").isEmpty());
    }
  }

  @Test
  void shapeMustAgree() {
    ToySuite wrong =
        ToySuite.right("float32")
            .with(
                "sum",
                _ -> produced(Arrays.builder().put("sum", new NdArray.F8(new double[] {66}))));
    assertEquals("FAIL half: sum, expected shape [1], got []", failure(wrong, "half"));
  }

  @Test
  void integersAreExact() {
    GoldenSuite.Computation wrong =
        _ ->
            new Outcome(
                Arrays.builder()
                    .put("half", new NdArray.F8(new double[] {0.5}))
                    .put("table/n", new NdArray.I8(new long[] {4}))
                    .put("table/row", new double[] {1, 2})
                    .build(),
                Map.of("label", ""),
                Map.of());
    assertTrue(
        failure(ToySuite.right("float32").with("constants", wrong), "scalars").contains("table/n"));
  }

  @Test
  void wholeNumberOfTheManifestToleratesARealResult() {
    Tolerance tolerance = new Tolerance(1e-6, 0);
    NdArray zero = new NdArray.I8(new long[] {0});
    assertTrue(Difference.between(zero, new NdArray.F8(new double[] {1e-7}), tolerance).fits());
    assertFalse(Difference.between(zero, new NdArray.F8(new double[] {1e-5}), tolerance).fits());
    Tolerance wide = new Tolerance(5, 0);
    assertFalse(Difference.between(zero, new NdArray.I8(new long[] {1}), wide).fits());
  }

  @Test
  void nothingRunIsNotClean(@TempDir Path folder) throws IOException {
    for (String cases : List.of("", "{\"id\": \"a\", \"kind\": \"sum\", \"inputs\": {\"x\": 1}}")) {
      Files.writeString(
          folder.resolve("manifest.json"), "{\"subject\": \"toy\", \"cases\": [" + cases + "]}");
      assertFalse(verify(folder, ToySuite.right("float32")).clean());
      assertTrue(lines.getFirst().startsWith("nothing was run: no case in " + folder));
      assertEquals("0 passed, 0 failed, 0 skipped", lines.getLast());
    }
  }

  @Test
  void damagedCaseFailsAlone(@TempDir Path folder) throws IOException {
    copy(TOY, folder);
    byte[] whole = Files.readAllBytes(folder.resolve("linear.npz"));
    Files.write(folder.resolve("linear.npz"), java.util.Arrays.copyOf(whole, whole.length / 2));
    assertEquals(
        new Verification.Tally(CASES - 1, 1, 0), verify(folder, ToySuite.right("float32")));
    assertTrue(line("linear").startsWith("FAIL linear: ") && line("linear").contains(".npz"));
    assertEquals("7 passed, 1 failed, 0 skipped", lines.getLast());
  }

  @Test
  void expectedTextNeedsItsCheck() {
    ToySuite right = ToySuite.right("float32");
    GoldenSuite.Computation mute =
        golden ->
            Outcome.of(
                Objects.requireNonNull(right.kinds().get("constants")).compute(golden).produced());
    assertEquals(
        "FAIL scalars: label, expected but not produced",
        failure(right.with("constants", mute), "scalars"));
  }

  @Test
  void spikeIsExcusedOnlyInSinglePrecisionAndOnlyAtThreshold() {
    verify(TOY, ToySuite.right("float32"));
    assertEquals(
        "PASS spikes [float32] worst 0.0 of tolerance; excused: s (1 spike within 1e-3 mV of"
            + " threshold)",
        line("spikes"));
    assertFalse(failure(ToySuite.right("float64"), "spikes").isEmpty());
    assertFalse(
        failure(ToySuite.right("float32").with("spikes", _ -> spikes(0, 1)), "spikes").isEmpty());
  }

  @Test
  void checksMustBeMadeAndHold() {
    ToySuite none = ToySuite.right("float32").with("draw", _ -> Outcome.of(Arrays.empty()));
    assertEquals("FAIL draw: checks, none was made", failure(none, "draw"));
    ToySuite broken =
        ToySuite.right("float32").with("draw", _ -> ToySuite.checked("the sum is 1", "it is 1.1"));
    assertEquals("FAIL draw: the sum is 1, it is 1.1", failure(broken, "draw"));
  }

  @Test
  void unknownKindMissingNameExceptionAndUnknownSubjectFail() {
    ToySuite right = ToySuite.right("float32");
    assertEquals(
        "FAIL undefined: unknown kind 'copy'", failure(right.without("copy"), "undefined"));
    assertEquals(
        "FAIL series: sum, expected but not produced",
        failure(right.with("sum", _ -> Outcome.of(Arrays.empty())), "series"));
    GoldenSuite.Computation thrower =
        _ -> {
          throw new IllegalStateException("singular");
        };
    assertTrue(failure(right.with("sum", thrower), "series").contains("singular"));
    assertEquals(new Verification.Tally(0, CASES, 0), verify(TOY));
    assertTrue(line("linear").contains("nothing here computes subject 'toy'"));
  }

  @Test
  void folderOfSubjectsIsOneTally(@TempDir Path folder) throws IOException {
    copy(TOY, folder.resolve("a"));
    copy(TOY, folder.resolve("b"));
    assertEquals(new Verification.Tally(16, 0, 0), verify(folder, ToySuite.right("float32")));
    assertEquals("16 passed, 0 failed, 0 skipped", lines.getLast());
  }

  @Test
  void caseWithoutItsFileIsSkippedAndNotClean(@TempDir Path folder) throws IOException {
    copy(TOY, folder);
    Files.delete(folder.resolve("series.npz"));
    Verification.Tally tally = verify(folder, ToySuite.right("float32"));
    assertEquals(new Verification.Tally(6, 0, 2), tally);
    assertFalse(tally.clean());
    assertTrue(line("half").startsWith("SKIP half: "));
  }

  @Test
  void malformedManifestsAreTheUsersMistake(@TempDir Path folder) throws IOException {
    copy(TOY, folder);
    Path manifest = folder.resolve("manifest.json");
    Files.writeString(manifest, "{\"subject\": \"toy\",\n \"cases\": [}");
    assertTrue(mistake(folder).contains("manifest.json:2:"));
    Files.writeString(manifest, "{\"subject\": \"toy\", \"cases\": [{\"id\": \"a\"}]}");
    assertTrue(mistake(folder).contains("'kind' must be a text"));
    Files.writeString(manifest, "{\"format\": \"golden/9\", \"subject\": \"toy\", \"cases\": []}");
    assertTrue(mistake(folder).contains("golden/9"));
    Files.delete(manifest);
    assertTrue(mistake(folder).contains("manifest.json"));
  }

  @Test
  void inputsThatReferInACircleFail(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("manifest.json"),
        """
        {"subject": "toy", "cases": [
          {"id": "a", "kind": "sum", "inputs": {"x": "b:x"}, "expected": {"y": 1}},
          {"id": "b", "kind": "sum", "inputs": {"x": "a:x"}, "expected": {"y": 1}}]}
        """);
    assertEquals(new Verification.Tally(0, 2, 0), verify(folder, ToySuite.right("float32")));
    assertTrue(line("a").contains("circle"), () -> String.join("\n", lines));
  }

  private String mistake(Path folder) {
    return String.join(
        "\n",
        assertThrows(UserError.class, () -> verify(folder, ToySuite.right("float32"))).lines());
  }

  private String failure(GoldenSuite suite, String id) {
    verify(TOY, suite);
    String line = line(id);
    return line.startsWith("FAIL") ? line : "";
  }

  private static Outcome spikes(int first, int second) {
    return produced(Arrays.builder().put("s", new byte[] {(byte) first, (byte) second}, 1, 2));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
