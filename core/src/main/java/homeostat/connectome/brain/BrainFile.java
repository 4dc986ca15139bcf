package homeostat.connectome.brain;

import homeostat.array.AtomicFile;
import homeostat.array.FormatException;
import homeostat.array.Sha256;
import homeostat.connectome.CellTypes;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
import java.util.zip.CheckedOutputStream;

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
    AtomicFile.write(
        file,
        raw -> {
          CRC32C crc = new CRC32C();
          CheckedOutputStream out = new CheckedOutputStream(raw, crc);
          content(out, brain, key);
          out.flush();
          raw.write(little(Integer.BYTES).putInt((int) crc.getValue()).array());
        });
  }

  private static void content(OutputStream out, Brain brain, Sha256 key) throws IOException {
    SynapseRows rows = brain.rows();
    out.write(little(Long.BYTES).putLong(MAGIC).array());
    out.write(key.bytes());
    out.write(
        little(4 * Integer.BYTES)
            .putInt(rows.neurons())
            .putInt(rows.entries().length)
            .putInt(rows.targetBits())
            .putInt(rows.weights().length)
            .array());
    numbers(out, brain);
    java.io.ByteArrayOutputStream texts = new java.io.ByteArrayOutputStream();
    texts(new DataOutputStream(texts), brain);
    out.write(little(Integer.BYTES).putInt(texts.size()).array());
    texts.writeTo(out);
  }

  private static void numbers(OutputStream out, Brain brain) throws IOException {
    SynapseRows rows = brain.rows();
    long[] ids = brain.ids().ids();
    blocks(out, ids.length, Long.BYTES, (block, i) -> block.putLong(ids[i]));
    int[] offsets = rows.offsets();
    blocks(out, offsets.length, Integer.BYTES, (block, i) -> block.putInt(offsets[i]));
    int[] entries = rows.entries();
    blocks(out, entries.length, Integer.BYTES, (block, i) -> block.putInt(entries[i]));
    float[] weights = rows.weights();
    blocks(out, weights.length, Float.BYTES, (block, i) -> block.putFloat(weights[i]));
  }

  private interface Element {
    void put(ByteBuffer block, int i);
  }

  private static void blocks(OutputStream out, int count, int bytes, Element element)
      throws IOException {
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

  private static void texts(DataOutputStream out, Brain brain) throws IOException {
    Map<String, CellTypes> columns = brain.annotations().columns();
    out.writeInt(columns.size());
    for (Map.Entry<String, CellTypes> column : columns.entrySet()) {
      text(out, column.getKey());
      out.writeInt(column.getValue().names().size());
      for (String name : column.getValue().names()) {
        text(out, name);
      }
      for (int index : column.getValue().index()) {
        out.writeInt(index);
      }
    }
    out.writeInt(brain.provenance().sources().size());
    for (Provenance.Source source : brain.provenance().sources()) {
      text(out, source.file());
      text(out, source.sha256());
    }
    out.writeInt(brain.provenance().decisions().size());
    for (Provenance.Decision decision : brain.provenance().decisions()) {
      text(out, decision.what());
      out.writeLong(decision.count());
      out.writeBoolean(decision.warning());
    }
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The key of a file, without reading all of it.
   *
   * @throws FormatException if it is no such file
   */
  public static Sha256 key(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer head = little(HEAD_BYTES);
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
