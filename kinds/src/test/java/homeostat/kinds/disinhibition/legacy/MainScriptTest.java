package homeostat.kinds.disinhibition.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kinds.disinhibition.config.ClassifierConfig;
import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import homeostat.lab.config.Resolved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainScriptTest {
  @TempDir Path dir;

  private static List<String> translate(String line) {
    return new MainScript().translate(List.of(line.split(" ")));
  }

  private static ClassifierConfig config(List<String> translated) {
    Resolved<?> resolved =
        ConfigLoader.load(translated.get(1), translated.subList(2, translated.size()), Kinds.all());
    return (ClassifierConfig) resolved.config();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dataset=fmnist model/vf=non-dale trainer=bp model.vf.nb_hidden=3",
        "dataset=fmnist model/vf=dale trainer=exact-inv model.vf.nb_hidden=3",
        "dataset=fmnist model/vf=dale trainer=lin-thresh model.vf.nb_hidden=3"
            + " trainer.average_fb_weights=True",
        "dataset=mnist model/vf=dale trainer=exact-inv model.vf.nb_hidden=1"
            + " model.vf.sizes_hidden=[500] seed=3 epochs=10",
        "dataset/loss=mse optimizer.learning_rate=3e-4 model.vf.controller.k_p=0.3"
            + " model.vf.actI.shift=0.5"
      })
  void publishedCommandLinesAreConfigs(String line) {
    ClassifierConfig config = config(translate(line));
    assertEquals(line.contains("bp") || line.contains("mse"), !config.trainer().local());
    assertEquals(line.contains("=mnist") ? "mnist" : "fashion-mnist", config.dataset().set());
    assertEquals(line.contains("nb_hidden=1") ? 1 : 3, config.model().vf().nbHidden());
    assertEquals(line.contains("True"), config.trainer().averageFbWeights());
  }

  @Test
  void severalValuesAreASweep() {
    List<String> sweep =
        translate("-m trainer=exact-inv,lin-thresh model/vf=dale seed=range(0,3) epochs=2");
    assertEquals("sweep", sweep.getFirst());
    assertTrue(sweep.contains("trainer.name=exact-inv,lin-thresh"), sweep.toString());
    assertTrue(sweep.contains("seed=0,1,2"), sweep.toString());
    assertTrue(
        translate("--multirun model.vf.sizes_hidden=[64],[32,16]")
            .contains("model.vf.sizes_hidden=[64],[32, 16]"));
  }

  @ParameterizedTest
  @CsvSource({
    "trainer=exact-invv, exact-inv",
    "trainr=bp, trainer",
    "modle.vf.nb_hidden=3, model",
    "hydra.run.dir=x, out_dir",
    "epochs, key=value",
    "~trainer=bp, leave it out"
  })
  void mistakesSayWhatIsMeant(String line, String hint) {
    UserError error = assertThrows(UserError.class, () -> translate(line));
    assertTrue(error.getMessage() != null && error.getMessage().contains(hint), error.toString());
  }

  @Test
  void showingTheConfigIsADryRunAndFlagsPassThrough() {
    List<String> run = List.of("run", "disinhibitory-classifier", "epochs=2");
    for (List<String> asked : List.of(List.of("--cfg", "job"), List.of("--cfg=job"))) {
      List<String> line = new ArrayList<>(List.of("epochs=2"));
      line.addAll(asked);
      List<String> dry = new ArrayList<>(run);
      dry.add("--dry");
      assertEquals(dry, new MainScript().translate(line));
    }
    List<String> checked = new ArrayList<>(run);
    checked.add("--check");
    assertEquals(checked, new MainScript().translate(List.of("--check", "epochs=2")));
    assertThrows(UserError.class, () -> new MainScript().translate(List.of("--cfg")));
  }

  private void write(String file, String... lines) throws IOException {
    Path path = dir.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, String.join("\n", lines) + "\n");
  }

  @Test
  void aPublishedFolderIsReadAsItIs() throws IOException {
    write(
        "config.yaml",
        "defaults:",
        "  - dataset: fmnist",
        "  - model: default",
        "  - trainer: exact-inv",
        "  - override hydra/job_logging: colorlog",
        "  - _self_",
        "seed: False  # clock",
        "epochs: 7",
        "device: gpu");
    write(
        "dataset/fmnist.yaml",
        "defaults:",
        "  - loss: mse",
        "name: FashionMNIST",
        "path: ./datasets/fashion_mnist",
        "soft_targets: True",
        "valid_split: 0.2");
    write("dataset/loss/mse.yaml", "name: mse");
    write("model/default.yaml", "defaults:", "  - vf: dale", "rtol: 1e-4", "solver: Tsit5");
    write(
        "model/vf/dale.yaml",
        "defaults:",
        "  - activation@actE: softrelu",
        "  - activation@actI: softrelu",
        "  - controller: leaky-pi",
        "nb_hidden: 2",
        "sizes_hidden:",
        "  - 64",
        "  - 32",
        "dim_output: ${dataset.dim_output}");
    write("model/vf/activation/softrelu.yaml", "scale: 1.", "sharpness: 2.0", "shift: 0.0");
    write("model/vf/controller/leaky-pi.yaml", "k_p: .3", "tau: 100e-3");
    write("trainer/exact-inv.yaml", "norm_fb_weights: True");
    write("trainer/lin-thresh.yaml", "average_fb_weights: True");
    ClassifierConfig config = config(translate("--config-path " + dir + " epochs=3"));
    assertEquals(3, config.epochs());
    assertEquals(List.of(64, 32), config.model().vf().hidden());
    assertEquals(2.0, config.model().vf().excitatory().sharpness());
    assertEquals(0.3, config.model().vf().controller().kP());
    assertEquals(1e-4, config.model().rtol());
    assertEquals(0.2, config.dataset().validSplit());
    assertFalse(config.dataset().softTargets(), "the published program never softened them");
    assertTrue(config.model().vf().pairs());
    ClassifierConfig other = config(translate("-cp=" + dir + " trainer=lin-thresh"));
    assertTrue(other.trainer().averageFbWeights());
    write("trainer/lin-thresh.yaml", "average_fb_weights True");
    UserError error =
        assertThrows(UserError.class, () -> translate("-cp=" + dir + " trainer=lin-thresh"));
    assertTrue(String.valueOf(error.getMessage()).contains("lin-thresh.yaml:1"));
  }
}
