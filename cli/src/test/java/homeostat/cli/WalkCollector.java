package homeostat.cli;

import homeostat.lab.SweepCollector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lists where walks were: the smallest collector that a test of the verbs needs. */
public final class WalkCollector implements SweepCollector {
  @Override
  public String kind() {
    return "walk";
  }

  @Override
  public List<String> collect(Path folder, List<String> repeats, List<Finished> cells) {
    StringBuilder table = new StringBuilder("seed\n");
    cells.forEach(cell -> table.append(cell.axes().get("run.seed")).append('\n'));
    try {
      Files.createDirectories(folder.resolve("tables"));
      Files.writeString(folder.resolve("tables/walks.csv"), table.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of("walks  " + cells.size());
  }
}
