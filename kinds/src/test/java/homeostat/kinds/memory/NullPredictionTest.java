package homeostat.kinds.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import homeostat.kernel.Stream;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NullPredictionTest {

  @Test
  void valuesAreAnsweredWithTheMeanOfWhatWasShown() {
    float[] inputs = {0, 0.2f, 0, 0.6f, 1, 0, 0, 0};
    // the mean of 0.2 and 0.6 against 0.2 and 0.6
    assertEquals(0.04, NullPrediction.ofValues(inputs, 2, new float[] {0.2f, 0.6f}), 1e-8);
  }

  @Test
  void classesChangePlacesInAllRowsAlike() {
    float[] answers = {4, 0, 0, 4, 0, 0};
    float[] targets = {0, 0};
    double right = Math.log(Math.exp(4) + 2) - 4;
    double wrong = Math.log(Math.exp(4) + 2);
    Set<Double> seen = new HashSet<>();
    for (int draw = 0; draw < 40; draw++) {
      double loss =
          NullPrediction.ofClasses(answers, targets, Stream.of(draw, "test.null").draws());
      assertEquals(Math.abs(loss - right) < 1e-9 ? right : wrong, loss, 1e-9);
      seen.add((double) Math.round(loss * 1e6));
    }
    assertNotEquals(1, seen.size());
  }
}
