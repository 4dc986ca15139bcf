package homeostat.lab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.Row;
import homeostat.lab.run.Toy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankingTest {
  @TempDir Path dir;

  private Cell cell(String gain, long seed) {
    return new Cell(
        "gain=" + gain + ",seed=" + seed,
        Map.of("gain", gain, "seed", Long.toString(seed)),
        Toy.job(dir, seed, 10));
  }

  private static CellResult gave(Cell cell, double rate, double cv) {
    return CellResult.completed(cell, new Row().put("rate", rate).put("cv", cv));
  }

  @Test
  void theSmallestMeanScoreOverRepeatsWins() {
    Map<Cell, CellResult> results = new LinkedHashMap<>();
    Cell first = cell("a", 1);
    Cell second = cell("b", 1);
    results.put(first, gave(first, 4, 1)); // |4 - 5| / 5 + 2 * 0
    results.put(cell("a", 2), gave(cell("a", 2), 5, 0.5)); // 0 + 2 * 0.5
    results.put(second, gave(second, 6, 1)); // 0.2
    results.put(cell("b", 2), gave(cell("b", 2), 6, 0.9)); // 0.2 + 0.2
    Cell silent = cell("c", 1);
    results.put(silent, gave(silent, 5, Double.NaN));
    Sweep sweep =
        new Sweep(
            "s",
            dir,
            List.copyOf(results.keySet()),
            Set.of("seed"),
            1,
            false,
            List.of(
                new Objective("rate", Optional.of(5.0), 1),
                new Objective("cv", Optional.of(1.0), 2)));
    Ranking ranking = new Ranking(sweep, results);
    assertEquals(0.2, ranking.score(first).orElseThrow(), 1e-12);
    assertEquals(2, ranking.rank(first).orElseThrow(), "its repeat is bad");
    assertEquals(1, ranking.rank(second).orElseThrow());
    assertTrue(ranking.rank(silent).isEmpty(), "an undefined number is no score");
    assertEquals(second, ranking.best().orElseThrow());
    assertEquals(new Winner(second.name(), (0.2 + 0.4) / 2).cell(), second.name());
    assertEquals(0.3, ranking.winner().orElseThrow().score(), 1e-12);
  }

  @Test
  void withoutATargetTheSmallestValueWins() {
    Map<Cell, CellResult> results = new LinkedHashMap<>();
    Cell large = cell("a", 1);
    Cell small = cell("b", 1);
    results.put(large, gave(large, 0.5, 0));
    results.put(small, gave(small, -3, 0));
    Sweep sweep =
        new Sweep(
            "s",
            dir,
            List.of(large, small),
            Set.of(),
            1,
            false,
            List.of(new Objective("rate", Optional.empty(), 1)));
    assertEquals(small, new Ranking(sweep, results).best().orElseThrow());
  }

  @Test
  void aNameThatNoCellHasIsTold() {
    List<Objective> objectives =
        List.of(
            new Objective("rat", Optional.empty(), 1), new Objective("cv", Optional.empty(), 1));
    assertEquals(
        Optional.of("no ranking: no cell has a number rat (grid.objective); there are rate, cv"),
        Objective.unknown(objectives, List.of("rate", "cv")));
    assertTrue(Objective.unknown(objectives.subList(1, 2), List.of("rate", "cv")).isEmpty());
  }
}
