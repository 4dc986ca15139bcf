package homeostat.connectome.brain;

import homeostat.array.FormatException;
import homeostat.array.Sha256;
import homeostat.connectome.CellTypes;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import homeostat.connectome.packed.PackedOutput;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A brain in one binary file, four bytes a connection, which is read in a fraction of a second:
 * little-endian, {@code "HSBRAIN1"}, the key (SHA-256 of what it was made from), numbers, ids,
 * offsets, entries, weights, texts, and at the end a CRC-32C of all that.
 */
public final class BrainFile {
  /** Ending of such files. */
  public static final String ENDING = ".brain";

  private static final long MAGIC = 0x314E494152425348L;
  private static final int KEY_BYTES = 32;
  private static final int HEAD_BYTES = Long.BYTES + KEY_BYTES;

  private BrainFile() {}

  /** Writes a brain, whole or not at all. */
  public static void write(Path file, Brain brain, Sha256 key) {
    PackedOutput.write(file, out -> content(out, brain, key));
  }

  private static void content(PackedOutput out, Brain brain, Sha256 key) throws IOException {
    SynapseRows rows = brain.rows();
    out.bytes(PackedOutput.little(Long.BYTES).putLong(MAGIC).array());
    out.bytes(key.bytes());
    out.bytes(
        PackedOutput.little(4 * Integer.BYTES)
            .putInt(rows.neurons())
            .putInt(rows.entries().length)
            .putInt(rows.targetBits())
            .putInt(rows.weights().length)
            .array());
    out.longs(brain.ids().ids());
    out.ints(rows.offsets());
    out.ints(rows.entries());
    out.floats(rows.weights());
    ByteArrayOutputStream texts = new ByteArrayOutputStream();
    texts(new DataOutputStream(texts), brain);
    out.bytes(PackedOutput.little(Integer.BYTES).putInt(texts.size()).array());
    out.bytes(texts.toByteArray());
  }

  private static void texts(DataOutputStream out, Brain brain) throws IOException {
    Map<String, CellTypes> columns = brain.annotations().columns();
    out.writeInt(columns.size());
    for (Map.Entry<String, CellTypes> column : columns.entrySet()) {
      PackedOutput.text(out, column.getKey());
      out.writeInt(column.getValue().names().size());
      for (String name : column.getValue().names()) {
        PackedOutput.text(out, name);
      }
      for (int index : column.getValue().index()) {
        out.writeInt(index);
      }
    }
    PackedOutput.provenance(out, brain.provenance());
  }

  /**
   * The key of a file, without reading all of it.
   *
   * @throws FormatException if it is no such file
   */
  public static Sha256 key(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer head = PackedOutput.little(HEAD_BYTES);
      while (head.hasRemaining() && channel.read(head) >= 0) {
        // until the head is there, or the file ends
      }
      head.flip();
      return head(file, head);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Sha256 head(Path file, ByteBuffer from) {
    if (from.remaining() < HEAD_BYTES || from.getLong() != MAGIC) {
      throw new FormatException(file, "byte 0", "is no packed brain of this version");
    }
    byte[] key = new byte[KEY_BYTES];
    from.get(key);
    return Sha256.of(key);
  }

  /**
   * Reads a brain.
   *
   * @throws FormatException if the file is none, or damaged
   */
  public static Brain read(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new FormatException(file, "", "is larger than 2 GB; this is no packed brain");
      }
      ByteBuffer all =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
      head(file, all.duplicate().order(ByteOrder.LITTLE_ENDIAN));
      int end = all.limit() - Integer.BYTES;
      CRC32C crc = new CRC32C();
      crc.update(all.duplicate().limit(end));
      if ((int) crc.getValue() != all.getInt(end)) {
        throw damaged(file);
      }
      all.limit(end).position(HEAD_BYTES);
      return parse(all);
    } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException e) {
      FormatException damaged = damaged(file);
      damaged.initCause(e);
      throw damaged;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Brain parse(ByteBuffer from) {
    int neurons = from.getInt();
    int count = from.getInt();
    int bits = from.getInt();
    int weightCount = from.getInt();
    long[] ids = new long[neurons];
    from.asLongBuffer().get(ids);
    from.position(from.position() + neurons * Long.BYTES);
    int[] offsets = ints(from, neurons + 1);
    int[] entries = ints(from, count);
    float[] weights = new float[weightCount];
    from.asFloatBuffer().get(weights);
    from.position(from.position() + weightCount * Float.BYTES + Integer.BYTES);
    ByteBuffer texts = from.slice().order(ByteOrder.BIG_ENDIAN);
    Map<String, CellTypes> columns = new LinkedHashMap<>();
    for (int column = texts.getInt(); column > 0; column--) {
      String name = text(texts);
      List<String> names = new ArrayList<>();
      for (int k = texts.getInt(); k > 0; k--) {
        names.add(text(texts));
      }
      columns.put(name, new CellTypes(names, ints(texts, neurons)));
    }
    Provenance provenance = Provenance.none();
    for (int k = texts.getInt(); k > 0; k--) {
      provenance = provenance.from(text(texts), text(texts));
    }
    for (int k = texts.getInt(); k > 0; k--) {
      String what = text(texts);
      long concerned = texts.getLong();
      provenance =
          texts.get() != 0 ? provenance.warn(what, concerned) : provenance.note(what, concerned);
    }
    return new Brain(
        new Nodes.Identified(ids),
        new Annotations(columns),
        new SynapseRows(neurons, offsets, entries, bits, weights),
        provenance);
  }

  private static int[] ints(ByteBuffer from, int count) {
    int[] values = new int[count];
    from.asIntBuffer().get(values);
    from.position(from.position() + count * Integer.BYTES);
    return values;
  }

  private static String text(ByteBuffer from) {
    byte[] bytes = new byte[from.getInt()];
    from.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static FormatException damaged(Path file) {
    return new FormatException(
        file, "", "is damaged (its checksum is another); delete it, or write it again");
  }

  private static FormatException unreadable(Path file, IOException cause) {
    FormatException fault =
        new FormatException(
            file,
            "",
            cause instanceof NoSuchFileException
                ? "there is no such file; check the path and its spelling"
                : "cannot be read: " + cause.getMessage());
    fault.initCause(cause);
    return fault;
  }
}
