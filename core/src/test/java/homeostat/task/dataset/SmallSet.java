package homeostat.task.dataset;

import homeostat.array.Sha256;
import homeostat.task.image.ImageShape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A small data set in IDX files, 4 x 3 pixels, with known checksums. */
public record SmallSet(List<byte[]> contents) {
  public static final ImageShape SHAPE = new ImageShape(1, 4, 3);
  private static final List<String> NAMES =
      List.of("train-images", "train-labels", "test-images", "test-labels");

  /** 11 images to learn from, 5 to test; {@code variant} makes different ones. */
  public static SmallSet of(int variant) {
    return new SmallSet(
        List.of(images(11, variant), labels(11), images(5, variant + 1), labels(5)));
  }

  public static byte[] images(int count, int variant) {
    byte[] bytes = new byte[16 + 12 * count];
    header(bytes, 3, count, 4, 3);
    for (int i = 16; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 37 + variant * 11);
    }
    return bytes;
  }

  public static byte[] labels(int count) {
    byte[] bytes = new byte[8 + count];
    header(bytes, 1, count);
    for (int i = 0; i < count; i++) {
      bytes[8 + i] = (byte) (i * 3 % 10);
    }
    return bytes;
  }

  public static void header(byte[] bytes, int axes, int... lengths) {
    bytes[2] = 8;
    bytes[3] = (byte) axes;
    for (int axis = 0; axis < axes; axis++) {
      bytes[7 + 4 * axis] = (byte) lengths[axis];
    }
  }

  public static byte[] gzip(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(content);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The set, whose contents are known. */
  public IdxSet set() {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      parts.add(
          Part.of(
              NAMES.get(i),
              contents.get(i).length,
              Sha256.of(Sha256.digest().digest(contents.get(i))).hex()));
    }
    return with(parts);
  }

  /** The set, of which only the compressed files are known. */
  public IdxSet packedSet() {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      parts.add(
          Part.packed(
              NAMES.get(i),
              contents.get(i).length,
              Sha256.of(Sha256.digest().digest(gzip(contents.get(i)))).hex()));
    }
    return with(parts);
  }

  /** The set, of which nothing is known. */
  public IdxSet unknownSet() {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      parts.add(Part.unknown(NAMES.get(i), contents.get(i).length));
    }
    return with(parts);
  }

  private static IdxSet with(List<Part> parts) {
    return new IdxSet(
        "small", new DataNote("t", "l", "c", "its page"), 10, SHAPE, parts, List.of());
  }

  /** Writes the files, compressed or plain. */
  public Path write(Path folder, boolean compressed) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < 4; i++) {
      byte[] content = contents.get(i);
      Files.write(
          folder.resolve(NAMES.get(i) + (compressed ? ".gz" : "")),
          compressed ? gzip(content) : content);
    }
    return folder;
  }
}
