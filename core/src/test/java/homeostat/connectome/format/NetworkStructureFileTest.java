package homeostat.connectome.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.array.Npz;
import homeostat.connectome.NetworkPlanTest;
import homeostat.connectome.NetworkStructure;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkStructureFileTest {
  private static final List<String> CELLS = List.of("excitatory", "inhibitory");
  private static final List<String> MITRAL = List.of("mitral");

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBack() {
    NetworkStructure network = NetworkPlanTest.plan(103, 5, 20).generate(1);
    Path file = folder.resolve("network_structure.npz");
    NetworkStructureFile.write(file, network);
    NetworkStructure read = NetworkStructureFile.read(file, CELLS, MITRAL, false);
    assertEquals(network.recurrent().weights(), read.recurrent().weights());
    assertEquals(network.recurrent().types(), read.recurrent().types());
    assertEquals(network.recurrent().assemblies(), read.recurrent().assemblies());
    assertEquals(network.feedforward(), read.feedforward());
    assertEquals(network.inputTypes(), read.inputTypes());
    assertEquals(64, read.recurrent().provenance().sources().get(0).sha256().length());
    assertEquals(
        Set.of(
            "recurrent_weights",
            "weights",
            "feedforward_weights",
            "recurrent_connectivity",
            "feedforward_connectivity",
            "cell_type_indices",
            "feedforward_cell_type_indices",
            "assembly_ids"),
        Npz.read(file).names());
    assertEquals(
        List.of("type0", "type1"),
        NetworkStructureFile.read(file, false).recurrent().types().names());
  }

  @Test
  void theSecondSpellingAndAMaskWithAWeightOfZero() {
    Path file = folder.resolve("stage1.npz");
    Npz.write(
        file,
        good().put("recurrent_connectivity", new byte[] {0, 1, 1, 0, 0, 0, 1, 0, 0}, 3, 3).build());
    NetworkStructure read = NetworkStructureFile.read(file, CELLS, MITRAL, false);
    assertArrayEquals(new int[] {1, 2, 0}, read.recurrent().weights().columns());
    assertArrayEquals(new float[] {0.5f, 0, 0.25f}, read.recurrent().weights().values());
    assertTrue(read.recurrent().assemblies().isEmpty());
  }

  @Test
  void aDiagonalIsKeptWithAWarning() {
    Path file = with("weights", new NdArray.F4(new float[] {1, 0, 0, 0, 0, 0, 0, 0, 1}, 3, 3));
    NetworkStructure read = NetworkStructureFile.read(file, CELLS, MITRAL, false);
    assertEquals(2, read.recurrent().provenance().warnings().get(0).count());
  }

  @Test
  void everyMistakeIsTold() {
    float[] nine = new float[9];
    said("no array 'recurrent_weights' or 'weights'", without("weights"));
    said("no array 'feedforward_weights'", without("feedforward_weights"));
    said("no array 'cell_type_indices'", without("cell_type_indices"));
    said("array 'weights': is 2 x 3", with("weights", new NdArray.F4(new float[6], 2, 3)));
    said("has 1 axes", with("weights", new NdArray.F4(nine, 9)));
    float[] nan = nine.clone();
    nan[5] = Float.NaN;
    said("array 'weights': is NaN at [1, 2]", with("weights", new NdArray.F4(nan, 3, 3)));
    float[] negative = nine.clone();
    negative[7] = -1;
    Path signed = with("weights", new NdArray.F4(negative, 3, 3));
    said("array 'weights': is -1.0 at [2, 1]", signed);
    assertEquals(
        -1,
        NetworkStructureFile.read(signed, CELLS, MITRAL, true).recurrent().weights().values()[0]);
    said(
        "array 'feedforward_weights': is 2 x 4; it must be 2 x 3",
        with("feedforward_weights", new NdArray.F4(new float[8], 2, 4)));
    said(
        "array 'recurrent_connectivity': is 2 x 2",
        with("recurrent_connectivity", new NdArray.U1(new byte[4], 2, 2)));
    said(
        "array 'weights': is 0.5 at [0, 1], where array 'recurrent_connectivity' says",
        with("recurrent_connectivity", new NdArray.U1(new byte[9], 3, 3)));
    said(
        "array 'cell_type_indices': has shape [2]",
        with("cell_type_indices", new NdArray.I4(new int[2], 2)));
    said(
        "array 'cell_type_indices': is 2 at [1], but the cell types are 0 to 1",
        with("cell_type_indices", new NdArray.I4(new int[] {0, 2, 1}, 3)));
    said(
        "array 'cell_type_indices': skips cell type 0",
        with("cell_type_indices", new NdArray.I4(new int[] {1, 1, 1}, 3)));
    said(
        "array 'cell_type_indices': is 0.5 at [0]",
        with("cell_type_indices", new NdArray.F4(new float[] {0.5f, 0, 1}, 3)));
    said(
        "array 'assembly_ids': is -2 at [1]",
        with("assembly_ids", new NdArray.I4(new int[] {0, -2, 1}, 3)));
    said(
        "array 'weights': differs from 'recurrent_weights' at [0, 1]",
        with("recurrent_weights", new NdArray.F4(nine, 3, 3)));
  }

  private void said(String message, Path file) {
    FormatException e =
        assertThrows(
            FormatException.class, () -> NetworkStructureFile.read(file, CELLS, MITRAL, false));
    String said = String.valueOf(e.getMessage());
    assertTrue(said.contains(message) && said.contains(file.toString()), said);
  }

  private static Arrays.Builder good() {
    return Arrays.builder()
        .put("weights", new double[] {0, 0.5, 0, 0, 0, 0, 0.25, 0, 0}, 3, 3)
        .put("feedforward_weights", new float[] {1, 0, 2, 0, 3, 0}, 2, 3)
        .put("cell_type_indices", new long[] {0, 0, 1})
        .put("feedforward_cell_type_indices", new int[] {0, 0});
  }

  private Path without(String name) {
    Arrays.Builder rest = Arrays.builder();
    good()
        .build()
        .asMap()
        .forEach((key, array) -> {
          if (!key.equals(name)) {
            rest.put(key, array);
          }
        });
    Path file = folder.resolve("without-" + name + ".npz");
    Npz.write(file, rest.build());
    return file;
  }

  private Path with(String name, NdArray replaced) {
    Arrays.Builder changed = Arrays.builder();
    good()
        .build()
        .asMap()
        .forEach((key, array) -> {
          if (!key.equals(name)) {
            changed.put(key, array);
          }
        });
    Path file = folder.resolve("with-" + name + ".npz");
    Npz.write(file, changed.put(name, replaced).build());
    return file;
  }
}
