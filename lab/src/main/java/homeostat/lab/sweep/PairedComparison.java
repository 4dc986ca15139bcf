package homeostat.lab.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.array.CsvTable;
import homeostat.lab.UserError;
import homeostat.lab.config.Nearest;
import homeostat.lab.record.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the values of one axis of a sweep with a baseline, pair by pair: cells of a pair have
 * the same values on all other axes, the seed among them.
 *
 * @param by the axis
 * @param baseline its value that the others are compared with
 * @param quantity the number compared
 * @param axes the other axes that are no repeats
 * @param contrasts one for each other value of the axis, at each place on the other axes
 */
public record PairedComparison(
    String by, String baseline, String quantity, List<String> axes, List<Contrast> contrasts) {

  /** The same, the largest difference first. */
  public PairedComparison ranked() {
    return new PairedComparison(
        by,
        baseline,
        quantity,
        axes,
        contrasts.stream()
            .sorted(Comparator.comparingDouble(one -> -Math.abs(one.difference())))
            .toList());
  }

  /**
   * Comparisons that are made together: the p of each contrast corrected for all of them by Holm's
   * procedure (Scand. J. Statistics 6, 1979), which keeps the chance of any false difference below
   * the level. Contrasts without a p do not count.
   */
  public static List<PairedComparison> together(List<PairedComparison> all) {
    double[] p =
        all.stream()
            .flatMap(one -> one.contrasts.stream())
            .mapToDouble(Contrast::p)
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    double[] corrected = new double[p.length];
    double most = 0;
    for (int k = 0; k < p.length; k++) {
      most = Math.max(most, Math.min(1, (p.length - k) * p[k]));
      corrected[k] = most;
    }
    return all.stream()
        .map(one ->
            new PairedComparison(
                one.by,
                one.baseline,
                one.quantity,
                one.axes,
                one.contrasts.stream().map(c -> corrected(c, p, corrected)).toList()))
        .toList();
  }

  /** Equal p are corrected alike, as the first of them: the largest factor. */
  private static Contrast corrected(Contrast one, double[] p, double[] corrected) {
    if (Double.isNaN(one.p())) {
      return one;
    }
    int at = 0;
    while (p[at] != one.p()) {
      at++;
    }
    return one.corrected(corrected[at]);
  }

  /** One finished cell. */
  private record Point(Map<String, String> axes, double number) {}

  /**
   * The comparison of a sweep's {@code results.csv}.
   *
   * @param share of the baseline's standard deviation that is taken for no difference
   * @throws UserError naming the axis, value or number that there is not
   */
  public static PairedComparison of(
      Path sweep, String by, String baseline, String quantity, double share) {
    JsonNode file = SweepFile.tree(new RunFolder(sweep));
    Set<String> axes = new LinkedHashSet<>();
    file.path("cells").forEach(cell -> cell.path("axes").fieldNames().forEachRemaining(axes::add));
    Set<String> repeats = new LinkedHashSet<>();
    file.path("repeats").forEach(axis -> repeats.add(axis.asText()));
    if (!axes.contains(by)) {
      throw missing("axis", by, axes);
    }
    List<Point> points = points(sweep.resolve("results.csv"), axes, quantity);
    Set<String> values = new LinkedHashSet<>();
    points.forEach(point -> values.add(point.axes.getOrDefault(by, "")));
    if (!values.remove(baseline)) {
      throw missing("value of " + by, baseline, values);
    }
    List<String> others = axes.stream().filter(a -> !a.equals(by) && !repeats.contains(a)).toList();
    List<Contrast> contrasts = new ArrayList<>();
    Set<List<String>> places = new LinkedHashSet<>();
    points.forEach(point -> places.add(place(point, others)));
    for (List<String> place : places) {
      for (String value : values) {
        contrast(points, place, others, by, baseline, value, share).ifPresent(contrasts::add);
      }
    }
    return new PairedComparison(by, baseline, quantity, others, contrasts);
  }

  private static java.util.Optional<Contrast> contrast(
      List<Point> points,
      List<String> place,
      List<String> others,
      String by,
      String baseline,
      String value,
      double share) {
    Map<Map<String, String>, Double> before = new LinkedHashMap<>();
    Map<Map<String, String>, Double> after = new LinkedHashMap<>();
    for (Point point : points) {
      if (place(point, others).equals(place)) {
        Map<String, String> rest = new LinkedHashMap<>(point.axes);
        String at = rest.remove(by);
        if (baseline.equals(at)) {
          before.put(rest, point.number);
        } else if (value.equals(at)) {
          after.put(rest, point.number);
        }
      }
    }
    List<Double> left = new ArrayList<>();
    List<Double> right = new ArrayList<>();
    before.forEach((rest, number) -> {
      Double other = after.get(rest);
      if (other != null) {
        left.add(number);
        right.add(other);
      }
    });
    return left.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(Contrast.of(place, value, left, right, share));
  }

  private static List<String> place(Point point, List<String> axes) {
    return axes.stream().map(axis -> point.axes.getOrDefault(axis, "")).toList();
  }

  private static List<Point> points(Path results, Set<String> axes, String quantity) {
    if (!Files.isRegularFile(results)) {
      throw new UserError(results + ": does not exist; the sweep has not ended: resume it");
    }
    List<Point> points = new ArrayList<>();
    try (CsvTable table = CsvTable.open(results)) {
      if (!table.has(quantity)) {
        throw missing("number", quantity, new LinkedHashSet<>(table.header()));
      }
      int number = table.column(quantity);
      int status = table.column("status");
      while (table.next()) {
        if (!table.text(status).equals("completed") || table.isEmpty(number)) {
          continue;
        }
        Map<String, String> at = new LinkedHashMap<>();
        axes.forEach(axis -> at.put(axis, table.text(table.column(axis))));
        points.add(new Point(at, table.number(number)));
      }
    }
    return points;
  }

  private static UserError missing(String what, String name, Set<String> there) {
    String near = Nearest.of(name, there).map(n -> "; did you mean '" + n + "'?").orElse("");
    return new UserError(
        "there is no "
            + what
            + " '"
            + name
            + "'"
            + near
            + " (there are: "
            + String.join(", ", there)
            + ")");
  }
}
