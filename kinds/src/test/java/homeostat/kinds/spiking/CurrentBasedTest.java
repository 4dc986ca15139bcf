package homeostat.kinds.spiking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurrentBasedTest {
  /** The published layout, small. */
  private static final String PUBLISHED =
      """
      [simulation]
      dt = 1.0
      duration = 400.0
      seed = 42
      [inputs.cell_types]
      names = ['mitral']
      signs = [1]
      proportion = [1]
      [inputs.topology]
      num_neurons = 60
      conn_inputs = [[0.5, 0.0]]
      [inputs.weights]
      w_mu = [[1.0, 0.0]]
      w_sigma = [[0.2, 0.0]]
      [inputs.activity]
      firing_rates = [6.0]
      [inputs.physiology.mitral]
      tau_syn = 30.0
      [connectome.cell_types]
      names = ['excitatory', 'inhibitory']
      signs = [1, -1]
      proportion = [0.8, 0.2]
      [connectome.topology]
      num_neurons = 100
      num_assemblies = 2
      conn_within = [[0.5, 0.5], [0.5, 0.5]]
      conn_between = [[0.1, 0.1], [0.1, 0.1]]
      [connectome.weights]
      w_mu = [[1.0, 1.2], [2.4, 1.6]]
      w_sigma = [[0.8, 0.8], [0.2, 0.2]]
      [physiology.excitatory]
      tau_mem = 85.0
      tau_syn = 30.0
      R = 740.74
      U_rest = -60.0
      theta = -38.0
      U_reset = -60.0
      [physiology.inhibitory]
      tau_mem = 50.0
      tau_syn = 10.0
      R = 1111.11
      U_rest = -60.0
      theta = -45.0
      U_reset = -60.0
      [optimisation]
      scaling_factors = [[0.003, 0.003], [0.004, 0.004]]
      scaling_factors_FF = [[0.004, 0.004]]
      [hyperparameters]
      surrgrad_scale = 100.0
      """;

  @TempDir Path dir;

  private Path file(String text) throws IOException {
    return Files.writeString(dir.resolve("current-based-Dp.toml"), text);
  }

  @Test
  void thePublishedFileRunsUnchanged() throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    Path run = runs.completed(runs.run(runs.job(file(PUBLISHED))));
    String excitatory =
        Files.readAllLines(run.resolve("network_statistics.csv")).get(1).split(",")[2];
    assertTrue(Double.parseDouble(excitatory) > 0.5, excitatory);
  }

  @Test
  void mistakesAreToldUnderThePublishedNames() throws IOException {
    Path wrong = file(PUBLISHED.replace("proportion = [0.8, 0.2]", "proportion = [0.8, 0.1]"));
    UserError error = assertThrows(UserError.class, () -> SmallRuns.resolved(wrong));
    assertTrue(
        String.valueOf(error.getMessage()).contains("connectome.cell_types.proportion"),
        error.getMessage());
  }

  /** Rates of a small network come to their targets along the gradient. */
  @Test
  void factorsOfCurrentBasedSynapsesAreTrained() throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    Path run =
        runs.completed(
            runs.run(
                runs.job(
                    Path.of("..", "experiments", "current-based.toml"),
                    "recurrent.topology.num_neurons=120",
                    "recurrent.topology.num_assemblies=2",
                    "recurrent.topology.conn_within=[[0.4,0.4],[0.8,0.4]]",
                    "recurrent.topology.conn_between=[[0.3,0.3],[0.3,0.3]]",
                    "feedforward.topology.num_neurons=60",
                    "feedforward.topology.conn_inputs=[[0.5,0.5]]",
                    "simulation.duration=12000",
                    "hyperparameters.learning_rate=0.06",
                    "hyperparameters.learning_rate_end=0.002",
                    "evaluation.duration=500")));
    Columns columns = Columns.of(run);
    assertEquals(3, columns.last("firing_rate/excitatory/mean"), 0.6);
    assertEquals(8, columns.last("firing_rate/inhibitory/mean"), 1.6);
  }

  @Test
  void synapsesAreAllOfOneKind() {
    UserError error =
        assertThrows(
            UserError.class,
            () ->
                SmallRuns.resolved(
                    SmallRuns.file(), "feedforward.synapses.mitral.tau_syn=[5.0,5.0]"));
    assertTrue(
        String.valueOf(error.getMessage()).contains("belongs to conductance-based synapses"),
        error.getMessage());
  }
}
