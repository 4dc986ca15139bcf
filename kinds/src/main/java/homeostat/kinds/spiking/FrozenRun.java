package homeostat.kinds.spiking;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.kinds.spiking.config.RecordSection;
import homeostat.kinds.spiking.figures.Activity;
import homeostat.kinds.spiking.network.BuiltNetwork;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.InputProcess;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.SynapticWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;

/**
 * Runs a network without learning, from reset, and records spikes of all trials and the inside of
 * some cells.
 */
final class FrozenRun {
  private final BuiltNetwork built;
  private final DoubleFunction<InputProcess> input;
  private final int trials;
  private final int steps;
  private final RecordSection recorded;
  private final Parallel parallel;

  /**
   * @param input of a time of the training in ms: chunks of one step with the rates then in force,
   *     for this number of trials
   * @param steps time steps
   */
  FrozenRun(
      BuiltNetwork built,
      DoubleFunction<InputProcess> input,
      int trials,
      int steps,
      RecordSection recorded,
      Parallel parallel) {
    this.built = built;
    this.input = input;
    this.trials = trials;
    this.steps = steps;
    this.recorded = recorded;
    this.parallel = parallel;
  }

  /**
   * What was seen.
   *
   * @param membranes of all neurons
   * @param recording what the user asked for; empty if nothing
   */
  record Seen(Activity activity, MembraneRatio membranes, Optional<Arrays> recording) {}

  /**
   * Runs it.
   *
   * @param time of the training whose input it hears, ms
   */
  Seen run(ScalingFactors factors, SynapticWeights weights, double time, DoubleConsumer progress) {
    InputProcess heard = input.apply(time);
    FreeRun free = new FreeRun(built, factors, weights, trials, 1, recorded, parallel);
    FreeRunState state = free.start(heard.start());
    for (int first = 0; first < steps; first += FreeRun.SLICE) {
      List<ChunkInput> parts = new ArrayList<>();
      for (int t = first; t < Math.min(steps, first + FreeRun.SLICE); t++) {
        InputProcess.Drawn drawn = heard.draw(t, state.input, parallel);
        state.input = drawn.carried();
        parts.add(drawn.input());
      }
      free.advance(state, ChunkInput.joined(parts), first);
      progress.accept(Math.min(1, (first + FreeRun.SLICE) / (double) steps));
    }
    Activity activity = free.activity(state);
    return new Seen(activity, state.membranes, state.recorder.arrays(activity.spikes()));
  }
}
