package homeostat.connectome.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import homeostat.array.NdArray;
import homeostat.array.Npy;
import homeostat.array.Npz;
import homeostat.connectome.Assemblies;
import homeostat.connectome.CellTypes;
import homeostat.connectome.Connectome;
import homeostat.connectome.Nodes;
import homeostat.connectome.Positions;
import homeostat.connectome.Provenance;
import homeostat.connectome.Signs;
import homeostat.kernel.Csr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectomeWriterTest {
  private static final long BIG = 720575940628857210L;
  private static final Csr WEIGHTS =
      new Csr(3, 3, new int[] {0, 2, 2, 3}, new int[] {1, 2, 0}, new float[] {0.1f, -2, 0});

  @TempDir Path folder;

  @Test
  void anArchiveKeepsEverythingButTheProvenance() {
    Path file = folder.resolve("c.npz");
    for (Nodes nodes : nodes()) {
      Connectome whole = connectome(nodes);
      ConnectomeWriter.npz(file, whole);
      Connectome read = ConnectomeReader.read(file, ReadOptions.defaults());
      assertNotEquals(whole, read);
      assertEquals(whole, read.withWeights(read.weights(), whole.provenance()));
    }
    assertEquals("csr", Npz.readStrings(file, "format").data()[0]);
    assertArrayEquals(new long[] {3, 3}, Npz.read(file, "shape"::equals).longs("shape"));
  }

  @Test
  void writingIsDeterministic() throws IOException {
    Connectome one = connectome(new Nodes.Named(List.of("a", "b", "c")));
    ConnectomeWriter.npz(folder.resolve("1.npz"), one);
    ConnectomeWriter.npz(folder.resolve("2.npz"), one);
    assertEquals(-1, Files.mismatch(folder.resolve("1.npz"), folder.resolve("2.npz")));
  }

  @Test
  void anEdgeListKeepsNamesIdsAndEveryBitOfTheWeights() {
    Path file = folder.resolve("c.csv");
    for (Nodes nodes :
        List.of(
            new Nodes.Named(List.of("a,\"1\"", "b", "c d")),
            new Nodes.Identified(new long[] {5, BIG, BIG + 1}))) {
      ConnectomeWriter.edgeList(file, connectome(nodes));
      Connectome read = ConnectomeReader.read(file, ReadOptions.defaults());
      assertEquals(nodes, read.nodes());
      assertEquals(WEIGHTS, read.weights());
    }
  }

  @Test
  void aDenseMatrixHasSendersAsRows() {
    Path file = folder.resolve("c.npy");
    ConnectomeWriter.dense(file, connectome(new Nodes.Numbered(3)));
    NdArray dense = Npy.read(file);
    assertArrayEquals(new int[] {3, 3}, dense.shape());
    assertArrayEquals(new float[] {0, 0.1f, -2, 0, 0, 0, 0, 0, 0}, dense.toFloats());
  }

  @Test
  void aConnectomeIsOfOnePiece() {
    CellTypes two = CellTypes.single("neuron", 2);
    assertThrows(
        IllegalArgumentException.class,
        () -> Connectome.of(new Nodes.Numbered(3), two, WEIGHTS, Provenance.none()));
    assertThrows(IllegalArgumentException.class, () -> new CellTypes(List.of("a"), new int[] {1}));
    assertThrows(IllegalArgumentException.class, () -> new Nodes.Named(List.of("a", "a")));
    assertThrows(IllegalArgumentException.class, () -> new Nodes.Identified(new long[] {BIG, BIG}));
    assertThrows(IllegalArgumentException.class, () -> new Assemblies(2, new int[] {2}));
    assertThrows(IllegalArgumentException.class, () -> new Signs(new int[] {2}));
    assertThrows(IllegalArgumentException.class, () -> new Positions(new double[2], "um"));
  }

  private static List<Nodes> nodes() {
    return List.of(
        new Nodes.Numbered(3),
        new Nodes.Named(List.of("links", "Größe", "𝛼")),
        new Nodes.Identified(new long[] {5, BIG, BIG + 1}));
  }

  private static Connectome connectome(Nodes nodes) {
    return new Connectome(
        nodes,
        new CellTypes(List.of("excitatory", "inhibitory"), new int[] {0, 0, 1}),
        WEIGHTS,
        Optional.of(new Assemblies(2, new int[] {0, 1, -1})),
        Optional.of(new Signs(new int[] {1, 1, -1})),
        Optional.of(new Positions(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, "um")),
        Provenance.none().note("made by hand", 3));
  }
}
