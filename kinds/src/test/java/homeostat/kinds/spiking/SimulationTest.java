package homeostat.kinds.spiking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.array.NdArray;
import homeostat.array.Npz;
import homeostat.lab.UserError;
import homeostat.lab.config.Kinds;
import homeostat.lab.simulation.SimulationJob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
  private static final String STRUCTURE = "network_structure.npz";

  @TempDir private Path dir;

  /** Its network is that which training left: its weights with its factors. */
  @ParameterizedTest
  @ValueSource(strings = {"scaling_factors", "weights"})
  void aRunIsSimulatedWithWhatItHasLearned(String trained) throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    Path run = runs.complete("training.optimisable=" + trained, "evaluation.duration=100");
    Files.delete(run.resolve("checkpoints/checkpoint_best.npz"));
    List<String> settings = List.of("evaluation.duration=300", "evaluation.trials=3");
    Path simulated = runs.completed(runs.run(SimulationJob.ofRun(run, settings, Kinds.all())));
    assertEquals(run.resolve("simulations"), simulated.getParent());
    Arrays left = Npz.read(run.resolve("final_state").resolve(STRUCTURE));
    Arrays simulatedOn = Npz.read(simulated.resolve("results").resolve(STRUCTURE));
    for (String name : List.of("recurrent_weights", "feedforward_weights")) {
      assertArrayEquals(left.get(name).toDoubles(), simulatedOn.get(name).toDoubles(), 1e-6, name);
    }
    int[] shape =
        Npz.read(simulated.resolve("results/spike_data.npz")).get("output_spikes").shape();
    assertArrayEquals(new int[] {3, 300, 60}, shape);
    assertTrue(Files.exists(simulated.resolve("figures/activity.npz")));
  }

  @Test
  void aFileIsSimulatedAsItStarts() {
    SmallRuns runs = new SmallRuns(dir);
    List<String> settings =
        List.of("run.dir=" + dir.resolve("apart"), "run.name=small", "evaluation.duration=200");
    Path simulated =
        runs.completed(
            runs.run(SimulationJob.of(SmallRuns.file().toString(), settings, Kinds.all())));
    assertTrue(String.valueOf(simulated.getFileName()).startsWith("small-simulation-"));
    assertFalse(Files.exists(simulated.resolve("final_state")));
  }

  @Test
  void whatCannotBeSimulatedIsSaid() {
    UserError error =
        assertThrows(
            UserError.class, () -> SimulationJob.of("dale-classifier", List.of(), Kinds.all()));
    assertTrue(
        error.lines().getFirst().contains("'dale-classifier' does not run without learning"),
        error.lines().toString());
  }

  /** Two trials of chosen neurons, a sample every ten steps, a last slice that is shorter. */
  @Test
  void chosenNeuronsAreRecorded() throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    Path run = runs.complete("evaluation.duration=100");
    List<String> settings =
        List.of(
            "evaluation.duration=250",
            "evaluation.trials=3",
            "record.quantities=[\"spikes\",\"voltages\",\"conductances\"]",
            "record.neurons=40..59,7",
            "record.trials=2",
            "record.every=10");
    Path simulated = runs.completed(runs.run(SimulationJob.ofRun(run, settings, Kinds.all())));
    Arrays recorded = Npz.read(simulated.resolve("results/recording.npz"));
    assertEquals(21, recorded.ints("neurons").length);
    assertEquals(7, recorded.ints("neurons")[0]);
    assertArrayEquals(new int[] {2, 25, 21}, recorded.get("voltages").shape());
    assertArrayEquals(new int[] {2, 25, 21, 5}, recorded.get("conductances").shape());
    assertEquals(250, recorded.doubles("time")[24]);
    NdArray dense = Npz.read(simulated.resolve("results/spike_data.npz")).get("output_spikes");
    int[] trial = recorded.ints("spike_trial");
    int[] neuron = recorded.ints("spike_neuron");
    double[] time = recorded.doubles("spike_time");
    assertTrue(trial.length > 10, "spikes: " + trial.length);
    for (int e = 0; e < trial.length; e++) {
      int step = (int) Math.round(time[e]) - 1;
      assertEquals(1, dense.at((trial[e] * 250 + step) * 60 + neuron[e]));
    }
    double wanted = 0;
    for (int i = 0; i < 2 * 250 * 60; i++) {
      wanted += i % 60 == 7 || i % 60 >= 40 ? dense.at(i) : 0;
    }
    assertEquals(wanted, trial.length);
  }

  /** Samples of slices of a hundred steps, at places that no slice divides. */
  @Test
  void fewerSamplesAreSomeOfAll() throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    Path run = runs.complete("evaluation.duration=100");
    Arrays all = recording(runs, run, 1);
    for (int every : new int[] {7, 130}) {
      Arrays some = recording(runs, run, every);
      int samples = 250 / every;
      assertEquals(samples, some.doubles("time").length);
      for (String name : List.of("voltages", "conductances")) {
        float[] few = some.floats(name);
        float[] many = all.floats(name);
        int size = few.length / 2 / samples;
        for (int i = 0; i < few.length; i++) {
          int trial = i / size / samples;
          int step = (i / size % samples + 1) * every - 1;
          assertEquals(many[(trial * 250 + step) * size + i % size], few[i], name);
        }
      }
    }
  }

  private static Arrays recording(SmallRuns runs, Path run, int every) throws IOException {
    List<String> settings =
        List.of(
            "evaluation.duration=250",
            "evaluation.trials=2",
            "record.quantities=[\"voltages\",\"conductances\"]",
            "record.neurons=0..3",
            "record.trials=2",
            "record.every=" + every);
    Path simulated = runs.completed(runs.run(SimulationJob.ofRun(run, settings, Kinds.all())));
    return Npz.read(simulated.resolve("results/recording.npz"));
  }

  @Test
  void neuronsThatAreNotThereAreSaid() {
    SmallRuns runs = new SmallRuns(dir);
    List<String> settings =
        List.of("run.dir=" + dir, "record.quantities=[\"voltages\"]", "record.neurons=0..60");
    UserError error =
        assertThrows(
            UserError.class,
            () -> runs.run(SimulationJob.of(SmallRuns.file().toString(), settings, Kinds.all())));
    assertTrue(error.lines().getFirst().contains("no range of the neurons 0..59"));
  }
}
