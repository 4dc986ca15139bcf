package homeostat.lab.verify;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A subject of a few lines, right by default; tests plant mistakes in it. */
record ToySuite(String precision, Map<String, Computation> kinds) implements GoldenSuite {

  static ToySuite right(String precision) {
    return new ToySuite(
        precision,
        Map.of(
            "linear", ToySuite::linear,
            "copy", golden -> Outcome.of(golden.inputs()),
            "sum", ToySuite::sum,
            "constants", ToySuite::constants,
            "spikes", ToySuite::spikes,
            "draw", _ -> checked("the sum is 1", ""),
            "table", ToySuite::table));
  }

  /** The same suite with another computation for one kind. */
  ToySuite with(String kind, Computation computation) {
    Map<String, Computation> changed = new HashMap<>(kinds);
    changed.put(kind, computation);
    return new ToySuite(precision, changed);
  }

  /** The same suite that does not know a kind. */
  ToySuite without(String kind) {
    Map<String, Computation> changed = new HashMap<>(kinds);
    changed.remove(kind);
    return new ToySuite(precision, changed);
  }

  @Override
  public String subject() {
    return "toy";
  }

  static Outcome checked(String check, String failure) {
    return new Outcome(Arrays.empty(), Map.of(check, failure), Map.of());
  }

  static Outcome linear(GoldenCase golden) {
    double gain = golden.inputs().get("base/gain").at(0);
    double shift =
        golden.inputs().get("shift").at(0) + golden.fixtureParams().path("offset").asDouble();
    double[] y = golden.inputs().get("base/x").toDoubles();
    for (int i = 0; i < y.length; i++) {
      y[i] = gain * y[i] + shift;
    }
    return Outcome.of(Arrays.builder().put("y", y).build());
  }

  private static Outcome sum(GoldenCase golden) {
    double sum = 0;
    for (double value : golden.inputs().get("x").toDoubles()) {
      sum += value;
    }
    return Outcome.of(Arrays.builder().put("sum", new double[] {sum}).build());
  }

  private static Outcome constants(GoldenCase golden) {
    Arrays produced =
        Arrays.builder()
            .put("half", new homeostat.array.NdArray.F8(new double[] {0.5}))
            .put("table/n", new homeostat.array.NdArray.I4(new int[] {3}))
            .put("table/row", new double[] {1, 2})
            .build();
    String label = golden.whole().path("expected").path("label").asText();
    return new Outcome(produced, Map.of("label", label.equals("toy") ? "" : "got toy"), Map.of());
  }

  private static Outcome spikes(GoldenCase golden) {
    double[] v = golden.inputs().get("v").toDoubles();
    byte[] s = new byte[v.length];
    Map<String, String> excused = new HashMap<>();
    for (int i = 0; i < v.length; i++) {
      s[i] = (byte) (v[i] > 1 ? 1 : 0);
      if (Math.abs(v[i] - 1) < 1e-3) {
        excused.put("s", "1 spike within 1e-3 mV of threshold");
      }
    }
    return new Outcome(Arrays.builder().put("s", s, 1, v.length).build(), Map.of(), excused);
  }

  private static Outcome table(GoldenCase golden) {
    Map<String, String> checks = new HashMap<>();
    for (JsonNode row : golden.rows()) {
      int n = row.path("n").asInt();
      boolean held = n * n == row.path("square").asInt();
      checks.put("square of " + n, held ? "" : "expected " + row.path("square") + ", got " + n * n);
    }
    return new Outcome(Arrays.empty(), checks, Map.of());
  }
}
