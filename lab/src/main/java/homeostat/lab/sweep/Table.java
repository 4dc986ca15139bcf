package homeostat.lab.sweep;

import homeostat.lab.record.Csv;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The two tables of a sweep, as functions of what its cells gave, in the order of the cells:
 * neither threads nor restarts can show in them.
 */
final class Table {
  private final Sweep sweep;
  private final Map<Cell, CellResult> results = new LinkedHashMap<>();

  Table(Sweep sweep, Results results) {
    this.sweep = sweep;
    for (Cell cell : sweep.cells()) {
      Optional<CellResult> result = results.find(cell);
      result.ifPresent(r -> this.results.put(cell, r));
    }
  }

  /** The order of the cells by their score; empty without objectives that cells have. */
  Optional<Ranking> ranking() {
    return sweep.objectives().isEmpty() || unknownObjectives().isPresent()
        ? Optional.empty()
        : Optional.of(new Ranking(sweep, results));
  }

  /** What to say of objectives that no cell has. */
  Optional<String> unknownObjectives() {
    return Objective.unknown(sweep.objectives(), names());
  }

  /** {@code results.csv}: one row a cell. */
  String cells() {
    Set<String> names = names();
    Optional<Ranking> ranking = ranking();
    List<String> header = new ArrayList<>(List.of("cell", "status"));
    if (ranking.isPresent()) {
      header.addAll(List.of("rank", "score"));
    }
    header.addAll(sweep.axes());
    header.addAll(names);
    header.add("message");
    StringBuilder text = new StringBuilder(Csv.line(header));
    results.forEach((cell, result) -> {
      List<String> line = new ArrayList<>(List.of(cell.name(), result.status()));
      ranking.ifPresent(r -> {
        line.add(r.rank(cell).map(String::valueOf).orElse(""));
        line.add(r.score(cell).map(Csv::cell).orElse(""));
      });
      sweep.axes().forEach(axis -> line.add(cell.axes().getOrDefault(axis, "")));
      Map<String, Object> values = result.values().asMap();
      names.forEach(name -> line.add(Csv.cell(values.getOrDefault(name, ""))));
      line.add(result.message());
      text.append(Csv.line(line));
    });
    return text.toString();
  }

  /**
   * {@code statistics.csv}: one row for each number and each place on the axes that are no repeats:
   * n, mean, standard deviation (n - 1), and the 95 % confidence interval of the mean (Student's
   * t).
   */
  String statistics() {
    List<String> axes =
        sweep.axes().stream().filter(axis -> !sweep.repeats().contains(axis)).toList();
    List<String> header = new ArrayList<>(axes);
    header.addAll(List.of("quantity", "n", "mean", "sd", "ci95_low", "ci95_high"));
    StringBuilder text = new StringBuilder(Csv.line(header));
    Map<List<String>, List<CellResult>> groups = new LinkedHashMap<>();
    results.forEach((cell, result) -> {
      groups.computeIfAbsent(sweep.place(cell), _ -> new ArrayList<>()).add(result);
    });
    groups.forEach((place, group) -> {
      for (String name : names()) {
        List<Double> values = numbers(group, name);
        if (!values.isEmpty()) {
          List<String> line = new ArrayList<>(place);
          line.add(name);
          line.addAll(Statistics.of(values).cells());
          text.append(Csv.line(line));
        }
      }
    });
    return text.toString();
  }

  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    results.values().forEach(result -> names.addAll(result.values().asMap().keySet()));
    return names;
  }

  private static List<Double> numbers(List<CellResult> group, String name) {
    List<Double> numbers = new ArrayList<>();
    for (CellResult result : group) {
      if (result.values().asMap().get(name) instanceof Number number
          && !Double.isNaN(number.doubleValue())) {
        numbers.add(number.doubleValue());
      }
    }
    return numbers;
  }
}
