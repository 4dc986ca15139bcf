package homeostat.lab.verify;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.FormatException;
import homeostat.lab.UserError;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs the golden cases of a folder through the suites of their subjects and judges each by the
 * tolerance of its suite's precision.
 */
public final class Verification {
  private final List<GoldenSuite> suites;
  private final Consumer<String> lines;

  /**
   * @param suites one a subject
   * @param lines takes each line of the report
   */
  public Verification(List<GoldenSuite> suites, Consumer<String> lines) {
    this.suites = List.copyOf(suites);
    this.lines = lines;
  }

  /**
   * Verifies a folder that is a subject's, or holds folders of subjects, and ends with the tally as
   * its last line.
   *
   * @throws UserError if a manifest is not in its format; a case that is not fails alone
   */
  public Tally verify(Path folder) {
    List<Manifest> manifests = Manifest.in(folder);
    Tally tally = new Tally(0, 0, 0);
    for (Manifest manifest : manifests) {
      if (manifests.size() > 1) {
        lines.accept(manifest.subject() + " (" + manifest.folder() + ")");
      }
      tally = tally.plus(verify(manifest));
    }
    lines.accept(tally.toString());
    return tally;
  }

  private Tally verify(Manifest manifest) {
    Optional<GoldenSuite> suite =
        suites.stream().filter(one -> one.subject().equals(manifest.subject())).findFirst();
    CaseReader reader = new CaseReader(manifest);
    Tally tally = new Tally(0, 0, 0);
    for (Map.Entry<String, JsonNode> entry : manifest.cases().entrySet()) {
      if (CaseReader.isFixture(entry.getValue())) {
        continue;
      }
      Verdict verdict =
          suite.isPresent()
              ? verdict(entry.getKey(), entry.getValue(), reader, suite.get())
              : Verdict.failed(
                  entry.getKey(), "nothing here computes subject '" + manifest.subject() + "'");
      lines.accept(verdict.line());
      tally = tally.plus(verdict.outcome());
    }
    if (tally.empty()) {
      lines.accept(
          "nothing was run: no case in "
              + manifest.folder()
              + " states expected, samples or rows; without them a case only serves others");
    }
    return tally;
  }

  private static Verdict verdict(String id, JsonNode one, CaseReader reader, GoldenSuite suite) {
    String kind = one.path("kind").asText();
    GoldenSuite.Computation computation = suite.kinds().get(kind);
    if (computation == null) {
      return Verdict.failed(id, "unknown kind '" + kind + "'");
    }
    Optional<Path> missing = reader.missingFile(id);
    if (missing.isPresent()) {
      return Verdict.skipped(id, missing.get() + " is not there");
    }
    CaseReader.Resolved resolved;
    try {
      resolved = reader.read(id);
    } catch (UserError e) {
      return Verdict.failed(id, String.join("; ", e.lines()));
    } catch (FormatException | UncheckedIOException e) {
      return Verdict.failed(id, String.valueOf(e.getMessage()));
    }
    try {
      return new Judge(suite.precision()).verdict(resolved, computation.compute(resolved.golden()));
    } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
      return Verdict.failed(id, "could not be computed: " + e);
    }
  }

  /**
   * How many cases passed, failed and were skipped.
   *
   * @param passed within tolerance
   * @param failed anything else that was run
   * @param skipped whose arrays are not there
   */
  public record Tally(int passed, int failed, int skipped) {

    /** Whether every case passed, and there was one. */
    public boolean clean() {
      return passed > 0 && failed == 0 && skipped == 0;
    }

    /** Whether there was no case. */
    boolean empty() {
      return passed == 0 && failed == 0 && skipped == 0;
    }

    Tally plus(Tally other) {
      return new Tally(passed + other.passed, failed + other.failed, skipped + other.skipped);
    }

    Tally plus(Verdict.Outcome outcome) {
      return switch (outcome) {
        case PASSED -> new Tally(passed + 1, failed, skipped);
        case FAILED -> new Tally(passed, failed + 1, skipped);
        case SKIPPED -> new Tally(passed, failed, skipped + 1);
      };
    }

    @Override
    public String toString() {
      return passed + " passed, " + failed + " failed, " + skipped + " skipped";
    }
  }
}
