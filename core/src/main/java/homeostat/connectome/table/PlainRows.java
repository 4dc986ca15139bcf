package homeostat.connectome.table;

import homeostat.array.FormatException;
import homeostat.array.Gz;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads two whole numbers, a weight and up to two texts from each row of a table, straight from its
 * bytes. It knows only what tables of millions of rows look like: no quotes, no blanks, ids of up
 * to 18 digits, few different texts. At anything else it gives up, and the reader of all tables,
 * which also says what is wrong, has to do the work.
 */
final class PlainRows implements AutoCloseable {
  private static final int BUFFER = 1 << 18;

  /** Longer lines are not plain. */
  private static final int LONGEST_LINE = 1 << 12;

  private static final int MOST_DIGITS = 18;
  private static final int MOST_EXACT_DIGITS = 15;

  private final Path file;
  private final InputStream in;
  private final PlainColumns columns;
  private final Labels firstTexts = new Labels();
  private final Labels secondTexts = new Labels();
  private final byte[] buffer = new byte[BUFFER];
  private byte separator = ',';
  private int at;
  private int limit;
  private boolean ended;
  private boolean gaveUp;
  private long line;
  private long number;
  private long sender;
  private long receiver;
  private double weight;
  private int firstText = -1;
  private int secondText = -1;

  /** At the first row. */
  public PlainRows(Path file, PlainColumns columns) {
    this.file = file;
    this.columns = columns;
    in = Gz.open(file);
    fill();
    firstLine(columns.headed());
  }

  private void firstLine(boolean skipped) {
    int start = at;
    int tabs = 0;
    int commas = 0;
    while (at < limit && buffer[at] != '\n') {
      tabs += buffer[at] == '\t' ? 1 : 0;
      commas += buffer[at] == ',' ? 1 : 0;
      gaveUp |= buffer[at] == '"';
      at++;
    }
    gaveUp |= at > LONGEST_LINE || (skipped && at == limit);
    separator = (byte) (tabs > commas ? '\t' : ',');
    at = skipped ? at + 1 : start;
    line = skipped ? 1 : 0;
  }

  /** Goes on to the next row; false at the end, or where it gives up. */
  public boolean next() {
    while (!gaveUp) {
      if (limit - at < LONGEST_LINE && !ended) {
        fill();
      }
      if (at >= limit) {
        return false;
      }
      line++;
      if (buffer[at] == '\n') {
        at++;
      } else {
        return row();
      }
    }
    return false;
  }

  private boolean row() {
    weight = 1;
    int last = columns.width() - 1;
    for (int column = 0; column <= last && !gaveUp; column++) {
      field(column);
      end(column == last);
    }
    return !gaveUp;
  }

  private void field(int column) {
    if (column == columns.sender()) {
      whole();
      sender = number;
    } else if (column == columns.receiver()) {
      whole();
      receiver = number;
    } else if (column != columns.weight()) {
      text(column);
    } else if (columns.counts()) {
      whole();
      gaveUp |= number > Integer.MAX_VALUE;
      weight = number;
    } else {
      decimal();
    }
  }

  private void text(int column) {
    int start = at;
    skip();
    if (column == columns.firstText()) {
      firstText = firstTexts.number(buffer, start, at);
      gaveUp |= firstText < 0;
    } else if (column == columns.secondText()) {
      secondText = secondTexts.number(buffer, start, at);
      gaveUp |= secondText < 0;
    }
  }

  private void whole() {
    int start = at;
    long value = 0;
    for (int digit = digit(); digit >= 0; digit = digit()) {
      value = 10 * value + digit;
      at++;
    }
    gaveUp |= at == start || at - start > MOST_DIGITS;
    number = value;
  }

  private void decimal() {
    int start = at;
    boolean negative = at < limit && buffer[at] == '-';
    at += negative ? 1 : 0;
    int first = at;
    long value = 0;
    for (int digit = digit(); digit >= 0; digit = digit()) {
      value = 10 * value + digit;
      at++;
    }
    if (at > first && at - first <= MOST_EXACT_DIGITS && (at == limit || ends(buffer[at]))) {
      weight = negative ? -value : value;
      return;
    }
    while (at < limit && !ends(buffer[at])) {
      gaveUp |= "0123456789.-+eE".indexOf(buffer[at++]) < 0;
    }
    try {
      weight = Double.parseDouble(new String(buffer, start, at - start, StandardCharsets.US_ASCII));
    } catch (NumberFormatException e) {
      gaveUp = true; // the reader of all tables says what is wrong with it
    }
  }

  private void skip() {
    while (at < limit && !ends(buffer[at])) {
      gaveUp |= buffer[at++] == '"';
    }
  }

  private void end(boolean last) {
    if (!last) {
      gaveUp |= at == limit || buffer[at++] != separator;
      return;
    }
    at += at < limit && buffer[at] == '\r' ? 1 : 0;
    gaveUp |= at < limit ? buffer[at++] != '\n' : !ended;
  }

  private boolean ends(byte c) {
    return c == separator || c == '\n' || c == '\r';
  }

  /** The digit here; -1 if there is none. */
  private int digit() {
    int digit = at < limit ? buffer[at] - '0' : -1;
    return digit <= 9 ? digit : -1;
  }

  /** Moves what is left to the front and reads on. */
  private void fill() {
    int left = limit - at;
    System.arraycopy(buffer, at, buffer, 0, left);
    at = 0;
    limit = left;
    try {
      while (limit < BUFFER) {
        int got = in.read(buffer, limit, BUFFER - limit);
        if (got < 0) {
          ended = true;
          return;
        }
        limit += got;
      }
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  private FormatException damaged(IOException cause) {
    FormatException fault =
        new FormatException(
            file, "line " + line, "cannot be read from here on (" + cause.getMessage() + ")");
    fault.initCause(cause);
    return fault;
  }

  /** Whether something came that is not plain; what was read counts for nothing then. */
  public boolean gaveUp() {
    return gaveUp;
  }

  /** The sender's id in the current row. */
  public long sender() {
    return sender;
  }

  /** The receiver's id in the current row. */
  public long receiver() {
    return receiver;
  }

  /** The weight of the current row. */
  public double weight() {
    return weight;
  }

  /** Which of {@link #firstTexts} the current row has; -1 without such a column. */
  public int firstText() {
    return firstText;
  }

  /** Which of {@link #secondTexts} the current row has; -1 without such a column. */
  public int secondText() {
    return secondText;
  }

  /** The different texts of the first such column, so far. */
  Labels firstTexts() {
    return firstTexts;
  }

  /** The different texts of the second such column, so far. */
  Labels secondTexts() {
    return secondTexts;
  }

  /** Line of the current row. */
  public long line() {
    return line;
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw damaged(e);
    }
  }
}
