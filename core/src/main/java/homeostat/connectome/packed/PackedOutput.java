package homeostat.connectome.packed;

import homeostat.array.AtomicFile;
import homeostat.connectome.Provenance;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** Writes packed files: little-endian numbers, and at the end a CRC-32C of all before it. */
public final class PackedOutput {
  private final OutputStream out;

  private PackedOutput(OutputStream out) {
    this.out = out;
  }

  /** What is in a file, before its checksum. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything. */
    void writeTo(PackedOutput out) throws IOException;
  }

  /** Writes a file, whole or not at all. */
  public static void write(Path file, Content content) {
    AtomicFile.write(
        file,
        raw -> {
          CRC32C crc = new CRC32C();
          CheckedOutputStream out = new CheckedOutputStream(raw, crc);
          content.writeTo(new PackedOutput(out));
          out.flush();
          raw.write(little(Integer.BYTES).putInt((int) crc.getValue()).array());
        });
  }

  /** Room for some numbers. */
  public static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Bytes as they are. */
  public void bytes(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  /** All of an array. */
  public void longs(long[] values) throws IOException {
    blocks(values.length, Long.BYTES, (block, i) -> block.putLong(values[i]));
  }

  /** All of an array. */
  public void ints(int[] values) throws IOException {
    blocks(values.length, Integer.BYTES, (block, i) -> block.putInt(values[i]));
  }

  /** All of an array. */
  public void floats(float[] values) throws IOException {
    blocks(values.length, Float.BYTES, (block, i) -> block.putFloat(values[i]));
  }

  private interface Element {
    void put(ByteBuffer block, int i);
  }

  private void blocks(int count, int bytes, Element element) throws IOException {
    byte[] raw = new byte[1 << 16];
    ByteBuffer block = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      element.put(block, i);
      if (block.remaining() < bytes || i == count - 1) {
        out.write(raw, 0, block.position());
        block.clear();
      }
    }
  }

  /** A text in the part that is not numbers: its length in bytes and its bytes. */
  public static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Sources and decisions in the part that is not numbers. */
  public static void provenance(DataOutputStream out, Provenance provenance) throws IOException {
    out.writeInt(provenance.sources().size());
    for (Provenance.Source source : provenance.sources()) {
      text(out, source.file());
      text(out, source.sha256());
    }
    out.writeInt(provenance.decisions().size());
    for (Provenance.Decision decision : provenance.decisions()) {
      text(out, decision.what());
      out.writeLong(decision.count());
      out.writeBoolean(decision.warning());
    }
  }
}
