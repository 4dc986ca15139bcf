package homeostat.lab.sweep;

import homeostat.array.Sha256;
import homeostat.lab.UserError;
import homeostat.lab.run.Job;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sweep, ready to run.
 *
 * @param name names its folder
 * @param dir the folder that sweeps and runs go to
 * @param cells in the order of the table
 * @param repeats axes over which statistics are taken: those of the seed
 * @param threads how many cells are worked at once; never changes a result
 * @param keep whether each cell keeps a folder with its files and figures
 * @param objectives what makes a cell good; none for no ranking
 */
public record Sweep(
    String name,
    Path dir,
    List<Cell> cells,
    Set<String> repeats,
    int threads,
    boolean keep,
    List<Objective> objectives) {

  /**
   * Checks the names.
   *
   * @throws UserError if two cells cannot be told apart, or there are none
   */
  public Sweep {
    cells = List.copyOf(cells);
    repeats = Set.copyOf(repeats);
    objectives = List.copyOf(objectives);
    if (cells.isEmpty()) {
      throw new UserError("the sweep has no cells: give each axis at least one value");
    }
    Map<String, Cell> folders = new HashMap<>();
    for (Cell cell : cells) {
      Cell other = folders.putIfAbsent(cell.folder(), cell);
      if (other != null) {
        throw new UserError(
            "two cells of the sweep are the same: '"
                + other.name()
                + "' and '"
                + cell.name()
                + "'; remove the value that is given twice");
      }
    }
  }

  /** The sweep of a plan; statistics are taken over the axes that set the seed. */
  public static Sweep of(SweepPlan plan, boolean keep) {
    List<Cell> cells =
        plan.points().stream().map(p -> Cell.of(p.name(), p.settings(), p.config())).toList();
    Set<String> repeats = new HashSet<>();
    for (String axis : plan.axes()) {
      if (plan.points().stream().allMatch(p -> Cell.repeats(axis, p.config()))) {
        repeats.add(axis);
      }
    }
    return of(cells, repeats, keep, plan.objectives());
  }

  /** The sweep of these cells; name, folder and threads are those of the first one. */
  public static Sweep of(
      List<Cell> cells, Set<String> repeats, boolean keep, List<Objective> objectives) {
    if (cells.isEmpty()) {
      throw new UserError("the sweep has no cells: give each axis at least one value");
    }
    Job first = cells.getFirst().job();
    return new Sweep(
        first.name(), first.settings().dir(), cells, repeats, first.threads(), keep, objectives);
  }

  /** The axes, in order. */
  public List<String> axes() {
    List<String> axes = new ArrayList<>();
    for (Cell cell : cells) {
      cell.axes().keySet().stream().filter(axis -> !axes.contains(axis)).forEach(axes::add);
    }
    return axes;
  }

  /** Where a cell stands on the axes that are no repeats. */
  List<String> place(Cell cell) {
    return axes().stream()
        .filter(axis -> !repeats.contains(axis))
        .map(axis -> cell.axes().getOrDefault(axis, ""))
        .toList();
  }

  /** Fingerprint of all cells. */
  Sha256 identity() {
    StringBuilder text = new StringBuilder();
    cells.forEach(cell -> text.append(cell.job().identity().hex()).append('\n'));
    return Sha256.ofText(text.toString());
  }
}
