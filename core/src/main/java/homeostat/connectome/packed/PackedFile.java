package homeostat.connectome.packed;

import homeostat.array.FormatException;
import homeostat.connectome.Connectome;
import homeostat.kernel.Csr;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/**
 * A connectome in one binary file, eight bytes a connection: little-endian, {@code "HSWIRED2"}, the
 * lengths of what follows, the part that is not numbers ({@link PackedText}), offsets, columns and
 * weights, and at the end a CRC-32C of all that.
 */
public final class PackedFile {
  /** Ending of such files. */
  public static final String ENDING = ".connectome";

  private static final long MAGIC = 0x3244455249575348L;

  /** Of files that knew less of what they were made from. */
  private static final long EARLIER = 0x3144455249575348L;

  private static final int HEAD_BYTES = 2 * Long.BYTES + 2 * Integer.BYTES;
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private PackedFile() {}

  /** Writes a connectome, whole or not at all. */
  public static void write(Path file, Connectome connectome, Origin origin) {
    PackedOutput.write(
        file,
        out -> {
          ByteArrayOutputStream text = new ByteArrayOutputStream();
          PackedText.write(new DataOutputStream(text), connectome, origin);
          Csr w = connectome.weights();
          out.bytes(
              PackedOutput.little(HEAD_BYTES)
                  .putLong(MAGIC)
                  .putLong(text.size())
                  .putInt(w.rows())
                  .putInt(w.entries())
                  .array());
          out.bytes(text.toByteArray());
          out.ints(w.offsets());
          out.ints(w.columns());
          out.floats(w.values());
        });
  }

  /**
   * What a file was made from, without reading all of it.
   *
   * @throws FormatException if it is no such file
   */
  public static Origin origin(Path file) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment all = map(file, arena);
      return PackedText.origin(text(file, all));
    } catch (IOException e) {
      throw damaged(file, e);
    }
  }

  /**
   * Reads a connectome.
   *
   * @throws FormatException naming file and byte, if it is damaged or no such file
   */
  public static Connectome read(Path file) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment all = map(file, arena);
      check(file, all);
      DataInputStream text = text(file, all);
      int nodes = all.get(INT, 2L * Long.BYTES);
      int entries = all.get(INT, 2L * Long.BYTES + Integer.BYTES);
      long at = HEAD_BYTES + all.get(LONG, Long.BYTES);
      int[] offsets = new int[nodes + 1];
      MemorySegment.copy(all, INT, at, offsets, 0, offsets.length);
      at += (long) offsets.length * Integer.BYTES;
      int[] columns = new int[entries];
      MemorySegment.copy(all, INT, at, columns, 0, entries);
      float[] values = new float[entries];
      MemorySegment.copy(all, FLOAT, at + (long) entries * Integer.BYTES, values, 0, entries);
      return PackedText.read(text, new Csr(nodes, nodes, offsets, columns, values));
    } catch (IOException e) {
      throw damaged(file, e);
    }
  }

  private static MemorySegment map(Path file, Arena arena) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long size = channel.size();
      MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
      long magic = size < HEAD_BYTES ? 0 : all.get(LONG, 0);
      if (magic != MAGIC) {
        throw new FormatException(
            file,
            "byte 0",
            magic == EARLIER
                ? "was packed by an earlier version; make it again with connectome import"
                : "is no packed connectome; make one with connectome import");
      }
      long text = all.get(LONG, Long.BYTES);
      long nodes = all.get(INT, 2L * Long.BYTES);
      long entries = all.get(INT, 2L * Long.BYTES + Integer.BYTES);
      long due = HEAD_BYTES + text + Integer.BYTES * (nodes + 1 + 2 * entries + 1);
      if (text < 0 || nodes < 0 || entries < 0 || due != size) {
        throw new FormatException(
            file, "byte " + size, "has " + size + " bytes where " + due + " are due; it is cut");
      }
      return all;
    }
  }

  private static void check(Path file, MemorySegment all) {
    long end = all.byteSize() - Integer.BYTES;
    CRC32C crc = new CRC32C();
    for (long at = 0; at < end; at += 1 << 30) {
      crc.update(all.asSlice(at, Math.min(1 << 30, end - at)).asByteBuffer());
    }
    if ((int) crc.getValue() != all.get(INT, end)) {
      throw new FormatException(
          file, "byte " + end, "the checksum is wrong: it is damaged; import the source again");
    }
  }

  private static DataInputStream text(Path file, MemorySegment all) {
    long length = all.get(LONG, Long.BYTES);
    if (length > Integer.MAX_VALUE - 8) {
      throw new FormatException(file, "byte 8", "the part of names is too long");
    }
    byte[] bytes = all.asSlice(HEAD_BYTES, length).toArray(ValueLayout.JAVA_BYTE);
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  private static FormatException damaged(Path file, IOException cause) {
    String problem =
        cause instanceof NoSuchFileException ? "there is no such file" : "cannot be read: " + cause;
    FormatException fault = new FormatException(file, "", problem);
    fault.initCause(cause);
    return fault;
  }
}
