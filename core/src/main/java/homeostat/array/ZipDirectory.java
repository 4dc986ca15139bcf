package homeostat.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The directory of an NPZ file (a zip archive of NPY files), read with every field checked. The
 * library's own reader does not check the sums of the data and names no byte when it fails.
 */
final class ZipDirectory {
  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int END_LENGTH = 22;
  private static final int DEFLATED = 8;

  /** Deflate shrinks by at most this factor: what claims more is damaged or hostile. */
  private static final long MOST_DEFLATION = 1032;

  private final SeekableByteChannel channel;
  private final Path file;
  private final long size;

  private ZipDirectory(SeekableByteChannel channel, Path file) throws IOException {
    this.channel = channel;
    this.file = file;
    this.size = channel.size();
  }

  /**
   * One array of the archive.
   *
   * @param name without {@code .npy}
   * @param from first byte of its data
   */
  record Entry(String name, boolean deflated, long crc, long compressed, long length, long from) {}

  /** The entries in the order of the directory. */
  static List<Entry> read(SeekableByteChannel channel, Path file) throws IOException {
    return new ZipDirectory(channel, file).entries();
  }

  private List<Entry> entries() throws IOException {
    long end = findEnd();
    ByteBuffer tail = at(end, END_LENGTH);
    long count = tail.getShort(10) & 0xFFFF;
    long length = tail.getInt(12) & 0xFFFFFFFFL;
    long start = tail.getInt(16) & 0xFFFFFFFFL;
    long stop = end;
    if (count == 0xFFFF || length == 0xFFFFFFFFL || start == 0xFFFFFFFFL) {
      ByteBuffer locator = at(end - 20, 20);
      if (locator.getInt(0) == LOCATOR_64) {
        stop = locator.getLong(8);
        ByteBuffer large = at(stop, 56);
        if (large.getInt(0) != END_64) {
          throw fault(stop, "the directory's large end record is damaged");
        }
        count = large.getLong(32);
        length = large.getLong(40);
        start = large.getLong(48);
      }
    }
    if (start < 0 || length < 0 || start + length != stop || length > Integer.MAX_VALUE - 8) {
      throw fault(end, "the directory does not end where it should");
    }
    return central(start, (int) length, count);
  }

  private List<Entry> central(long start, int length, long count) throws IOException {
    ByteBuffer directory = at(start, length);
    List<Entry> entries = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    int at = 0;
    while (at < length) {
      if (length - at < 46 || directory.getInt(at) != CENTRAL) {
        throw fault(start + at, "an entry of the directory is damaged");
      }
      int next = at + 46 + unsigned(directory, at + 28) + unsigned(directory, at + 30);
      next += unsigned(directory, at + 32);
      if (next > length) {
        throw fault(start + at, "an entry of the directory is cut off");
      }
      Entry entry =
          entry(directory.slice(at, next - at).order(ByteOrder.LITTLE_ENDIAN), start + at);
      if (!names.add(entry.name())) {
        throw fault(start + at, "array '" + entry.name() + "' is there twice; keep one of them");
      }
      entries.add(entry);
      at = next;
    }
    if (entries.size() != count) {
      throw fault(start, "the directory has " + entries.size() + " entries, not " + count);
    }
    return entries;
  }

  private Entry entry(ByteBuffer record, long place) throws IOException {
    byte[] rawName = new byte[unsigned(record, 28)];
    record.get(46, rawName);
    String name = name(rawName, place);
    int method = unsigned(record, 10);
    if ((unsigned(record, 8) & 1) != 0 || (method != 0 && method != DEFLATED)) {
      throw fault(place, "'" + name + "' is encrypted or packed by method " + method);
    }
    long crc = record.getInt(16) & 0xFFFFFFFFL;
    long[] large = {
      record.getInt(24) & 0xFFFFFFFFL,
      record.getInt(20) & 0xFFFFFFFFL,
      record.getInt(42) & 0xFFFFFFFFL
    };
    widen(record, 46 + rawName.length, unsigned(record, 30), large);
    long length = large[0];
    long compressed = large[1];
    boolean deflated = method == DEFLATED;
    boolean possible =
        deflated ? length >= 0 && length / MOST_DEFLATION <= compressed : length == compressed;
    if (!possible || compressed < 0 || compressed > size) {
      throw fault(place, "'" + name + "' has impossible sizes, " + compressed + " and " + length);
    }
    long from = dataStart(large[2], rawName, name);
    if (from + compressed > size) {
      throw fault(from, "the data of '" + name + "' is cut off");
    }
    return new Entry(name, deflated, crc, compressed, length, from);
  }

  /** Takes sizes and offset beyond 32 bits from the extra field, in the order of the format. */
  private static void widen(ByteBuffer record, int from, int length, long[] values) {
    int end = from + length;
    for (int at = from; at + 4 <= end; at += 4 + unsigned(record, at + 2)) {
      int stop = Math.min(end, at + 4 + unsigned(record, at + 2));
      if (unsigned(record, at) == 1) {
        int place = at + 4;
        for (int i = 0; i < values.length; i++) {
          if (values[i] == 0xFFFFFFFFL && place + 8 <= stop) {
            values[i] = record.getLong(place);
            place += 8;
          }
        }
      }
    }
  }

  private long dataStart(long offset, byte[] rawName, String name) throws IOException {
    ByteBuffer local = at(offset, 30);
    int nameLength = unsigned(local, 26);
    if (local.getInt(0) != LOCAL || nameLength != rawName.length) {
      throw fault(offset, "the entry of '" + name + "' is damaged");
    }
    byte[] again = at(offset + 30, nameLength).array();
    if (!java.util.Arrays.equals(again, rawName)) {
      throw fault(offset + 30, "an entry has another name than in the directory, '" + name + "'");
    }
    return offset + 30 + nameLength + unsigned(local, 28);
  }

  private String name(byte[] raw, long place) {
    String name;
    try {
      name = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      FormatException fault = fault(place, "the name of an entry is not UTF-8");
      fault.initCause(e);
      throw fault;
    }
    String array = name.endsWith(".npy") ? name.substring(0, name.length() - 4) : "";
    if (!isName(array)) {
      throw fault(
          place,
          "'" + printable(name) + "' is no name of an array; remove that entry from the archive");
    }
    return array;
  }

  /**
   * Whether an array may be called so: not empty, no control characters, and nothing that would
   * leave a folder if somebody unpacked the archive.
   */
  static boolean isName(String name) {
    boolean escapes = name.startsWith("/") || name.contains("\\") || name.contains(":");
    for (String part : name.split("/", -1)) {
      escapes |= part.isEmpty() || part.equals("..") || part.equals(".");
    }
    return !escapes && name.chars().noneMatch(Character::isISOControl) && name.length() < 30_000;
  }

  static String printable(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }

  private long findEnd() throws IOException {
    if (size < END_LENGTH) {
      throw fault(0, "has " + size + " bytes, too few for a zip archive");
    }
    int length = (int) Math.min(size, END_LENGTH + 0xFFFF);
    ByteBuffer tail = at(size - length, length);
    for (int i = length - END_LENGTH; i >= 0; i--) {
      if (tail.getInt(i) == END && i + END_LENGTH + unsigned(tail, i + 20) == length) {
        return size - length + i;
      }
    }
    throw fault(size, "the directory at the end of a zip archive is missing");
  }

  private ByteBuffer at(long position, int length) throws IOException {
    if (position < 0 || position + length > size) {
      throw fault(position, "points outside the file");
    }
    ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(position);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw fault(position, "the file became shorter while it was read");
      }
    }
    return buffer.flip();
  }

  private static int unsigned(ByteBuffer buffer, int at) {
    return buffer.getShort(at) & 0xFFFF;
  }

  private FormatException fault(long place, String problem) {
    return new FormatException(
        file,
        "byte " + place,
        problem + "; the archive is damaged or no NPZ, fetch or write it again");
  }
}
