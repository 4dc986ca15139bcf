package homeostat.array;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 fingerprint.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) {
  private static final int BLOCK = 1 << 16;

  /** Of a text in UTF-8. */
  public static Sha256 ofText(String text) {
    return of(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Of a file's bytes. */
  public static Sha256 ofFile(Path file) {
    MessageDigest digest = digest();
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        digest.update(block, 0, n);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(digest.digest());
  }

  /** Of names, types, shapes and little-endian elements, in order. */
  public static Sha256 ofArrays(Arrays arrays) {
    MessageDigest digest = digest();
    arrays
        .asMap()
        .forEach((name, array) -> {
          String head =
              name + ' ' + array.type() + ' ' + java.util.Arrays.toString(array.shape()) + '\n';
          digest.update(head.getBytes(StandardCharsets.UTF_8));
          update(digest, array);
        });
    return of(digest.digest());
  }

  /** A fingerprint that was computed elsewhere, from its 32 bytes. */
  public static Sha256 of(byte[] digest) {
    return new Sha256(HexFormat.of().formatHex(digest));
  }

  /** A new computation, for what comes in pieces. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  private static void update(MessageDigest digest, NdArray array) {
    if (array instanceof NdArray.U1 bytes) {
      digest.update(bytes.data());
      return;
    }
    ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < array.size(); i++) {
      switch (array) {
        case NdArray.F4 a -> block.putFloat(a.data()[i]);
        case NdArray.F8 a -> block.putDouble(a.data()[i]);
        case NdArray.I4 a -> block.putInt(a.data()[i]);
        case NdArray.I8 a -> block.putLong(a.data()[i]);
        case NdArray.U1 a -> block.put(a.data()[i]);
      }
      if (block.remaining() < Long.BYTES) {
        digest.update(block.flip());
        block.clear();
      }
    }
    digest.update(block.flip());
  }
}
