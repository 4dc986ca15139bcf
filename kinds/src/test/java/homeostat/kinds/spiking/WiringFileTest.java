package homeostat.kinds.spiking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.array.Npz;
import homeostat.lab.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A network from a file, and one message for each way in which such a file can be wrong. */
class WiringFileTest {
  private static final int NEURONS = 6;
  private static final int INPUTS = 3;

  @TempDir Path dir;
  private Path file;

  @BeforeEach
  void name() {
    file = dir.resolve("network_structure.npz");
  }

  private static Arrays wiring() {
    float[] w = new float[NEURONS * NEURONS];
    byte[] mask = new byte[w.length];
    for (int i = 0; i < w.length; i++) {
      mask[i] = (byte) (i % 3 == 1 && i / NEURONS != i % NEURONS ? 1 : 0);
      w[i] = mask[i] * 0.3f;
    }
    float[] v = new float[INPUTS * NEURONS];
    java.util.Arrays.fill(v, 1);
    return Arrays.builder()
        .put("recurrent_weights", w, NEURONS, NEURONS)
        .put("recurrent_connectivity", mask, NEURONS, NEURONS)
        .put("feedforward_weights", v, INPUTS, NEURONS)
        .put("cell_type_indices", new int[] {0, 0, 0, 0, 1, 1})
        .put("feedforward_cell_type_indices", new int[INPUTS])
        .build();
  }

  private void write(Arrays arrays) {
    Npz.write(file, arrays);
  }

  private static Arrays with(String name, NdArray array) {
    Arrays.Builder out = Arrays.builder();
    wiring().asMap().forEach((n, a) -> out.put(n, n.equals(name) ? array : a));
    return out.build();
  }

  private static Arrays changed(String name, int at, double value) {
    NdArray array = wiring().get(name);
    float[] floats = array.toFloats();
    floats[at] = (float) value;
    return with(name, new NdArray.F4(floats, array.shape()));
  }

  private Path run(String... more) {
    SmallRuns runs = new SmallRuns(dir);
    List<String> settings = new java.util.ArrayList<>(List.of(more));
    settings.add("network.file=" + file);
    return runs.complete(settings.toArray(String[]::new));
  }

  @Test
  void aNetworkFromAFileTrainsItsScalingFactorsAndItsWeights() throws IOException {
    write(wiring());
    for (String trained : List.of("scaling_factors", "weights")) {
      Path run = run("training.optimisable=" + trained);
      Arrays end = Npz.read(run.resolve("final_state/network_structure.npz"));
      float[] w = end.get("recurrent_weights").toFloats();
      Arrays start = wiring();
      for (int i = 0; i < w.length; i++) {
        boolean there = start.get("recurrent_connectivity").at(i) != 0;
        assertEquals(there, w[i] > 0, "what is not connected stays so: " + i);
      }
      assertTrue(Files.exists(run.resolve("training_metrics.csv")));
    }
  }

  static List<Arguments> mistakes() {
    float[] narrow = new float[NEURONS * (NEURONS - 1)];
    return List.of(
        Arguments.of(changed("recurrent_weights", 0, 0.5), List.of("recurrent_connectivity", "[0")),
        Arguments.of(changed("recurrent_weights", 7, Double.NaN), List.of("NaN", "[1")),
        Arguments.of(changed("recurrent_weights", 7, -0.5), List.of("-0.5", "[1")),
        Arguments.of(changed("feedforward_weights", 4, Double.NaN), List.of("feedforward", "NaN")),
        Arguments.of(changed("cell_type_indices", 2, 5), List.of("cell_type_indices", "5", "[2]")),
        Arguments.of(changed("cell_type_indices", 2, -1), List.of("cell_type_indices", "-1")),
        Arguments.of(changed("cell_type_indices", 2, 0.5), List.of("0.5", "whole numbers")),
        Arguments.of(
            with("recurrent_weights", new NdArray.F4(narrow, new int[] {NEURONS, NEURONS - 1})),
            List.of("recurrent_weights", "5")),
        Arguments.of(
            with("feedforward_cell_type_indices", new NdArray.I4(new int[2], new int[] {2})),
            List.of("feedforward_cell_type_indices", "2")));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void wrongFileIsOneClearMessage(Arrays wrong, List<String> words) {
    write(wrong);
    told(words);
  }

  private void told(List<String> words) {
    FormatException error = assertThrows(FormatException.class, this::run);
    String message = String.valueOf(error.getMessage());
    assertEquals(1, message.lines().count(), message);
    assertTrue(message.contains("network_structure.npz"), message);
    assertTrue(Files.notExists(dir.resolve("runs")), "nothing may be written");
    for (String word : words) {
      assertTrue(message.contains(word), word + " is not in: " + message);
    }
  }

  @Test
  void truncatedFileIsOneClearMessage() throws IOException {
    write(wiring());
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 10, whole.length / 2, whole.length - 30}) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      told(List.of());
    }
  }

  @Test
  void missingArrayIsNamed() {
    Arrays.Builder some = Arrays.builder();
    wiring()
        .asMap()
        .forEach((name, array) -> {
          if (!name.equals("feedforward_weights")) {
            some.put(name, array);
          }
        });
    write(some.build());
    told(List.of("feedforward_weights", "add it"));
  }

  /** The parameters name two cell types; a part of a network may have one of them. */
  @Test
  void feedbackLeavesATypeWithoutCellsAlone() throws IOException {
    write(with("cell_type_indices", new NdArray.I4(new int[NEURONS], new int[] {NEURONS})));
    Path run = run("training.learning_rule=feedback");
    Columns columns = Columns.of(run);
    double[] absent = columns.of("scaling_factors/recurrent/excitatory_to_inhibitory");
    double[] present = columns.of("scaling_factors/recurrent/excitatory_to_excitatory");
    assertEquals(1, absent[absent.length - 1], 1e-6);
    assertTrue(Math.abs(present[present.length - 1] - 1) > 1e-3, "the rule is at work");
  }

  /**
   * Checked before there is a wiring, the parameters have 25 spikes; this file has too few cells.
   */
  @Test
  void aMemoryThatIsTooShortForTheWiringOfAFileIsRefused() {
    write(wiring());
    UserError error =
        assertThrows(
            UserError.class, () -> run("training.learning_rule=feedback", "feedback.tau_r=0.1"));
    assertTrue(error.lines().getFirst().contains("it takes 25"), error.lines().toString());
    assertTrue(error.lines().getFirst().contains("learning_rule"), error.lines().toString());
  }

  /** The parameters speak of 60 neurons; memory and time are those of the network that will run. */
  @Test
  void theEstimateIsThatOfTheWiringInTheFile() {
    int neurons = 1200;
    write(
        Arrays.builder()
            .put("recurrent_weights", new float[neurons * neurons], neurons, neurons)
            .put("feedforward_weights", new float[INPUTS * neurons], INPUTS, neurons)
            .put("cell_type_indices", new int[neurons])
            .put("feedforward_cell_type_indices", new int[INPUTS])
            .build());
    SmallRuns runs = new SmallRuns(dir);
    UserError error =
        assertThrows(
            UserError.class,
            () ->
                runs.run(
                    runs.job(SmallRuns.file(), "network.file=" + file, "run.memory=\"50 MB\"")));
    String told = String.join("\n", error.lines());
    assertTrue(told.contains("network.file (1200)"), told);
  }
}
