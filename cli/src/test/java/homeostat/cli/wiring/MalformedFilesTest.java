package homeostat.cli.wiring;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.cli.Shell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A corpus of damaged files, each through the command line: one line that names file and place. */
class MalformedFilesTest {
  @TempDir Path folder;

  /** A file, and what the message must say besides its name. */
  private record Bad(String name, byte[] content, String... expected) {
    static Bad text(String name, String content, String... expected) {
      return new Bad(name, content.getBytes(StandardCharsets.UTF_8), expected);
    }
  }

  private Shell.Result inspect(Path file) {
    return Shell.empty().run("connectome", "inspect", file.toString());
  }

  private void assertTold(Bad bad, Path file) throws IOException {
    Files.write(file, bad.content);
    Shell.Result result = inspect(file);
    String told = result.out() + result.err();
    assertEquals(2, result.status(), bad.name + ": " + told);
    assertEquals(1, result.err().lines().count(), told);
    assertTrue(result.err().contains(file.getFileName().toString()), told);
    assertFalse(told.contains("Exception"), told);
    for (String part : bad.expected) {
      assertTrue(told.contains(part), bad.name + " should say '" + part + "': " + told);
    }
  }

  private void assertAllTold(List<Bad> corpus) {
    List<Executable> checks = new ArrayList<>();
    for (int i = 0; i < corpus.size(); i++) {
      Bad bad = corpus.get(i);
      int number = i;
      checks.add(() -> {
        Path own = Files.createDirectories(folder.resolve("case" + number));
        assertTold(bad, own.resolve(bad.name));
      });
    }
    assertAll(checks);
  }

  @Test
  void tablesOfConnections() {
    assertAllTold(
        List.of(
            Bad.text("empty.csv", "", "line 1", "is empty"),
            Bad.text("ragged.csv", "pre,post,weight\n1,2,3\n1,2\n", "line 3", "2 fields"),
            Bad.text("long.csv", "pre,post,weight\n1,2,3,4\n", "line 2", "4 fields"),
            Bad.text("negative.csv", "pre,post,weight\n1,2,3\n-5,2,3\n", "line 3", "negative"),
            Bad.text("negative2.tsv", "pre\tpost\tweight\n1\t-2\t3\n", "line 2", "negative"),
            Bad.text("nan.csv", "pre,post,weight\n1,2,nan\n", "line 2", "finite"),
            Bad.text("inf.csv", "pre,post,weight\n1,2,inf\n", "line 2", "finite"),
            Bad.text("huge.csv", "pre,post,weight\n1,2,1e39\n", "line 2", "finite"),
            Bad.text("word.csv", "pre,post,weight\n1,2,many\n", "line 2", "'many'"),
            Bad.text("hex.csv", "pre,post,weight\n1,2,0x10\n", "line 2", "0x10"),
            Bad.text("twice.csv", "pre,post,weight,weight\n1,2,3,4\n", "line 1", "twice"),
            Bad.text("mixed.csv", "pre,post,weight\n1,2,3\n4\t5\t6\n", "line 3", "fields"),
            Bad.text("semicolons.csv", "pre;post;weight\n1;2;3\n", "separated by ';'"),
            Bad.text("blanks.txt", "1 2 3\n2 3 4\n", "line 1", "blanks"),
            Bad.text("headless.csv", "A,B,1\nB,C,2\n", "line 2", "layout=edges"),
            Bad.text("header.csv", "pre,post,weight\n", "line 1", "cut off"),
            Bad.text(
                "neuron.csv",
                "pre_root_id,post_root_id,syn_count,nt_type\n1,2,3,ACH\n-1,2,3,ACH\n",
                "line 3",
                "negative"),
            Bad.text("sum.csv", "pre,post,weight\n1,2,3e38\n1,2,3e38\n", "1 to 2", "3.4e38"),
            Bad.text("quote.csv", "pre,post,weight\n\"1,2,3\n4,5,6\n", "quote"),
            Bad.text("double.csv", "pre,post,weight\n7.2e17,2,3\n", "line 2", "integers"),
            Bad.text("endless.csv", "pre,post,weight\n99999999999999999999,2,3\n", "line 2"),
            Bad.text("nobody.csv", "pre,post,weight\nA,,3\n", "line 2", "is empty"),
            Bad.text("sign.csv", "pre,post,weight,sign\n1,2,3,x\n", "line 2", "'x' is no sign"),
            Bad.text("blank.csv", "pre,post,weight\n1, ,3\n", "line 2"),
            Bad.text(
                "index.csv",
                "Presynaptic_Index,Postsynaptic_Index,Excitatory x Connectivity\n-1,2,3\n",
                "line 2",
                "-1"),
            new Bad(
                "latin.csv",
                "pre,post,weight\nM\u00fcller,b,3\n".getBytes(StandardCharsets.ISO_8859_1),
                "line ",
                "UTF-8")));
  }

  @Test
  void matricesAsText() {
    assertAllTold(
        List.of(
            Bad.text("ragged.csv", "0,1,2\n1,0\n2,1,0\n", "line 2", "2 fields"),
            Bad.text("oblong.csv", "0,1,2\n1,0,3\n", "line 2", "2 rows and 3 columns"),
            Bad.text("nan.csv", "0,1\nNaN,0\n", "line 2", "finite"),
            Bad.text("word.csv", "0,1\nx,0\n", "line 2", "'x'"),
            Bad.text("twice.csv", ",A,A\nA,0,1\nA,1,0\n", "line 1, column 3", "repeat"),
            Bad.text("swapped.csv", ",A,B\nB,0,1\nA,1,0\n", "line 2", "same order"),
            Bad.text("mixed.csv", "0,1,2\n1\t0\t2\n2,1,0\n", "line 2", "fields"),
            Bad.text(
                "short.mtx",
                "%%MatrixMarket matrix coordinate real general\n2 2 2\n1 2 3\n",
                "line 3",
                "cut off"),
            Bad.text(
                "outside.mtx",
                "%%MatrixMarket matrix coordinate real general\n2 2 1\n1 3 1\n",
                "line 3",
                "outside 1 to 2"),
            Bad.text(
                "both.mtx",
                "%%MatrixMarket matrix coordinate real symmetric\n2 2 2\n2 1 1\n1 2 1\n",
                "line 4",
                "diagonal"),
            Bad.text("banner.mtx", "MatrixMarket\n", "line 1"),
            Bad.text("half.graphml", "<graphml><graph>", "line 1"),
            new Bad(
                "latin.graphml",
                "<graphml><graph>\n<node id='\u00fc'/>".getBytes(StandardCharsets.ISO_8859_1),
                "line ",
                "encoding"),
            Bad.text(
                "code.graphml", "<?xml version='1.0' encoding='klingon'?><graphml/>", "klingon"),
            Bad.text("other.graphml", "<gexf/>", "line 1", "<gexf>")));
  }

  @Test
  void arrays() {
    byte[] good = npy("<f8", false, "(2, 2)", 0, 1, 2, 0);
    byte[] magic = good.clone();
    magic[0] = 'X';
    assertAllTold(
        List.of(
            new Bad("magic.npy", magic, "byte 0"),
            new Bad("none.npy", new byte[0], "byte 0"),
            new Bad("head.npy", Arrays.copyOf(good, 9), "byte"),
            new Bad("cut.npy", Arrays.copyOf(good, good.length - 5), "byte"),
            new Bad("more.npy", Arrays.copyOf(good, good.length + 3), "byte"),
            new Bad("nan.npy", npy("<f8", false, "(2, 2)", 0, Double.NaN, 2, 0), "[0, 1]"),
            new Bad("oblong.npy", npy("<f8", false, "(1, 4)", 0, 1, 2, 0), "1 x 4"),
            new Bad("nothing.npy", npy("<f8", false, "(0, 0)"), "no node"),
            new Bad("flat.npy", npy("<f8", false, "(4,)", 0, 1, 2, 0), "1 axes"),
            new Bad(
                "object.npy", npy("|O", false, "(2, 2)", 0, 1, 2, 0), "byte 10", "object arrays"),
            new Bad("shape.npy", npy("<f8", false, "(-2, -2)", 0, 1, 2, 0), "byte"),
            new Bad("zip.npz", "PK no zip at all".getBytes(StandardCharsets.UTF_8), "byte"),
            new Bad("packed.connectome", "HSWIRED1".getBytes(StandardCharsets.UTF_8), "byte"),
            new Bad("other.connectome", new byte[200], "byte 0")));
  }

  @Test
  void compressedFilesThatAreCut() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      for (int k = 0; k < 20_000; k++) {
        String row = k == 0 ? "pre,post,weight\n" : k * 7919L + "," + k * 104_729L % 977 + ",1\n";
        out.write(row.getBytes(StandardCharsets.UTF_8));
      }
    }
    byte[] whole = packed.toByteArray();
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 0x20;
    assertAllTold(
        List.of(
            new Bad("cut.csv.gz", Arrays.copyOf(whole, whole.length / 2), "line "),
            new Bad("head.csv.gz", Arrays.copyOf(whole, 5), "byte"),
            new Bad("flipped.csv.gz", flipped, "line ")));
  }

  @Test
  void filesOfRegions() throws IOException {
    List<Executable> checks = new ArrayList<>();
    byte[] two = npy("<f8", true, "(2, 2)", 0, 1, 2, 0);
    Object[][] cases = {
      {"Names_X.lst", pickle("A", "A"), "name 2", "twice"},
      {"Names_X.lst", pickle("A"), "1 names", "2 x 2"},
      {"Names_X.lst", pickle("A", "B", "C"), "3 names", "2 x 2"},
      {"Names_X.lst", Arrays.copyOf(pickle("A", "B"), 12), "byte 12", "cut off"},
      {"Names_X.lst", Arrays.copyOf(pickle("A", "B"), 200), "byte", "after its end"},
      {"Names_X.txt", "A\nA\n".getBytes(StandardCharsets.UTF_8), "name 2", "twice"},
      {"Names_X.txt", "A\n".getBytes(StandardCharsets.UTF_8), "1 names", "2 x 2"},
      {"Names_X.txt", "\nB\n".getBytes(StandardCharsets.UTF_8), "line 1", "is empty"},
      {"Names_X.txt", "A\nM\u00fc\n".getBytes(StandardCharsets.ISO_8859_1), "byte 3", "UTF-8"},
      {"ND_X.npy", npy("<f8", false, "(3,)", 1, 2, 3), "2 densities", "[3]"},
      {"ND_X.npy", Arrays.copyOf(npy("<f8", false, "(2,)", 1, 2), 60), "byte", "ND_X"},
    };
    for (int i = 0; i < cases.length; i++) {
      Object[] one = cases[i];
      Path own = Files.createDirectories(folder.resolve("regions" + i));
      checks.add(() -> {
        Files.write(own.resolve("C_X.npy"), two);
        Files.write(own.resolve((String) one[0]), (byte[]) one[1]);
        Shell.Result result = inspect(own.resolve("C_X.npy"));
        assertEquals(2, result.status(), result.out() + result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        for (String part : new String[] {(String) one[0], (String) one[2], (String) one[3]}) {
          assertTrue(result.err().contains(part), part + ": " + result.err());
        }
      });
    }
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      checks.add(() -> {
        Path own = Files.createDirectories(folder.resolve("matrix" + bad));
        Bad matrix =
            new Bad("C_X.npy", npy("<f8", true, "(2, 2)", 0, bad, 2, 0), "row 1, column 0");
        assertTold(matrix, own.resolve("C_X.npy"));
      });
    }
    assertAll(checks);
  }

  /** Every byte that may be an opcode, in the place of the first one of a list of strings. */
  @Test
  void everyOtherOpcodeOfPicklesIsRefused() throws IOException {
    Path own = Files.createDirectories(folder.resolve("opcodes"));
    Files.write(own.resolve("C_X.npy"), npy("<f8", true, "(2, 2)", 0, 1, 2, 0));
    byte[] good = pickle("A", "B");
    Files.write(own.resolve("Names_X.lst"), good);
    assertEquals(0, inspect(own.resolve("C_X.npy")).status());
    String known = "\u0080\u0095](X\u008cqr\u0094ae.";
    for (int opcode = 0; opcode < 256; opcode++) {
      if (known.indexOf(opcode) >= 0) {
        continue;
      }
      byte[] bad = good.clone();
      bad[2] = (byte) opcode;
      Files.write(own.resolve("Names_X.lst"), bad);
      Shell.Result result = inspect(own.resolve("C_X.npy"));
      assertEquals(2, result.status(), "opcode " + opcode);
      assertEquals(1, result.err().lines().count(), result.err());
      // BINGET and LONG_BINGET mean a string that was there before
      String what = opcode == 'h' || opcode == 'j' ? "a name for the second" : "pickle opcode";
      assertTrue(result.err().contains("Names_X.lst: byte 2: holds " + what), result.err());
    }
  }

  /** A list of strings as Python's protocol 3 has it. */
  private static byte[] pickle(String... names) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x80, 3, ']', 'q', 0, '('});
    for (int i = 0; i < names.length; i++) {
      byte[] text = names[i].getBytes(StandardCharsets.UTF_8);
      out.writeBytes(new byte[] {'X', (byte) text.length, 0, 0, 0});
      out.writeBytes(text);
      out.writeBytes(new byte[] {'q', (byte) (i + 1)});
    }
    out.writeBytes(new byte[] {'e', '.'});
    return out.toByteArray();
  }

  private static byte[] npy(String type, boolean fortran, String shape, double... values) {
    String head =
        "{'descr': '"
            + type
            + "', 'fortran_order': "
            + (fortran ? "True" : "False")
            + ", 'shape': "
            + shape
            + ", }";
    int length = (10 + head.length()) / 64 * 64 + 64;
    ByteBuffer out = ByteBuffer.allocate(length + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.putShort((short) (length - 10));
    out.put(head.getBytes(StandardCharsets.US_ASCII));
    while (out.position() < length - 1) {
      out.put((byte) ' ');
    }
    out.put((byte) '\n');
    for (double value : values) {
      out.putDouble(value);
    }
    return out.array();
  }
}
