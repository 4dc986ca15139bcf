package homeostat.kinds.dale.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Npz;
import homeostat.kinds.FolderRuns;
import homeostat.kinds.dale.study.Trained.Setting;
import homeostat.lab.SweepCollector;
import homeostat.lab.SweepCollector.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {
  @TempDir Path dir;

  private Finished cell(String kind, String settings) {
    String all =
        settings
            + " train.dataset=tiny-images data.dir="
            + dir
            + " train.epochs=2 train.batch_size=20 run.figures=false";
    return new Finished(Map.of(), new FolderRuns(dir).run(kind, all.split(" ")));
  }

  private List<String> files(SweepCollector collector, List<Finished> cells) throws IOException {
    Path out = Files.createDirectories(dir.resolve("out"));
    collector.collect(out, List.of(), cells);
    try (var files = Files.list(out.resolve("figures"))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".png"))
          .sorted()
          .toList();
    }
  }

  @Test
  void cellsMakeTheFiguresThatTheyAllow() throws IOException {
    List<Finished> cells = new ArrayList<>();
    for (String light : List.of("0.0", "0.5")) {
      for (String seed : List.of("1", "2")) {
        String both =
            " model.widths=[10] opt.inhib_lrs.wix=0.05 run.seed="
                + seed
                + " data.brightness_factor="
                + light;
        cells.add(cell("dale-classifier", "model.arch=dann model.norm=layer" + both));
        cells.add(cell("dale-classifier", "opt.lambda_homeo_var=0.01" + both));
        cells.add(cell("dale-classifier", "opt.lambda_homeo_var=0.1" + both));
      }
    }
    assertEquals(
        List.of(
            "accuracy.png",
            "alignment.png",
            "eigenvalues.png",
            "lambda.png",
            "moments.png",
            "pairs.png"),
        files(new ClassifierStudy(), cells));
    Path out = dir.resolve("out");
    List<String> table = Files.readAllLines(out.resolve("tables/accuracy.csv"));
    assertEquals(1 + 3 * 2, table.size(), table.toString());
    assertTrue(table.get(3).startsWith("\"homeo_full, λ 0.01\",0.0,2,"), table.get(3));
    assertEquals(1 + 3 * 3, Files.readAllLines(out.resolve("tables/mann_whitney.csv")).size());
    var accuracy = Npz.read(out.resolve("figures/accuracy.npz"));
    assertTrue(
        accuracy.names().stream().anyMatch(name -> name.endsWith("marks/layer_norm")),
        "layer normalisation is marked: " + accuracy.names());
    var pairs = Npz.read(out.resolve("figures/pairs.npz"));
    assertTrue(
        pairs.names().stream().anyMatch(name -> name.contains("brightness_0.5")),
        pairs.names().toString());
  }

  @Test
  void recurrentNetworksToo() throws IOException {
    String small = "model.widths=[6,5] model.implicit_homeostatic_loss=1";
    List<Finished> cells =
        List.of(
            cell("dale-sequence", small),
            cell("dale-sequence", small + " model.local_loss=legacy"),
            cell("dale-sequence", small + " model.homeostasis=0 model.normtype=1"));
    assertEquals(
        List.of("accuracy.png", "moments.png", "pairs.png"), files(new SequenceStudy(), cells));
    List<String> conditions = new ArrayList<>();
    for (String row : Files.readAllLines(dir.resolve("out/tables/accuracy.csv"))) {
      conditions.add(row.replaceFirst(",0\\.75,.*", "").replace("\"", ""));
    }
    assertEquals(
        List.of(
            "dann cells, homeostatic, variance alone",
            "dann cells, homeostatic, published local loss",
            "dann cells + layer norm"),
        conditions.subList(1, 4));
  }

  private static Trained network(String condition, double accuracy) {
    return new Trained(
        new Setting(condition, 0.75, Double.NaN, "" + accuracy),
        Map.of("test_accuracy", new double[] {5, accuracy}));
  }

  @Test
  void networksAtChanceAreSetApartWhereOthersLearn() {
    Study study =
        Study.of(
            List.of(
                network("a", 80),
                network("a", 10),
                network("a", 82),
                network("b", 10),
                network("b", 9)));
    assertEquals(1, study.lost().size());
    assertEquals(2, study.of("a").size());
    assertEquals(2, study.of("b").size(), "where none learns, failure is the result");
  }

  @Test
  void theBestStandForACondition() {
    assertArrayEquals(new double[] {3, 4}, Study.best(new double[] {4, 1, 3}, 2));
    assertEquals(2.5, Study.median(new double[] {4, 1, 3, 2}));
    assertEquals(1, Study.deviation(new double[] {1, 2, 3}), 1e-12);
    assertFalse(Double.isFinite(Study.median(new double[0])));
  }
}
