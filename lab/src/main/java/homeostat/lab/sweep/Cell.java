package homeostat.lab.sweep;

import homeostat.lab.run.Job;
import java.util.Collections;
import java.util.LinkedHashMap;
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

  /** Name of its folder below {@code cells/}. */
  public String folder() {
    return name.replaceAll("[^A-Za-z0-9._=+-]+", "_");
  }
}
