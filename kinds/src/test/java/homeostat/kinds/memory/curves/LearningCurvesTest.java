package homeostat.kinds.memory.curves;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.NdArray;
import homeostat.array.Npy;
import homeostat.lab.UserError;
import homeostat.lab.figure.Drawing;
import homeostat.lab.figure.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningCurvesTest {
  @TempDir Path folder;

  private Path results(String name, double lowest, boolean accuracy) throws IOException {
    Path made = Files.createDirectories(folder.resolve(name).resolve("0")).resolveSibling("");
    Files.writeString(made.resolve("folder_index.txt"), "0 (0.0001, 'relu', 'Adam', 3)\n");
    double[] losses = {4, lowest, 2, 5, lowest + 1, 3};
    Npy.write(made.resolve("0/train_loss_all.npy"), new NdArray.F8(losses, 2, 3));
    Npy.write(made.resolve("0/validate_loss_all.npy"), new NdArray.F8(losses, 2, 3));
    if (accuracy) {
      Npy.write(made.resolve("0/train_metrics_all.npy"), new NdArray.F8(losses, 2, 3));
      Npy.write(made.resolve("0/validate_metrics_all.npy"), new NdArray.F8(losses, 2, 3));
    }
    return made;
  }

  @Test
  void eachCombinationHasCurvesAndAllOfThemBoxes() throws IOException {
    CurveFigures figures =
        new CurveFigures(
            List.of(
                ResultsFolder.read(results("a", 0.5, true), "bio"),
                ResultsFolder.read(results("b", 0.25, false), "null")),
            "NLL");
    List<String> names = figures.drawings().stream().map(Drawing::name).toList();
    String one = "0.0001_relu_Adam_3";
    assertEquals(
        List.of(one + "_loss", one + "_metrics", "loss", "min_epoch_loss", "99_min_epoch_loss"),
        names);
    Figure.Lines curves = (Figure.Lines) figures.drawings().getFirst().figure().get();
    assertEquals(4, curves.curves().size());
    assertEquals(0, curves.curves().getFirst().x()[0], "epoch 0 is shown");
    Figure.Violins epochs = (Figure.Violins) figures.drawings().get(3).figure().get();
    assertEquals(1, epochs.samples().getFirst().values()[0], "epochs are counted from 0");
    assertEquals(1.0, figures.statistics().asMap().get("lowest_loss_bio"));
  }

  @Test
  void ranksOfSeparateSamplesDifferAndOfEqualOnesDoNot() {
    double[] low = {1, 2, 3, 4, 5, 6, 7, 8};
    double[] high = {11, 12, 13, 14, 15, 16, 17, 18};
    RankTest apart = RankTest.of(low, high);
    assertEquals(-1, apart.effect());
    // scipy.stats.mannwhitneyu(low, high, method="asymptotic").pvalue
    assertEquals(0.0009391056991171487, apart.p(), 1e-12);
    assertEquals(1, RankTest.of(low, low).p(), 1e-12);
  }

  @Test
  void thePublishedCommandLineIsTranslated() {
    assertEquals(
        List.of(
            "run",
            "learning-curves",
            "curves.folders=[\"a\", \"b\"]",
            "curves.labels=[\"x\", \"y\"]",
            "curves.ylabel=\"NLL\"",
            "run.dir=figs"),
        new LossVisualization()
            .translate(
                List.of(
                    "--results_folders",
                    "a",
                    "b",
                    "--results_labels",
                    "x",
                    "y",
                    "--save_figs",
                    "figs",
                    "--ylabel",
                    "NLL")));
    for (List<String> wrong :
        List.of(
            List.of("--results_folders", "a", "b", "--results_labels", "x"),
            List.of("--results"),
            List.of("a"))) {
      assertThrows(UserError.class, () -> new LossVisualization().translate(wrong));
    }
  }

  @Test
  void foldersOfPublishedResultsAreCalledByTheirSweeps() {
    assertEquals(
        List.of("bio-1", "null-2", "old"),
        LearningCurves.labels(List.of("runs/bio-1/published", "runs/null-2/published/", "x/old")));
    List<String> alike = List.of("a/results", "b/results");
    assertEquals(alike, LearningCurves.labels(alike));
  }

  @Test
  void aFolderWithoutAnIndexIsTold() {
    UserError told = assertThrows(UserError.class, () -> ResultsFolder.read(folder, "x"));
    assertTrue(told.toString().contains("folder_index.txt"), told.toString());
  }
}
