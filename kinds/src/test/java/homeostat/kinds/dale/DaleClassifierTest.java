package homeostat.kinds.dale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.dynamics.NonFiniteException;
import homeostat.kinds.Rehearsal;
import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DaleClassifierTest {
  private static final String SMALL =
      "model.widths=[12, 10] train.batch_size=16 opt.inhib_lrs.wix=0.05 data.brightness_factor=0.2";

  @TempDir Path dir;

  private Rehearsal.End run(String kind, String settings, int threads, long stop) {
    return new TinyRuns(dir).run(kind, settings, threads, stop);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.arch=homeo_full model.ln_feedback=fa_center diag.every=2",
        "model.arch=homeo_mean opt.momentum=0.5 opt.nesterov=true opt.inhib_momentum=0.5",
        "model.arch=dann model.norm=layer opt.algorithm=adamw opt.lr=0.001",
        "model.arch=shunt opt.corrections=published train.use_testset=false train.validation=20",
        "model.arch=column_ei data.contrast_jitter=true data.permuted=true",
        "model.arch=homeo_full model.homeostatic_annealing=cosine model.task_opt_inhib=1"
      })
  void resumedIsUninterruptedOnAnyNumberOfThreads(String settings) {
    String all = SMALL + " train.epochs=3 " + settings;
    Rehearsal.End whole = run("dale-classifier", all, 1, 0);
    for (long stop : new long[] {1, 2}) {
      Rehearsal.End resumed = run("dale-classifier", all, 2, stop);
      assertEquals(whole.state(), resumed.state(), "stopped after " + stop);
    }
    assertNotEquals(
        whole.state(), run("dale-classifier", all + " run.seed=7", 1, 0).state(), "another seed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.is_dann=1",
        "model.is_dann=1 model.homeostasis=0 model.normtype=1",
        "model.is_dann=0 model.homeostasis=0 model.activation=tanh opt.grad_norm_clip=1.0",
        "model.local_loss=legacy model.task_opt_inhib=1",
        "model.cell=shunt model.activation=relu",
        "opt.legacy_u_groups=true opt.wd=0.001"
      })
  void sequencesToo(String settings) {
    String all =
        "model.widths=[9, 8] train.batch_size=16 opt.lambda_homeo=0.01 train.epochs=2 " + settings;
    Rehearsal.End whole = run("dale-sequence", all, 1, 0);
    assertEquals(whole.state(), run("dale-sequence", all, 2, 1).state());
  }

  @ParameterizedTest
  @ValueSource(strings = {"homeo_full", "homeo_mean", "dann", "e_only", "mlp", "column_ei"})
  void itLearns(String arch) {
    String settings =
        "model.widths=[24] train.epochs=40 train.batch_size=10 opt.lr=0.05"
            + " opt.inhib_lrs.wix=0.05 data.brightness_factor=0.0 model.arch="
            + arch;
    Rehearsal.End end = run("dale-classifier", settings, 1, 0);
    assertTrue(end.number("test_accuracy") >= 70, "chance is 25 %");
    assertEquals(end.number("test_accuracy"), end.number("clean_accuracy"));
  }

  @Test
  void theSwitchesChangeWhatIsLearnt() {
    String all = SMALL + " train.epochs=2 opt.lambda_homeo_var=1.0";
    everyOptionMatters(
        "dale-classifier",
        all,
        List.of(
            "model.homeo_opt_exc=1",
            "model.task_opt_inhib=1",
            "model.implicit_homeostatic_loss=1",
            "model.homeostatic_annealing=linear",
            "model.homeostatic_annealing=exponential",
            "model.homeostatic_annealing=logarithmic",
            "model.feedback_alignment=1",
            "model.normtype_detach=1",
            "model.ln_feedback=center",
            "model.train_excitation=false",
            "opt.exponentiated=true",
            "opt.eg_normalise=true",
            "opt.corrections=published",
            "opt.grad_norm_clip=0.01",
            "opt.nesterov=true opt.momentum=0.5",
            "opt.bias_lr=0.5",
            "opt.output_inhib_lr=0.5",
            "opt.use_sep_inhib_lrs=0",
            "model.init=exponential",
            "train.shuffle=false"));
  }

  private void everyOptionMatters(String kind, String all, List<String> options) {
    Rehearsal.End usual = run(kind, all, 1, 0);
    for (String option : options) {
      Rehearsal.End other = run(kind, all + " " + option, 1, 0);
      assertNotEquals(usual.state(), other.state(), option);
    }
  }

  @Test
  void theSwitchesChangeWhatSequencesLearnToo() {
    String all = "model.widths=[9, 8] train.batch_size=16 train.epochs=2 opt.lambda_homeo=1.0";
    everyOptionMatters(
        "dale-sequence",
        all,
        List.of(
            "model.homeostasis=0",
            "model.cell=plain",
            "model.normtype=1",
            "model.homeo_opt_exc=1",
            "model.task_opt_inhib=1",
            "model.implicit_homeostatic_loss=1",
            "model.local_loss=legacy",
            "model.homeostatic_annealing=cosine",
            "model.excitation_training=0",
            "model.learned_start=true",
            "opt.legacy_u_groups=true",
            "opt.corrections=published",
            "opt.grad_norm_clip=0.01",
            "opt.use_sep_inhib_lrs=0",
            "data.order=pixels",
            "data.permuted=true"));
  }

  @Test
  void plainCellsAreClippedUnlessToldOtherwise() {
    String all =
        "model.widths=[9, 8] train.batch_size=16 train.epochs=2 opt.lr=1e-6"
            + " model.plain_numerator=9.0";
    for (String cell : List.of("plain", "dann")) {
      String own = all + " model.homeostasis=0 model.cell=" + cell;
      var usual = run("dale-sequence", own, 1, 0).state();
      boolean plain = cell.equals("plain");
      var clipped = run("dale-sequence", own + " opt.grad_norm_clip=1.0", 1, 0).state();
      var free = run("dale-sequence", own + " opt.grad_norm_clip=0.0", 1, 0).state();
      assertEquals(usual, plain ? clipped : free, cell);
      if (plain) {
        assertNotEquals(clipped, free, "gradients are large");
      }
    }
  }

  @Test
  void publishedInputInhibitionMayChangeItsSign() {
    String wild =
        "model.widths=[9] train.batch_size=16 train.epochs=6 model.homeostasis=0 opt.lr=1.0"
            + " opt.grad_norm_clip=1.0";
    for (boolean published : new boolean[] {false, true}) {
      Rehearsal.End end = run("dale-sequence", wild + " opt.legacy_u_groups=" + published, 1, 0);
      float least = 0;
      for (float w : end.array("learner/parameters/ei_cell_0.Uix")) {
        least = Math.min(least, w);
      }
      assertEquals(published, least < 0);
    }
  }

  @Test
  void withoutExcitationOnlyInhibitionLearns() {
    String all = SMALL + " train.epochs=1 model.train_excitation=false";
    Rehearsal.End end = run("dale-classifier", all + " opt.lambda_homeo_var=1000.0", 1, 0);
    Rehearsal.End start = run("dale-classifier", all + " opt.lambda_homeo_var=0.0", 1, 0);
    assertEquals(
        start.array("learner/parameters/fc0.Wex"), end.array("learner/parameters/fc0.Wex"));
    assertNotEquals(
        start.array("learner/parameters/fc0.Wix"), end.array("learner/parameters/fc0.Wix"));
  }

  @Test
  void chanceIsReported() {
    String all = SMALL + " train.epochs=4 opt.lr=1e-9 model.train_excitation=false";
    Rehearsal.End end = run("dale-classifier", all, 1, 0);
    double accuracy = end.number("test_accuracy");
    assertEquals(accuracy <= 26 ? 3 : 0, end.number("at_chance_since_epoch"));
  }

  @Test
  void aLossThatIsNotFiniteEndsTheRun() {
    String wild = SMALL + " model.arch=mlp opt.lr=1e30 train.epochs=20";
    assertThrows(NonFiniteException.class, () -> run("dale-classifier", wild, 1, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "model.norm, model.norm=layer",
    "model.norm, model.norm=leyer",
    "opt.lr, opt.lr=-1.0",
    "model.shunting, model.shunting=0 model.arch=homeo_full",
    "model.homeostasis, model.homeostasis=1 model.arch=dann",
    "model.layer_norm, model.arch=dann model.norm=mean model.layer_norm=1",
    "model.task_opt_inhib, model.arch=dann model.task_opt_inhib=1",
    "model.homeo_opt_exc, model.arch=dann model.homeo_opt_exc=1",
    "model.implicit_homeostatic_loss, model.arch=mlp model.implicit_homeostatic_loss=1",
    "model.homeostatic_annealing, model.arch=mlp model.homeostatic_annealing=cosine",
    "opt.nesterov, opt.nesterov=true",
    "opt.momentum, opt.algorithm=adamw opt.momentum=0.9",
    "train.dataset, train.dataset=fashion-mnits",
    "model.widths, model.widths=[]",
    "model.inhibitory, model.inhibitory=2.5",
    "model.inhibitory, model.arch=column_ei model.hidden_layer_width=20 model.inhibitory=20"
  })
  void mistakesAreToldWithTheirKey(String key, String settings) {
    List<String> given = List.of(settings.split(" "));
    UserError error =
        assertThrows(
            UserError.class, () -> ConfigLoader.load("dale-classifier", given, Kinds.all()));
    String told = String.join("\n", error.lines());
    assertTrue(told.contains(key), told);
  }

  @ParameterizedTest
  @CsvSource({
    "model.task_opt_inhib, model.homeostasis=0 model.task_opt_inhib=1",
    "model.local_loss, model.is_dann=0 model.local_loss=variance",
    "model.local_loss, model.cell=shunt model.activation=relu model.local_loss=variance",
    "model.activation, model.cell=shunt",
    "model.learned_start, model.cell=shunt model.activation=relu model.learned_start=true",
    "model.is_dann, model.cell=plain model.is_dann=1",
    "opt.legacy_u_groups, model.cell=plain opt.legacy_u_groups=true",
    "model.widths, model.widths=[]",
    "model.inhibitory, model.inhibitory=2.5"
  })
  void mistakesInSequencesToo(String key, String settings) {
    List<String> given = List.of(settings.split(" "));
    UserError error =
        assertThrows(UserError.class, () -> ConfigLoader.load("dale-sequence", given, Kinds.all()));
    String told = String.join("\n", error.lines());
    assertTrue(told.contains(key), told);
  }

  @Test
  void publishedSwitchesMeanWhatTheyMeant() {
    record Case(String settings, String arch, String norm) {}
    for (Case one :
        List.of(
            new Case("model.is_dann=1", "HOMEO_FULL", "NONE"),
            new Case("model.shunting=0", "HOMEO_MEAN", "NONE"),
            new Case("model.homeostasis=0", "E_ONLY", "NONE"),
            new Case("model.homeostasis=0 model.excitation_training=0", "DANN", "NONE"),
            new Case(
                "model.homeostasis=0 model.excitation_training=0 model.layer_norm=1",
                "DANN",
                "LAYER"),
            new Case(
                "model.homeostasis=0 model.normtype=1 model.divisive_norm=1", "E_ONLY", "MEAN"))) {
      List<String> given = List.of(one.settings.split(" "));
      var config =
          (homeostat.kinds.dale.config.DaleClassifierConfig)
              ConfigLoader.load("dale-classifier", given, Kinds.all()).config();
      PublishedSwitches found = PublishedSwitches.of(config.model());
      assertEquals(one.arch, found.architecture().name(), one.settings);
      assertEquals(one.norm, found.norm().name(), one.settings);
    }
  }
}
