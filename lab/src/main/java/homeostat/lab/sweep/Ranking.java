package homeostat.lab.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which cell is best: scores by cell, and ranks by the mean score over repeats, 1 for the best.
 * Cells without a score have no rank; equal means are ranked in the order of the cells.
 */
final class Ranking {
  private final Map<Cell, Double> scores = new LinkedHashMap<>();
  private final Map<Cell, Integer> ranks = new LinkedHashMap<>();
  private final Map<Cell, Double> means = new LinkedHashMap<>();

  Ranking(Sweep sweep, Map<Cell, CellResult> results) {
    Map<List<String>, List<Cell>> groups = new LinkedHashMap<>();
    results.forEach((cell, result) -> {
      OptionalDouble score =
          result.completed()
              ? Objective.score(sweep.objectives(), result.values())
              : OptionalDouble.empty();
      score.ifPresent(s -> scores.put(cell, s));
      groups.computeIfAbsent(sweep.place(cell), _ -> new ArrayList<>()).add(cell);
    });
    List<List<Cell>> complete =
        groups.values().stream().filter(g -> g.stream().allMatch(scores::containsKey)).toList();
    complete.forEach(group -> {
      double mean = group.stream().mapToDouble(scores::get).average().orElseThrow();
      group.forEach(cell -> means.put(cell, mean));
    });
    int rank = 1;
    for (List<Cell> group :
        complete.stream()
            .sorted(Comparator.comparingDouble(g -> means.get(g.getFirst())))
            .toList()) {
      for (Cell cell : group) {
        ranks.put(cell, rank);
      }
      rank++;
    }
  }

  /** The score of a cell, if it has one. */
  Optional<Double> score(Cell cell) {
    return Optional.ofNullable(scores.get(cell));
  }

  /** The rank of a cell, shared by its repeats, if all of them have a score. */
  Optional<Integer> rank(Cell cell) {
    return Optional.ofNullable(ranks.get(cell));
  }

  /** The best cell, the first of its repeats. */
  Optional<Cell> best() {
    return ranks.entrySet().stream()
        .filter(entry -> entry.getValue() == 1)
        .findFirst()
        .map(Map.Entry::getKey);
  }

  /** The same, with its score. */
  Optional<Winner> winner() {
    return best().map(cell -> new Winner(cell.name(), means.getOrDefault(cell, Double.NaN)));
  }
}
