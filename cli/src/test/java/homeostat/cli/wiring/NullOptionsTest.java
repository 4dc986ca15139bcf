package homeostat.cli.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.cli.Shell;
import homeostat.connectome.Connectome;
import homeostat.connectome.Positions;
import homeostat.connectome.format.ConnectomeReader;
import homeostat.connectome.format.ConnectomeWriter;
import homeostat.connectome.format.ReadOptions;
import homeostat.connectome.nulls.NullModel;
import homeostat.kernel.Csr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Null models and their settings as they are given on the command line. */
class NullOptionsTest {
  @TempDir Path folder;

  private Shell.Result draw(String source, String... settings) {
    List<String> words = new ArrayList<>(List.of("connectome", "null", source));
    words.addAll(List.of(settings));
    words.add("out=" + folder.resolve("null.npz"));
    return Shell.empty().run(words.toArray(String[]::new));
  }

  private Csr drawn(String source, String... settings) {
    Shell.Result result = draw(source, settings);
    assertEquals(0, result.status(), result.err());
    return ConnectomeReader.read(folder.resolve("null.npz"), ReadOptions.defaults()).weights();
  }

  @Test
  void everyModelButThoseThatLackSomethingDrawsAndIsListed() {
    String page = Shell.empty().run("help", "connectome").out();
    for (NullModel model : NullModel.all()) {
      Shell.Result result = draw("macaque-like", "model=" + model.name());
      boolean lacks = List.of("sign_shuffle", "geometry_preserving").contains(model.name());
      assertEquals(lacks ? 2 : 0, result.status(), model.name() + result.err());
      assertTrue(lacks || result.out().contains("kept: " + model.keeps()), result.out());
      assertTrue(page.contains(model.name()), page);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "degree_preserving, swaps=0.1, swaps=20",
    "reciprocity_preserving, swaps=0.1, swaps=20",
    "watts_strogatz, probability=0, probability=0.5",
    "modular, modules=found, modules=thirds.txt"
  })
  void settingsCount(String model, String one, String other) throws IOException {
    StringBuilder thirds = new StringBuilder();
    for (int node = 0; node < 29; node++) {
      thirds.append("third ").append(node % 3).append('\n');
    }
    Files.writeString(folder.resolve("thirds.txt"), thirds);
    String second = other.replace("thirds.txt", folder.resolve("thirds.txt").toString());
    assertNotEquals(
        drawn("macaque-like", "model=" + model, one),
        drawn("macaque-like", "model=" + model, second));
  }

  @Test
  void lengthsAreKeptWhereTheNodesArePlaced() {
    Shell.Result made =
        Shell.empty()
            .run("connectome", "convert", "macaque-like", "out=" + folder.resolve("m.npz"));
    assertEquals(0, made.status(), made.err());
    Connectome plain = ConnectomeReader.read(folder.resolve("m.npz"), ReadOptions.defaults());
    double[] line = new double[3 * plain.size()];
    Arrays.setAll(line, i -> i % 3 == 0 ? i / 3 : 0);
    Positions positions = new Positions(line, "mm");
    ConnectomeWriter.npz(
        folder.resolve("placed.npz"),
        new Connectome(
            plain.nodes(),
            plain.types(),
            plain.weights(),
            plain.assemblies(),
            plain.signs(),
            Optional.of(positions),
            plain.provenance()));
    String placed = folder.resolve("placed.npz").toString();
    Csr few = drawn(placed, "model=geometry_preserving", "bins=1");
    Csr many = drawn(placed, "model=geometry_preserving", "bins=7");
    assertNotEquals(plain.weights(), many);
    assertArrayEquals(lengths(plain.weights()), lengths(many));
    assertFalse(Arrays.equals(lengths(plain.weights()), lengths(few)));
  }

  /** [bin of the distance on the line, of 7 from 0 to 28] number of connections. */
  private static int[] lengths(Csr weights) {
    int[] counts = new int[7];
    int[] rows = weights.rowOfEntry();
    for (int e = 0; e < weights.entries(); e++) {
      counts[Math.min(6, Math.abs(rows[e] - weights.columns()[e]) / 4)]++;
    }
    return counts;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "model=lattice probability=0.2 | no effect on model=lattice; only watts_strogatz",
        "model=modular swaps=3 | swaps= has no effect on model=modular",
        "model=watts_strogatz bins=3 | only geometry_preserving reads it",
        "model=degree_preserving modules=found | only modular reads it",
        "model=watts_strogatz probability=2 | probability=2: must be 0 to 1",
        "model=watts_strogatz probability=-1 | probability=-1: must be",
        "model=degree_preserving swaps=0 | swaps=0: must be",
        "model=geometry_preserving bins=0 | bins=0: must be",
        "model=geometry_preserving | no positions are known",
        "model=modular modules=regions | must be known, found, or a file",
        "model=watts_strogats | did you mean 'watts_strogatz'?",
        "model=reciprocity | there is no such null model"
      })
  void mistakesAreTold(String settings, String message) {
    Shell.Result result = draw("macaque-like", settings.split(" "));
    assertEquals(2, result.status(), result.out());
    assertTrue(result.err().contains(message), result.err());
  }

  @Test
  void filesOfModulesAreChecked() throws IOException {
    Path file = folder.resolve("modules.txt");
    Files.writeString(file, "a\nb\n");
    String given = "modules=" + file;
    String few = draw("macaque-like", "model=modular", given).err();
    assertTrue(few.contains("2 modules for 29 nodes"), few);
    Files.writeString(file, "a\n\nb\n");
    String empty = draw("macaque-like", "model=modular", given).err();
    assertTrue(empty.contains("modules.txt, line 2: is empty"), empty);
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 10});
    String bytes = draw("macaque-like", "model=modular", given).err();
    assertTrue(bytes.contains("cannot be read as text"), bytes);
  }
}
