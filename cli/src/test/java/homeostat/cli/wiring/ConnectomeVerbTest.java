package homeostat.cli.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.NdArray;
import homeostat.array.Npy;
import homeostat.cli.Shell;
import homeostat.connectome.NetworkStructure;
import homeostat.connectome.format.NetworkStructureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectomeVerbTest {
  @TempDir Path folder;

  private Shell.Result run(String... arguments) {
    return Shell.empty().run(arguments);
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void generatedNetworkIsAsAskedAndTheSameForTheSameSeed() throws IOException {
    for (String name : new String[] {"a.npz", "b.npz"}) {
      Shell.Result made =
          run(
              "connectome",
              "generate",
              "configuration",
              "cells.neurons=40",
              "cells.types=[\"e\", \"i\"]",
              "probability=[[0.5, 0], [0.25, 0]]",
              "inputs.count=6",
              "seed=7",
              "out=" + file(name));
      assertEquals(0, made.status(), made.err());
    }
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("a.npz")), Files.readAllBytes(folder.resolve("b.npz")));
    NetworkStructure network = NetworkStructureFile.read(folder.resolve("a.npz"), false);
    assertEquals(40, network.neurons());
    assertEquals(6, network.inputs());
    // 32 neurons of the first type: 0.5 * 32 * 32 + 0.25 * 8 * 32 connections, none to the second.
    assertEquals(512 + 64, network.recurrent().weights().entries());
  }

  @Test
  void everyGeneratorRunsWithItsDefaults() {
    for (Generator generator : Generator.values()) {
      Shell.Result made = run("connectome", "generate", generator.text(), "out=" + file("net.csv"));
      assertEquals(0, made.status(), made.err());
      assertTrue(made.out().contains("200 neurons"), made.out());
    }
  }

  @Test
  void inspectReadsEdgeListsAndMatricesBothWays() throws IOException {
    Path edges = Files.writeString(folder.resolve("e.csv"), "pre,post,weight\na,b,2\nb,c,-1\n");
    Shell.Result list = run("connectome", "inspect", edges.toString());
    assertEquals(0, list.status(), list.err());
    assertTrue(list.out().contains("nodes            3"), list.out());
    assertTrue(list.out().contains("connections      2"), list.out());
    Path matrix = Files.writeString(folder.resolve("m.csv"), "0,1\n0,0\n");
    String rows = run("connectome", "inspect", matrix.toString()).out();
    String columns =
        run("connectome", "inspect", matrix.toString(), "orientation=columns_are_senders").out();
    assertTrue(rows.contains("rows are senders"), rows);
    assertTrue(columns.contains("columns are senders"), columns);
  }

  @Test
  void inspectDrawsTheWeights() {
    run("connectome", "generate", "erdos-renyi", "cells.neurons=30", "out=" + file("net.npz"));
    Shell.Result seen = run("connectome", "inspect", file("net.npz"), "out=" + file("wiring"));
    assertEquals(0, seen.status(), seen.err());
    assertTrue(Files.exists(folder.resolve("wiring.png")));
    assertTrue(Files.exists(folder.resolve("wiring.npz")));
    // the data of the figure would take the place of the network
    assertMistake(
        "net.npz is the file that is read",
        "connectome",
        "inspect",
        file("net.npz"),
        "out=" + file("net"));
    assertEquals(0, run("connectome", "inspect", file("net.npz")).status());
  }

  @Test
  void networkThatCannotFitIsRefusedBeforeItIsDrawn() {
    String out = "out=" + file("net.npz");
    assertMistake(
        "1 .. 1000000", "connectome", "generate", "dense", "cells.neurons=2000000000", out);
    assertMistake("of memory", "connectome", "generate", "dense", "cells.neurons=1000000", out);
    assertMistake(
        "of memory",
        "connectome",
        "generate",
        "assemblies",
        "cells.neurons=1000000",
        "out=" + file("net.csv"));
    NetworkSize size =
        NetworkSize.of(Generator.ASSEMBLIES.settings(java.util.Map.of()).plan(), false);
    // 200 neurons of 0.8 and 0.2: 0.232 within each of 4 assemblies, 0.05 between them.
    assertEquals(200 * 200 * (0.232 / 4 + 0.05 * 3 / 4), size.connections(), 1e-6);
    assertTrue(Files.notExists(folder.resolve("net.npz")));
  }

  @Test
  void mistakesNameTheThing() {
    String out = "out=" + file("net.npz");
    assertMistake("did you mean 'dense'?", "connectome", "generate", "dens", out);
    assertMistake("out=", "connectome", "generate", "dense");
    assertMistake("neurons", "connectome", "generate", "dense", "cells.neurons=-3", out);
    assertMistake("cells", "connectome", "generate", "dense", "cels.neurons=3", out);
    assertMistake("probability", "connectome", "generate", "erdos-renyi", "probability=[[2]]", out);
    assertMistake(
        "2 source types x 2", "connectome", "generate", "erdos-renyi", "probability=[[1]]", out);
    assertMistake("no such file", "connectome", "inspect", file("none.npz"));
    assertMistake("did you mean 'inspect'?", "connectome", "inspekt", file("none.npz"));
    assertTrue(Files.notExists(folder.resolve("net.npz")));
  }

  @Test
  void regionsAreMappedShuffledAndConverted() {
    Shell.Result mapped =
        run("connectome", "map", "macaque-like", "neurons=2", "out=" + file("cortex.npz"));
    assertEquals(0, mapped.status(), mapped.err());
    assertTrue(mapped.out().contains("58 nodes"), mapped.out());
    for (String model : new String[] {"degree_preserving", "weight-shuffle", "lattice"}) {
      Shell.Result drawn =
          run(
              "connectome",
              "null",
              file("cortex.npz"),
              "model=" + model,
              "out=" + file(model + ".csv"));
      assertEquals(0, drawn.status(), drawn.err());
      assertTrue(drawn.out().contains("58 nodes"), drawn.out());
      Shell.Result back =
          run("connectome", "convert", file(model + ".csv"), "out=" + file(model + ".npy"));
      assertEquals(0, back.status(), back.err());
    }
    Shell.Result regions = run("connectome", "inspect", "fly-like", "out=" + file("fly"));
    assertTrue(regions.out().contains("nodes            49"), regions.out());
    assertTrue(regions.out().contains("generated, not measured"), regions.out());
  }

  @Test
  void regionsComeFromAnyFile() throws IOException {
    Path matrix = folder.resolve("areas.csv");
    Files.writeString(matrix, ",V1,V2,MT\nV1,0,0.5,0\nV2,0,0,2\nMT,1,0,0\n");
    String out = "out=" + file("areas.npz");
    Shell.Result mapped =
        run("connectome", "map", file("areas.csv"), "counts=2,3,1", "target_sparsity=1", out);
    assertEquals(0, mapped.status(), mapped.err());
    // Between: 2 x 3, 3 x 1, 1 x 2; within, without self-connections: 2, 6 and none.
    assertTrue(mapped.out().contains("6 nodes, 19 connections from 3 regions"), mapped.out());
    Path list = folder.resolve("areas-list.csv");
    Files.writeString(list, "source,target,weight\nV1,V2,0.5\nV2,MT,-2\n");
    assertMistake("from V2 to MT is -2.0", "connectome", "map", list.toString(), out);
  }

  /** Many types do not fit side by side: the table of all of them is a file. */
  @Test
  void densitiesOfManyTypesFitIntoATerminal() throws IOException {
    run("connectome", "map", "macaque-like", "neurons=3", "out=" + file("cortex.npz"));
    Shell.Result seen = run("connectome", "inspect", file("cortex.npz"));
    assertTrue(seen.out().lines().allMatch(line -> line.length() <= 130), seen.out());
    assertTrue(seen.out().contains("the 8 largest of 29 types; out=NAME writes all"), seen.out());
    Shell.Result drawn = run("connectome", "inspect", file("cortex.npz"), "out=" + file("w"));
    assertTrue(drawn.out().contains("all are in " + file("w-types.csv")), drawn.out());
    List<String> table = Files.readAllLines(folder.resolve("w-types.csv"));
    assertEquals("from,to,nodes_from,nodes_to,connections,density", table.getFirst());
    // 536 projections of 3 x 2 connections, and 29 regions of 3 neurons that contact both others
    assertEquals(1 + 536 + 29, table.size());
    assertTrue(table.contains("R01,R01,3,3,6,1.0"), table.toString());
  }

  /** A matrix as text becomes the files that working memory reads, names included. */
  @Test
  void regionsOfAnyFileBecomeFilesOfRegions() throws IOException {
    Files.writeString(folder.resolve("areas.csv"), ",V1,V2\nV1,0,0.5\nV2,0.25,0\n");
    Shell.Result made =
        run("connectome", "convert", file("areas.csv"), "out=" + file("C_Mine.npy"));
    assertTrue(made.out().contains("names   " + file("Names_Mine.txt")), made.out());
    assertEquals("V1\nV2\n", Files.readString(folder.resolve("Names_Mine.txt")));
    Shell.Result back = run("connectome", "convert", file("C_Mine.npy"), "out=" + file("back.csv"));
    assertEquals(0, back.status(), back.err());
    assertEquals(
        "pre,post,weight\nV1,V2,0.5\nV2,V1,0.25\n", Files.readString(folder.resolve("back.csv")));
  }

  @Test
  void areasThatLookTurnedAreToldByEveryAction() throws IOException {
    Files.writeString(folder.resolve("t.csv"), ",A,B,C\nA,0,0.9,0\nB,0.1,0,0\nC,0,0.9,0\n");
    Npy.write(
        folder.resolve("C_T.npy"),
        new NdArray.F8(new double[] {0, 0.9, 0, 0.1, 0, 0, 0, 0.9, 0}, 3, 3));
    String turned = "orientation seems to be the opposite";
    for (String source : new String[] {file("t.csv"), file("C_T.npy")}) {
      Shell.Result mapped = run("connectome", "map", source, "out=" + file("m.npz"));
      assertTrue(mapped.out().contains(turned), mapped.out());
    }
    Shell.Result shuffled =
        run("connectome", "null", file("C_T.npy"), "model=lattice", "out=" + file("n.npz"));
    assertTrue(shuffled.err().contains(turned), shuffled.err());
    Shell.Result right =
        run(
            "connectome",
            "map",
            file("C_T.npy"),
            "orientation=columns_are_senders",
            "out=" + file("m.npz"));
    assertFalse(right.out().contains(turned), right.out());
  }

  @Test
  void whatCannotFitIsRefusedBeforeItIsMade() throws IOException {
    assertMistake(
        "of memory", "connectome", "map", "fly-like", "neurons=10000", "out=" + file("m.npz"));
    Path large = folder.resolve("large.mtx");
    Files.writeString(
        large, "%%MatrixMarket matrix coordinate real general\n60000 60000 1\n1 60000 2\n");
    assertMistake(
        "write FILE.npz", "connectome", "convert", large.toString(), "out=" + file("m.npy"));
    Shell.Result list = run("connectome", "convert", large.toString(), "out=" + file("m.csv"));
    assertTrue(list.err().contains("59998 nodes without connections"), list.err());
    assertMistake(
        "is the file that is read", "connectome", "convert", file("m.csv"), "out=" + file("m.csv"));
    assertTrue(Files.notExists(folder.resolve("m.npy")));
  }

  @Test
  void mistakesOfMappingAndNullsNameTheThing() {
    String out = "out=" + file("x.npz");
    run("connectome", "map", "macaque-like", "neurons=1", out);
    String file = file("x.npz");
    out = "out=" + file("y.npz");
    assertMistake("did you mean 'lattice'?", "connectome", "null", file, "model=latice", out);
    assertMistake("model= is missing", "connectome", "null", file, out);
    assertMistake("no weight is negative", "connectome", "null", file, "model=sign_shuffle", out);
    assertMistake("FILE.npz", "connectome", "convert", file, "out=x.txt");
    assertMistake("neurons=0", "connectome", "map", "fly-like", "neurons=0", out);
    assertMistake("counts=1,x", "connectome", "map", "fly-like", "counts=1,x", out);
    assertMistake("2 neuron counts for 49", "connectome", "map", "fly-like", "counts=1,2", out);
    assertMistake("ND_NAME.npy", "connectome", "map", "fly-like", "density=rank", out);
    assertMistake("partition=even", "connectome", "map", "fly-like", "partition=even", out);
    assertMistake("no such file", "connectome", "map", file("c.npy"), out);
    String[] both = {"connectome", "map", "fly-like", "density=rank", "neurons=2", out};
    assertMistake("leave all but one out", both);
    assertMistake("array has no effect", "connectome", "map", "fly-like", "array=W", out);
    assertMistake("belongs to density=", "connectome", "map", "fly-like", "number=2", out);
    assertMistake("C_None.npy", "connectome", "map", file("C_None.npy"), out);
  }

  private void assertMistake(String expected, String... arguments) {
    Shell.Result result = run(arguments);
    assertEquals(2, result.status(), result.out() + result.err());
    assertTrue(result.err().contains(expected), result.err());
  }
}
