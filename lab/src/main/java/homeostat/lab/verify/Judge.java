package homeostat.lab.verify;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.NdArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Holds what a suite produced against what a case expects. */
final class Judge {
  private static final int SHOWN = 3;

  private final String precision;

  /**
   * @param precision the suite's working precision
   */
  Judge(String precision) {
    this.precision = precision;
  }

  /** The verdict on an outcome. */
  Verdict verdict(CaseReader.Resolved resolved, GoldenSuite.Outcome outcome) {
    GoldenCase golden = resolved.golden();
    Tolerance tolerance = Tolerance.of(golden.whole(), precision);
    List<String> failures = new ArrayList<>();
    List<String> excuses = new ArrayList<>();
    double worst = 0;
    for (Map.Entry<String, NdArray> entry : golden.expected().asMap().entrySet()) {
      String name = entry.getKey();
      Optional<NdArray> produced = outcome.produced().find(name);
      if (produced.isEmpty()) {
        failures.add(name + ", expected but not produced");
        continue;
      }
      Difference difference = Difference.between(entry.getValue(), produced.get(), tolerance);
      String excuse = outcome.excused().get(name);
      if (difference.fits()) {
        worst = Math.max(worst, difference.worst());
      } else if (excuse != null && excusable(entry.getValue(), produced.get())) {
        excuses.add(name + " (" + excuse + ")");
      } else {
        failures.add(name + ", " + difference.text());
      }
    }
    failures.addAll(failedChecks(resolved, outcome));
    if (!failures.isEmpty()) {
      return Verdict.failed(golden.id(), shown(failures));
    }
    String text = String.format(Locale.ROOT, "[%s] worst %.2g of tolerance", precision, worst);
    if (golden.expected().names().isEmpty()) {
      text = "[" + precision + "] " + outcome.checks().size() + " checks hold";
    }
    if (!excuses.isEmpty()) {
      text += "; excused: " + String.join(", ", excuses);
    }
    return Verdict.passed(golden.id(), text);
  }

  /**
   * Only spikes computed in single precision can be excused: 0 against 1 where the membrane
   * potential is as close to threshold as rounding moves it.
   */
  private boolean excusable(NdArray expected, NdArray produced) {
    return precision.equals("float32")
        && java.util.Arrays.equals(expected.shape(), produced.shape())
        && binary(expected)
        && binary(produced);
  }

  private static boolean binary(NdArray array) {
    for (int i = 0; i < array.size(); i++) {
      if (array.at(i) != 0 && array.at(i) != 1) {
        return false;
      }
    }
    return true;
  }

  private static List<String> failedChecks(
      CaseReader.Resolved resolved, GoldenSuite.Outcome outcome) {
    List<String> failures = new ArrayList<>();
    outcome
        .checks()
        .forEach((name, failure) -> {
          if (!failure.isEmpty()) {
            failures.add(name + ", " + failure);
          }
        });
    for (String text : resolved.texts()) {
      if (!outcome.checks().containsKey(text)) {
        failures.add(text + ", expected but not produced");
      }
    }
    JsonNode whole = resolved.golden().whole();
    boolean mustCheck = whole.has("samples") || whole.has("rows") || whole.has("checks");
    if (mustCheck && outcome.checks().isEmpty()) {
      failures.add("checks, none was made");
    }
    return failures;
  }

  private static String shown(List<String> failures) {
    String text = String.join("; ", failures.subList(0, Math.min(SHOWN, failures.size())));
    int more = failures.size() - SHOWN;
    return more > 0 ? text + "; and " + more + " more" : text;
  }
}
