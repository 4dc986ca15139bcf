package homeostat.kinds.spiking;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Npz;
import homeostat.lab.record.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is trained, what is logged, which checkpoint is best. */
class TrainingTest {
  private static final String RECURRENT = "scaling_factors/recurrent/inhibitory_to_excitatory";
  private static final String FEEDFORWARD = "scaling_factors/feedforward/mitral_to_excitatory";

  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource({
    "scaling_factors, true, true",
    "scaling_factors_recurrent, true, false",
    "scaling_factors_feedforward, false, true",
    "none,false,false"
  })
  void onlyWhatIsAskedForIsTrained(String optimisable, boolean recurrent, boolean feedforward)
      throws IOException {
    Path run = new SmallRuns(dir).complete("training.optimisable=" + optimisable);
    Columns columns = Columns.of(run);
    assertEquals(recurrent, columns.last(RECURRENT) != 1, RECURRENT);
    assertEquals(feedforward, columns.last(FEEDFORWARD) != 1, FEEDFORWARD);
    assertEquals(
        recurrent, columns.names().contains("gradients/log_scaling_factors_norm"), "gradient");
    assertEquals(
        feedforward, columns.names().contains("gradients/log_scaling_factors_FF_norm"), "gradient");
  }

  @Test
  void withoutOptimisableTheNetworkOnlyRuns() throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    String text = Files.readString(SmallRuns.file()).replaceFirst("(?m)^optimisable.*$", "");
    Path file = Files.writeString(dir.resolve("inference.toml"), text);
    Path run = runs.completed(runs.run(runs.job(file)));
    Columns columns = Columns.of(run);
    for (double factor : columns.of(RECURRENT)) {
      assertEquals(1, factor);
    }
    assertTrue(columns.names().stream().noneMatch(name -> name.startsWith("gradients/")));
    assertTrue(columns.last("total_loss") > 0);
  }

  @Test
  void columnsAreThoseOfTheSpecification() throws IOException {
    Path run = new SmallRuns(dir).complete();
    Columns columns = Columns.of(run);
    assertEquals("epoch", columns.names().getFirst());
    List<String> others = columns.names().subList(1, columns.names().size());
    assertEquals(others.stream().sorted().toList(), others);
    for (String name : List.of("total", "firing_rate", "cv", "silent_penalty", "weight_ratio")) {
      assertTrue(columns.last(name + "_loss") >= 0, name);
    }
    for (String type : List.of("excitatory", "inhibitory")) {
      double mean = columns.last("firing_rate/" + type + "/mean");
      double active = columns.last("firing_rate/" + type + "/mean_active");
      double fraction = columns.last("fraction_active/" + type);
      assertTrue(mean > 0, type + " is silent: this test shows nothing");
      assertEquals(mean, active * fraction, 1e-9 * mean, type);
      columns.of("firing_rate/" + type + "/std");
      columns.of("firing_rate/" + type + "/std_active");
      columns.of("cv/" + type + "/mean");
      columns.of("cv/" + type + "/std");
    }
    double[] bounded = columns.of("membrane_variance/bounded_fraction");
    assertTrue(bounded[0] >= 0 && bounded[0] <= 1, "how often the distance to threshold was cut");
    String summary = Files.readString(run.resolve("summary.json"));
    assertTrue(summary.contains("\"firing_rate/excitatory/target\" : 10.0"), summary);
    assertTrue(summary.contains("\"firing_rate/inhibitory/mean\""), summary);
  }

  /** Best is the lowest mean of the totals since the last row, or of one chunk as published. */
  @Test
  void bestIsTheLowestRunningMean() throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    String[] often = {"training.log_interval=3", "training.checkpoint_interval=3"};
    double[] means = Columns.of(runs.complete(often)).of("total_loss");
    assertEquals(3L * (lowest(means) + 1), best(runs.complete(often)));
    double[] chunks = Columns.of(runs.complete("training.log_interval=1")).of("total_loss");
    double[] third = new double[10];
    for (int i = 0; i < third.length; i++) {
      third[i] = chunks[3 * i + 2];
      assertEquals((chunks[3 * i] + chunks[3 * i + 1] + chunks[3 * i + 2]) / 3, means[i], 1e-12);
    }
    assertEquals(
        3L * (lowest(third) + 1),
        best(runs.complete(often[0], often[1], "compat.best_by_chunk=true")));
  }

  private static int lowest(double[] values) {
    int lowest = 0;
    for (int i = 0; i < values.length; i++) {
      lowest = values[i] <= values[lowest] ? i : lowest;
    }
    return lowest;
  }

  private static long best(Path run) {
    return Checkpoint.read(run.resolve("checkpoints/checkpoint_best.npz")).nextStep();
  }

  @Test
  void theLastChunksAreTrainedOnUnlessTheyAreDroppedAsPublished() throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    double[] kept = Columns.of(runs.complete("training.log_interval=2")).of(RECURRENT);
    double[] dropped =
        Columns.of(runs.complete("training.log_interval=2", "compat.drop_remainder=true"))
            .of(RECURRENT);
    assertEquals(dropped[13], dropped[14], "chunks 29 and 30 make no whole update");
    assertEquals(dropped[13], kept[13]);
    assertNotEquals(kept[13], kept[14]);
  }

  @Test
  void aDetachedMembraneLossIsLoggedAndDoesNotTrain() throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    String detached = "compat.membrane_variance=detached";
    String weight = "hyperparameters.loss_weight.membrane_variance=";
    Columns attached = Columns.of(runs.complete(weight + 10));
    Columns logged = Columns.of(runs.complete(weight + 10, detached));
    Columns without = Columns.of(runs.complete(weight + 0, detached));
    assertArrayEquals(without.of(RECURRENT), logged.of(RECURRENT));
    assertNotEquals(attached.last(RECURRENT), logged.last(RECURRENT));
    assertArrayEquals(without.of("membrane_variance_loss"), logged.of("membrane_variance_loss"));
    assertNotEquals(
        attached.of("membrane_variance_loss")[0],
        logged.of("membrane_variance_loss")[0],
        "detached sees trial 0 alone, attached the whole batch");
  }

  @Test
  void publishedCellCountsLoseCellsToTheFirstType() {
    SmallRuns runs = new SmallRuns(dir);
    String[] seven = {"recurrent.topology.num_assemblies=7", "simulation.num_chunks=1"};
    assertEquals(12, inhibitory(runs.complete(seven)));
    int published = inhibitory(runs.complete(seven[0], seven[1], "compat.cell_counts=true"));
    assertTrue(published < 12, "inhibitory cells: " + published);
  }

  private static int inhibitory(Path run) {
    int count = 0;
    for (int type :
        Npz.read(run.resolve("initial_state/network_structure.npz"))
            .get("cell_type_indices")
            .toInts()) {
      count += type;
    }
    return count;
  }

  @Test
  void aTypeWithoutACellIsNoReasonToFall() throws IOException {
    SmallRuns runs = new SmallRuns(dir);
    Path run =
        runs.complete("recurrent.cell_types.proportion=[1.0, 0.0]", "simulation.num_chunks=6");
    Columns columns = Columns.of(run);
    assertTrue(Double.isNaN(columns.last("firing_rate/inhibitory/mean")));
    assertFalse(Double.isNaN(columns.last("total_loss")));
  }
}
