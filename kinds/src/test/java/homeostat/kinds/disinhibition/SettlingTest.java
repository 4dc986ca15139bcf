package homeostat.kinds.disinhibition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.kernel.Parallel;
import homeostat.kinds.Rehearsal;
import homeostat.kinds.disinhibition.config.ClassifierConfig;
import homeostat.lab.Experiment;
import homeostat.lab.Row;
import homeostat.lab.Setup;
import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Kinds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettlingTest {
  private static final String KIND = "disinhibitory-classifier";

  @TempDir Path dir;

  @BeforeEach
  void makeImages() {
    new Rehearsal(KIND, settings("trainer.name=bp", "epochs=1")).end();
  }

  private List<String> settings(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "dataset.name=tiny-images",
                "dataset.path=" + dir,
                "model.vf.nb_hidden=2",
                "model.vf.sizes_hidden=[12]"));
    all.addAll(List.of(more));
    return all;
  }

  private Experiment<?> simulation(Parallel parallel, String... more) {
    var resolved = ConfigLoader.load(KIND, settings(more), Kinds.all());
    Setup setup = new Setup(1, 1 << 30, parallel, _ -> {});
    return new DisinhibitoryClassifier()
        .simulation((ClassifierConfig) resolved.config(), Optional.empty(), setup);
  }

  /** All rows and the last state of an experiment. */
  private static <S> Map.Entry<List<Row>, Arrays> whole(Experiment<S> experiment) {
    List<Row> rows = new ArrayList<>();
    S state = experiment.restore(Arrays.builder().put("images", new int[1]).build());
    for (long step = 0; step < experiment.steps(); step++) {
      state = experiment.step(experiment.restore(experiment.save(state)), step);
      rows.add(experiment.row(state, step));
    }
    return Map.entry(rows, experiment.save(state));
  }

  private static double number(Row row, String name) {
    return (double) Objects.requireNonNull(row.asMap().get(name), name);
  }

  @Test
  void anImageSettlesAndThenControlBringsItNearerToItsTarget() {
    try (Parallel parallel = new Parallel(1)) {
      var end = whole(simulation(parallel, "model.vf.name=dale", "trainer.name=exact-inv"));
      assertEquals(4, end.getKey().size());
      for (Row row : end.getKey()) {
        double open = number(row, "open_loop_loss");
        double closed = number(row, "closed_loop_loss");
        assertTrue(closed < open, closed + " under control, " + open + " without");
        double seconds = number(row, "open_loop_seconds");
        assertTrue(seconds > 0.1 && seconds < 1, "settled after " + seconds + " s");
      }
      assertEquals(4, end.getValue().ints("images")[0]);
    }
  }

  @Test
  void aRuleWithoutAControllerLeavesTheLoopOpen() {
    try (Parallel parallel = new Parallel(1)) {
      var end = whole(simulation(parallel, "model.vf.name=dale", "trainer.name=bp"));
      assertEquals(Double.NaN, number(end.getKey().getFirst(), "closed_loop_loss"));
      assertTrue(Double.isInfinite(end.getValue().doubles("0/closed")[0]));
    }
  }

  @Test
  void plainUnitsHaveNoCourse() {
    try (Parallel parallel = new Parallel(1)) {
      UserError error = assertThrows(UserError.class, () -> simulation(parallel));
      assertTrue(String.valueOf(error.getMessage()).contains("model.vf.name=dale"));
    }
  }
}
