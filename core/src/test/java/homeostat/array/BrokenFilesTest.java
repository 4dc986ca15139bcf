package homeostat.array;

import static homeostat.array.NpzRoundTripTest.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged file is refused with its name and a place, whatever the damage. */
@Tag("fuzz")
class BrokenFilesTest {
  private static final Path NAME = Path.of("broken");

  @TempDir Path folder;

  private static homeostat.array.Arrays small() {
    return homeostat.array.Arrays.builder()
        .put("weights", new float[] {1, 2, 3, 4, 5, 6}, 2, 3)
        .put("step", new long[] {12})
        .build();
  }

  private byte[] archive(boolean compressed) throws IOException {
    Path file = folder.resolve("small.npz");
    if (compressed) {
      Npz.writeCompressed(file, small());
    } else {
      Npz.write(file, small());
    }
    return Files.readAllBytes(file);
  }

  @Test
  void everyTruncationOfAnArchiveIsRefused() throws IOException {
    for (boolean compressed : new boolean[] {false, true}) {
      byte[] whole = archive(compressed);
      for (int length = 0; length < whole.length; length++) {
        byte[] part = Arrays.copyOf(whole, length);
        assertThrows(FormatException.class, () -> readArchive(part), "cut at " + length);
      }
    }
  }

  @Test
  void everyFlippedByteOfAnArchiveIsRefusedOrHarmless() throws IOException {
    int refused = 0;
    int read = 0;
    for (boolean compressed : new boolean[] {false, true}) {
      byte[] whole = archive(compressed);
      for (int place = 0; place < whole.length; place++) {
        for (int mask : new int[] {0x01, 0x20, 0x80, 0xFF}) {
          byte[] flipped = whole.clone();
          flipped[place] ^= (byte) mask;
          try {
            assertSame(small(), readArchive(flipped));
            read++;
          } catch (FormatException e) {
            assertTrue(String.valueOf(e.getMessage()).startsWith("broken: "), e.getMessage());
            refused++;
          }
        }
      }
    }
    assertTrue(refused > 2 * read && read > 0, refused + " refused, " + read + " read");
  }

  private static homeostat.array.Arrays readArchive(byte[] bytes) {
    return Npz.read(new ByteArrayInputStream(bytes), NAME);
  }

  @Test
  void everyTruncationAndFlipOfAnArray() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npy.write(out, small().get("weights"));
    byte[] whole = out.toByteArray();
    Path file = folder.resolve("a.npy");
    for (int place = 0; place < whole.length; place++) {
      Files.write(file, Arrays.copyOf(whole, place));
      assertThrows(FormatException.class, () -> Npy.read(file), "cut at " + place);
      byte[] flipped = whole.clone();
      flipped[place] ^= 0x15;
      Files.write(file, flipped);
      refusedOrRead(file);
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    refused("byte 152: bytes follow the array", file);
  }

  @Test
  void everyTruncationAndFlipOfAGzipFile() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
      Npy.write(gz, small().get("weights"));
    }
    byte[] whole = out.toByteArray();
    Path file = folder.resolve("a.npy.gz");
    for (int place = 0; place < whole.length; place++) {
      Files.write(file, Arrays.copyOf(whole, place));
      assertThrows(FormatException.class, () -> Npy.read(file), "cut at " + place);
      byte[] flipped = whole.clone();
      flipped[place] ^= 0x15;
      Files.write(file, flipped);
      refusedOrRead(file);
    }
  }

  private static void refusedOrRead(Path file) {
    try {
      assertTrue(Npy.read(file).size() >= 0);
    } catch (FormatException e) {
      assertTrue(String.valueOf(e.getMessage()).startsWith(file + ": byte "), e.getMessage());
    }
  }

  @Test
  void damagedHeadersAreNamed() throws IOException {
    header("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'x': 1}", "unknown key 'x'");
    header("{'descr': '<f4', 'shape': (2,), }", "is missing");
    header("{'descr': '<f4', 'fortran_order': Maybe, 'shape': (2,), }", "neither True nor False");
    header("{'descr': '<f4', 'fortran_order': False, 'shape': (-2,), }", "no number");
    header(
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999, 99999), }", "split the array");
    header("{'descr': '<f4', 'fortran_order': False, 'shape': (9999999999,), }", "beyond 2^31");
    header("{'descr': '<f4', 'descr': '<f4', 'shape': (2,), }", "given twice");
    header("{'descr': '<c8', 'fortran_order': False, 'shape': (2,), }", "type '<c8' is not supp");
    header("{'descr': '|O', 'fortran_order': False, 'shape': (2,), }", "pickles can run code");
    header("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), } x", "text after");
    header("{'descr': '<f4, 'fortran_order': False, 'shape': (2,), }", "'}' is missing");
    header("", "'{' is missing");
    header("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }", "ends within the data");
    header("{'descr': '<f8', 'fortran_order': False, 'shape': (2000000000,), }", "ends within");
    header("{'descr': '<U9', 'fortran_order': False, 'shape': (2000000000,), }", "texts");
  }

  private void header(String dictionary, String problem) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(
        new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) dictionary.length(), 0});
    out.write(dictionary.getBytes(StandardCharsets.US_ASCII));
    out.write(new byte[8]);
    Path file = folder.resolve("header.npy");
    Files.write(file, out.toByteArray());
    refused(problem, file);
  }

  private static void refused(String problem, Path file) {
    FormatException e = assertThrows(FormatException.class, () -> Npy.read(file));
    assertTrue(String.valueOf(e.getMessage()).contains(problem), e.getMessage());
    assertTrue(String.valueOf(e.getMessage()).startsWith(file + ": byte "), e.getMessage());
  }

  @Test
  void hostileAndDoubleNamesAreRefused() throws IOException {
    byte[] whole = archive(false);
    rename(whole, "weights.npy", "../eigh.npy", "'../eigh.npy' is no name of an array");
    rename(whole, "weights.npy", "/weight.npy", "is no name of an array");
    rename(whole, "weights.npy", "weight\n.npy", "'weight?.npy' is no name of an array");
    rename(whole, "weights.npy", "weights.txt", "is no name of an array");
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    Npz.write(
        two,
        homeostat.array.Arrays.builder().put("a", new int[] {1}).put("b", new int[] {2}).build());
    rename(two.toByteArray(), "b.npy", "a.npy", "array 'a' is there twice");
  }

  private static void rename(byte[] archive, String from, String to, String problem) {
    String text = new String(archive, StandardCharsets.ISO_8859_1).replace(from, to);
    byte[] renamed = text.getBytes(StandardCharsets.ISO_8859_1);
    FormatException e = assertThrows(FormatException.class, () -> readArchive(renamed));
    assertTrue(String.valueOf(e.getMessage()).contains(problem), e.getMessage());
  }

  @Test
  void whatIsNoFileIsSaid() {
    Path missing = folder.resolve("missing.npz");
    FormatException e = assertThrows(FormatException.class, () -> Npz.read(missing));
    assertEquals(
        missing + ": there is no such file; check the path and its spelling", e.getMessage());
    assertThrows(FormatException.class, () -> Npy.read(missing));
    assertThrows(FormatException.class, () -> Npz.read(folder));
    assertThrows(FormatException.class, () -> Npy.read(folder));
  }
}
