package homeostat.array;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that NumPy 2 wrote are read with the values and shapes they had there. */
class NumpyFilesTest {
  static Path resource(String name) throws URISyntaxException {
    URL url = Objects.requireNonNull(NumpyFilesTest.class.getResource(name), name);
    return Path.of(url.toURI());
  }

  @ParameterizedTest
  @ValueSource(strings = {"types.npz", "types_compressed.npz"})
  void everyTypeInBothByteOrders(String name) throws URISyntaxException {
    Arrays arrays = Npz.read(resource(name));
    float[] fractions = {-1.5f, 0, 2.5f, 3.25f, -100, 7};
    int[] whole = {-1, 0, 2, 3, -100, 7};
    for (String order : List.of("", "big_")) {
      assertArrayEquals(fractions, arrays.floats(order + "f2"));
      assertArrayEquals(fractions, arrays.floats(order + "f4"));
      assertArrayEquals(new double[] {-1.5, 0, 2.5, 3.25, -100, 7}, arrays.doubles(order + "f8"));
      assertArrayEquals(whole, arrays.ints(order + "i2"));
      assertArrayEquals(whole, arrays.ints(order + "i4"));
    }
    assertArrayEquals(whole, arrays.ints("i1"));
    assertArrayEquals(new long[] {-1, 0, 2, 3, -100, 7}, arrays.longs("big_i8"));
    assertArrayEquals(new long[] {-1, 0, 2, 3, -100, Long.MIN_VALUE}, arrays.longs("i8"));
    assertArrayEquals(new byte[] {0, 1, 2, (byte) 200, 127, (byte) 255}, arrays.bytes("u1"));
    assertArrayEquals(new int[] {0, 1, 2, 200, 127, 65535}, arrays.ints("u2"));
    assertArrayEquals(new long[] {0, 1, 2, 200, 127, 0xFFFFFFFFL}, arrays.longs("u4"));
    assertArrayEquals(new long[] {0, 1, 2, 200, 127, Long.MAX_VALUE}, arrays.longs("u8"));
    assertArrayEquals(new long[] {0, 1, 2, 200, 127, 255}, arrays.longs("big_u8"));
    assertArrayEquals(new int[] {2, 3}, arrays.get("f2").shape());
    assertArrayEquals(new byte[] {1, 0, 1}, arrays.bytes("bool"));
  }

  @Test
  void columnMajorArraysBecomeRowMajor() throws URISyntaxException {
    Arrays arrays = Npz.read(resource("types.npz"));
    float[] rows = arrays.floats("fortran");
    for (int i = 0; i < 24; i++) {
      assertEquals(i, rows[i]);
    }
    assertArrayEquals(new int[] {2, 3, 4}, arrays.get("fortran").shape());
    assertArrayEquals(new long[] {0, 1, 2, 3, 4, 5}, arrays.longs("fortran_i8"));
  }

  @Test
  void scalarsAndEmptyArrays() throws URISyntaxException {
    Arrays arrays = Npz.read(resource("types.npz"));
    assertArrayEquals(new int[0], arrays.get("scalar").shape());
    assertEquals(3.5, arrays.get("scalar").at(0));
    assertArrayEquals(new int[] {0, 3}, arrays.get("empty").shape());
    assertTrue(Npz.read(resource("none.npz")).names().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"version2.npy", "version3.npy", "packed.npy.gz"})
  void otherVersionsAndGzip(String name) throws URISyntaxException {
    NdArray array = Npy.read(resource(name));
    assertArrayEquals(new double[] {0, 0.25, 0.5, 0.75, 1, 1.25}, array.toDoubles());
    assertArrayEquals(new int[] {2, 3}, array.shape());
  }

  @Test
  void textsAreReadOnlyAsTexts() throws URISyntaxException {
    Npy.Strings texts = Npy.readStrings(resource("texts.npy"));
    assertArrayEquals(new String[] {"a", "h\u00e9\u00e9", "", "\ud83e\udde0x"}, texts.data());
    assertArrayEquals(new int[] {2, 2}, texts.shape());
    assertArrayEquals(new String[] {"csr", "a"}, Npy.readStrings(resource("bytes.npy")).data());
    refused("texts.npy", "array of texts");
    FormatException e =
        assertThrows(FormatException.class, () -> Npy.readStrings(resource("version2.npy")));
    assertTrue(String.valueOf(e.getMessage()).contains("array of numbers"), e.getMessage());
  }

  @Test
  void whatIsNoPlainNumberIsRefused() throws URISyntaxException {
    refused("objects.npy", "object arrays are never read, as pickles can run code");
    refused("structured.npy", "structured arrays are not read");
    refused("too_big.npy", "element 1 = 9223372036854775808 is beyond 2^63 - 1");
  }

  private static void refused(String name, String reason) throws URISyntaxException {
    Path file = resource(name);
    FormatException e = assertThrows(FormatException.class, () -> Npy.read(file));
    assertTrue(String.valueOf(e.getMessage()).contains(reason), e.getMessage());
    assertTrue(String.valueOf(e.getMessage()).startsWith(file + ": byte "), e.getMessage());
  }
}
