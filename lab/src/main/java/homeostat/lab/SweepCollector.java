package homeostat.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Makes files out of all cells of a sweep, after it has come to its end with a folder for each cell
 * ({@code keep=true}), and when {@code homeostat report} asks for it, also of several sweeps. Found
 * as a service. Figures go to {@code figures/} and tables to {@code tables/}, where reports find
 * them.
 */
public interface SweepCollector {

  /**
   * A completed cell.
   *
   * @param axes where it stands on each axis
   * @param folder of its run
   */
  record Finished(Map<String, String> axes, Path folder) {}

  /** Name of the kind whose sweeps it collects. */
  String kind();

  /**
   * Writes files below a folder. Called again when the sweep is resumed with more cells.
   *
   * @param folder that of the sweep, or the one that a report goes to
   * @param repeats axes that set the seed
   * @param cells in the order of the table
   * @return what to tell the user, a line each
   */
  List<String> collect(Path folder, List<String> repeats, List<Finished> cells);
}
