package homeostat.spiking.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.gradient.Parameters;
import homeostat.kernel.Parallel;
import homeostat.spiking.LearningRule;
import homeostat.spiking.ObjectiveSettings;
import homeostat.spiking.Recording;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SynapticWeights;
import homeostat.spiking.simulation.RandomNetwork;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What an update does to logarithms, given running rates. Targets are 10 Hz for every type. */
class FeedbackHomeostasisTest {
  private static final double ETA = 0.25;

  private final RandomNetwork random = RandomNetwork.of(4, 14, 6);

  private ObjectiveSettings settings(Map<String, String> words) {
    Map<String, Double> numbers = new TreeMap<>();
    for (String type : List.of("excitatory", "inhibitory", "single")) {
      numbers.put("targets.firing_rate." + type, 10.0);
    }
    numbers.put("feedback.eta", ETA);
    numbers.put("training.batch_size", 8.0);
    return new ObjectiveSettings(
            RandomNetwork.PHYSIOLOGY, random.network().cellTypes(), 1, numbers, words)
        .of(random.network());
  }

  private LearningRule rule(Map<String, String> words) {
    return new FeedbackHomeostasis.Provider().create(settings(words));
  }

  private Parameters parameters(Optimisable optimisable) {
    try (Parallel one = new Parallel(1)) {
      return new ChunkTrainer(
              random.network(),
              ScalingFactors.ones(RandomNetwork.PHYSIOLOGY),
              List.of(),
              rule(Map.of()),
              new TrainerSettings(Map.of(), 1, optimisable),
              1,
              1,
              one)
          .start()
          .parameters();
    }
  }

  private static Arrays rates(double... rates) {
    return Arrays.builder().put("rates", rates).build();
  }

  private static float[] change(
      LearningRule rule, Parameters parameters, Arrays carried, String of) {
    float[] before = parameters.get(of).raw().clone();
    rule.update(parameters, carried, 1);
    float[] change = parameters.get(of).raw().clone();
    for (int i = 0; i < change.length; i++) {
      change[i] -= before[i];
    }
    return change;
  }

  /** Rates of 5, 15 and 10 Hz are errors of 0.5, -0.5 and 0; senders excite, inhibit, excite. */
  @Test
  void opposedFollowsTheReceiversOwnError() {
    Parameters parameters = parameters(Optimisable.SCALING_FACTORS);
    float up = (float) (ETA * 0.5);
    assertArrayEquals(
        new float[] {up, -up, 0, -up, up, 0, up, -up, 0},
        change(rule(Map.of()), parameters, rates(5, 15, 10), ScalingFactors.RECURRENT),
        1e-6f);
    assertArrayEquals(
        new float[] {up, -up, 0, -up, up, 0},
        change(rule(Map.of()), parameters, rates(5, 15, 10), ScalingFactors.FEEDFORWARD),
        1e-6f,
        "the second input type inhibits");
  }

  @Test
  void uniformScalesAllSendersAlike() {
    float up = (float) (ETA * 0.5);
    assertArrayEquals(
        new float[] {up, -up, 0, up, -up, 0, up, -up, 0},
        change(
            rule(Map.of("feedback.scaling", "uniform")),
            parameters(Optimisable.SCALING_FACTORS),
            rates(5, 15, 10),
            ScalingFactors.RECURRENT),
        1e-6f);
  }

  /**
   * Excitatory types hear the inhibitory error, -0.5; the inhibitory one the mean of the others,
   * 0.25.
   */
  @Test
  void crossFollowsTheOtherClass() {
    float e = (float) (ETA * -0.5);
    float i = (float) (ETA * 0.25);
    assertArrayEquals(
        new float[] {e, -i, e, -e, i, -e, e, -i, e},
        change(
            rule(Map.of("feedback.scaling", "cross")),
            parameters(Optimisable.SCALING_FACTORS),
            rates(5, 15, 10),
            ScalingFactors.RECURRENT),
        1e-6f);
  }

  @Test
  void neuronsScaleWhatTheyReceiveThemselves() {
    LearningRule rule = rule(Map.of("training.optimisable", "weights"));
    double[] rates = new double[14];
    java.util.Arrays.fill(rates, 10);
    rates[6] = 2.5; // an error of 0.75
    float[] change =
        change(rule, parameters(Optimisable.WEIGHTS), rates(rates), SynapticWeights.RECURRENT);
    int[] receiver = random.network().recurrent().columns();
    int[] sender = random.network().recurrent().rowOfEntry();
    int moved = 0;
    for (int entry = 0; entry < change.length; entry++) {
      boolean inhibits = random.network().cellTypes()[sender[entry]] == 1;
      double expected = receiver[entry] == 6 ? ETA * 0.75 * (inhibits ? -1 : 1) : 0;
      assertEquals(expected, change[entry], 1e-6);
      moved += receiver[entry] == 6 ? 1 : 0;
    }
    assertTrue(moved > 1);
  }

  @Test
  void itAsksForNoAdjointAndStartsAtItsTargets() {
    LearningRule rule = rule(Map.of());
    assertEquals(Recording.VOLTAGES, rule.recording());
    Parameters parameters = parameters(Optimisable.SCALING_FACTORS);
    Arrays start = rule.start(parameters);
    assertArrayEquals(new double[] {10, 10, 10}, start.doubles("rates"));
    for (float unchanged : change(rule, parameters, start, ScalingFactors.RECURRENT)) {
      assertEquals(0, unchanged, "nothing moves before something was seen");
    }
  }

  @Test
  void errorsAreLogged() {
    LearningRule.Update update =
        rule(Map.of()).update(parameters(Optimisable.SCALING_FACTORS), rates(5, 40, 10), 0.5);
    assertEquals(5.0, update.numbers().get("feedback/rate/excitatory"));
    assertEquals(1.0, update.numbers().get("feedback/error/inhibitory"));
  }

  @Test
  void singleNeuronsNeedWeights() {
    assertThrows(IllegalArgumentException.class, () -> rule(Map.of("feedback.per", "neuron")));
  }
}
