package homeostat.kinds.spiking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run says of a weighted loss that cannot see, or not teach, at its chunk length. */
class LossRemarksTest {
  private static String notes(String... settings) {
    return String.join("\n", SmallRuns.resolved(SmallRuns.published(), settings).notes());
  }

  @ParameterizedTest
  @CsvSource({
    "loss_weight.cv: this loss is a value without a gradient, cv.gradient=insertion",
    "its derivative is 100 times what a spike changes, silent.gradient=bounded",
    "holds 1.2 time constants of the slowest membrane, membrane_variance.statistics=running",
    "holds 1.2 time constants of the slowest membrane, simulation.chunk_size=500"
  })
  void aPublishedFileIsToldAndOursIsNot(String told, String mended) {
    assertTrue(notes().contains(told), notes());
    assertTrue(!notes(mended).contains(told), notes(mended));
  }

  @Test
  void countsInTooShortAWindowAreRefusedWithTheNumber() {
    String[] at = {"cv.gradient=count", "simulation.chunk_size=10000"};
    UserError error =
        assertThrows(UserError.class, () -> SmallRuns.resolved(SmallRuns.published(), at));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.contains("a chunk of 10.0 s holds 5.0"), message);
    assertTrue(message.contains("simulation.chunk_size to 20000 or more"), message);
    at[1] = "simulation.chunk_size=20000";
    assertEquals(43, SmallRuns.resolved(SmallRuns.published(), at).run().seed());
  }

  @Test
  void settingsThatTheRuleDoesNotReadAreNamed() {
    String rule = "training.learning_rule=feedback";
    for (String key : new String[] {"hyperparameters.learning_rate", "training.grad_norm_clip"}) {
      String told = key + ": has no effect with training.learning_rule = \"feedback\"";
      assertTrue(notes(rule).contains(told), notes(rule));
      assertTrue(!notes().contains(told), notes());
    }
  }
}
