package homeostat.kinds.disinhibition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.dynamics.NonFiniteException;
import homeostat.kinds.Rehearsal;
import homeostat.lab.CrossCheck;
import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import homeostat.lab.run.Checker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisinhibitoryClassifierTest {
  private static final String KIND = "disinhibitory-classifier";
  private static final String EXACT = "model.vf.name=dale trainer.name=exact-inv";
  private static final String LINES =
      "model.vf.name=dale trainer.name=lin-thresh trainer.avg_inh_lambda=0.5"
          + " trainer.average_fb_weights=true trainer.fb_decay=0.5";
  private static final String SPLIT = EXACT + " model.vf.constrain_ff=split";
  private static final String SOLVER = EXACT + " model.route=solver";
  private static final String PLAIN = "trainer.name=bp";

  @TempDir Path dir;

  private Rehearsal.End run(String settings, int threads, long stop) {
    List<String> all = new ArrayList<>(List.of(settings.split(" ")));
    all.addAll(
        List.of(
            "dataset.name=tiny-images",
            "dataset.path=" + dir,
            "model.vf.nb_hidden=2",
            "model.vf.sizes_hidden=[12]",
            "trainer.angle_every=2"));
    return new Rehearsal(KIND, all).end(threads, stop);
  }

  @ParameterizedTest
  @ValueSource(strings = {PLAIN, EXACT, LINES, SPLIT, SOLVER})
  void resumedIsUninterruptedOnAnyNumberOfThreads(String rule) {
    String settings = rule + " epochs=3 batchsize=16 OL_eval_on_train=true";
    Rehearsal.End whole = run(settings, 1, 0);
    assertEquals(whole.state(), run(settings, 2, 1).state());
    assertEquals(whole.state(), run(settings, 3, 2).state());
    assertNotEquals(whole.state(), run(settings + " run.seed=7", 1, 0).state());
  }

  @ParameterizedTest
  @ValueSource(strings = {PLAIN, EXACT, SPLIT})
  void itLearns(String rule) {
    Rehearsal.End end = run(rule + " epochs=40 batchsize=10 optimizer.learning_rate=0.01", 1, 0);
    assertTrue(end.number("test_accuracy") > 85, "chance is 25 %");
    if (!rule.equals(PLAIN)) {
      assertTrue(
          end.number("train_closed_loop_loss") < end.number("train_open_loop_loss"),
          "control brings the output nearer to its target");
      assertTrue(end.number("angle/hidden_0") < 60, "degrees");
      assertTrue(end.number("residual_max") < 2e-5);
    }
    assertEquals(
        rule.equals(SPLIT), end.number("sign_violations") == 0, "signs are kept by split alone");
  }

  @Test
  void aNetworkThatDoesNotSettleEndsTheRun() {
    String hasty = EXACT + " model.max_sweeps=1 epochs=1 model.max_unsettled=0.5";
    NonFiniteException error =
        assertThrows(NonFiniteException.class, () -> run(hasty + " model.fallback=false", 1, 0));
    Rehearsal.End integrated = run(hasty, 1, 0);
    assertEquals(0, integrated.number("unsettled"), "what is no root in time is integrated");
    assertTrue(integrated.number("residual_max") < 1e-2);
    assertTrue(String.valueOf(error.getMessage()).contains("max_unsettled"), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "trainer.name, trainer.name=exact-inv",
    "dataset.name, dataset.name=FashionMIST",
    "model.vf.sizes_hidden, 'model.vf.sizes_hidden=[3,4]'",
    "trainer.average_fb_weights, trainer.average_fb_weights=true",
    "trainer.norm_val, trainer.norm_val=4.0",
    "trainer.fb_decay, model.vf.name=dale trainer.name=exact-inv trainer.fb_decay=0.5",
    "trainer.target_nudge, model.vf.name=dale trainer.name=exact-inv trainer.target_nudge=0.5",
    "trainer.avg_inh_init, model.vf.name=dale trainer.name=exact-inv trainer.avg_inh_init=0.5",
    "model.vf.controller.leak, model.vf.name=dale trainer.name=exact-inv"
        + " model.vf.controller.leak=0.0",
    "model.dt, model.dt=3.0",
    "model.vf.nb_hidden, model.vf.nb_hiden=3"
  })
  void mistakesAreToldWithTheirKey(String key, String settings) {
    UserError error =
        assertThrows(
            UserError.class,
            () -> ConfigLoader.load(KIND, List.of(settings.split(" ")), Kinds.all()));
    String told = String.join("\n", error.lines());
    assertTrue(told.contains(key), told);
    assertEquals(1, error.lines().size(), told);
  }

  @ParameterizedTest
  @CsvSource({
    "model.rtol, model.vf.name=dale trainer.name=exact-inv model.rtol=1e-5",
    "model.vf.tauE, model.vf.name=dale trainer.name=exact-inv model.vf.tauE=0.01",
    "model.tolerance, model.vf.name=dale model.route=solver model.tolerance=1e-5",
    "model.route, model.route=solver",
    "model.vf.interneurons, model.vf.interneurons=0.3",
    "model.vf.controller.k_p, model.vf.name=dale model.vf.controller.k_p=0.5",
    "dataset.soft_target_val, dataset.soft_target_val=0.9",
    "dataset.OL_eval_subset_split, dataset.OL_eval_subset_split=0.5"
  })
  void settingsWithoutEffectAreTold(String key, String settings) {
    List<String> notes = ConfigLoader.load(KIND, List.of(settings.split(" ")), Kinds.all()).notes();
    assertEquals(1, notes.stream().filter(note -> note.contains(key)).count(), notes.toString());
    assertEquals(List.of(), ConfigLoader.load(KIND, List.of(), Kinds.all()).notes());
  }

  @Test
  void wordsAreWrittenAsPublishedAndReadEitherWay() {
    UserError error =
        assertThrows(
            UserError.class,
            () -> ConfigLoader.load(KIND, List.of("trainer.name=lin-tresh"), Kinds.all()));
    String told = String.valueOf(error.getMessage());
    assertTrue(told.contains("bp, exact-inv, lin-thresh; did you mean \"lin-thresh\""), told);
    List<String> either = List.of("trainer.name=exact_inv", "model.vf.name=dale");
    ConfigLoader.load(KIND, either, Kinds.all());
  }

  private CrossCheck check(String settings) {
    List<String> all = new ArrayList<>(List.of(settings.split(" ")));
    all.addAll(List.of("dataset.name=tiny-images", "dataset.path=" + dir, "run.threads=1"));
    all.addAll(List.of("model.vf.nb_hidden=2", "model.vf.sizes_hidden=[12]"));
    return Checker.before(ConfigLoader.load(KIND, all, Kinds.all()), _ -> {});
  }

  @Test
  void bothRoutesAreComparedOnStatesAndGradients() {
    run(EXACT + " epochs=1", 1, 0);
    CrossCheck good = check(EXACT);
    assertTrue(good.agrees(), good.verdict());
    assertEquals(6, good.rows().size(), "three layers, with two tolerances");
    CrossCheck brief = check(EXACT + " model.T=0.03 model.early_termination=false");
    assertFalse(brief.agrees(), "an integration cut short is far from the roots");
    UserError error = assertThrows(UserError.class, () -> check(PLAIN));
    assertTrue(String.valueOf(error.getMessage()).contains("model.vf.name=dale"));
  }
}
