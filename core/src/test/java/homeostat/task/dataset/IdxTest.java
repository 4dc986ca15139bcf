package homeostat.task.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.FormatException;
import homeostat.array.NdArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
  @TempDir Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("data.idx"), bytes);
  }

  private void refused(byte[] bytes, String... expected) throws IOException {
    Path file = file(bytes);
    FormatException fault = assertThrows(FormatException.class, () -> Idx.read(file));
    for (String text : expected) {
      assertTrue(String.valueOf(fault.getMessage()).contains(text), fault.getMessage());
    }
    assertTrue(String.valueOf(fault.getMessage()).startsWith(file.toString()), fault.getMessage());
  }

  @Test
  void plainAndCompressedGiveTheSame() throws IOException {
    byte[] images = SmallSet.images(5, 0);
    NdArray.U1 plain = Idx.read(file(images));
    NdArray.U1 packed = Idx.read(file(SmallSet.gzip(images)));
    assertArrayEquals(new int[] {5, 4, 3}, plain.shape());
    assertArrayEquals(plain.shape(), packed.shape());
    assertArrayEquals(Arrays.copyOfRange(images, 16, images.length), plain.data());
    assertArrayEquals(plain.data(), packed.data());
  }

  @Test
  void aFileWithoutElementsIsWhole() throws IOException {
    assertEquals(0, Idx.read(file(SmallSet.labels(0))).size());
  }

  @Test
  void malformedFilesAreToldWithTheirByte() throws IOException {
    byte[] good = SmallSet.images(5, 0);
    refused(new byte[0], "byte 0", "magic number");
    refused(Arrays.copyOf(good, 3), "byte 3", "magic number");
    refused("<html><body>not found".getBytes(java.nio.charset.StandardCharsets.UTF_8), "byte 0");
    byte[] floats = good.clone();
    floats[2] = 0x0D;
    refused(floats, "byte 2", "type code 13");
    byte[] scalar = good.clone();
    scalar[3] = 0;
    refused(scalar, "byte 3", "no axes");
    refused(Arrays.copyOf(good, 14), "byte 14", "lengths of its 3 axes");
    byte[] negative = good.clone();
    negative[8] = (byte) 0x80;
    refused(negative, "byte 8", "axis 1");
    byte[] huge = good.clone();
    huge[4] = 0x7F;
    huge[8] = 0x7F;
    huge[12] = 0x7F;
    refused(huge, "cut off");
    refused(Arrays.copyOf(good, good.length - 1), "byte 75", "5 x 4 x 3", "cut off");
    refused(Arrays.copyOf(good, good.length + 2), "byte 76", "2 bytes follow");
  }

  @Test
  void everyCutOfACompressedFileIsRefused() throws IOException {
    byte[] packed = SmallSet.gzip(SmallSet.images(5, 0));
    for (int length = 0; length < packed.length; length++) {
      Path file = file(Arrays.copyOf(packed, length));
      assertThrows(FormatException.class, () -> Idx.read(file), "cut at " + length);
    }
    assertFalse(Idx.read(file(packed)).shape().length == 0);
  }
}
