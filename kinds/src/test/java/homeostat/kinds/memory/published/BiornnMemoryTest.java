package homeostat.kinds.memory.published;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.array.Npy;
import homeostat.array.Npz;
import homeostat.lab.SweepCollector.Finished;
import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BiornnMemoryTest {
  @TempDir Path folder;

  private static final String CONFIG =
      """
      [paths]
      path_to_network = data
      path_to_results = results
      pretrained =
      [net]
      net_name = Marmoset_Normalized
      rnn_size = 55
      nr_neurons = 4
      rand_partition = True
      random_w = True
      [trainvalidate]
      epochs = 500
      iterations = 5
      init = xavier
      freeze_layer = True
      remap_w = False
      [trialparams]
      trial_params = {"task_name":"seq_mem","nr_of_trials":500,"train_size":0.8}
      [combosparams]
      combos_params = {"lr":[1e-4,1e-6],"nonlinearity":["relu","tanh"],"pattern_length":[3,5]}
      [pretrainedparams]
      pretrained_epoch = 0
      pretrained_iteration = 0
      """;

  private List<String> translated(String config) throws IOException {
    Path file = Files.writeString(folder.resolve("config.ini"), config);
    return new BiornnMemory().translate(List.of(file.toString()));
  }

  @Test
  void everySettingIsCarriedOver() throws IOException {
    assertEquals(
        List.of(
            "sweep",
            "working-memory",
            "keep=true",
            "wiring.connectome=Marmoset_Normalized",
            "wiring.folder=data",
            "wiring.neurons=4",
            "wiring.partition=stick_breaking",
            "wiring.template_orientation=as_is",
            "wiring.mapping_seed=1",
            "wiring.null_model=weight_shuffle_all",
            "network.remap_w=none",
            "run.dir=results",
            "training.epochs=500",
            "training.weights_interval=10",
            "network.init=auto",
            "network.train=frozen_recurrent",
            "task.name=\"seq_mem\"",
            "task.nr_of_trials=500",
            "task.train_size=0.8",
            "training.lr=[1.0E-4, 1.0E-6]",
            "network.nonlinearity=[\"relu\", \"tanh\"]",
            "task.pattern_length=[3, 5]",
            "seed=1..5"),
        translated(CONFIG));
  }

  @Test
  void oneIterationIsAnAxisToo() throws IOException {
    List<String> words = translated(CONFIG.replace("iterations = 5", "iterations = 1"));
    assertEquals("seed=[1]", words.getLast());
  }

  @Test
  void eachCombinationBeginsWithTheWeightsOfItsOwn() throws IOException {
    List<String> words = translated(CONFIG.replace("pretrained =\n", "pretrained = before\n"));
    assertTrue(
        words.contains(
            "network.pretrained=before/{lr=1.0E-4|1.0E-6;nonlinearity=relu|tanh;pattern_length=3|5}"
                + "/model_state_dict_epoch_0_iter_0.npz"),
        words.toString());
  }

  @Test
  void aTrainedNetworkBringsItsWiring() throws IOException {
    List<String> words = translated(CONFIG.replace("pretrained =\n", "pretrained = before\n"));
    assertTrue(
        words.stream().noneMatch(w -> w.startsWith("wiring.") || w.contains("remap")),
        words.toString());
  }

  @Test
  void foldersWithCommasStayWhole() throws IOException {
    List<String> words =
        translated(CONFIG.replace("path_to_network = data", "path_to_network = my, data"));
    assertTrue(words.contains("wiring.folder=\"my, data\""), words.toString());
  }

  @Test
  void theTemplatesOfEveryTaskAreTranslated() throws IOException {
    Path templates =
        Path.of(System.getProperty("homeostat.root", ".."), "experiments/published-working-memory");
    try (Stream<Path> files = Files.list(templates)) {
      for (Path file : files.toList()) {
        List<String> words = new BiornnMemory().translate(List.of(file.toString(), "task.dt=1"));
        assertTrue(words.contains("training.lr=[1.0E-4, 1.0E-6]"), words.toString());
        assertEquals("task.dt=1", words.getLast());
      }
    }
  }

  @Test
  void whatIsMissingOrUnknownIsTold() {
    for (String[] wrong :
        new String[][] {
          {CONFIG.replace("net_name = Marmoset_Normalized\n", ""), "net_name is missing"},
          {CONFIG.replace("\"lr\"", "\"rate\""), "combos_params has no 'rate'"},
          {CONFIG.replace("task_name", "task"), "trial_params has no 'task'"},
          {CONFIG.replaceAll("combos_params = .*", ""), "combos_params is missing"}
        }) {
      UserError refused = assertThrows(UserError.class, () -> translated(wrong[0]));
      assertTrue(refused.toString().contains(wrong[1]), refused.toString());
    }
    UserError none =
        assertThrows(
            UserError.class, () -> new BiornnMemory().translate(List.of(folder + "/none.ini")));
    assertTrue(none.toString().contains("cannot be read"), none.toString());
  }

  @Test
  void aSweepLeavesThePublishedFiles() throws IOException {
    List<Finished> cells = new ArrayList<>();
    for (String rate : new String[] {"0.0001", "1e-06"}) {
      for (int seed = 1; seed <= 2; seed++) {
        Path run = Files.createDirectories(folder.resolve(rate + "-" + seed + "/weights"));
        Npz.write(
            run.resolve("epoch_000010.npz"),
            Arrays.builder().put("rnn.weight_hh_l0", new double[] {seed}).build());
        Npz.write(
            run.resolve("topology.npz"),
            Arrays.builder().put("topology", new double[] {seed}, 1, 1).build());
        double loss = seed + Double.parseDouble(rate);
        Files.writeString(
            run.resolveSibling("training_metrics.csv"),
            "epochs,train_loss,validate_loss\n1," + loss + ",5\n2," + 2 * loss + ",6\n");
        Map<String, String> axes = new LinkedHashMap<>();
        axes.put("training.lr", rate);
        axes.put("training.optimizer", "rmsprop");
        axes.put("seed", Integer.toString(seed));
        cells.add(new Finished(axes, folder.resolve(rate + "-" + seed)));
      }
    }
    new PublishedFolder().collect(folder, List.of("seed"), cells);
    new PublishedFolder().collect(folder, List.of("seed"), cells); // as a sweep that was resumed
    assertEquals(
        "0 (0.0001, 'RMSprop')\n1 (1e-06, 'RMSprop')\n",
        Files.readString(folder.resolve("published/folder_index.txt")));
    NdArray losses = Npy.read(folder.resolve("published/0/train_loss_all.npy"));
    assertArrayEquals(new int[] {2, 2}, losses.shape());
    assertArrayEquals(new double[] {1.0001, 2.0002, 2.0001, 4.0002}, losses.toDoubles());
    Path published = folder.resolve("published/1/model_state_dict_epoch_10_iter_1.npz");
    assertArrayEquals(new double[] {2}, Npz.read(published).doubles("rnn.weight_hh_l0"));
    assertTrue(
        Files.isSameFile(published, folder.resolve("1e-06-2/weights/epoch_000010.npz")),
        "thousands of files are not kept twice");
    Path wiring = folder.resolve("published/1/topology_iter_0.npz");
    assertArrayEquals(new double[] {1}, Npz.read(wiring).doubles("topology"));
  }

  /** Of 2 x 2 cells the first combination never finished, nor did the first seed of the second. */
  @Test
  void whatDidNotFinishLeavesAGapInTheNumbers() throws IOException {
    StringBuilder asked = new StringBuilder("{\"cells\": [");
    for (String rate : new String[] {"1", "0.1"}) {
      for (int seed = 1; seed <= 2; seed++) {
        asked.append(asked.charAt(asked.length() - 1) == '[' ? "" : ", ");
        asked.append("{\"axes\": {\"training.lr\": \"" + rate + "\", ");
        asked.append("\"seed\": \"" + seed + "\"}}");
      }
    }
    Files.writeString(folder.resolve("sweep.json"), asked.append("]}"));
    Path run = Files.createDirectories(folder.resolve("run/weights"));
    Npz.write(
        run.resolve("epoch_000000.npz"),
        Arrays.builder().put("rnn.weight_hh_l0", new double[] {2}).build());
    Files.writeString(
        run.resolveSibling("training_metrics.csv"), "epochs,train_loss,validate_loss\n1,4,5\n");
    List<String> told =
        new PublishedFolder()
            .collect(
                folder,
                List.of("seed"),
                List.of(
                    new Finished(
                        Map.of("training.lr", "0.1", "seed", "2"), folder.resolve("run"))));
    assertEquals("1 (0.1,)\n", Files.readString(folder.resolve("published/folder_index.txt")));
    assertTrue(
        Files.exists(folder.resolve("published/1/model_state_dict_epoch_0_iter_1.npz")),
        told.toString());
    assertEquals(4, told.size(), told.toString());
    assertEquals("combination 1: iteration 0 did not finish, left out", told.get(2));
  }
}
