package homeostat.kinds.spiking;

import homeostat.kinds.spiking.config.HomeostaticPlasticityConfig;
import homeostat.kinds.spiking.config.SimulationSection;
import homeostat.lab.config.Problems;
import homeostat.spiking.CellParameters;
import homeostat.spiking.Physiology;
import homeostat.spiking.StepConstants;
import java.util.Locale;

/** Mistakes in times: lengths that do not fit each other, milliseconds given for steps. */
final class TimingChecks {
  private TimingChecks() {}

  /** True if nothing was wrong. */
  static boolean check(HomeostaticPlasticityConfig config, Problems problems) {
    SimulationSection simulation = config.simulation();
    boolean sound = true;
    if (simulation.duration().isPresent() && simulation.numChunks().isPresent()) {
      problems.warn(
          "simulation.duration", "has no effect: simulation.num_chunks says how long it is");
    }
    if (simulation.chunks() < 1) {
      problems.add(
          "simulation.duration",
          simulation.duration().orElse(SimulationSection.DEFAULT_DURATION)
              + " ms hold no chunk of chunk_size = "
              + simulation.chunkSize()
              + " steps ("
              + simulation.chunkMs()
              + " ms); chunk_size counts steps, duration milliseconds");
      sound = false;
    } else if (simulation.chunks() > SimulationSection.MOST_CHUNKS) {
      problems.add(
          "simulation.duration",
          simulation.duration().orElse(SimulationSection.DEFAULT_DURATION)
              + " ms are more than "
              + SimulationSection.MOST_CHUNKS
              + " chunks of "
              + simulation.chunkMs()
              + " ms; give less");
      sound = false;
    } else if (simulation.chunks() < config.training().chunksPerUpdate()) {
      problems.warn(
          "simulation.duration",
          simulation.chunks()
              + " chunks are fewer than chunks_per_update = "
              + config.training().chunksPerUpdate()
              + ": there will be a single update, at the end");
    }
    double highest = 1000 / simulation.dt();
    for (var activity : config.feedforward().activity().entrySet()) {
      if (activity.getValue().firingRate() > highest) {
        problems.add(
            "feedforward.activity." + activity.getKey() + ".firing_rate",
            activity.getValue().firingRate()
                + " Hz is more than a spike in every step of "
                + simulation.dt()
                + " ms; at most "
                + highest
                + " Hz");
        sound = false;
      }
    }
    if (config.evaluation().duration() / simulation.dt() > 10_000_000) {
      problems.add(
          "evaluation.duration",
          config.evaluation().duration()
              + " ms are more than 10 million steps of "
              + simulation.dt()
              + " ms");
      sound = false;
    }
    return sound;
  }

  /**
   * Synaptic currents are a forward Euler step: with every conductance at its clamp G_k, sum_k G_k
   * dt / C_m must stay below 1.
   */
  static void stability(Physiology physiology, double dt, Problems problems) {
    if (physiology.currentBased()) {
      return; // membranes and currents decay exactly
    }
    double conductance = 0;
    for (double bound : StepConstants.of(physiology, dt).upper()[1]) {
      conductance += bound;
    }
    for (CellParameters cell : physiology.cells()) {
      double bound = conductance * dt / cell.capacitance();
      if (bound > 1) {
        problems.warn(
            "simulation.dt",
            String.format(
                Locale.ROOT,
                "with all synapses of a %s cell open, a step overshoots (sum of G_k dt / C_m ="
                    + " %.2g, above 1); take a smaller dt",
                cell.name(),
                bound));
      }
    }
  }
}
