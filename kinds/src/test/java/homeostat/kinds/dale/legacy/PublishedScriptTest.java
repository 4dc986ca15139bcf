package homeostat.kinds.dale.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kinds.dale.PublishedSwitches;
import homeostat.kinds.dale.config.DaleClassifierConfig;
import homeostat.kinds.dale.config.DaleSequenceConfig;
import homeostat.kinds.dale.config.SequenceModelSection;
import homeostat.lab.LegacyScript;
import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import homeostat.lab.config.Resolved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every published option is accepted, and means what it meant in its script. */
class PublishedScriptTest {
  private static final List<String> SHARED =
      List.of(
          "--train.dataset=fashionmnist",
          "--train.batch_size=32",
          "--train.epochs=50",
          "--train.seed=3",
          "--train.use_testset=True",
          "--data.subtract_mean=False",
          "--data.brightness_factor=0.5",
          "--data.brightness_factor_eval=0",
          "--data.contrast_jitter=False",
          "--model.name=resnet50",
          "--model.normtype=0",
          "--model.is_dann=1",
          "--model.n_outputs=10",
          "--model.excitation_training=1",
          "--model.implicit_homeostatic_loss=0",
          "--model.task_opt_inhib=0",
          "--model.homeo_opt_exc=0",
          "--model.homeostatic_annealing=0",
          "--model.hidden_layer_width=100",
          "--opt.algorithm=sgd",
          "--opt.exponentiated=False",
          "--opt.wd=0",
          "--opt.momentum=0",
          "--opt.inhib_momentum=0",
          "--opt.lr=0.01",
          "--opt.use_sep_inhib_lrs=1",
          "--opt.use_sep_bias_gain_lrs=1",
          "--opt.eg_normalise=False",
          "--opt.nesterov=False",
          "--opt.lambda_homeo=0.1",
          "--opt.lambda_homeo_var=0.2",
          "--opt.inhib_lrs.wei=0.006",
          "--opt.inhib_lrs.wix=0.45",
          "--opt.bias_gain_lrs.b=0.5",
          "--opt.bias_gain_lrs.g=0.5",
          "--exp.ckpt_dir=/somewhere",
          "--exp.num_workers=4",
          "--exp.use_autocast=True",
          "--exp.log_interval=1",
          "--exp.data_dir=",
          "--exp.use_wandb=0",
          "--exp.wandb_project=Test",
          "--exp.wandb_entity=",
          "--exp.wandb_tag=default",
          "--exp.save_results=False",
          "--exp.save_model=0",
          "--exp.name=dann_project");

  private static Resolved<?> load(LegacyScript script, List<String> arguments) {
    List<String> command = script.translate(arguments);
    assertEquals("run", command.getFirst());
    return ConfigLoader.load(command.get(1), command.subList(2, command.size()), Kinds.all());
  }

  private static List<String> and(List<String> first, String... more) {
    return java.util.stream.Stream.concat(first.stream(), List.of(more).stream()).toList();
  }

  private static PublishedSwitches dense(LegacyScript script, String... more) {
    Resolved<?> resolved = load(script, and(SHARED, more));
    assertEquals(3, resolved.run().seed());
    assertEquals("dann_project", resolved.run().name());
    return PublishedSwitches.of(((DaleClassifierConfig) resolved.config()).model());
  }

  @Test
  void denseScriptsAreToldApartByTheirOptions() {
    assertEquals("E_ONLY", dense(new DenseScript()).architecture().name());
    assertEquals(
        "HOMEO_FULL", dense(new DenseScript(), "--model.homeostasis=1").architecture().name());
    assertEquals("E_ONLY", dense(new DenseScript(), "--model.shunting=0").architecture().name());
    assertEquals(
        "HOMEO_FULL", dense(new DenseScript(), "--model.ln_feedback=scale").architecture().name());
    assertEquals(
        "HOMEO_MEAN", dense(new HomeostaticScript(), "--model.shunting=0").architecture().name());
    assertEquals(
        "HOMEO_FULL",
        dense(new HomeostaticScript(), "--model.ln_feedback=fa_center").architecture().name());
    assertEquals("LAYER", dense(new PlainScript(), "--model.layer_norm=1").norm().name());
  }

  @Test
  void publishedDefaultsAreKept() {
    Resolved<?> plain = load(new PlainScript(), List.of("--model.excitation_training", "0"));
    DaleClassifierConfig config = (DaleClassifierConfig) plain.config();
    assertEquals(500, config.model().hiddenLayerWidth());
    assertEquals(0, plain.run().seed());
    assertEquals(5, load(new PlainScript(), List.of("run.seed=5")).run().seed());
    assertEquals(0.4582898436750639, config.opt().inhibLrs().wix());
    assertTrue(!config.train().shuffle(), "the published order is the file's");
    for (String shunting : List.of("0", "1")) {
      Resolved<?> local = load(new HomeostaticScript(), List.of("--model.shunting=" + shunting));
      boolean full = shunting.equals("1");
      double lambda = ((DaleClassifierConfig) local.config()).opt().lambda(full, 0.01);
      assertEquals(full ? 0.01 : 0.001, lambda, "the published 100 gives NaN");
    }
  }

  @Test
  void recurrentScriptTakesThemToo() {
    Resolved<?> resolved = load(new SequenceScript(), and(SHARED, "--model.homeostasis=1"));
    DaleSequenceConfig config = (DaleSequenceConfig) resolved.config();
    assertEquals(SequenceModelSection.Local.LEGACY, config.model().localLoss().orElseThrow());
    Resolved<?> permuted =
        load(new SequenceScript(), List.of("--train.dataset=perm_invariant_mnist"));
    assertTrue(((DaleSequenceConfig) permuted.config()).data().permuted());
    Resolved<?> dense = load(new PlainScript(), List.of("--train.dataset=perm_invariant_mnist"));
    assertTrue(((DaleClassifierConfig) dense.config()).data().permuted());
  }

  @Test
  void whatIsNoOptionIsTold() {
    assertThrows(UserError.class, () -> new DenseScript().translate(List.of("fashion")));
    assertThrows(
        UserError.class, () -> load(new DenseScript(), List.of("--model.ln_fedback=full")));
  }

  @Test
  void publishedFilesGiveOptionsThatTheCommandLineOverrides(@TempDir Path dir) throws IOException {
    Path yaml =
        Files.writeString(
            dir.resolve("a.yaml"),
            """
            # a published file
            train:
              epochs: 3
            model:
              homeostasis: 1
            opt:
              lr: 0.01
              inhib_lrs:
                wix: 0.3
            """);
    Path json =
        Files.writeString(
            dir.resolve("a.json"),
            "{\"train\": {\"epochs\": 3}, \"model\": {\"homeostasis\": 1},"
                + " \"opt\": {\"lr\": 0.01, \"inhib_lrs\": {\"wix\": 0.3}}}");
    for (Path file : List.of(yaml, json)) {
      List<String> command =
          new DenseScript().translate(List.of("--config-file", file.toString(), "--opt.lr=0.02"));
      assertEquals("dale-classifier", command.get(1));
      assertTrue(
          command.containsAll(
              List.of(
                  "model.homeostasis=1", "train.epochs=3", "opt.lr=0.02", "opt.inhib_lrs.wix=0.3")),
          command.toString());
    }
    Path broken = Files.writeString(dir.resolve("b.json"), "{\n\"train\": }");
    UserError wrong =
        assertThrows(
            UserError.class, () -> new DenseScript().translate(List.of("--config-file=" + broken)));
    assertTrue(String.valueOf(wrong.getMessage()).contains("b.json:2"), wrong.getMessage());
    UserError missing =
        assertThrows(
            UserError.class, () -> new PlainScript().translate(List.of("--config-file=no.yaml")));
    assertTrue(String.valueOf(missing.getMessage()).contains("no.yaml"), missing.getMessage());
  }
}
