package homeostat.lab.sweep;

import homeostat.lab.config.Origin;
import homeostat.lab.config.Resolved;
import homeostat.lab.run.Job;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A cell of a sweep: an experiment of its own. Its random streams depend on its own config only.
 *
 * @param name unique in the sweep
 * @param axes where it stands on each axis, as text, in the order of the axes
 * @param job the experiment
 */
public record Cell(String name, Map<String, String> axes, Job job) {
  public Cell {
    axes = Collections.unmodifiableMap(new LinkedHashMap<>(axes));
  }

  /**
   * A cell with its config resolved.
   *
   * @param settings what sets it apart, as {@code key=value}
   */
  public static Cell of(String name, List<String> settings, Resolved<?> config) {
    Map<String, String> axes = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      String value = setting.substring(equals + 1);
      boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
      axes.put(
          setting.substring(0, equals), quoted ? value.substring(1, value.length() - 1) : value);
    }
    return new Cell(name, axes, Job.of(config));
  }

  /** Whether an axis sets the seed: {@code run.seed}, or a published key that feeds it. */
  public static boolean repeats(String axis, Resolved<?> config) {
    return axis.equals("seed")
        || axis.equals("run.seed")
        || config.entries().stream()
            .filter(entry -> entry.path().toString().equals("run.seed"))
            .anyMatch(
                entry -> entry.origin() instanceof Origin.From from && from.source().equals(axis));
  }

  /** Name of its folder below {@code cells/}. */
  public String folder() {
    return folder(name);
  }

  static String folder(String name) {
    return name.replaceAll("[^A-Za-z0-9._=+-]+", "_");
  }
}
