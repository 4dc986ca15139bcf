package homeostat.kinds.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.array.Npz;
import homeostat.kinds.Rehearsal;
import homeostat.lab.UserError;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PretrainedTest {
  private static final int UNITS = 4;

  @TempDir Path dir;
  private Path file;

  @BeforeEach
  void name() {
    file = dir.resolve("weights.npz");
  }

  /** As another program may have left them: 64-bit floats under the published names. */
  private static Arrays whole() {
    return Arrays.builder()
        .put("rnn.weight_ih_l0", filled(UNITS * 2, 0.1), UNITS, 2)
        .put("rnn.weight_hh_l0", filled(UNITS * UNITS, 0.1), UNITS, UNITS)
        .put("rnn.bias_ih_l0", filled(UNITS, 0), UNITS)
        .put("rnn.bias_hh_l0", filled(UNITS, 0), UNITS)
        .put("topology", filled(UNITS * UNITS, 1), UNITS, UNITS)
        .put("region_of", new double[] {0, 0, 1, 2}, UNITS)
        .build();
  }

  private static double[] filled(int count, double value) {
    double[] all = new double[count];
    java.util.Arrays.fill(all, value);
    return all;
  }

  private Rehearsal rehearsal() {
    return new Rehearsal(
        "working-memory",
        List.of(
            "task.nr_of_trials=20",
            "training.epochs=2",
            "training.lr=0.001",
            "network.pretrained=" + file));
  }

  @Test
  void aNetworkGoesOnWithItsWeightsWiringAndRegions() {
    Npz.write(file, whole());
    Rehearsal.End end = rehearsal().end();
    assertEquals(UNITS, end.number("units"));
    assertTrue(end.summary().asMap().containsKey("graph_modularity_of_regions_before"));
    assertEquals(0.4, end.number("spectral_radius_before"), 1e-4);
    Template template = Pretrained.template(file.toString());
    assertEquals(3, template.regions());
    assertArrayEquals(new int[] {0, 0, 1, 2}, template.regionOf());
  }

  @ParameterizedTest
  @CsvSource({
    "epoch_000010.npz, topology.npz",
    "model_state_dict_epoch_10_iter_3.npz, topology_iter_3.npz",
    "own_iter_99999999999.npz, topology_iter_99999999999.npz"
  })
  void weightsOfAnEpochTakeTheWiringBesideThem(String weights, String wiring) {
    Arrays.Builder own = Arrays.builder();
    Arrays.Builder beside = Arrays.builder();
    whole()
        .asMap()
        .forEach((name, values) -> {
          (name.startsWith("rnn.") ? own : beside).put(name, values);
        });
    file = dir.resolve(weights);
    Npz.write(file, own.build());
    UserError alone = assertThrows(UserError.class, () -> Pretrained.template(file.toString()));
    assertTrue(alone.toString().contains("nor is one in " + dir.resolve(wiring)), alone.toString());
    Npz.write(dir.resolve(wiring), beside.build());
    assertEquals(List.of(file, dir.resolve(wiring)), Pretrained.files(file.toString()));
    assertEquals(List.of(), Pretrained.files(dir.resolve("none.npz").toString()));
    assertEquals(UNITS, rehearsal().end().number("units"));
  }

  @ParameterizedTest
  @CsvSource({
    "rnn.bias_ih_l0, absent, holds no bias_ih",
    "topology, absent, holds no topology",
    "topology, flat, must be [unit][unit]",
    "topology, zero, has no connection",
    "topology, nan, has the value NaN at place 0",
    "rnn.weight_hh_l0, flat, does not fit a topology of 4 units",
    "rnn.weight_hh_l0, nan, has the value NaN at place 0",
    "region_of, short, must be a region for each unit",
  })
  void aFileThatDoesNotFitIsTheUsersMistake(String array, String fault, String message) {
    Arrays.Builder all = Arrays.builder();
    whole()
        .asMap()
        .forEach((name, values) -> {
          int n = values.size();
          if (!name.equals(array)) {
            all.put(name, values);
          } else if (fault.equals("nan") || fault.equals("zero")) {
            all.put(name, filled(n, fault.equals("nan") ? Double.NaN : 0), values.shape());
          } else if (!fault.equals("absent")) {
            all.put(name, filled(fault.equals("flat") ? n : n - 1, 0));
          }
        });
    Npz.write(file, all.build());
    UserError error = assertThrows(UserError.class, () -> rehearsal().end());
    assertTrue(String.valueOf(error.getMessage()).contains(message), error.getMessage());
  }
}
