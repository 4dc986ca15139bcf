package homeostat.array;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Named arrays in NumPy's NPZ format: a zip archive with one {@link Npy} file an array, stored or
 * compressed. The check sum of every array is verified. Writing is deterministic: equal arrays make
 * equal bytes.
 */
public final class Npz {
  /** The earliest time a zip archive can hold; the real one would make equal arrays differ. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Npz() {}

  /**
   * Reads every array of a file, in the order of its directory.
   *
   * @throws FormatException naming file, array, byte and fix, when the file is missing or damaged
   */
  public static Arrays read(Path file) {
    return read(file, _ -> true);
  }

  /** Reads the arrays whose names are {@code wanted}; the others may be of any type. */
  public static Arrays read(Path file, Predicate<String> wanted) {
    return open(file, channel -> arrays(channel, file, wanted));
  }

  /**
   * Reads every array of a stream, which is read to its end and held in memory.
   *
   * @param name names the stream in errors
   */
  public static Arrays read(InputStream in, Path name) {
    try {
      return arrays(new BytesChannel(in.readAllBytes()), name, _ -> true);
    } catch (IOException e) {
      throw Faults.of(name, "", e);
    }
  }

  /** The names of the arrays in a file. */
  public static List<String> names(Path file) {
    return open(
        file,
        channel ->
            ZipDirectory.read(channel, file).stream().map(ZipDirectory.Entry::name).toList());
  }

  /** Reads an array of texts. */
  public static Npy.Strings readStrings(Path file, String name) {
    return open(
        file,
        channel -> {
          for (ZipDirectory.Entry entry : ZipDirectory.read(channel, file)) {
            if (entry.name().equals(name)) {
              return content(channel, file, entry, Npy::readStrings);
            }
          }
          throw new FormatException(file, "array '" + name + "'", "is not in the file");
        });
  }

  /** Writes an NPZ file with stored entries, atomically. */
  public static void write(Path file, Arrays arrays) {
    AtomicFile.write(file, out -> entries(out, arrays, false));
  }

  /** Writes an NPZ file with compressed entries, atomically. */
  public static void writeCompressed(Path file, Arrays arrays) {
    AtomicFile.write(file, out -> entries(out, arrays, true));
  }

  /** Writes stored entries to a stream, which stays open. */
  public static void write(OutputStream out, Arrays arrays) {
    try {
      entries(out, arrays, false);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write arrays: " + e, e);
    }
  }

  private interface Reading<T> {
    T of(SeekableByteChannel channel) throws IOException;
  }

  private static <T> T open(Path file, Reading<T> reading) {
    if (Files.isDirectory(file)) {
      throw new FormatException(file, "", "is a folder; name a file in it");
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return reading.of(channel);
    } catch (NoSuchFileException e) {
      throw Gz.missing(file, e);
    } catch (IOException e) {
      throw Faults.of(file, "", e);
    }
  }

  private static Arrays arrays(SeekableByteChannel channel, Path file, Predicate<String> wanted)
      throws IOException {
    Arrays.Builder arrays = Arrays.builder();
    for (ZipDirectory.Entry entry : ZipDirectory.read(channel, file)) {
      if (wanted.test(entry.name())) {
        arrays.put(entry.name(), content(channel, file, entry, Npy::read));
      }
    }
    return arrays.build();
  }

  private interface Content<T> {
    T of(ByteSource in);
  }

  private static <T> T content(
      SeekableByteChannel channel, Path file, ZipDirectory.Entry entry, Content<T> content)
      throws IOException {
    channel.position(entry.from());
    CRC32 sum = new CRC32();
    Inflater inflater = new Inflater(true);
    try {
      InputStream raw = new Limited(Channels.newInputStream(channel), entry.compressed());
      InputStream data = entry.deflated() ? new InflaterInputStream(raw, inflater, 1 << 16) : raw;
      CheckedInputStream checked = new CheckedInputStream(data, sum);
      ByteSource source = new ByteSource(checked, file, entry.name(), entry.length());
      T value = content.of(source);
      source.expectEnd();
      if (sum.getValue() != entry.crc()) {
        throw source.fault("the check sum is wrong: the data is damaged; fetch or write it again");
      }
      return value;
    } finally {
      inflater.end();
    }
  }

  private static void entries(OutputStream out, Arrays arrays, boolean compressed)
      throws IOException {
    List<String> names = new ArrayList<>(arrays.names());
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.BEST_SPEED); // numbers hardly shrink further at the others
    for (String name : names) {
      if (!ZipDirectory.isName(name)) {
        throw new IllegalArgumentException(
            "'" + ZipDirectory.printable(name) + "' cannot be the name of an array in a file");
      }
      NdArray array = arrays.get(name);
      ZipEntry entry = new ZipEntry(name + ".npy");
      entry.setTimeLocal(NO_TIME);
      if (!compressed) {
        store(entry, array);
      }
      zip.putNextEntry(entry);
      NpyData.write(zip, array);
      zip.closeEntry();
    }
    zip.finish();
  }

  /** A stored entry says its size and sum before its data, so it is encoded twice. */
  private static void store(ZipEntry entry, NdArray array) throws IOException {
    CRC32 sum = new CRC32();
    Counter counter = new Counter();
    NpyData.write(new CheckedOutputStream(counter, sum), array);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(counter.count);
    entry.setCrc(sum.getValue());
  }

  /** Counts bytes and forgets them. */
  private static final class Counter extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      count += length;
    }
  }

  /** The first bytes of a stream. */
  private static final class Limited extends InputStream {
    private final InputStream in;
    private long left;

    Limited(InputStream in, long left) {
      this.in = in;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      if (left <= 0) {
        return -1;
      }
      left--;
      return in.read();
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      if (left <= 0) {
        return length == 0 ? 0 : -1;
      }
      int got = in.read(buffer, from, (int) Math.min(length, left));
      left -= Math.max(got, 0);
      return got;
    }
  }
}
