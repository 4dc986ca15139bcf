package homeostat.connectome.region;

import homeostat.array.FormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A list of strings as Python pickles it: the few opcodes that such a list consists of are read,
 * and every other is refused. Nothing in the file is ever executed.
 */
final class PickledNames {
  private static final int PROTO = 0x80;
  private static final int FRAME = 0x95;
  private static final int EMPTY_LIST = ']';
  private static final int MARK = '(';
  private static final int BINUNICODE = 'X';
  private static final int SHORT_BINUNICODE = 0x8c;
  private static final int BINPUT = 'q';
  private static final int LONG_BINPUT = 'r';
  private static final int BINGET = 'h';
  private static final int LONG_BINGET = 'j';
  private static final int MEMOIZE = 0x94;
  private static final int APPEND = 'a';
  private static final int APPENDS = 'e';
  private static final int STOP = '.';

  private final Path file;
  private final ByteBuffer bytes;
  private final List<String> names = new ArrayList<>();
  private final List<String> pending = new ArrayList<>();
  private boolean list;
  private boolean mark;

  private PickledNames(Path file, byte[] content) {
    this.file = file;
    bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
  }

  static List<String> read(Path file) {
    try {
      return new PickledNames(file, Files.readAllBytes(file)).names();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> names() {
    while (true) {
      int at = bytes.position();
      int opcode = Byte.toUnsignedInt(take(1).get());
      switch (opcode) {
        case PROTO -> protocol(at);
        case FRAME -> take(8);
        case EMPTY_LIST -> startList(at);
        case MARK -> startItems(at);
        case BINUNICODE -> text(at, take(4).getInt());
        case SHORT_BINUNICODE -> text(at, Byte.toUnsignedInt(take(1).get()));
        case BINPUT -> take(1);
        case LONG_BINPUT -> take(4);
        case MEMOIZE -> {}
        case APPEND -> append(at, false);
        case APPENDS -> append(at, true);
        case STOP -> {
          return stop(at);
        }
        case BINGET, LONG_BINGET ->
            throw fault(at, "holds a name for the second time; names are all different");
        default ->
            throw fault(
                at,
                "holds pickle opcode "
                    + String.format(Locale.ROOT, "0x%02x", opcode)
                    + ", which a plain list of strings never does; it is not read, as pickles can"
                    + " run code. Save the names as text, one a line");
      }
    }
  }

  private void protocol(int at) {
    int version = Byte.toUnsignedInt(take(1).get());
    if (version < 2 || version > 5) {
      throw fault(at, "is pickle protocol " + version + "; 2 to 5 are read");
    }
  }

  private void startList(int at) {
    if (list) {
      throw fault(at, "holds a list within a list; one list of names is due");
    }
    list = true;
  }

  private void startItems(int at) {
    if (!list || mark || !pending.isEmpty()) {
      throw fault(at, "holds something other than one list of names");
    }
    mark = true;
  }

  private void text(int at, int length) {
    if (length < 0 || length > bytes.remaining()) {
      throw fault(at, "is cut off within a name of " + Integer.toUnsignedString(length) + " bytes");
    }
    try {
      pending.add(StandardCharsets.UTF_8.newDecoder().decode(take(length)).toString());
    } catch (CharacterCodingException e) {
      throw fault(at, "holds a name that is not UTF-8");
    }
  }

  private void append(int at, boolean marked) {
    if (!list || mark != marked || (!marked && pending.size() != 1)) {
      throw fault(at, "appends to no list, or a number of names that does not fit");
    }
    names.addAll(pending);
    pending.clear();
    mark = false;
  }

  private List<String> stop(int at) {
    if (!list || mark || !pending.isEmpty()) {
      throw fault(at, "ends within a list");
    }
    if (bytes.hasRemaining()) {
      throw fault(bytes.position(), "goes on after its end; it is damaged");
    }
    return names;
  }

  private ByteBuffer take(int count) {
    if (count > bytes.remaining()) {
      throw fault(bytes.position(), "is cut off; copy it again");
    }
    ByteBuffer slice = bytes.slice(bytes.position(), count).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + count);
    return slice;
  }

  private FormatException fault(int at, String problem) {
    return new FormatException(file, "byte " + at, problem);
  }
}
