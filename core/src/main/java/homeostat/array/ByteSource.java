package homeostat.array;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A stream of bytes that knows where it is, so that every complaint names file, array and byte. */
final class ByteSource {
  private final InputStream in;
  private final Path file;
  private final String entry;
  private final long length;
  private long at;

  /**
   * @param entry the array within the file; empty if the file holds one
   * @param length number of bytes there are; -1 if that is not known
   */
  ByteSource(InputStream in, Path file, String entry, long length) {
    this.in = in;
    this.file = file;
    this.entry = entry;
    this.length = length;
  }

  long position() {
    return at;
  }

  /** Bytes left; -1 if that is not known. */
  long remaining() {
    return length < 0 ? -1 : length - at;
  }

  /** Fills {@code count} bytes of {@code buffer}; fewer are a {@link FormatException}. */
  void readFully(byte[] buffer, int count, String what) {
    int got;
    try {
      got = in.readNBytes(buffer, 0, count);
    } catch (IOException e) {
      throw Faults.of(file, Faults.place(entry, at), e);
    }
    at += got;
    if (got < count) {
      throw fault("ends within " + what + "; the file is cut off, fetch or write it again");
    }
  }

  /** Reads on to the end, which must be here. */
  void expectEnd() {
    int next;
    try {
      next = in.read();
    } catch (IOException e) {
      throw Faults.of(file, Faults.place(entry, at), e);
    }
    if (next >= 0) {
      throw fault("bytes follow the array that its shape does not account for; write it again");
    }
  }

  /** A complaint about this place. */
  FormatException fault(String problem) {
    return faultAt(at, problem);
  }

  /** A complaint about another place of the same array. */
  FormatException faultAt(long place, String problem) {
    return new FormatException(file, Faults.place(entry, place), problem);
  }
}
