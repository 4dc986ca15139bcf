package homeostat.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back to the bit, and the bytes depend on nothing but the arrays. */
class NpzRoundTripTest {
  @TempDir Path folder;

  static void assertSame(Arrays expected, Arrays actual) {
    assertEquals(List.copyOf(expected.names()), List.copyOf(actual.names()));
    expected.asMap().forEach((name, array) -> assertSame(name, array, actual.get(name)));
  }

  static void assertSame(String name, NdArray expected, NdArray actual) {
    assertArrayEquals(expected.shape(), actual.shape(), name);
    assertEquals(expected.type(), actual.type(), name);
    ByteArrayOutputStream a = new ByteArrayOutputStream();
    ByteArrayOutputStream b = new ByteArrayOutputStream();
    Npy.write(a, expected);
    Npy.write(b, actual);
    assertArrayEquals(a.toByteArray(), b.toByteArray(), name);
  }

  /** Every type in every shape, with values that only survive an exact copy; beyond one block. */
  static Arrays everything() {
    Arrays.Builder all = Arrays.builder();
    List<int[]> shapes = new ArrayList<>();
    shapes.add(new int[0]);
    shapes.add(new int[] {0});
    shapes.add(new int[] {3, 0, 2});
    shapes.add(new int[] {7});
    shapes.add(new int[] {2, 3, 4});
    shapes.add(new int[] {1021, 67});
    shapes.add(new int[40]);
    java.util.Arrays.fill(shapes.getLast(), 1);
    for (int[] shape : shapes) {
      int n = NdArray.count(shape);
      float[] f4 = new float[n];
      double[] f8 = new double[n];
      int[] i4 = new int[n];
      long[] i8 = new long[n];
      byte[] u1 = new byte[n];
      for (int i = 0; i < n; i++) {
        i8[i] = 0x9E3779B97F4A7C15L * (i + 1);
        i4[i] = (int) i8[i];
        u1[i] = (byte) i8[i];
        f8[i] = i == 1 ? Double.NaN : i == 2 ? -0.0 : 1.0 / (i8[i] >> 8);
        f4[i] = i == 3 ? Float.MIN_VALUE : (float) f8[i];
      }
      String name = "/" + java.util.Arrays.toString(shape).replace(" ", "");
      all.put("f4" + name, new NdArray.F4(f4, shape)).put("f8" + name, new NdArray.F8(f8, shape));
      all.put("i4" + name, new NdArray.I4(i4, shape)).put("i8" + name, new NdArray.I8(i8, shape));
      all.put("u1" + name, new NdArray.U1(u1, shape));
    }
    return all.build();
  }

  @Test
  void storedAndCompressedThroughFiles() {
    Arrays all = everything();
    Npz.write(folder.resolve("a.npz"), all);
    assertSame(all, Npz.read(folder.resolve("a.npz")));
    Npz.writeCompressed(folder.resolve("b.npz"), all);
    assertSame(all, Npz.read(folder.resolve("b.npz")));
    assertEquals(List.copyOf(all.names()), Npz.names(folder.resolve("b.npz")));
  }

  @Test
  void throughStreamsWhichStayOpen() throws IOException {
    Arrays all = everything();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Npz.write(out, all);
    assertSame(all, Npz.read(new ByteArrayInputStream(out.toByteArray()), Path.of("stream")));

    ByteArrayOutputStream two = new ByteArrayOutputStream();
    Npy.write(two, all.get("f4/[7]"));
    Npy.write(two, all.get("i8/[2,3,4]"));
    InputStream in = new ByteArrayInputStream(two.toByteArray());
    assertSame("first", all.get("f4/[7]"), Npy.read(in, Path.of("stream")));
    assertSame("second", all.get("i8/[2,3,4]"), Npy.read(in, Path.of("stream")));
    assertEquals(0, in.available());
  }

  @Test
  void singleArraysPlainAndGzip() throws IOException {
    for (NdArray array : everything().asMap().values()) {
      Path plain = folder.resolve("a.npy");
      Npy.write(plain, array);
      assertSame("plain", array, Npy.read(plain));
      Path packed = folder.resolve("a.npy.gz");
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
        out.write(Files.readAllBytes(plain));
      }
      assertSame("gzip", array, Npy.read(packed));
    }
  }

  @Test
  void moreElementsThanAreAllocatedUnseen() {
    float[] data = new float[(1 << 20) + 12345];
    for (int i = 0; i < data.length; i++) {
      data[i] = i * 0.5f;
    }
    NdArray array = new NdArray.F4(data, data.length);
    Npy.write(folder.resolve("large.npy"), array);
    assertSame("large", array, Npy.read(folder.resolve("large.npy")));
  }

  @Test
  void equalArraysMakeEqualBytesAlignedAsNumpyDoes() throws IOException {
    Npz.write(folder.resolve("a.npz"), everything());
    Npz.write(folder.resolve("b.npz"), everything());
    assertEquals(-1, Files.mismatch(folder.resolve("a.npz"), folder.resolve("b.npz")));
    Npz.writeCompressed(folder.resolve("c.npz"), everything());
    Npz.writeCompressed(folder.resolve("d.npz"), everything());
    assertEquals(-1, Files.mismatch(folder.resolve("c.npz"), folder.resolve("d.npz")));
    for (NdArray array : everything().asMap().values()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Npy.write(out, array);
      int width = Integer.parseInt(array.type().substring(1));
      assertEquals(0, (out.size() - array.size() * width) % 64);
    }
  }

  @Test
  void someArraysOfAFileThatHoldsTextsToo() throws Exception {
    Path file = folder.resolve("mixed.npz");
    try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new java.util.zip.ZipEntry("format.npy"));
      zip.write(Files.readAllBytes(NumpyFilesTest.resource("bytes.npy")));
      zip.putNextEntry(new java.util.zip.ZipEntry("data.npy"));
      Npy.write(zip, new NdArray.I4(new int[] {1, 2}, 2));
    }
    assertArrayEquals(new int[] {1, 2}, Npz.read(file, "data"::equals).ints("data"));
    assertArrayEquals(new String[] {"csr", "a"}, Npz.readStrings(file, "format").data());
    FormatException texts = assertThrows(FormatException.class, () -> Npz.read(file));
    assertTrue(
        String.valueOf(texts.getMessage())
            .contains("array 'format', byte 128: is an array of texts"));
    assertThrows(FormatException.class, () -> Npz.readStrings(file, "absent"));
  }

  @Test
  void namesThatLeaveAFolderAreNotWritten() {
    for (String name : List.of("", "/a", "../a", "a/../b", "a\\b", "a//b", "c:a", "a\n")) {
      Arrays bad = Arrays.builder().put(name, new int[] {1}).build();
      Path file = folder.resolve("bad.npz");
      assertThrows(IllegalArgumentException.class, () -> Npz.write(file, bad), name);
      assertTrue(Files.notExists(file));
    }
  }
}
