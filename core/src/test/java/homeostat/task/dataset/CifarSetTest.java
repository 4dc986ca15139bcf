package homeostat.task.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.FormatException;
import homeostat.array.Sha256;
import homeostat.task.image.ImageData;
import homeostat.task.image.ImageShape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarSetTest {
  private static final ImageShape SHAPE = new ImageShape(3, 2, 2);
  private static final int RECORD = 13;

  @TempDir Path folder;

  private static byte[] batch(int records, int first) {
    byte[] bytes = new byte[records * RECORD];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i % RECORD == 0 ? (first + i / RECORD) % 10 : first * 50 + i);
    }
    return bytes;
  }

  private final byte[] one = batch(4, 0);
  private final byte[] two = batch(4, 4);
  private final byte[] test = batch(3, 1);

  private CifarSet set(byte[] archive) {
    return new CifarSet(
        "tiny",
        new DataNote("t", "l", "c", "h"),
        10,
        SHAPE,
        List.of(
            Part.of("data_batch_1.bin", one.length, Sha256.of(Sha256.digest().digest(one)).hex()),
            Part.of("data_batch_2.bin", two.length, Sha256.of(Sha256.digest().digest(two)).hex()),
            Part.unknown("test_batch.bin", test.length)),
        "tiny.tar.gz",
        Sha256.of(Sha256.digest().digest(archive)).hex());
  }

  private byte[] archive() {
    return SmallSet.gzip(
        tar(
            new String[] {"readme.html", "data_batch_1.bin", "data_batch_2.bin", "test_batch.bin"},
            new byte[700],
            one,
            two,
            test));
  }

  private static byte[] tar(String[] names, byte[]... contents) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    entry(out, "tiny-bin/", '5', new byte[0]);
    for (int i = 0; i < names.length; i++) {
      entry(out, "tiny-bin/" + names[i], '0', contents[i]);
    }
    out.writeBytes(new byte[1024]);
    return out.toByteArray();
  }

  private static void entry(ByteArrayOutputStream out, String name, char type, byte[] content) {
    byte[] header = new byte[512];
    put(header, 0, name);
    put(header, 124, String.format("%011o", content.length));
    Arrays.fill(header, 148, 156, (byte) ' ');
    header[156] = (byte) type;
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xFF;
    }
    put(header, 148, String.format("%06o\0 ", sum));
    out.writeBytes(header);
    out.writeBytes(content);
    out.writeBytes(new byte[(512 - content.length % 512) % 512]);
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  private void assertWhole(ImageData data) {
    assertEquals(SHAPE, data.shape());
    assertEquals(8, data.train().count());
    assertEquals(3, data.test().count());
    for (int image = 0; image < 8; image++) {
      assertEquals(image, data.train().label(image));
    }
    assertArrayEquals(
        Arrays.copyOfRange(two, RECORD + 1, 2 * RECORD),
        Arrays.copyOfRange(data.train().pixels(), 5 * 12, 6 * 12));
    assertArrayEquals(Arrays.copyOfRange(test, 1, RECORD), Arrays.copyOf(data.test().pixels(), 12));
  }

  @Test
  void readsTheArchiveAndTheUnpackedFilesAlike() throws IOException {
    byte[] archive = archive();
    CifarSet set = set(archive);
    assertEquals(List.of("tiny.tar.gz"), set.missing(folder));
    Files.write(folder.resolve("tiny.tar.gz"), archive);
    assertEquals(List.of(), set.missing(folder));
    assertWhole(set.read(folder));
    set.downloads().getFirst().check().check(folder.resolve("tiny.tar.gz"));
    assertEquals(List.of(folder.resolve("tiny.tar.gz")), set.files(folder));
    Path unpacked = Files.createDirectories(folder.resolve("plain/cifar-10-batches-bin"));
    Files.write(unpacked.resolve("data_batch_1.bin"), one);
    Files.write(unpacked.resolve("data_batch_2.bin"), two);
    assertEquals(List.of("tiny.tar.gz"), set.missing(folder.resolve("plain")));
    Files.write(unpacked.resolve("test_batch.bin"), test);
    assertWhole(set.read(folder.resolve("plain")));
    assertWhole(set.read(unpacked));
    List<String> names = List.of("data_batch_1.bin", "data_batch_2.bin", "test_batch.bin");
    assertEquals(names.stream().map(unpacked::resolve).toList(), set.files(unpacked));
  }

  @Test
  void damageIsToldWithTheFile() throws IOException {
    byte[] archive = archive();
    CifarSet set = set(archive);
    byte[] whole = tar(new String[] {"data_batch_1.bin"}, one);
    refused(set, SmallSet.gzip(whole), "no data_batch_2.bin", "data_batch_1.bin");
    refused(set, SmallSet.gzip(Arrays.copyOf(whole, 1030)), "byte 1030", "cut off");
    refused(set, SmallSet.gzip(Arrays.copyOf(whole, 600)), "byte 600", "cut off");
    byte[] shifted = whole.clone();
    shifted[512] = 'x';
    refused(set, SmallSet.gzip(shifted), "byte 512", "no tar header");
    byte[] strange = whole.clone();
    strange[512 + 125] = 'z';
    refused(set, SmallSet.gzip(strange), "byte 512");
    refused(set, Arrays.copyOf(archive, archive.length - 3), "damaged or cut off");
    byte[] label = test.clone();
    label[RECORD] = 10;
    String[] names = {"data_batch_1.bin", "data_batch_2.bin", "test_batch.bin"};
    refused(set, SmallSet.gzip(tar(names, one, two, label)), "byte 13", "label 10");
    refused(set, SmallSet.gzip(tar(names, one, one, test)), "SHA-256");
    refused(set, SmallSet.gzip(tar(names, one, two, one)), "test_batch.bin", "goes on");
  }

  private void refused(CifarSet set, byte[] archive, String... expected) throws IOException {
    Path file = Files.write(folder.resolve("tiny.tar.gz"), archive);
    FormatException fault = assertThrows(FormatException.class, () -> set.read(folder));
    for (String text : expected) {
      assertTrue(String.valueOf(fault.getMessage()).contains(text), fault.getMessage());
    }
    Download download = set.downloads().getFirst();
    assertThrows(FormatException.class, () -> download.check().check(file));
  }
}
