package homeostat.kinds.brain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of times that are no whole number of steps. */
class WholeStepsTest {
  private static List<String> notes(String... settings) {
    return WholeSteps.notes(Opened.config(settings));
  }

  @Test
  void wholeNumbersOfStepsAreNoNews() {
    assertEquals(List.of(), notes());
    assertEquals(List.of(), notes("simulation.dt=0.2", "simulation.duration=0.3"));
    assertEquals(List.of(), notes("neuron.refractory=0", "neuron.delay=0.1"));
  }

  /** The delay goes to the nearest step, the refractory period to the last whole one. */
  @Test
  void othersAreTold() {
    assertEquals(
        List.of(
            "neuron.delay: 0.17 ms is no whole number of steps of 0.1 ms; 2 of them, 0.2 ms, are"
                + " taken",
            "neuron.refractory: 2.29 ms is no whole number of steps of 0.1 ms; 22 of them, 2.2 ms,"
                + " are taken"),
        notes("neuron.delay=0.17", "neuron.refractory=2.29"));
    assertEquals(
        List.of(
            "simulation.duration: 0.16 ms is no whole number of steps of 0.1 ms; 2 of them, 0.2"
                + " ms, are taken"),
        notes("simulation.duration=0.00016"));
  }
}
