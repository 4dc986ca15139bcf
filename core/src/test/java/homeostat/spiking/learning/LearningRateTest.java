package homeostat.spiking.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import homeostat.array.Arrays;
import homeostat.gradient.Constraint;
import homeostat.gradient.Parameter;
import homeostat.gradient.Parameters;
import homeostat.spiking.LearningRule;
import homeostat.spiking.ObjectiveSettings;
import homeostat.spiking.simulation.RandomNetwork;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearningRateTest {

  private static LearningRule rule(Map<String, Double> numbers) {
    return new BackPropagation.Provider()
        .create(
            new ObjectiveSettings(
                RandomNetwork.PHYSIOLOGY, new int[] {0, 1}, 1, numbers, Map.of()));
  }

  /** A constant gradient moves Adam by the learning rate: that of the update before. */
  @Test
  void fallsAlongHalfACosineToItsEnd() {
    LearningRule rule =
        rule(
            Map.of(
                "hyperparameters.learning_rate", 0.1,
                "hyperparameters.learning_rate_end", 0.02,
                "training.updates", 10.0));
    Parameter parameter = new Parameter("p", new float[] {0}, new int[] {1}, Constraint.LOG);
    Parameters parameters = new Parameters(List.of(parameter));
    Arrays carried = rule.start(parameters);
    double last = 0;
    for (int update = 0; update < 10; update++) {
      float before = parameter.raw()[0];
      carried.floats("gradients/p")[0] = 1;
      carried = rule.update(parameters, carried, 1).carried();
      double angle = Math.PI * update / 9;
      double rate = 0.02 + 0.08 * (1 + Math.cos(angle)) / 2;
      assertEquals(rate, before - parameter.raw()[0], 1e-4, "update " + update);
      last = before - parameter.raw()[0];
    }
    assertEquals(0.02, last, 1e-4, "the last update moves at the end's rate");
  }

  @Test
  void anEndOfNothingIsAMistake() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            rule(
                Map.of(
                    "hyperparameters.learning_rate", 0.0,
                    "hyperparameters.learning_rate_end", 0.02)));
  }
}
