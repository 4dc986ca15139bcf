package homeostat.kinds.dale;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import homeostat.dale.diagnostic.LayerStatistics;
import homeostat.kernel.Parallel;
import homeostat.kinds.dale.config.DaleClassifierConfig;
import homeostat.kinds.dale.config.DaleSequenceConfig;
import homeostat.kinds.dale.figures.HomeostasisBoard;
import homeostat.kinds.dale.figures.InputsBoard;
import homeostat.kinds.image.Tally;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import homeostat.task.image.ImageData;
import homeostat.task.image.PixelOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without noise, and with all components, images are what they were. */
class InputProbeTest {
  @TempDir Path dir;

  private List<String> settings(String model) {
    return List.of("train.dataset=tiny-images", "data.dir=" + dir, model);
  }

  @Test
  void unchangedImagesHaveTheMomentsOfUnchangedImages() {
    DaleClassifierConfig config =
        (DaleClassifierConfig)
            ConfigLoader.load("dale-classifier", settings("model.arch=dann"), Kinds.all()).config();
    ImageData data = Views.read(config.train().dataset(), config.data());
    PixelOrder order = DaleClassifier.order(config.data(), data.shape(), 1);
    Views views = Views.of(data, config.train(), config.data(), order, 7, 1);
    Model model = DaleClassifier.model(config, data.shape(), data.classes());
    check(model, order, DaleClassifier.learning(config), views);
  }

  @Test
  void thatHoldsForSequencesToo() {
    DaleSequenceConfig config =
        (DaleSequenceConfig)
            ConfigLoader.load("dale-sequence", settings("model.widths=[9]"), Kinds.all()).config();
    ImageData data = Views.read(config.train().dataset(), config.data());
    PixelOrder order = DaleSequenceClassifier.order(config, data.shape(), 1);
    Views views = Views.of(data, config.train(), config.data(), order, 7, 1);
    Model model = DaleSequenceClassifier.model(config, order, data.classes());
    check(model, order, DaleSequenceClassifier.learning(config), views);
  }

  private static void check(Model model, PixelOrder order, LearningSettings learning, Views views) {
    try (Parallel one = new Parallel(1)) {
      Learner learner = new Learner(model, order, learning, 1, one);
      InputsBoard board = InputProbe.of(learner, views, 30).look();
      HomeostasisBoard.Layer noisy = board.noisy().getFirst();
      HomeostasisBoard.Layer reduced = board.reduced().getFirst();
      int all = board.components().length - 1;
      double[] clean = new double[2];
      int[] seen = new int[1];
      learner.judge(
          views.clean(),
          0,
          new Tally(views.classes()),
          (pass, count) -> {
            if (seen[0] < 14) {
              LayerStatistics statistics = pass.model().probes().getFirst().statistics();
              clean[0] += statistics.mean() * count / 14;
              clean[1] += statistics.variance() * count / 14;
              seen[0] += count;
            }
          });
      InputsBoard first = InputProbe.of(learner, views, 14).look();
      HomeostasisBoard.Layer held = first.noisy().getFirst();
      assertArrayEquals(clean, new double[] {held.mean()[0], held.variance()[0]}, 1e-6);
      assertEquals(noisy.mean()[0], reduced.mean()[all], 1e-5);
      assertEquals(noisy.variance()[0], reduced.variance()[all], 1e-5);
      assertNotEquals(noisy.variance()[0], noisy.variance()[5], 1e-4);
      assertNotEquals(reduced.variance()[0], reduced.variance()[all], 1e-4);
    }
  }
}
