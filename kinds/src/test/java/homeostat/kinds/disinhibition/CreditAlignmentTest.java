package homeostat.kinds.disinhibition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

class CreditAlignmentTest {
  @TempDir Path dir;

  @Test
  void correctedFeedbackOfWeakControlIsTheGradientAndPlainIsNot() {
    List<String> settings =
        List.of(
            "dataset.name=tiny-images",
            "dataset.path=" + dir,
            "model.vf.name=dale",
            "model.vf.nb_hidden=2",
            "model.vf.sizes_hidden=[14]",
            "study.batchsize=20",
            "study.gains=[0.001, 0.6]",
            "study.norms=[0.0, 1.0]");
    Rehearsal study = new Rehearsal("credit-alignment", settings);
    Rehearsal.End end = study.end();
    String weak = "/norm as it is/gain 0.001/hidden_0";
    assertTrue(end.number("cosine/exact-inv, corrected" + weak) > 0.9999);
    double plain = end.number("cosine/exact-inv, plain" + weak);
    assertTrue(plain > 0.5 && plain < 0.9999, "plain " + plain);
    assertEquals(end.state(), study.end(2, 5).state());
  }

  private static List<String> problems(String... settings) {
    List<String> all = new ArrayList<>(List.of("model.vf.name=dale"));
    all.addAll(List.of(settings));
    return assertThrows(
            UserError.class, () -> ConfigLoader.load("credit-alignment", all, Kinds.all()))
        .lines();
  }

  @ParameterizedTest
  @CsvSource({
    "dataset.name, dataset.name=FashionMIST",
    "model.vf.sizes_hidden, 'model.vf.sizes_hidden=[3, 4]'",
    "model.vf.sizes_hidden, 'model.vf.sizes_hidden=[]'",
    "model.vf.controller, model.vf.controller.k_p=2.0",
    "model.route, model.route=solver",
    "model.route, model.rtol=1e-5"
  })
  void whatTheStudyDoesNotUseIsRefused(String key, String setting) {
    List<String> told = problems(setting);
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.getFirst().contains(key), told.toString());
  }

  @Test
  void cosinesOfStatesThatWereNotFoundAreNotGiven() {
    List<String> settings =
        List.of(
            "dataset.name=tiny-images",
            "dataset.path=" + dir,
            "model.vf.name=dale",
            "model.vf.sizes_hidden=[14]",
            "model.max_sweeps=1",
            "model.fallback=false",
            "study.gains=[2.0]",
            "study.norms=[16.0]",
            "study.rules=[\"exact-inv\"]",
            "study.jacobians=[\"feedforward\"]",
            "study.batchsize=20");
    Rehearsal.End end = new Rehearsal("credit-alignment", settings).end();
    assertTrue(end.number("unsettled") > 0);
    assertEquals(Double.NaN, end.number("cosine/exact-inv, plain/norm 16/gain 2.0/hidden_0"));
  }

  @Test
  void mistakesAreToldWithTheirKey() {
    UserError error =
        assertThrows(
            UserError.class,
            () ->
                ConfigLoader.load(
                    "credit-alignment", List.of("study.rules=[\"bp\"]"), Kinds.all()));
    String told = String.join("\n", error.lines());
    assertTrue(told.contains("study.rules") && told.contains("model.vf.name"), told);
  }
}
