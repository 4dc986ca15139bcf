package homeostat.kinds.spiking.bench;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.kinds.bench.Stopwatch;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.ChunkRecord;
import homeostat.spiking.Evaluation;
import homeostat.spiking.FactorGradient;
import homeostat.spiking.LogGradient;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Objective;
import homeostat.spiking.Recording;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.Sensitivity;
import homeostat.spiking.input.PoissonInput;
import homeostat.spiking.learning.Optimisable;
import homeostat.spiking.simulation.Simulator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One chunk of a network, after an untrained run, that can be repeated as often as wanted. */
final class BenchChunk {
  /** Adjoints among the warm-up: the compiler needs to have seen them. */
  private static final int COMPILING = 3;

  private final BenchNetwork bench;
  private final Optimisable trained;
  private final Parallel parallel;
  private final Simulator simulator;
  private final ScalingFactors factors;
  private final ChunkInput input;
  private final Arrays start;

  /**
   * Runs the warm-up.
   *
   * @param segment steps whose tape is kept at a time
   * @param trained with respect to what the chunk is differentiated, if at all
   * @param warmUp chunks before the one that is measured
   */
  BenchChunk(
      BenchNetwork bench,
      int batch,
      int steps,
      int segment,
      long seed,
      Optimisable trained,
      int warmUp,
      Parallel parallel) {
    this.bench = bench;
    this.trained = trained;
    this.parallel = parallel;
    this.factors = ScalingFactors.ones(bench.network().physiology());
    this.simulator =
        new Simulator(
            bench.network(),
            batch,
            steps,
            segment,
            differentiated() ? Recording.ADJOINT : Recording.SPIKES,
            parallel);
    PoissonInput inputs = bench.inputs(seed, batch, steps);
    NetworkState state = NetworkState.atReset(bench.network(), batch);
    for (int chunk = 0; chunk < warmUp; chunk++) {
      ChunkInput drawn = inputs.draw(chunk, Arrays.empty(), parallel).input();
      state = simulator.forward(state, factors, drawn);
      if (differentiated() && chunk >= warmUp - COMPILING) {
        gradient(drawn, NetworkState.zero(bench.network(), batch), losses().direct());
      }
    }
    this.input = inputs.draw(warmUp, Arrays.empty(), parallel).input();
    this.start = state.toArrays(bench.network());
  }

  private boolean differentiated() {
    return trained != Optimisable.NONE;
  }

  private LogGradient gradient(
      ChunkInput drawn, NetworkState costate, List<Sensitivity.Weighted> direct) {
    return trained == Optimisable.WEIGHTS
        ? simulator.backward(bench.network().weights(), factors, drawn, costate, direct)
        : simulator.backward(factors, drawn, costate, direct);
  }

  ScalingFactors factors() {
    return factors;
  }

  /** Input spikes of the chunk. */
  ChunkInput input() {
    return input;
  }

  /** The state at its start, as {@link NetworkState#toArrays} gives it. */
  Arrays start() {
    return start;
  }

  /**
   * What the chunk gave.
   *
   * @param record spikes
   * @param losses values and direct gradients
   * @param gradient with respect to the logarithms of what is trained; zeros for nothing
   */
  record Outcome(ChunkRecord record, Losses losses, LogGradient gradient) {}

  /**
   * The losses of a chunk.
   *
   * @param values by name
   * @param direct their weighted gradients
   */
  record Losses(Map<String, Double> values, List<Sensitivity.Weighted> direct) {}

  /** Does the chunk once; making states is not measured. */
  Outcome run(Stopwatch forward, Stopwatch loss, Stopwatch backward) {
    NetworkState state = NetworkState.from(bench.network(), start);
    forward.time(() -> simulator.forward(state, factors, input));
    List<Losses> losses = new ArrayList<>();
    loss.time(() -> losses.add(losses()));
    List<LogGradient> gradient = new ArrayList<>();
    if (differentiated()) {
      NetworkState costate = NetworkState.zero(bench.network(), input.batch());
      List<Sensitivity.Weighted> direct = losses.getFirst().direct();
      backward.time(() -> gradient.add(gradient(input, costate, direct)));
    } else {
      gradient.add(
          new FactorGradient(
              new double[factors.recurrent().length], new double[factors.feedforward().length]));
    }
    return new Outcome(simulator.record(factors), losses.getFirst(), gradient.getFirst());
  }

  private Losses losses() {
    ChunkRecord record = simulator.record(factors);
    Map<String, Double> values = new LinkedHashMap<>();
    List<Sensitivity.Weighted> direct = new ArrayList<>();
    for (Objective objective : bench.objectives()) {
      Evaluation evaluation = objective.evaluate(record, Arrays.empty(), parallel);
      values.put(objective.name(), evaluation.value());
      evaluation
          .gradients()
          .forEach(g -> direct.add(new Sensitivity.Weighted(g, bench.weight(objective))));
    }
    return new Losses(values, direct);
  }
}
