package homeostat.kinds.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.dynamics.NonFiniteException;
import homeostat.kinds.Rehearsal;
import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import homeostat.lab.config.Resolved;
import homeostat.lab.record.InputFile;
import homeostat.lab.run.Job;
import homeostat.task.dataset.DataPlaces;
import homeostat.task.dataset.ImageSets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageClassifierTest {
  private static final String MLP = "model.hidden=[9, 7]";
  private static final String ROWS = "model.type=elman data.order=rows model.hidden=[11]";
  private static final String PIXELS =
      "model.type=elman data.order=pixels data.permuted=true model.hidden=[6]"
          + " training.optimiser=adam training.learning_rate=0.01 training.grad_norm_clip=1.0";

  @TempDir Path dir;

  private Rehearsal.End run(String settings, int threads, long stop) {
    List<String> all = new ArrayList<>(List.of(settings.split(" (?=[a-z])")));
    all.add("data.set=tiny-images");
    all.add("data.dir=" + dir);
    return new Rehearsal("image-classifier", all).end(threads, stop);
  }

  @ParameterizedTest
  @ValueSource(strings = {MLP, ROWS, PIXELS})
  void resumedIsUninterruptedOnAnyNumberOfThreads(String model) {
    String settings =
        model
            + " training.epochs=3 training.batch_size=16 data.validation=12 data.brightness=0.1"
            + " data.contrast=20.0";
    Rehearsal.End whole = run(settings, 1, 0);
    for (long stop : new long[] {1, 2, 3}) {
      assertEquals(whole.state(), run(settings, 2, stop).state(), "stopped after " + stop);
    }
    Rehearsal.End other = run(settings + " run.seed=7", 1, 0);
    assertNotEquals(whole.state(), other.state(), "another seed is another run");
  }

  @ParameterizedTest
  @ValueSource(strings = {MLP, ROWS})
  void itLearns(String model) {
    String training = " training.epochs=40 training.batch_size=10 training.learning_rate=0.1";
    Rehearsal.End end = run(model + training, 1, 0);
    assertEquals(100, end.number("test_accuracy"), 10, "chance is 25 %");
    assertTrue(end.number("train_loss") < 1.0, "chance is ln 4 = 1.39");
  }

  @Test
  void theEstimateKnowsTheImagesOfTheSet() {
    long grey = estimate("mnist");
    long colour = estimate("cifar-10");
    long weights = 20L * 234 * (3072 - 784);
    long batch = 16 * 32 * (3072 - 784);
    long data = 3 * (50_000L + 10_000) * 3073 / 2 - 3 * 70_000L * 785 / 2;
    assertEquals(weights + batch + data, colour - grey, 1000);
  }

  private static long estimate(String set) {
    List<String> settings = List.of("data.set=" + set);
    return Job.of(ConfigLoader.load("image-classifier", settings, Kinds.all())).estimate().bytes();
  }

  @Test
  void aLossThatIsNotFiniteEndsTheRun() {
    String wild = MLP + " training.learning_rate=1e30 training.epochs=30";
    assertThrows(NonFiniteException.class, () -> run(wild, 1, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "data.set, data.set=tiny-image",
    "data.order, data.order=rows",
    "data.order, model.type=elman",
    "model.hidden, model.hidden=[]",
    "model.hidden, model.type=elman data.order=rows",
    "training.nesterov, training.nesterov=true",
    "training.momentum, training.optimiser=adam training.momentum=0.9",
    "training.weight_decay, training.optimiser=adam training.weight_decay=0.1"
  })
  void contradictionsAreToldWithTheirKey(String key, String settings) {
    List<String> given = List.of(settings.split(" "));
    UserError error =
        assertThrows(
            UserError.class, () -> ConfigLoader.load("image-classifier", given, Kinds.all()));
    String told = String.join("\n", error.lines());
    assertTrue(told.contains(key), told);
  }

  @Test
  void theFilesOfTheDataSetAreInputsOfTheRun() {
    List<String> settings = List.of("data.set=tiny-images", "data.dir=" + dir);
    Resolved<?> resolved = ConfigLoader.load("image-classifier", settings, Kinds.all());
    List<Path> inputs = Job.of(resolved).inputs().stream().map(InputFile::path).toList();
    assertEquals(List.of(dir.resolve("tiny")), inputs);
    List<String> typo = List.of("data.set=tiny-images", "data.dir=" + dir.resolve("no"));
    Resolved<?> wrong = ConfigLoader.load("image-classifier", typo, Kinds.all());
    UserError error = assertThrows(UserError.class, () -> Job.of(wrong));
    assertTrue(String.valueOf(error.getMessage()).contains("no such folder"), error.getMessage());
  }

  @Test
  void aMisspeltDataSetIsToldWithTheNearest() {
    List<String> typo = List.of("data.set=tiny-image");
    UserError error =
        assertThrows(
            UserError.class, () -> ConfigLoader.load("image-classifier", typo, Kinds.all()));
    assertTrue(error.lines().getFirst().contains("did you mean 'tiny-images'?"), error.toString());
  }

  @Test
  void moreValidationImagesThanThereAreIsAMistake() {
    UserError error = assertThrows(UserError.class, () -> run(MLP + " data.validation=70", 1, 0));
    assertTrue(String.valueOf(error.getMessage()).contains("70 of the 70"), error.getMessage());
  }

  /** One epoch of half of Fashion-MNIST: 81.9 % after one epoch of all of it is the reference. */
  @Test
  void fashionMnistIsLearnt() {
    Assumptions.assumeTrue(
        DataPlaces.ofUser(Optional.empty())
            .find(ImageSets.installed().named("fashion-mnist"))
            .isPresent(),
        "Fashion-MNIST is not on this machine (Debian: dataset-fashion-mnist)");
    List<String> settings =
        List.of("training.epochs=1", "data.shuffled=false", "data.validation=30000");
    Rehearsal.End end = new Rehearsal("image-classifier", settings).end();
    assertEquals(79.5, end.number("test_accuracy"), 3);
    assertEquals(end.number("validation_accuracy"), end.number("test_accuracy"), 2);
  }
}
