package homeostat.lab.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import homeostat.lab.SweepCollector;
import homeostat.lab.UserError;
import homeostat.lab.record.RunFolder;
import homeostat.lab.record.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

/** What collectors make of the cells of sweeps. */
public final class SweepFiles {
  private SweepFiles() {}

  /**
   * Makes the files of sweeps anew, from what their folders hold alone: the cells that have come to
   * their end so far count. Cells of several sweeps are taken as those of one.
   *
   * @param to the folder that files go to
   * @param sweeps folders of sweeps of one kind
   * @return what to tell the user, a line each
   * @throws UserError if no cell has kept a folder, or kinds differ
   */
  public static List<String> make(Path to, List<Path> sweeps) {
    List<SweepCollector.Finished> cells = new ArrayList<>();
    Set<String> repeats = new LinkedHashSet<>();
    Set<String> kinds = new LinkedHashSet<>();
    for (Path sweep : sweeps) {
      JsonNode root = SweepFile.tree(new RunFolder(sweep));
      root.path("repeats").forEach(axis -> repeats.add(axis.asText()));
      int before = cells.size();
      for (JsonNode node : root.path("cells")) {
        Path folder = sweep.resolve("cells").resolve(Cell.folder(node.path("name").asText()));
        if (Files.isDirectory(folder)) {
          RunStatus status = RunStatus.read(folder);
          if (status.state() == RunStatus.State.COMPLETED) {
            kinds.add(status.kind());
            Map<String, String> axes = new LinkedHashMap<>();
            node.path("axes")
                .properties()
                .forEach(axis -> axes.put(axis.getKey(), axis.getValue().asText()));
            cells.add(new SweepCollector.Finished(axes, folder));
          }
        }
      }
      if (cells.size() == before) {
        throw new UserError(
            sweep
                + ": no finished cell has a folder here; a sweep leaves them with keep=true, and"
                + " its table is results.csv");
      }
    }
    if (kinds.size() > 1) {
      throw new UserError(
          "the sweeps are of different kinds: "
              + String.join(", ", kinds)
              + "; report those of one kind together");
    }
    return collect(kinds.iterator().next(), to, repeats.stream().sorted().toList(), cells);
  }

  /** Asks the collectors of a kind. */
  static List<String> collect(
      String kind, Path to, List<String> repeats, List<SweepCollector.Finished> cells) {
    List<String> told = new ArrayList<>();
    for (SweepCollector collector : ServiceLoader.load(SweepCollector.class)) {
      if (collector.kind().equals(kind)) {
        told.addAll(collector.collect(to, repeats, List.copyOf(cells)));
      }
    }
    return told;
  }
}
