package homeostat.array;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** Cuts a text into rows and fields; the current row lies in one array of characters. */
final class CsvRow implements AutoCloseable {
  private static final int END = -1;

  /** A single field longer than this means an open quote, not a table. */
  private static final int LONGEST_ROW = 1 << 24;

  private final Path file;
  private final Reader reader;
  private final char[] buffer = new char[1 << 16];
  private int at;
  private int limit;

  private char[] row = new char[256];
  private int length;
  private int[] ends = new int[16];
  private int fields;
  private final char separator;
  private long line = 1;
  private long rowLine = 1;

  CsvRow(Path file) {
    this.file = file;
    reader = new InputStreamReader(Gz.open(file), StandardCharsets.UTF_8.newDecoder());
    try {
      if (peek() == '\uFEFF') {
        at++;
      }
    } catch (RuntimeException e) {
      try {
        reader.close();
      } catch (IOException again) {
        e.addSuppressed(again);
      }
      throw e;
    }
    separator = detect();
  }

  /** Tab if the first line has more tabs than commas outside quotes. */
  private char detect() {
    int commas = 0;
    int tabs = 0;
    boolean quoted = false;
    for (int i = at; i < limit; i++) {
      char c = buffer[i];
      quoted ^= c == '"';
      if (!quoted) {
        if (c == '\n' || c == '\r') {
          break;
        }
        commas += c == ',' ? 1 : 0;
        tabs += c == '\t' ? 1 : 0;
      }
    }
    return tabs > commas ? '\t' : ',';
  }

  /** Number of fields of the current row. */
  int fields() {
    return fields;
  }

  /** Line on which the current row starts. */
  long line() {
    return rowLine;
  }

  /** Reads the next row that is not empty; false at the end. */
  boolean next() {
    while (peek() != END) {
      length = 0;
      fields = 0;
      rowLine = line;
      boolean more = true;
      while (more) {
        more = field();
      }
      if (fields > 1 || length > 0) {
        return true;
      }
    }
    return false;
  }

  /** Reads one field; whether another follows in the row. */
  private boolean field() {
    int start = length;
    int c = take();
    while (c == ' ' || (c == '\t' && separator != '\t')) {
      c = take();
    }
    if (c == '"') {
      c = quoted();
      while (c == ' ') {
        c = take();
      }
      if (c != separator && !endsLine(c)) {
        throw fault("text follows a closing quote; double a quote within quotes");
      }
    } else {
      while (c != separator && !endsLine(c)) {
        append((char) c);
        c = take();
      }
    }
    while (length > start && row[length - 1] <= ' ') {
      length--;
    }
    if (fields == ends.length) {
      ends = Arrays.copyOf(ends, 2 * fields);
    }
    ends[fields++] = length;
    if (c == '\r' && peek() == '\n') {
      at++;
    }
    line += c == '\n' || c == '\r' ? 1 : 0;
    return c == separator;
  }

  /** The rest of a quoted field; returns what follows its closing quote. */
  private int quoted() {
    while (true) {
      int c = take();
      if (c == END) {
        throw fault("a quote is opened and never closed");
      }
      if (c == '"') {
        c = take();
        if (c != '"') {
          return c;
        }
      }
      line += c == '\n' ? 1 : 0;
      append((char) c);
    }
  }

  private static boolean endsLine(int c) {
    return c == '\n' || c == '\r' || c == END;
  }

  private void append(char c) {
    if (length == row.length) {
      if (length >= LONGEST_ROW) {
        throw fault("the row is longer than 16 million characters; is a quote left open?");
      }
      row = Arrays.copyOf(row, 2 * length);
    }
    row[length++] = c;
  }

  private int take() {
    int c = peek();
    at += c == END ? 0 : 1;
    return c;
  }

  private int peek() {
    if (at == limit) {
      try {
        limit = Math.max(0, reader.read(buffer, 0, buffer.length));
      } catch (CharacterCodingException e) {
        FormatException fault = fault("the text near here is not UTF-8; save it as UTF-8");
        fault.initCause(e);
        throw fault;
      } catch (IOException e) {
        throw Faults.of(file, "line " + line, e);
      }
      at = 0;
    }
    return limit == 0 ? END : buffer[at];
  }

  private int start(int field) {
    if (field < 0 || field >= fields) {
      throw new IndexOutOfBoundsException("column " + field + " of " + fields);
    }
    int start = field == 0 ? 0 : ends[field - 1];
    while (start < ends[field] && row[start] <= ' ') {
      start++; // blanks within quotes
    }
    return start;
  }

  String text(int field) {
    int start = start(field);
    return new String(row, start, ends[field] - start);
  }

  long parseLong(int field) {
    int start = start(field);
    for (int i = start; i < ends[field]; i++) {
      if (row[i] > 'z') {
        throw new NumberFormatException(text(field)); // other scripts have digits too
      }
    }
    return Long.parseLong(java.nio.CharBuffer.wrap(row), start, ends[field], 10);
  }

  private FormatException fault(String problem) {
    return new FormatException(file, "line " + line, problem);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
