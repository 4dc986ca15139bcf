package homeostat.connectome.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.FormatException;
import homeostat.connectome.Connectome;
import homeostat.connectome.Nodes;
import homeostat.connectome.Orientation;
import homeostat.connectome.Provenance;
import homeostat.connectome.brain.BrainOptions.Counted;
import homeostat.connectome.brain.BrainOptions.Unknown;
import homeostat.connectome.format.ReadOptions.Header;
import homeostat.connectome.format.ReadOptions.Layout;
import homeostat.kernel.Csr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file leaves open is told or asked for; a decision that changes nothing is refused. */
class ReadDecisionsTest {
  private static final ReadOptions ANY = ReadOptions.defaults();

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Connectome read(String name, String text, ReadOptions options) throws IOException {
    return ConnectomeReader.read(file(name, text), options);
  }

  private String refused(Path file, ReadOptions options) {
    FormatException fault =
        assertThrows(FormatException.class, () -> ConnectomeReader.read(file, options));
    String told = String.valueOf(fault.getMessage());
    assertEquals(1, told.lines().count(), told);
    assertTrue(told.contains(String.valueOf(file.getFileName())), told);
    return told;
  }

  private static List<String> warnings(Connectome connectome) {
    return connectome.provenance().warnings().stream()
        .map(Provenance.Decision::what)
        .filter(what -> !what.startsWith("self-loops"))
        .toList();
  }

  /** As many rows as columns, one row more, and the same with two columns. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0,1,0.5\n1,2,0.25\n2,0,1\n",
        "5,6,3\n0,1,0.5\n1,2,0.25\n2,0,1\n",
        "0,1\n1,0\n",
        "5,7\n0,1\n1,0\n",
      })
  void aListWithoutNamesThatIsAsSquareAsAMatrixIsAskedAbout(String text) throws IOException {
    Connectome read = read("open.csv", text, ANY);
    assertTrue(warnings(read).getFirst().contains("layout=matrix or layout=edges"), text);
    int rows = (int) text.lines().count();
    Connectome edges = read("open.csv", text, ANY.with(Layout.EDGES));
    assertEquals(rows, edges.weights().entries());
    assertEquals(List.of(), warnings(edges));
    assertEquals(List.of(), warnings(read("open.csv", text, ANY.with(Layout.MATRIX))));
  }

  @Test
  void aMatrixThatIsNoListRaisesNoQuestion() throws IOException {
    for (String text :
        List.of("0,0.5,1\n1,0,2\n0,0,1\n", "0,-1\n1,0\n", ",a,b\na,0,1\nb,1,0\n", "0,1.5\n2,0\n")) {
      assertEquals(List.of(), warnings(read("m.csv", text, ANY)), text);
    }
  }

  @Test
  void connectionsWithoutALineOfNames() throws IOException {
    Csr weights = new Csr(3, 3, new int[] {0, 1, 2, 2}, new int[] {1, 2}, new float[] {2, -3});
    for (String text :
        List.of(
            "a,b,2\nb,c,-3\n",
            "a\tb\t2\te\nb\tc\t3\ti\n",
            "7,8,2\n8,9,-3",
            "\"7\",8,2\n8,9,-3\n")) {
      assertEquals(weights, read("list.csv", text, ANY.with(Layout.EDGES)).weights(), text);
    }
    assertEquals(
        new Nodes.Identified(new long[] {7, 8, 9}),
        read("list.csv", "8,9\n7,8\n", ANY.with(Layout.EDGES)).nodes());
    String told = refused(file("list.csv", "a,b,2\nb,c,3\n"), ANY);
    assertTrue(told.contains("line 2, column 2: 'c' is not a number; a list"), told);
    assertTrue(told.contains("layout=edges"), told);
    told = refused(file("types.csv", "1,2,2,chemical\n2,3,3,chemical\n"), ANY);
    assertTrue(told.contains("layout=edges"), told);
    told = refused(file("wide.csv", "1,2,3,4,5\n"), ANY.with(Layout.EDGES));
    assertTrue(told.contains("line 1: has 5 columns"), told);
    told = refused(file("late.csv", "1,2,3\n1,2,x\n"), ANY.with(Layout.EDGES));
    assertTrue(told.contains("line 2, column 3"), told);
    told = refused(file("nan.csv", "1,2,3\n1,2,3\n4,5,nan\n"), ANY.with(Layout.EDGES));
    assertTrue(told.contains("line 3"), told);
  }

  @Test
  void theListOfThePublishedProgram() throws IOException {
    Path file = file("published.csv", "V1, V2 ,x,0.5,y\nV2,V1,x,,y\nV2,MT,x,2,y\nMT,V1,x,1,y\n");
    Connectome read = ConnectomeReader.read(file, ANY.with(Layout.BIO2ART));
    assertEquals(new Nodes.Named(List.of("V1", "V2", "MT")), read.nodes());
    assertEquals(
        new Csr(3, 3, new int[] {0, 1, 2, 3}, new int[] {1, 2, 0}, new float[] {0.5f, 2, 1}),
        read.weights());
    assertEquals(1, read.provenance().sources().size());
    assertTrue(read.provenance().toString().contains("lines with an empty field skipped"));
    Connectome strong =
        ConnectomeReader.read(file, ANY.with(Layout.BIO2ART).from(1, Counted.AFTER));
    assertEquals(2, strong.weights().entries());
    refused(file, ANY.with(Layout.BIO2ART).with(Orientation.COLUMNS_ARE_SENDERS));
    refused(file("none.csv", ",,,\n"), ANY.with(Layout.BIO2ART));
  }

  @Test
  void aDecisionWithoutEffectIsRefused() throws IOException {
    Path matrix = file("m.csv", "0,0.5\n1,0\n");
    Path edges = file("e.csv", "pre,post,weight\n1,2,3\n");
    Path market = file("m.mtx", "%%MatrixMarket matrix array real general\n1 1\n2\n");
    Path brain = file("b.csv", "pre_root_id,post_root_id,syn_count,nt_type\n1,2,3,ACH\n");
    assertTrue(refused(edges, ANY.with(Header.ABSENT)).contains("header"));
    assertTrue(refused(edges, ANY.ofArray("W")).contains("array"));
    assertTrue(refused(edges, ANY.with(Unknown.DROP)).contains("unknown"));
    assertTrue(refused(matrix, ANY.ofEdgeTypes(Set.of("chemical"))).contains("types"));
    assertTrue(refused(matrix, ANY.from(0, Counted.BEFORE)).contains("counted"));
    assertTrue(refused(market, ANY.with(Layout.EDGES)).contains("layout"));
    assertTrue(refused(brain, ANY.unsigned()).contains("signed"));
    assertTrue(refused(brain, ANY.ofEdgeTypes(Set.of("x")).ofArray("W")).contains("array, types"));
    ConnectomeReader.read(brain, ANY.with(Unknown.DROP));
    ConnectomeReader.read(matrix, ANY.with(Header.ABSENT).with(Layout.MATRIX));
  }

  /** Weights are held in 32 bits: one that is exactly the minimum stays. */
  @Test
  void theMinimumItselfIsKept() throws IOException {
    for (Counted when : Counted.values()) {
      for (double minimum : new double[] {0.1, 0.7, 0.3, 1e-5}) {
        String text = "pre,post,weight\n1,2," + minimum + "\n2,1," + minimum * 0.999 + "\n";
        assertEquals(1, read("w.csv", text, ANY.from(minimum, when)).weights().entries());
      }
    }
  }

  @Test
  void sumsThatNoWeightCanHoldAreRefused() throws IOException {
    Path file = file("sum.csv", "pre,post,weight\n1,2,3e38\n1,2,3e38\n");
    assertTrue(refused(file, ANY).contains("1 to 2"));
    Connectome tiny = read("tiny.csv", "pre,post,weight\n1,2,1e-50\n", ANY);
    assertTrue(tiny.provenance().toString().contains("connections of weight 0"));
  }

  @Test
  void columnsThatSayNothingAreNamed() throws IOException {
    Connectome read = read("n.csv", "pre,post,weight,neuropil,size\n1,2,3,AL,9\n", ANY);
    assertTrue(read.provenance().toString().contains("columns not read: neuropil, size"));
    assertEquals(List.of(), warnings(read));
    Connectome transmitters = read("t.csv", "pre,post,weight,nt_type\n1,2,3,GABA\n", ANY);
    assertTrue(warnings(transmitters).getFirst().contains("pre_root_id"));
  }

  @Test
  void namesThatLookLikeNumbersStayNames() throws IOException {
    assertEquals(
        new Nodes.Named(List.of("7e", "24a", "07", "7")),
        read("a.csv", "pre,post\n7e,24a\n07,7\n", ANY).nodes());
    assertEquals(
        new Nodes.Named(List.of("07", "7")), read("b.csv", "07,7\n0,1.5\n1,0\n", ANY).nodes());
  }

  @Test
  void filesWithoutANodeAreCutOff() throws IOException {
    for (String header : List.of("pre,post,weight", "pre,post,weight\n", "A,B\n")) {
      assertFalse(refused(file("cut.csv", header), ANY).isEmpty());
    }
    assertTrue(refused(file("cut.csv", "pre,post\n"), ANY).contains("cut off"));
    assertTrue(
        refused(file("b.csv", "pre_root_id,post_root_id,syn_count,nt_type\n"), ANY)
            .contains("cut off"));
  }

  /** Signs and types of a table that is plain, and of the same one that is not. */
  @Test
  void signsAndTypesOfPlainTables() throws IOException {
    StringBuilder rows = new StringBuilder("pre,post,weight,type,sign\n");
    for (int k = 0; k < 3000; k++) {
      rows.append(k % 17).append(',').append(k % 23).append(',').append(k % 5);
      rows.append(k % 3 == 0 ? ",chemical" : k % 3 == 1 ? ",Gap junction" : ",");
      rows.append(k % 17 < 9 ? ",+\n" : ",inh\n");
    }
    for (Set<String> types : List.of(Set.<String>of(), Set.of("chemical", "gap junction"))) {
      ReadOptions options = ANY.ofEdgeTypes(types);
      Connectome plain = read("t.csv", rows.toString(), options);
      Connectome quoted =
          read("t.csv", rows.toString().replace("chemical", "\"chemical\""), options);
      assertEquals(plain.weights(), quoted.weights());
      assertEquals(plain.provenance().decisions(), quoted.provenance().decisions());
    }
    Connectome inhibitory = read("t.csv", "pre,post,weight,type\n1,2,8,i\n", ANY);
    assertEquals(-8, inhibitory.weights().values()[0]);
    String told = refused(file("t.csv", rows + "1,2,3,chemical,?\n"), ANY);
    assertTrue(told.contains("line 3002, column 'sign': '?' is no sign"), told);
    told = refused(file("t.csv", rows + "1,2,-3,chemical,-\n"), ANY);
    assertTrue(told.contains("line 3002: the weight is -3.0 and there is a sign"), told);
  }
}
