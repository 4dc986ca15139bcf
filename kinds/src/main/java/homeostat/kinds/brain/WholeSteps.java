package homeostat.kinds.brain;

import homeostat.kinds.brain.config.WholeBrainConfig;
import homeostat.spiking.brain.BrainParameters;
import java.util.ArrayList;
import java.util.List;

/** Times that are no whole number of steps, and what is simulated in their place. */
final class WholeSteps {
  /** What a quotient of two decimals may be off a whole number, in steps. */
  private static final double ROUNDING = 1e-3;

  private WholeSteps() {}

  /** One line for each such time. */
  static List<String> notes(WholeBrainConfig config) {
    double dt = config.simulation().dt();
    BrainParameters neuron = config.neuron().parameters(dt);
    List<String> notes = new ArrayList<>();
    add("neuron.delay", neuron.delay(), neuron.delaySteps(), dt, notes);
    add("neuron.refractory", neuron.refractory(), neuron.refractorySteps(), dt, notes);
    double duration = 1000 * config.simulation().duration();
    add("simulation.duration", duration, config.simulation().steps(), dt, notes);
    return notes;
  }

  private static void add(String key, double time, int steps, double dt, List<String> notes) {
    if (Math.abs(time / dt - steps) > ROUNDING) {
      notes.add(
          key
              + ": "
              + brief(time)
              + " ms is no whole number of steps of "
              + brief(dt)
              + " ms; "
              + steps
              + " of them, "
              + brief(steps * dt)
              + " ms, are taken");
    }
  }

  /** Without the digits that rounding leaves. */
  private static String brief(double time) {
    return String.valueOf((float) time);
  }
}
