package homeostat.kinds.spiking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.kernel.Parallel;
import homeostat.kinds.spiking.config.NetworkInferenceConfig;
import homeostat.kinds.spiking.figures.Activity;
import homeostat.kinds.spiking.network.BuiltNetwork;
import homeostat.kinds.spiking.network.NetworkRecipe;
import homeostat.kinds.spiking.recording.ProbeWindow;
import homeostat.kinds.spiking.recording.Probes;
import homeostat.spiking.ChunkInput;
import homeostat.spiking.NetworkState;
import homeostat.spiking.Recording;
import homeostat.spiking.ScalingFactors;
import homeostat.spiking.input.PoissonInput;
import homeostat.spiking.simulation.Simulator;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProbeWindowTest {
  private static final int STEPS = 40;

  /** A network of sixty neurons that fires. */
  private static BuiltNetwork network() {
    NetworkInferenceConfig config =
        (NetworkInferenceConfig)
            SmallRuns.resolved(
                    Path.of("..", "experiments", "conductance-based-grid.toml"),
                    "recurrent.topology.num_neurons=60",
                    "recurrent.topology.num_assemblies=2",
                    "feedforward.topology.num_neurons=20")
                .config();
    NetworkRecipe recipe = new NetworkRecipe(config.recurrent(), config.feedforward());
    return BuiltNetwork.of(
        recipe.plan(homeostat.connectome.CellTypePlan.Counts.EXACT).generate(1),
        recipe.physiology(),
        1,
        1,
        Map.of("excitatory", 1.0, "inhibitory", 1.0));
  }

  @Test
  void replayedConductancesAreThoseOfTheNetwork() {
    BuiltNetwork built = network();
    ScalingFactors ones = ScalingFactors.ones(built.network().physiology());
    double[] rates = new double[built.network().inputs()];
    java.util.Arrays.fill(rates, 300);
    int[] cells = Probes.cells(built.network());
    ProbeWindow window = new ProbeWindow(built.network(), cells, 0, 3);
    try (Parallel one = new Parallel(1)) {
      Simulator simulator = new Simulator(built.network(), 3, STEPS, Recording.VOLTAGES, one);
      PoissonInput input = new PoissonInput(9, rates, 3, STEPS, 1);
      NetworkState state = NetworkState.atReset(built.network(), 3);
      long spikes = 0;
      for (int chunk = 0; chunk < 5; chunk++) {
        ChunkInput drawn = input.draw(chunk, input.start(), one).input();
        state = simulator.forward(state, ones, drawn);
        window.add(simulator.record(ones), drawn);
        spikes += simulator.record(ones).spikes().times().length;
        List<Activity.Probe> probes = window.recorded();
        int last = Math.min(3, chunk + 1) * STEPS - 1;
        for (int i = 0; i < cells.length; i++) {
          Activity.Probe probe = probes.get(i);
          assertEquals(
              state.potential(built.network(), 0, cells[i]), probe.voltage()[last], "potential");
          for (int k = 0; k < probe.conductance().length; k++) {
            assertEquals(
                state.conductance(built.network(), 0, cells[i], k),
                probe.conductance()[k][last],
                1e-4f,
                "conductance " + k + " of cell " + cells[i]);
          }
        }
      }
      assertTrue(spikes > 300, "the network fires: " + spikes);
    }
    assertEquals(3 * STEPS, window.recorded().getFirst().voltage().length);
  }

  @Test
  void whatIsSavedComesBack() {
    BuiltNetwork built = network();
    ScalingFactors ones = ScalingFactors.ones(built.network().physiology());
    double[] rates = new double[built.network().inputs()];
    java.util.Arrays.fill(rates, 300);
    try (Parallel one = new Parallel(1)) {
      Simulator simulator = new Simulator(built.network(), 1, STEPS, Recording.VOLTAGES, one);
      PoissonInput input = new PoissonInput(9, rates, 1, STEPS, 1);
      NetworkState state = NetworkState.atReset(built.network(), 1);
      ProbeWindow whole = new ProbeWindow(built.network(), Probes.cells(built.network()), 0, 2);
      ProbeWindow resumed = new ProbeWindow(built.network(), Probes.cells(built.network()), 0, 2);
      for (int chunk = 0; chunk < 4; chunk++) {
        ChunkInput drawn = input.draw(chunk, input.start(), one).input();
        state = simulator.forward(state, ones, drawn);
        whole.add(simulator.record(ones), drawn);
        if (chunk == 1) {
          resumed.restore(whole.save());
        } else if (chunk > 1) {
          resumed.add(simulator.record(ones), drawn);
        }
      }
      assertEquals(
          homeostat.array.Sha256.ofArrays(whole.save()),
          homeostat.array.Sha256.ofArrays(resumed.save()));
    }
  }
}
