package homeostat.task.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import homeostat.array.FormatException;
import homeostat.task.image.ImageData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxSetTest {
  @TempDir Path folder;
  private final SmallSet small = SmallSet.of(0);

  private void refused(ImageSet set, String... expected) {
    FormatException fault = assertThrows(FormatException.class, () -> set.read(folder));
    for (String text : expected) {
      assertTrue(String.valueOf(fault.getMessage()).contains(text), fault.getMessage());
    }
  }

  @Test
  void readsImagesAndLabelsOfBothHalves() throws IOException {
    for (boolean compressed : new boolean[] {false, true}) {
      small.write(folder, compressed);
      ImageData data = small.set().read(folder);
      assertEquals(SmallSet.SHAPE, data.shape());
      assertEquals(11, data.train().count());
      assertEquals(5, data.test().count());
      assertEquals(9, data.train().label(3));
      byte[] images = small.contents().get(2);
      assertArrayEquals(Arrays.copyOfRange(images, 16, images.length), data.test().pixels());
    }
  }

  @Test
  void confirmsWhatItKnows() throws IOException {
    small.write(folder, true);
    assertTrue(small.set().checked(folder).stream().allMatch(Checked::confirmed));
    assertTrue(small.packedSet().checked(folder).stream().allMatch(Checked::confirmed));
    assertFalse(small.unknownSet().checked(folder).stream().anyMatch(Checked::confirmed));
  }

  @Test
  void ofAnUnpackedFileACompressedChecksumSaysNothing() throws IOException {
    small.write(folder, false);
    assertFalse(small.packedSet().checked(folder).stream().anyMatch(Checked::confirmed));
  }

  @Test
  void aFileOfAnotherSetIsRefusedByItsChecksum() throws IOException {
    SmallSet.of(1).write(folder, true);
    refused(small.set(), "train-images.gz", "SHA-256", "another data set");
    refused(small.packedSet(), "train-images.gz", "SHA-256");
    assertEquals(11, small.unknownSet().read(folder).train().count());
  }

  @Test
  void aFileOfAnotherLengthIsRefused() throws IOException {
    small.write(folder, true);
    Files.write(folder.resolve("test-images.gz"), SmallSet.gzip(SmallSet.images(4, 1)));
    refused(small.set(), "test-images.gz", "byte 64", "cut off");
    Files.write(folder.resolve("test-images.gz"), SmallSet.gzip(SmallSet.images(6, 1)));
    refused(small.set(), "test-images.gz", "byte 76", "goes on");
  }

  @Test
  void labelsThatDoNotFitAreRefused() {
    byte[] strange = SmallSet.labels(5);
    strange[10] = 10;
    assertRefused(List.of(SmallSet.images(5, 0), strange), "byte 10", "label 10");
    assertRefused(List.of(SmallSet.images(5, 0), SmallSet.labels(4)), "4 labels for the 5 images");
    assertRefused(List.of(SmallSet.labels(5), SmallSet.labels(5)), "byte 3", "1 axes");
    byte[] flat = new byte[16];
    SmallSet.header(flat, 3, 5, 0, 3);
    assertRefused(List.of(flat, SmallSet.labels(5)), "byte 8", "images of 0 x 3", "4 x 3");
  }

  private void assertRefused(List<byte[]> train, String... expected) {
    SmallSet broken =
        new SmallSet(
            List.of(train.get(0), train.get(1), SmallSet.images(5, 0), SmallSet.labels(5)));
    try {
      broken.write(folder, true);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    refused(broken.unknownSet(), expected);
  }

  @Test
  void whatLacksIsNamed() throws IOException {
    small.write(folder, true);
    assertEquals(List.of(), small.set().missing(folder));
    Files.delete(folder.resolve("train-labels.gz"));
    assertEquals(List.of("train-labels"), small.set().missing(folder));
  }
}
