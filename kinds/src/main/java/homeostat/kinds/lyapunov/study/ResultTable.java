package homeostat.kinds.lyapunov.study;

import homeostat.array.Arrays;
import homeostat.lab.Row;
import homeostat.lyapunov.Measures;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The samples of a study as one table and one file of arrays. */
final class ResultTable {
  private ResultTable() {}

  /** One sample a row. */
  static String csv(Study study, List<Outcome> done) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < done.size(); i++) {
      Map<String, Object> row = study.label(i).putAll(row(done.get(i))).asMap();
      if (i == 0) {
        out.append(String.join(",", row.keySet())).append('\n');
      }
      out.append(row.values().stream().map(ResultTable::cell).collect(Collectors.joining(",")))
          .append('\n');
    }
    return out.toString();
  }

  private static String cell(Object value) {
    return value instanceof Double number && !Double.isFinite(number) ? "" : value.toString();
  }

  private static Row row(Outcome outcome) {
    double[] exponents = outcome.exponents();
    double largest = exponents[0];
    int k = exponents.length;
    double dimension = Measures.kaplanYorke(exponents, outcome.size()).orElse(Double.NaN);
    double entropy = Measures.entropy(exponents);
    Row row =
        new Row()
            .put("lambda_1", largest)
            .put("lambda_1_half_width", outcome.halfWidth()[0])
            .put("lambda_k", exponents[k - 1])
            .put("k", (long) k)
            .put("kaplan_yorke", dimension)
            .put("entropy", entropy)
            .put("mean", java.util.Arrays.stream(exponents).average().orElse(0))
            .put("time", outcome.time())
            .put("interval_steps", (long) outcome.numbers()[1])
            .put("largest_spread", outcome.numbers()[2])
            .put("worst_half_width", outcome.numbers()[3])
            .put("converged", outcome.converged() ? "yes" : "no")
            .put("participation", outcome.participation());
    if (outcome.published().length > 0) {
      row.put("published_lambda_1", outcome.publishedLargest());
    }
    return row;
  }

  /** All exponents with their half-widths. */
  static Arrays arrays(List<Outcome> done) {
    int k = done.get(0).exponents().length;
    double[] exponents = new double[done.size() * k];
    double[] halfWidth = new double[done.size() * k];
    double[] deviation = new double[done.size() * k];
    double[] published = new double[done.size() * done.get(0).published().length];
    for (int i = 0; i < done.size(); i++) {
      System.arraycopy(done.get(i).exponents(), 0, exponents, i * k, k);
      System.arraycopy(done.get(i).halfWidth(), 0, halfWidth, i * k, k);
      System.arraycopy(done.get(i).deviation(), 0, deviation, i * k, k);
      int p = done.get(i).published().length;
      System.arraycopy(done.get(i).published(), 0, published, i * p, p);
    }
    Arrays.Builder out =
        Arrays.builder()
            .put("exponents", exponents, done.size(), k)
            .put("half_width", halfWidth, done.size(), k)
            .put("finite_time_deviation", deviation, done.size(), k);
    for (int i = 0; i < done.size(); i++) {
      double[][] local = done.get(i).local();
      if (local.length > 0) {
        out.put("finite_time/" + i, Outcome.flat(local), local.length, local[0].length);
      }
    }
    if (published.length > 0) {
      out.put("published", published, done.size(), published.length / done.size());
    }
    return out.build();
  }
}
