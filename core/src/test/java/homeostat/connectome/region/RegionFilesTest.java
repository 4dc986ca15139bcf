package homeostat.connectome.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.array.Npy;
import homeostat.connectome.Orientation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionFilesTest {
  @TempDir Path folder;

  private void matrix(double... values) {
    int r = (int) Math.sqrt(values.length);
    Npy.write(folder.resolve("C_Toy.npy"), new NdArray.F8(values, r, r));
  }

  private void text(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }

  private void bytes(String file, byte... content) throws IOException {
    Files.write(folder.resolve(file), content);
  }

  private RegionConnectome read() {
    return RegionFiles.read(folder, "Toy", Orientation.ROWS_ARE_SENDERS);
  }

  private void refused(String... parts) {
    FormatException refused = assertThrows(FormatException.class, this::read);
    for (String part : parts) {
      assertTrue(refused.toString().contains(part), refused + " lacks " + part);
    }
  }

  /** What Python's pickle.dumps(["V1", "MT"], protocol=3) writes. */
  private static byte[] pickled(String... names) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x80, 3, ']', 'q', 0, '('});
    for (int i = 0; i < names.length; i++) {
      byte[] name = names[i].getBytes(StandardCharsets.UTF_8);
      out.write(new byte[] {'X', (byte) name.length, 0, 0, 0});
      out.write(name);
      out.write(new byte[] {'q', (byte) (i + 1)});
    }
    out.write(new byte[] {'e', '.'});
    return out.toByteArray();
  }

  @Test
  void readsMatrixNamesAndDensities() throws IOException {
    matrix(0, 2, 0.5, 0);
    bytes("Names_Toy.lst", pickled("V1", "MT"));
    Npy.write(folder.resolve("ND_Toy.npy"), new NdArray.F8(new double[] {3, Double.NaN}, 2));
    RegionConnectome read = read();
    assertEquals("MT", read.regions().label(1));
    assertEquals(2, read.weight(0, 1));
    assertArrayEquals(new double[] {3, Double.NaN}, read.densities().orElseThrow());
    assertEquals(3, read.provenance().sources().size());
    assertEquals(
        0.5, RegionFiles.read(folder, "Toy", Orientation.COLUMNS_ARE_SENDERS).weight(0, 1));
    assertEquals(List.of("Toy"), RegionFiles.in(folder));
  }

  @Test
  void columnMajorFilesAreReadAsTheyMean() throws IOException {
    String header = "{'descr': '<f8', 'fortran_order': True, 'shape': (2, 2), }";
    String padded = header + " ".repeat(118 - 1 - header.length()) + "\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
    out.write(padded.getBytes(StandardCharsets.US_ASCII));
    java.nio.ByteBuffer data =
        java.nio.ByteBuffer.allocate(32).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    for (double value : new double[] {0, 10, 1, 0}) { // columns one after the other
      data.putDouble(value);
    }
    out.write(data.array());
    bytes("C_Toy.npy", out.toByteArray());
    assertEquals(1, read().weight(0, 1));
    assertEquals(10, read().weight(1, 0));
  }

  @Test
  void damagedNamesAreOneClearMessage() throws IOException {
    matrix(0, 1, 1, 0);
    byte[] good = pickled("V1", "MT");
    for (int length = 0; length < good.length; length++) {
      bytes("Names_Toy.lst", Arrays.copyOf(good, length));
      refused("Names_Toy.lst", "byte");
    }
    bytes("Names_Toy.lst", pickled("V1", "V1"));
    refused("'V1' stands there twice", "name 2");
    bytes("Names_Toy.lst", pickled("V1"));
    refused("has 1 names", "2 x 2");
  }

  @Test
  void noOtherOpcodeIsEverRead() throws IOException {
    matrix(0, 1, 1, 0);
    byte[] good = pickled("V1", "MT");
    // GLOBAL, REDUCE, BUILD, INST, OBJ, STACK_GLOBAL, NEWOBJ, EXT1, PERSID, BINPERSID, DICT
    for (int opcode : new int[] {'c', 'R', 'b', 'i', 'o', 0x93, 0x81, 0x82, 'P', 'Q', '}'}) {
      byte[] evil = good.clone();
      evil[2] = (byte) opcode;
      bytes("Names_Toy.lst", evil);
      refused("byte 2", "pickle opcode", "run code");
    }
  }

  @Test
  void textNamesWin() throws IOException {
    matrix(0, 1, 1, 0);
    text("Names_Toy.txt", " V1 \nMT\n\n");
    assertEquals("V1", read().regions().label(0));
  }

  @Test
  void aByteOrderMarkIsNoPartOfAName() throws IOException {
    matrix(0, 1, 1, 0);
    text("Names_Toy.txt", "\uFEFFV1\r\nMT\r\n");
    assertEquals("V1", read().regions().label(0));
    text("Names_Toy.txt", "V1\n \nMT\n");
    refused("3 names");
    text("Names_Toy.txt", " \nMT\n");
    refused("line 1", "is empty");
  }

  @Test
  void theFilesOfAConnectomeAreThoseThatAreThere() throws IOException {
    assertEquals(List.of(), RegionFiles.of(folder, "Toy"));
    matrix(0, 1, 1, 0);
    text("Names_Toy.txt", "V1\nMT\n");
    Npy.write(folder.resolve("ND_Toy.npy"), new NdArray.F8(new double[] {3, 4}, 2));
    assertEquals(
        List.of("C_Toy.npy", "Names_Toy.txt", "ND_Toy.npy"),
        RegionFiles.of(folder, "Toy").stream().map(f -> f.getFileName().toString()).toList());
  }

  @Test
  void matricesThatDoNotFitAreRefused() throws IOException {
    refused("C_Toy.npy", "does not exist", "no C_NAME.npy");
    Npy.write(folder.resolve("C_Toy.npy"), new NdArray.F8(new double[6], 2, 3));
    refused("C_Toy.npy", "[2, 3]", "square");
    matrix(0, 1, Double.NaN, 0);
    refused("row 1, column 0", "NaN");
    matrix(0, -1, 1, 0);
    assertEquals(1, read().provenance().warnings().size());
    Npy.write(folder.resolve("ND_Toy.npy"), new NdArray.F8(new double[3], 3));
    refused("ND_Toy.npy", "[3]", "2 densities");
  }

  @Test
  void generatedRegionsKeepTheirDensityAndSayWhatTheyAre() {
    for (RegionGenerator generator : RegionGenerator.all()) {
      RegionConnectome drawn = generator.draw(homeostat.kernel.Stream.of(1, "connectome.regions"));
      int r = generator.regions();
      assertEquals(
          Math.rint(generator.density() * r * (r - 1)),
          drawn.connectome().weights().entries(),
          generator.name());
      assertTrue(drawn.provenance().toString().contains("generated, not measured"));
      assertArrayEquals(
          drawn.matrix(),
          generator.draw(homeostat.kernel.Stream.of(1, "connectome.regions")).matrix());
    }
    double[] c = RegionGenerator.macaqueLike().draw(homeostat.kernel.Stream.of(2, "x")).matrix();
    double sum = 0;
    for (int i = 0; i < 29; i++) {
      sum += c[i * 29 + 3];
    }
    assertEquals(1, sum, 1e-12);
  }

  @Test
  void thePublishedEdgeListKeepsItsLastLineAndSkipsGaps() throws IOException {
    text("e.csv", "a ,b,x,2,end\nb,,x,3,end\nb,c,x,4,end\n\na,b,x,5,end\nc,a,y,6,end\n");
    RegionConnectome read = PublishedEdgeList.read(folder.resolve("e.csv"));
    assertEquals(
        List.of("a", "b", "c"), ((homeostat.connectome.Nodes.Named) read.regions()).names());
    assertArrayEquals(new double[] {0, 5, 0, 0, 0, 4, 6, 0, 0}, read.matrix());
    text("bad.csv", "a,b,x,2,end\na,b,x,two,end\n");
    FormatException refused =
        assertThrows(
            FormatException.class, () -> PublishedEdgeList.read(folder.resolve("bad.csv")));
    assertTrue(refused.toString().contains("line 2"), refused.toString());
    assertTrue(refused.toString().contains("'two'"), refused.toString());
  }
}
