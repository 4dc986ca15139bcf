package homeostat.connectome.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.Arrays;
import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.array.Npz;
import homeostat.connectome.CellTypes;
import homeostat.connectome.Connectome;
import homeostat.connectome.Nodes;
import homeostat.connectome.Orientation;
import homeostat.connectome.Provenance;
import homeostat.connectome.format.ReadOptions.Header;
import homeostat.kernel.Csr;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectomeReaderTest {
  private static final ReadOptions ANY = ReadOptions.defaults();

  /** 0 -> 1 (1.5), 1 -> 2 (2.5), 2 -> 0 (-3), 2 -> 2 (4): what every file below holds. */
  private static final Csr EXPECTED =
      new Csr(
          3, 3, new int[] {0, 1, 2, 4}, new int[] {1, 2, 0, 2}, new float[] {1.5f, 2.5f, -3, 4});

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"csr.npz", "csc.npz", "coo.npz", "fortran.npy", "c-order.npy"})
  void filesOfNumPyAndSciPy(String name) {
    Connectome read = ConnectomeReader.read(resource(name), ANY);
    assertEquals(EXPECTED, read.weights());
    assertEquals(64, read.provenance().sources().get(0).sha256().length());
    Provenance.Decision last =
        read.provenance().decisions().get(read.provenance().decisions().size() - 1);
    assertEquals("rows are senders, by default", last.what());
    Connectome turned =
        ConnectomeReader.read(resource(name), ANY.with(Orientation.COLUMNS_ARE_SENDERS));
    assertEquals(EXPECTED.transpose(), turned.weights());
    assertTrue(turned.provenance().toString().contains("columns are senders, as given"));
  }

  @Test
  void textsOfEveryKindHoldTheSame() {
    String[][] files = {
      {"a.csv", "0,1.5,0\n0,0,2.5\n-3,0,4\n"},
      {"b.tsv", "0\t1.5\t0\r\n0\t0\t2.5\r\n-3\t0\t4e0"},
      {"c.csv", ",x,y,z\nx,0,1.5,0\ny,0,0,2.5\nz,-3,0,4\n"},
      {"d.csv", "x,y,z\n0,1.5,0\n0,0,2.5\n-3,0,4\n"},
      {"e.csv", "x,0,1.5,0\ny,0,0,2.5\nz,-3,0,4\n"},
      {"f.csv", "7,8,9\n0,1.5,0\n0,0,2.5\n-3,0,4\n"},
      {"g.csv", "pre,post,weight\na,b,1.5\nb,c,2.5\nc,a,-3\nc,c,4\n"},
      {
        "h.tsv",
        "Target\tSource\tWeight\tsign\nb\ta\t1.5\t+\nc\tb\t2.5\t1\na\tc\t3\t-1\nc\tc\t4\t+\n"
      },
      {
        "i.csv",
        """
        syn_count,post_root_id,pre_root_id
        2.5,720575940000000003,720575940000000002
        1,720575940000000002,720575940000000001
        .5,720575940000000002,720575940000000001
        -3,720575940000000001,720575940000000003
        4,720575940000000003,720575940000000003
        """
      },
      {
        "j.csv",
        """
        Presynaptic_Index,Postsynaptic_Index,Excitatory x Connectivity
        0,1,1.5
        1,2,2.5
        2,0,-3
        2,2,4
        """
      },
      {
        "k.mtx",
        """
        %%MatrixMarket matrix coordinate real general
        % a comment
        3 3 4
        1 2 1.5
        2 3 2.5
        3 1 -3
        3 3 4
        """
      },
      {"l.mtx", "%%MatrixMarket matrix array real general\n3 3\n0\n0\n-3\n1.5\n0\n0\n0\n2.5\n4\n"},
    };
    for (String[] file : files) {
      Path plain = write(file[0], file[1]);
      assertEquals(EXPECTED, ConnectomeReader.read(plain, ANY).weights(), file[0]);
      assertEquals(EXPECTED, ConnectomeReader.read(zipped(file[0], file[1]), ANY).weights());
    }
  }

  @Test
  void namesAndIdsAreKept() {
    Nodes xyz = new Nodes.Named(List.of("x", "y", "z"));
    assertEquals(xyz, nodes("m.csv", ",x,y,z\nx,0,1,0\ny,0,0,2\nz,3,0,4\n"));
    assertEquals(xyz, nodes("n.csv", "x,y,z\n0,1,0\n0,0,2\n3,0,4\n"));
    assertEquals(xyz, nodes("o.csv", "source,target\nx,y\ny,z\n"));
    long big = 720575940628857210L;
    assertEquals(
        new Nodes.Identified(new long[] {5, big, big + 1}),
        nodes("p.csv", "pre,post\n" + (big + 1) + ",5\n" + big + "," + (big + 1) + "\n"));
    assertEquals(
        new Nodes.Identified(new long[] {big, big + 1}),
        nodes("q.csv", big + "," + (big + 1) + "\n0,1\n1,0\n"));
    assertEquals(
        new Nodes.Named(List.of("1", "2", "AVAL")), nodes("r.csv", "pre,post\n1,2\n2,AVAL\n"));
  }

  @Test
  void decisionsAreCounted() {
    String text =
        """
        Source,Target,Weight,Type
        AVAL  ,AVAR,2,chemical
        AVAL,AVAR,3,chemical
        AVAR,AVAR,1,chemical
        AVAR,AVAL,7,electrical
        """;
    Connectome all = ConnectomeReader.read(write("s.csv", text), ANY);
    assertEquals(
        new Csr(2, 2, new int[] {0, 1, 3}, new int[] {1, 0, 1}, new float[] {5, 7, 1}),
        all.weights());
    assertEquals(1, count(all, "duplicate connections"));
    assertEquals(1, count(all, "self-loops kept"));
    assertEquals(3, count(all, "rows of type 'chemical' kept"));
    Connectome chemical =
        ConnectomeReader.read(
            folder.resolve("s.csv"), ANY.withoutSelfLoops().ofEdgeTypes(Set.of("chemical")));
    assertEquals(
        new Csr(2, 2, new int[] {0, 1, 1}, new int[] {1}, new float[] {5}), chemical.weights());
    assertEquals(1, count(chemical, "self-loops dropped"));
    assertEquals(1, count(chemical, "rows of type 'electrical' dropped"));
    ReadOptions misspelt = ANY.ofEdgeTypes(Set.of("chemcal"));
    FormatException e =
        assertThrows(
            FormatException.class, () -> ConnectomeReader.read(folder.resolve("s.csv"), misspelt));
    assertTrue(
        String.valueOf(e.getMessage())
            .contains("no row is of type 'chemcal'; there are: chemical, electrical"),
        e.getMessage());
    Path untyped = write("untyped.csv", "pre,post,weight\n1,2,3\n");
    assertThrows(FormatException.class, () -> ConnectomeReader.read(untyped, misspelt));
  }

  @Test
  void duplicatesAreSummedInDoublePrecision() {
    StringBuilder text = new StringBuilder("pre,post,weight\n");
    text.append("0,1,16777216\n");
    text.append("0,1,1\n".repeat(4));
    Csr w = ConnectomeReader.read(write("t.csv", text.toString()), ANY).weights();
    assertEquals(16777220f, w.values()[0]);
  }

  @Test
  void theHeaderOptionDecidesWhereNumbersAreAmbiguous() {
    Path file = write("u.csv", "1,2\n3,4\n");
    assertEquals(2, ConnectomeReader.read(file, ANY).size());
    Path one = write("v.csv", "1,2\n0,4\n5,0\n");
    assertEquals(2, ConnectomeReader.read(one, ANY).size());
    assertEquals(
        2,
        ConnectomeReader.read(write("w.csv", "2\n"), ANY.with(Header.ABSENT))
            .weights()
            .values()[0]);
    assertThrows(
        FormatException.class, () -> ConnectomeReader.read(file, ANY.with(Header.PRESENT)));
    assertThrows(FormatException.class, () -> ConnectomeReader.read(one, ANY.with(Header.ABSENT)));
  }

  @Test
  void matrixMarketSymmetries() {
    Csr symmetric = new Csr(2, 2, new int[] {0, 2, 3}, new int[] {0, 1, 0}, new float[] {5, 2, 2});
    String[] same = {
      "coordinate real symmetric\n2 2 2\n1 1 5\n2 1 2\n", "array integer symmetric\n2 2\n5\n2\n0\n"
    };
    for (String text : same) {
      assertEquals(symmetric, mtx(text).weights());
    }
    assertEquals(
        new Csr(2, 2, new int[] {0, 1, 2}, new int[] {1, 0}, new float[] {-2, 2}),
        mtx("coordinate real skew-symmetric\n2 2 1\n2 1 2\n").weights());
    assertEquals(
        new Csr(2, 2, new int[] {0, 1, 1}, new int[] {1}, new float[] {1}),
        mtx("coordinate pattern general\n2 2 1\n1 2\n").weights());
  }

  /** Content, end of name, and what the one message must say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0,1\\n0,NaN\\n | csv | line 2, column 2: the weight is NaN",
        "0,1,2\\n0,1,2\\n | csv | 2 rows and 3 columns",
        "0,1\\n0,x\\n | csv | line 2, column 2: 'x' is not a number",
        ",a,b\\na,0,1\\nc,1,0\\n | csv | line 3, column 1: row 'c' stands where column 'b' does",
        "a,a\\n0,1\\n1,0\\n | csv | line 1, column 2: node names repeat: 'a'",
        ",a,b\\na,0,1\\na,1,0\\n | csv | line 3, column 1: row 'a' stands",
        "a,0,1\\na,1,0\\n | csv | line 2, column 1: node names repeat: 'a'",
        "0,inf\\n1,0\\n | csv | line 1, column 2: the weight is Infinity",
        "1 2 3\\n2 3 4\\n | csv | line 1: fields are separated by blanks",
        "0,1\\n0\\n | csv | line 2: has 1 fields where 2 are due",
        "'' | csv | is empty",
        "pre,post,weight\\n1,2,nan\\n | csv | line 2: the weight is NaN",
        "pre,post,weight\\n1,2,1\\n1,2,inf\\n | csv | line 3: the weight is Infinity",
        "pre,post,weight\\n1,,1\\n | csv | line 2, column 'post': is empty",
        "pre,post,weight\\n1,2,x\\n | csv | line 2, column 'weight': 'x' is not a number",
        "pre,post\\n7.2057594e17,2\\n | csv | line 2, column 'pre': id '7.2057594e17' went through",
        "pre,post\\n99999999999999999999,2\\n | csv | line 2, column 'pre': '99999999999999999999'",
        "pre,post,weight,sign\\n1,2,1,?\\n | csv | line 2, column 'sign': '?' is no sign",
        "pre,post,weight,sign\\n1,2,-1,-\\n | csv | line 2: the weight is -1.0 and there is a sign",
        "presynaptic_index,post_index\\n-1,2\\n | csv | row number -1 is outside",
        "hello\\n | mtx | line 1: a line '%%MatrixMarket",
        "%%MatrixMarket matrix coordinate complex general\\n | mtx | field 'complex' is not read",
        "%%MatrixMarket matrix coordinate real general\\n2 3 1\\n"
            + " | mtx | line 2: the matrix is 2 x 3",
        "%%MatrixMarket matrix coordinate real general\\n2 2 2\\n1 2 1\\n"
            + " | mtx | line 3: the file ends",
        "%%MatrixMarket matrix coordinate real general\\n2 2 1\\n0 2 1\\n"
            + " | mtx | line 3: row or column 0",
        "%%MatrixMarket matrix coordinate real general\\n2 2 1\\n1 2\\n"
            + " | mtx | line 3: has no weight",
        "%%MatrixMarket matrix coordinate real general\\n2 2 1\\n1 2 x\\n"
            + " | mtx | line 3: the weight is 'x'",
        "%%MatrixMarket matrix coordinate real general\\n2 2 0\\n1 2 1\\n"
            + " | mtx | line 3: there is more",
        "%%MatrixMarket matrix coordinate real general\\n2 2 1\\n1 2 1 9\\n"
            + " | mtx | a word too many: '9'",
        "%%MatrixMarket matrix array pattern general\\n2 2\\n | mtx | cannot be a pattern",
        "%%MatrixMarket matrix coordinate real symmetric\\n2 2 2\\n1 2 1\\n2 1 1\\n"
            + " | mtx | line 3: row 1, column 2 is not below the diagonal",
        "%%MatrixMarket matrix coordinate real skew-symmetric\\n2 2 1\\n1 1 1\\n"
            + " | mtx | line 3: row 1, column 1 is not below the diagonal",
        "%%MatrixMarket matrix coordinate real general\\n2000000000 2000000000 0\\n"
            + " | mtx | line 2: the matrix has 2000000000 rows",
        "<graph/> | gexf | is no format known here",
        "x | npz.gz | unpack it with gunzip",
        "x | npy | ",
        "x | npz | ",
      })
  void malformedFilesAreToldInOneLine(String content, String end, String message) {
    Path file = write("bad." + end, content.replace("\\n", "\n"));
    FormatException e = assertThrows(FormatException.class, () -> ConnectomeReader.read(file, ANY));
    String said = String.valueOf(e.getMessage());
    assertTrue(said.contains(file.toString()), said);
    assertTrue(message == null || said.contains(message), said);
    assertEquals(1, said.lines().count());
  }

  @Test
  void optionsThatRefuse() {
    FormatException negative =
        assertThrows(
            FormatException.class,
            () -> ConnectomeReader.read(resource("fortran.npy"), ANY.unsigned()));
    assertTrue(String.valueOf(negative.getMessage()).contains("[2, 0]: the weight is -3.0"));
    Path edges = write("x.csv", "pre,post\n1,2\n");
    assertThrows(
        FormatException.class,
        () -> ConnectomeReader.read(edges, ANY.with(Orientation.COLUMNS_ARE_SENDERS)));
    assertThrows(FormatException.class, () -> ConnectomeReader.read(resource("bsr.npz"), ANY));
    assertThrows(
        FormatException.class,
        () -> ConnectomeReader.read(resource("stage1.npz"), ANY.ofArray("W")));
    assertThrows(
        FormatException.class, () -> ConnectomeReader.read(folder.resolve("missing.csv"), ANY));
  }

  @Test
  void aDenseArrayOfAnArchiveIsFoundByName() {
    Connectome read = ConnectomeReader.read(resource("stage1.npz"), ANY);
    assertEquals(
        new Csr(3, 3, new int[] {0, 1, 1, 2}, new int[] {1, 0}, new float[] {0.5f, 0.25f}),
        read.weights());
    assertEquals(new CellTypes(List.of("type0", "type1"), new int[] {0, 0, 1}), read.types());
    assertEquals(read, ConnectomeReader.read(resource("stage1.npz"), ANY.ofArray("weights")));
  }

  private Connectome mtx(String text) {
    return ConnectomeReader.read(write("sym.mtx", "%%MatrixMarket matrix " + text), ANY);
  }

  private Nodes nodes(String name, String text) {
    return ConnectomeReader.read(write(name, text), ANY).nodes();
  }

  private static long count(Connectome connectome, String what) {
    return connectome.provenance().decisions().stream()
        .filter(d -> d.what().startsWith(what))
        .mapToLong(Provenance.Decision::count)
        .sum();
  }

  private Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path zipped(String name, String text) {
    Path file = folder.resolve(name + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private Path resource(String name) {
    Path file = folder.resolve(name);
    try (InputStream in = ConnectomeReaderTest.class.getResourceAsStream(name)) {
      if (in != null && !Files.exists(file)) {
        Files.copy(in, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** Arrays beside a sparse matrix that contradict it, and what the one message must say. */
  @Test
  void archivesThatContradictThemselvesAreTold() {
    Csr weights = new Csr(2, 2, new int[] {0, 1, 1}, new int[] {1}, new float[] {1});
    Object[][] cases = {
      {"node_ids", new NdArray.I8(new long[] {7, 7}, 2), "is 7 at [1]"},
      {"node_ids", new NdArray.I8(new long[] {7, -1}, 2), "is -1 at [1]"},
      {"node_ids", new NdArray.I8(new long[] {7}, 1), "2 64-bit integers"},
      {"shape", new NdArray.I8(new long[] {1L << 40, 1L << 40}, 2), "rows and columns"},
      {"shape", new NdArray.F8(new double[] {1.5, 1.5}, 2), "rows and columns"},
      {"indptr", new NdArray.I4(new int[] {0, 0, 0}, 3), "must run from 0 to the 1"},
      {"indices", new NdArray.I4(new int[] {2}, 1), "outside 0 to 1"},
      {"data", new NdArray.F8(new double[] {Double.NaN}, 1), "[0]: the weight is NaN"},
      {"positions", new NdArray.F8(new double[6], 3, 2), "2 x 3"},
      {"cell_type_indices", new NdArray.I4(new int[] {0, 9}, 2), "is 9.0 at [1]"},
      {"signs", new NdArray.I4(new int[] {0, 2}, 2), "is 2.0 at [1]"},
    };
    for (Object[] one : cases) {
      Path file = folder.resolve("bad.npz");
      Map<String, NdArray> arrays = new LinkedHashMap<>();
      arrays.put("data", new NdArray.F4(weights.values(), 1));
      arrays.put("indices", new NdArray.I4(weights.columns(), 1));
      arrays.put("indptr", new NdArray.I4(weights.offsets(), 3));
      arrays.put("shape", new NdArray.I8(new long[] {2, 2}, 2));
      arrays.put((String) one[0], (NdArray) one[1]);
      Arrays.Builder all = Arrays.builder();
      arrays.forEach(all::put);
      Npz.write(file, all.build());
      FormatException e =
          assertThrows(FormatException.class, () -> ConnectomeReader.read(file, ANY));
      String told = String.valueOf(e.getMessage());
      assertTrue(told.contains("array '" + one[0] + "'"), told);
      assertTrue(told.contains((String) one[2]), told);
    }
  }
}
