package homeostat.lab.report;

import homeostat.lab.UserError;
import homeostat.lab.figure.Figure;
import homeostat.lab.figure.render.FigureRenderer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Several runs side by side.
 *
 * @param text what differs, as an aligned table for a terminal, ended by a new line
 * @param figure metrics that at least two runs logged, one curve a run; empty if there is none
 */
public record Comparison(String text, Optional<Figure> figure) {

  /**
   * Compares runs.
   *
   * @throws UserError if there are fewer than two folders, or one is none of a run
   */
  public static Comparison of(List<Path> runFolders) {
    return of(runFolders, List.of());
  }

  /**
   * The same, drawing these metrics.
   *
   * @param metrics columns of {@code training_metrics.csv}; empty for losses and rates
   * @throws UserError also if one of them was not logged by two of the runs
   */
  public static Comparison of(List<Path> runFolders, List<String> metrics) {
    if (runFolders.size() < 2) {
      throw new UserError("compare needs the folders of at least two runs");
    }
    List<RunFiles> runs = runFolders.stream().map(RunFiles::read).toList();
    List<String> names = names(runs);
    TextTable table = new TextTable(names);
    part(table, "run", runs, Comparison::identity);
    part(table, "config", runs, Comparison::config);
    part(table, "inputs", runs, Comparison::inputs);
    part(table, "summary", runs, Comparison::summary);
    return new Comparison(table.toString(), ComparisonFigure.of(runs, RunNames.of(runs), metrics));
  }

  /** Writes the figure, if there is one, as {@code base.png} and {@code base.npz}. */
  public void draw(Path base) {
    figure.ifPresent(f -> FigureRenderer.draw(base, f));
  }

  private static void part(
      TextTable table,
      String title,
      List<RunFiles> runs,
      Function<RunFiles, Map<String, String>> facts) {
    List<Map<String, String>> columns = runs.stream().map(facts).toList();
    Set<String> keys = new LinkedHashSet<>();
    columns.forEach(c -> keys.addAll(c.keySet()));
    int same = 0;
    List<String> differ = new ArrayList<>();
    for (String key : keys) {
      String first = columns.getFirst().getOrDefault(key, TextTable.ABSENT);
      if (columns.stream().allMatch(c -> c.getOrDefault(key, TextTable.ABSENT).equals(first))) {
        same++;
      } else {
        differ.add(key);
      }
    }
    table.heading(title + " (" + differ.size() + " differ, " + same + " the same)");
    for (String key : differ) {
      table.row(key, columns.stream().map(c -> c.getOrDefault(key, TextTable.ABSENT)).toList());
    }
  }

  private static Map<String, String> identity(RunFiles run) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("kind", run.fact("kind").orElse(TextTable.ABSENT));
    facts.put("status", run.status());
    facts.put("seed", run.fact("seed").orElse(TextTable.ABSENT));
    facts.put("commit", ReportWriter.commit(run).orElse(TextTable.ABSENT));
    facts.put("repository", run.fact("git.commit").orElse(TextTable.ABSENT));
    facts.put("version", run.fact("version").orElse(TextTable.ABSENT));
    facts.put("kernel", run.fact("kernel").orElse(TextTable.ABSENT));
    return facts;
  }

  private static Map<String, String> config(RunFiles run) {
    Map<String, String> values = new LinkedHashMap<>();
    run.config().forEach(line -> values.put(line.key(), line.value()));
    return values;
  }

  /** Hashes of the inputs by name, so that the same file in two places is the same. */
  private static Map<String, String> inputs(RunFiles run) {
    Map<String, String> hashes = new LinkedHashMap<>();
    for (int i = 0; run.metadata().containsKey("inputs." + i + ".path"); i++) {
      String path = run.metadata().getOrDefault("inputs." + i + ".path", "");
      String name = run.metadata().getOrDefault("inputs." + i + ".name", "");
      String hash = run.metadata().getOrDefault("inputs." + i + ".sha256", TextTable.ABSENT);
      String shown = name.isEmpty() ? String.valueOf(Path.of(path).getFileName()) : name;
      hashes.put(shown, hash);
    }
    return hashes;
  }

  private static Map<String, String> summary(RunFiles run) {
    Map<String, String> numbers = new LinkedHashMap<>();
    run.summary().forEach((key, value) -> numbers.put(key, Shown.value(value)));
    return numbers;
  }

  /** Folder names, with a number where two are called the same. */
  private static List<String> names(List<RunFiles> runs) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (RunFiles run : runs) {
      int count = seen.merge(run.folderName(), 1, Integer::sum);
      names.add(count == 1 ? run.folderName() : run.folderName() + " (" + count + ")");
    }
    return names;
  }
}
