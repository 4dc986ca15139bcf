package homeostat.kinds.disinhibition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kinds.Rehearsal;
import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
