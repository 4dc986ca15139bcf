package homeostat.array;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the Python dictionary of an NPY header: three keys, in any order. */
final class NpyDictionary {
  private final String text;
  private final ByteSource in;
  private final long from;
  private int at;

  private @Nullable String descr;
  private @Nullable Boolean columnMajor;
  private int @Nullable [] shape;

  NpyDictionary(String text, ByteSource in, long from) {
    this.text = text;
    this.in = in;
    this.from = from;
  }

  NpyHeader parse() {
    expect('{');
    while (!accept('}')) {
      entry();
      if (!accept(',')) {
        expect('}');
        break;
      }
    }
    skipBlanks();
    if (at < text.length()) {
      throw fault("text after the dictionary");
    }
    if (descr == null || columnMajor == null || shape == null) {
      throw fault("'descr', 'fortran_order' or 'shape' is missing");
    }
    return header(descr, columnMajor, shape);
  }

  private void entry() {
    String key = string();
    expect(':');
    switch (key) {
      case "descr" -> {
        once(descr == null);
        skipBlanks();
        if (peek() == '[') {
          throw in.faultAt(
              from + at, "structured arrays are not read; save each field as an array of its own");
        }
        descr = string();
      }
      case "fortran_order" -> {
        once(columnMajor == null);
        columnMajor = truth();
      }
      case "shape" -> {
        once(shape == null);
        shape = tuple();
      }
      default -> throw fault("unknown key '" + key + "'");
    }
  }

  private void once(boolean first) {
    if (!first) {
      throw fault("a key is given twice");
    }
  }

  private NpyHeader header(String type, boolean columns, int[] axes) {
    String name = type;
    ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    if (!name.isEmpty() && "<>|=".indexOf(name.charAt(0)) >= 0) {
      order = name.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : order;
      name = name.substring(1);
    }
    if (name.startsWith("O")) {
      throw in.faultAt(
          from,
          "object arrays are never read, as pickles can run code; save numbers instead, for"
              + " example array.astype('float64')");
    }
    String number = name.isEmpty() ? "" : name.substring(1);
    boolean plain = name.matches("b1|[iu][1248]|f[248]");
    if (!plain && !name.matches("[US][0-9]{1,6}")) {
      throw in.faultAt(
          from,
          "type '"
              + type
              + "' is not supported; save it as one of f2 f4 f8 i1 i2 i4 i8 u1 u2 u4 u8 bool");
    }
    return new NpyHeader(name.charAt(0), Integer.parseInt(number), order, columns, axes);
  }

  private int[] tuple() {
    expect('(');
    List<Integer> axes = new ArrayList<>();
    while (!accept(')')) {
      axes.add(axis());
      if (!accept(',')) {
        expect(')');
        break;
      }
    }
    long elements = 1;
    for (int axis : axes) {
      elements = Math.multiplyHigh(elements, axis) == 0 ? elements * axis : Long.MAX_VALUE;
      if (elements < 0 || elements > Integer.MAX_VALUE - 8) {
        throw fault("shape " + axes + " has more than 2^31 elements; split the array");
      }
    }
    return axes.stream().mapToInt(Integer::intValue).toArray();
  }

  private int axis() {
    skipBlanks();
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start || at - start > 10) {
      throw fault("the length of an axis is no number below 2^31");
    }
    long value = Long.parseLong(text.substring(start, at));
    if (at < text.length() && text.charAt(at) == 'L') {
      at++; // Python 2 wrote its long integers so
    }
    if (value > Integer.MAX_VALUE) {
      throw fault("an axis of length " + value + " is beyond 2^31; split the array");
    }
    return (int) value;
  }

  private boolean truth() {
    skipBlanks();
    for (String word : List.of("True", "False")) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return word.equals("True");
      }
    }
    throw fault("'fortran_order' is neither True nor False");
  }

  private String string() {
    skipBlanks();
    char quote = peek();
    int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
    if (end < 0) {
      throw fault("a quoted text is missing here");
    }
    String value = text.substring(at + 1, end);
    at = end + 1;
    return value;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private boolean accept(char wanted) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char wanted) {
    if (!accept(wanted)) {
      throw fault("'" + wanted + "' is missing here");
    }
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private FormatException fault(String problem) {
    return in.faultAt(
        from + at, "the NPY header is damaged: " + problem + "; write the array again");
  }
}
