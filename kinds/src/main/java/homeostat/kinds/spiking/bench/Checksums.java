package homeostat.kinds.spiking.bench;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Adds the bits of arrays to a checksum. */
final class Checksums {
  private Checksums() {}

  static void add(CRC32 checksum, int[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(4, values.length));
    bytes.asIntBuffer().put(values);
    checksum.update(bytes);
  }

  static void add(CRC32 checksum, float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(4, values.length));
    bytes.asFloatBuffer().put(values);
    checksum.update(bytes);
  }

  static void add(CRC32 checksum, double[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(8, values.length));
    bytes.asDoubleBuffer().put(values);
    checksum.update(bytes);
  }
}
