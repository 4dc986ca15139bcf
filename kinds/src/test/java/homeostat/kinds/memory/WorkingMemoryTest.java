package homeostat.kinds.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.array.Npy;
import homeostat.array.Npz;
import homeostat.connectome.nulls.NullModel;
import homeostat.kinds.Rehearsal;
import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingMemoryTest {
  private static final String SMALL =
      "wiring.neurons=1 task.nr_of_trials=40 training.epochs=6 training.batch_size=16";

  @TempDir Path dir;

  private static Rehearsal rehearsal(String... settings) {
    List<String> all = new ArrayList<>(List.of(SMALL.split(" ")));
    for (String some : settings) {
      for (String setting : some.split(" ")) {
        all.removeIf(earlier -> earlier.startsWith(setting.split("=")[0] + "="));
        all.add(setting);
      }
    }
    return new Rehearsal("working-memory", all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "task.name=seq_mem",
        "task.name=nback_mem network.nonlinearity=relu network.init=auto"
            + " training.optimizer=rmsprop",
        "task.name=context_decision wiring.connectome=fly-like network.remap_w=magnitude",
        "wiring.connectome=all-to-all network.units=20 network.remap_w=none training.optimizer=sgd",
        "training.weights_interval=4 training.null_prediction=true",
        "task.name=perceptual_decision_delayed task.test_size=0.15 training.fixation_weight=0.5",
        "wiring.null_model=degree_preserving network.train=frozen_recurrent",
        "wiring.null_model=lattice wiring.null_level=regions network.train=readout"
      })
  void resumedIsUninterruptedOnAnyNumberOfThreads(String settings) {
    Rehearsal.End whole = rehearsal(settings).end();
    assertEquals(whole.state(), rehearsal(settings).end(2, 3).state());
    assertNotEquals(whole.state(), rehearsal(settings, "run.seed=5").end().state());
  }

  @Test
  void itLearnsToRepeatASequence() {
    Rehearsal.End end =
        rehearsal(
                "task.pattern_length=1 wiring.neurons=2 training.epochs=150 training.lr=0.003"
                    + " task.nr_of_trials=100")
            .end();
    assertTrue(end.number("lowest_validate_loss") < 0.005, end.summary().asMap().toString());
    assertTrue(end.number("weight_change") > 0.01);
  }

  @Test
  void frozenWeightsStayAndTheRestLearns() {
    Rehearsal.End end =
        rehearsal(
                "network.train=frozen_recurrent training.lr=0.003 task.pattern_length=1"
                    + " training.epochs=30")
            .end();
    assertEquals(0, end.number("weight_change"));
    assertTrue(end.number("last_validate_loss") < end.number("first_validate_loss"));
  }

  @Test
  void nullsKeepTheNumberOfConnections() {
    double own = rehearsal("training.epochs=1").end().number("connections");
    for (NullModel model : NullModel.all()) {
      if (List.of("sign_shuffle", "geometry_preserving").contains(model.name())) {
        continue;
      }
      String asked = "wiring.null_model=" + model.name();
      Rehearsal.End end = rehearsal("training.epochs=1", asked).end();
      assertEquals(own, end.number("connections"), asked);
    }
  }

  @Test
  void theProbabilityOfRewiringCounts() {
    String ring = "training.epochs=1 wiring.null_model=watts_strogatz wiring.null_probability=";
    assertNotEquals(rehearsal(ring + "0").end().state(), rehearsal(ring + "1").end().state());
  }

  @Test
  void aFixedMappingIsSharedByAllSeeds() {
    String other = "training.epochs=1 wiring.mapping_seed=3 network.train=frozen_recurrent";
    // weights differ, the wiring does not: it has the same number of connections in another place
    Rehearsal.End one = rehearsal(other, "run.seed=1").end();
    Rehearsal.End two = rehearsal(other, "run.seed=2").end();
    assertNotEquals(one.state(), two.state());
    assertEquals(one.number("connections"), two.number("connections"));
  }

  @Test
  void testTrialsAreToldForTheLowestValidationLossAndChangeNoTraining() {
    String task = "task.name=nback_mem training.lr=0.003 task.test_size=";
    Rehearsal.End with = rehearsal(task + "0.1").end();
    Rehearsal.End without = rehearsal(task + "0").end();
    assertTrue(with.number("test_loss_at_lowest") > 0);
    assertTrue(with.number("test_accuracy_at_lowest") > 0);
    assertEquals(without.number("weight_change"), with.number("weight_change"));
    assertTrue(without.summary().asMap().keySet().stream().noneMatch(n -> n.startsWith("test_")));
  }

  @Test
  void aNetworkThatMustFixateLearnsTo() {
    String task =
        "task.name=go_nogo task.sigma=0 training.lr=0.003 training.epochs=200"
            + " training.fixation_weight=";
    double first = rehearsal(task + "1", "training.epochs=1").end().number("first_validate_loss");
    double alone = rehearsal(task + "0", "training.epochs=1").end().number("first_validate_loss");
    // about ln 2 for the answers, and as much for keeping still
    assertEquals(2, first / alone, 0.4);
    assertTrue(rehearsal(task + "1").end().number("lowest_validate_loss") < 0.5 * first);
  }

  @Test
  void whatARegionSendsIsAnotherShareThanWhatItReceives() {
    String wiring = "training.epochs=1 wiring.neurons=2 wiring.intrinsic_of=";
    assertNotEquals(
        rehearsal(wiring + "received").end().state(), rehearsal(wiring + "sent").end().state());
  }

  @ParameterizedTest
  @CsvSource({
    "network.units, network.units=50",
    "'', network.units=50 wiring.connectome=all-to-all",
    "wiring.neurons network.remap_w,"
        + " wiring.connectome=all-to-all wiring.neurons=9 network.remap_w=none",
    "wiring.nan_policy wiring.null_level, wiring.nan_policy=min wiring.null_level=regions",
    "'', wiring.null_model=lattice wiring.null_level=regions",
    "wiring.null_probability, wiring.null_model=lattice wiring.null_probability=0.2",
    "'', wiring.null_model=watts_strogatz wiring.null_probability=0.2",
    "wiring.intrinsic_wei wiring.keep_diag,"
        + " wiring.intrinsic_conn=false wiring.intrinsic_wei=0.5 wiring.keep_diag=true",
    "wiring.folder, wiring.folder=x",
    "task.n_back task.sigma, task.n_back=3 task.sigma=0",
    "task.pattern_length, task.name=nback_mem task.n_back=3 task.pattern_length=7",
    "task.delay, task.name=context_decision task.delay=50 task.sigma=0",
    "task.answers, task.answers=values",
    "training.fixation_weight, training.fixation_weight=1",
    "wiring.neurons network.remap_w network.units,"
        + " network.pretrained=x wiring.neurons=8 network.units=9 network.remap_w=none"
  })
  void settingsWithoutEffectAreTold(String keys, String settings) {
    List<String> told =
        ConfigLoader.load("working-memory", List.of(settings.split(" ")), Kinds.all())
            .notes()
            .stream()
            .filter(note -> note.contains("has no effect"))
            .map(note -> note.replaceAll("command line: (.*): has no effect: .*", "$1"))
            .toList();
    assertEquals(keys, String.join(" ", told));
  }

  private static UserError refused(String settings) {
    List<String> given = List.of(settings.split(" "));
    return assertThrows(
        UserError.class, () -> ConfigLoader.load("working-memory", given, Kinds.all()));
  }

  @ParameterizedTest
  @CsvSource({
    "task.name=seqmem, did you mean \"seq_mem\"?",
    "wiring.null_model=degree_perserving, did you mean \"degree_preserving\"?",
    "wiring.null_model=watts-strogatz, did you mean \"watts_strogatz\"?",
    "task.train_size=0.8 task.test_size=0.3, must be below"
  })
  void namesAreToldWithTheNearest(String settings, String message) {
    UserError error = refused(settings);
    assertTrue(String.valueOf(error.getMessage()).contains(message), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "-1, auto, some below 0",
    "-1, classes, classes are whole numbers",
    "0.5, classes, classes are whole numbers",
    "1e9, auto, classes are whole numbers",
  })
  void answersThatAreNoClassesAreTheUsersMistake(double y, String answers, String message) {
    refused("task.name=file task.answers=" + answers, trials(y), message);
  }

  @ParameterizedTest
  @CsvSource({"-1, values, false", "3, auto, true", "3, values, false", "0.5, auto, false"})
  void answersAreValuesOrClassesAsAsked(double y, String answers, boolean classes) {
    Path path = dir.resolve("given.npz");
    Npz.write(path, trials(y));
    Rehearsal.End end =
        rehearsal("task.name=file task.answers=" + answers + " task.file=" + path).end();
    assertEquals(classes, end.summary().asMap().containsKey("last_validate_accuracy"));
  }

  /** Forty trials of five steps in which the same answer is due at every step. */
  private static Arrays trials(double y) {
    double[] answers = new double[40 * 5];
    java.util.Arrays.fill(answers, y);
    return Arrays.builder()
        .put("X", new double[40 * 5 * 2], 40, 5, 2)
        .put("Y", answers, 40, 5)
        .build();
  }

  @Test
  void filesOfRegionsAndTrialsAreRead() {
    Npy.write(
        dir.resolve("C_Toy.npy"), new NdArray.F8(new double[] {0, 1, 2, 0.5, 0, 1, 1, 0, 0}, 3, 3));
    Npy.write(dir.resolve("ND_Toy.npy"), new NdArray.F8(new double[] {1e5, 2e5, 3e5}, 3));
    Npz.write(
        dir.resolve("trials.npz"),
        Arrays.builder()
            .put("X", new float[20 * 4 * 2], 20, 4, 2)
            .put("Y", new float[20 * 4], 20, 4)
            .put("mask", ones(20 * 4), 20, 4)
            .build());
    Rehearsal.End end =
        rehearsal(
                "wiring.connectome=Toy wiring.folder=" + dir,
                "wiring.density=rank wiring.density_number=2",
                "task.name=file task.file=" + dir.resolve("trials.npz"))
            .end();
    assertEquals(2 + 4 + 6, end.number("units"));
  }

  /** Areas whose inputs sum to more than 1 while no outputs do: rows are receivers there. */
  @Test
  void aMatrixThatLooksTurnedIsTold() {
    Npy.write(
        dir.resolve("C_Toy.npy"),
        new NdArray.F8(new double[] {0, 0.9, 0, 0.1, 0, 0, 0, 0.9, 0}, 3, 3));
    String wiring = "wiring.connectome=Toy wiring.folder=" + dir;
    List<String> notes = rehearsal(wiring).notes();
    assertEquals(1, notes.size(), notes.toString());
    assertTrue(notes.getFirst().startsWith("wiring: areas that receive more than 1"));
    assertEquals(List.of(), rehearsal(wiring, "wiring.orientation=columns_are_senders").notes());
  }

  private static byte[] ones(int count) {
    byte[] all = new byte[count];
    java.util.Arrays.fill(all, (byte) 1);
    return all;
  }

  @ParameterizedTest
  @CsvSource({
    "wiring.connectome, wiring.connectome=Marmoset",
    "wiring.null_model, wiring.null_model=degrees",
    "sign_shuffle needs weights of both signs, wiring.null_model=sign_shuffle",
    "geometry_preserving needs to know where, wiring.null_model=geometry_preserving",
    "wiring.null_model, wiring.connectome=all-to-all wiring.null_model=lattice",
    "wiring.null_probability, wiring.null_model=watts_strogatz wiring.null_probability=2",
    "task.name, task.name=seqmem",
    "task.n_back, task.name=nback_mem task.n_back=5",
    "task.file, task.name=seq_mem task.file=trials.npz",
    "task.n_back, task.name=pic_mem task.n_back=5"
  })
  void contradictionsAreToldWithTheirKey(String key, String settings) {
    UserError error = refused(settings);
    assertTrue(error.toString().contains(key), error.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere, wiring.connectome=Toy wiring.folder=nowhere",
    "task.file, task.name=pic_mem",
    "network.pretrained, network.pretrained=nowhere",
    "leave none, task.nr_of_trials=2 task.train_size=0.2"
  })
  void whatOnlyOpeningTellsIsOneClearMessage(String part, String settings) {
    UserError error = assertThrows(UserError.class, () -> rehearsal(settings).end());
    assertTrue(error.toString().contains(part), error.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"signed", "magnitude"})
  void anAllToAllNetworkHasNoRanksToDealItsFirstWeightsOutBy(String remap) {
    String all = "wiring.connectome=all-to-all network.units=12 network.remap_w=";
    assertEquals(
        rehearsal(all + "none").end().number("spectral_radius_before"),
        rehearsal(all + remap).end().number("spectral_radius_before"));
  }

  @ParameterizedTest
  @CsvSource({
    "mask of another shape, mask must be",
    "nothing scored, no step that is scored",
    "one trial unscored, trial 3 has no step",
    "not finite, value 7 of X",
  })
  void trialsThatCannotBeLearntAreTheUsersMistake(String fault, String message) {
    double[] x = new double[40 * 5 * 2];
    double[] y = new double[40 * 5];
    java.util.Arrays.fill(y, fault.equals("nothing scored") ? 0 : 1);
    if (fault.equals("one trial unscored")) {
      java.util.Arrays.fill(y, 3 * 5, 4 * 5, 0);
    }
    x[7] = fault.equals("not finite") ? Double.NaN : 0;
    Arrays.Builder all = Arrays.builder().put("X", x, 40, 5, 2).put("Y", y, 40, 5);
    if (fault.startsWith("mask")) {
      all.put("mask", new double[15], 3, 5);
    }
    refused("task.name=file", all.build(), message);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 4, 1, images must be",
    "9, 0, 1, images must be",
    "9, 4, -3, label of picture 0 is -3.0",
    "9, 4, 0.5, label of picture 0 is 0.5",
  })
  void picturesThatAreNoneAreTheUsersMistake(
      int count, int features, double label, String message) {
    double[] labels = new double[count];
    java.util.Arrays.fill(labels, label);
    Arrays bank =
        Arrays.builder()
            .put("images", new double[count * features], count, features)
            .put("labels", labels, count)
            .build();
    refused("task.name=pic_mem", bank, message);
  }

  private void refused(String task, Arrays file, String message) {
    Path path = dir.resolve("given.npz");
    Npz.write(path, file);
    UserError error =
        assertThrows(UserError.class, () -> rehearsal(task + " task.file=" + path).end());
    assertTrue(String.valueOf(error.getMessage()).contains(message), error.getMessage());
  }

  @Test
  void aStepLongerThanAPeriodIsTheUsersMistake() {
    UserError error =
        assertThrows(
            UserError.class, () -> rehearsal("task.name=delayed_match task.dt=5000").end());
    assertTrue(
        String.valueOf(error.getMessage()).contains("no whole step of 5000.0 ms"),
        error.getMessage());
  }

  @Test
  void weightsForOtherInputsAreTheUsersMistake() {
    Path weights = dir.resolve("weights.npz");
    int units = 3;
    Npz.write(
        weights,
        Arrays.builder()
            .put("weight_ih", new double[units * 7], units, 7)
            .put("weight_hh", new double[units * units], units, units)
            .put("bias_ih", new double[units], units)
            .put("bias_hh", new double[units], units)
            .put("topology", ones(units * units), units, units)
            .build());
    UserError error =
        assertThrows(UserError.class, () -> rehearsal("network.pretrained=" + weights).end());
    assertTrue(
        String.valueOf(error.getMessage()).contains("weight_ih has shape [3, 7]"),
        error.getMessage());
  }
}
