package homeostat.array;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads a table of text row by row: comma or tab between fields (the first line decides), fields in
 * double quotes where needed (RFC 4180), UTF-8 with or without byte order mark, any line ends,
 * plain or compressed with gzip. Blanks around a field are dropped and empty lines are skipped.
 * Integers are read exactly, never through a double: identifiers of neurons exceed 2^53.
 *
 * <p>Every complaint is a {@link FormatException} that names file, line and column.
 */
public final class CsvTable implements AutoCloseable {
  private final Path file;
  private final CsvRow row;
  private final List<String> header;
  private final Map<String, Integer> byName = new HashMap<>();
  private int width;

  private CsvTable(Path file, boolean headed) {
    this.file = file;
    row = new CsvRow(file);
    List<String> names = new ArrayList<>();
    try {
      if (headed) {
        readHeader(names);
      }
    } catch (RuntimeException e) {
      closeAfter(e);
      throw e;
    }
    header = List.copyOf(names);
  }

  /** Opens a table whose first line names its columns. */
  public static CsvTable open(Path file) {
    return new CsvTable(file, true);
  }

  /** Opens a table without names; columns are known by their position. */
  public static CsvTable openWithoutHeader(Path file) {
    return new CsvTable(file, false);
  }

  private void readHeader(List<String> names) {
    if (!row.next()) {
      throw new FormatException(file, "line 1", "the file is empty; a line of column names is due");
    }
    width = row.fields();
    for (int i = 0; i < width; i++) {
      String name = row.text(i);
      names.add(name);
      if (!name.isEmpty() && byName.put(name, i) != null) {
        throw fault("column '" + name + "' is there twice; rename one of them");
      }
    }
  }

  private void closeAfter(RuntimeException cause) {
    try {
      row.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /** The names of the columns; none without a header. */
  public List<String> header() {
    return header;
  }

  /** The position of the first of these columns that is there. */
  public Optional<Integer> find(String... names) {
    return Arrays.stream(names).map(byName::get).filter(Objects::nonNull).findFirst();
  }

  /** Whether there is a column of this name. */
  public boolean has(String name) {
    return byName.containsKey(name);
  }

  /** Position of the first of these columns that is there; without any, an error that lists all. */
  public int column(String name, String... orNames) {
    String wanted = orNames.length == 0 ? "" : " (nor " + String.join(", ", orNames) + ")";
    return find(name)
        .or(() -> find(orNames))
        .orElseThrow(() ->
            new FormatException(
                file, "line 1", "there is no column '" + name + "'" + wanted + " among " + header));
  }

  /** Goes on to the next row; false at the end. A row of another width is an error. */
  public boolean next() {
    if (!row.next()) {
      return false;
    }
    if (width == 0) {
      width = row.fields();
    }
    if (row.fields() != width) {
      throw fault("has " + row.fields() + " fields where " + width + " are due");
    }
    return true;
  }

  /** Number of columns; without a header, 0 before the first row. */
  public int width() {
    return width;
  }

  /** Line on which the current row starts, from 1. */
  public long line() {
    return row.line();
  }

  /** The text of a field of the current row. */
  public String text(int column) {
    return row.text(column);
  }

  /** Whether a field of the current row is empty. */
  public boolean isEmpty(int column) {
    return row.text(column).isEmpty();
  }

  /** The integer in a field, exactly. */
  public long longAt(int column) {
    try {
      return row.parseLong(column);
    } catch (NumberFormatException e) {
      throw badNumber(column, "a whole number below 2^63", e);
    }
  }

  /** The 32-bit integer in a field. */
  public int intAt(int column) {
    long value = longAt(column);
    if (value != (int) value) {
      throw fault(column, "'" + value + "' is beyond 32 bits");
    }
    return (int) value;
  }

  /** The number in a field; {@code nan} and {@code inf} in any case are read as such. */
  public double number(int column) {
    String text = row.text(column);
    try {
      return switch (text.toLowerCase(java.util.Locale.ROOT)) {
        case "nan" -> Double.NaN;
        case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
        case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
        default -> decimal(text);
      };
    } catch (NumberFormatException e) {
      throw badNumber(column, "a number", e);
    }
  }

  /** Java also takes 1d, 1f and 0x1p3 for numbers; no table means them. */
  private static double decimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("0123456789+-.eE".indexOf(text.charAt(i)) < 0) {
        throw new NumberFormatException(text);
      }
    }
    return Double.parseDouble(text);
  }

  /** A complaint about a field of the current row. */
  public FormatException fault(int column, String problem) {
    String name =
        header.isEmpty() || header.get(column).isEmpty()
            ? "column " + (column + 1)
            : "column '" + header.get(column) + "'";
    return new FormatException(file, "line " + line() + ", " + name, problem);
  }

  /** A complaint about the current row. */
  public FormatException fault(String problem) {
    return new FormatException(file, "line " + line(), problem);
  }

  private FormatException badNumber(int column, String wanted, NumberFormatException cause) {
    FormatException fault = fault(column, "'" + text(column) + "' is not " + wanted);
    fault.initCause(cause);
    return fault;
  }

  @Override
  public void close() {
    try {
      row.close();
    } catch (IOException e) {
      throw Faults.unreadable(file, e);
    }
  }
}
