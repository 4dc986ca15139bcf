package homeostat.connectome.format;

import homeostat.array.CsvTable;
import homeostat.array.FormatException;
import homeostat.connectome.Dropped;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads a square matrix as text, comma or tab between columns, with or without names in the first
 * line and the first column. Names in both must agree.
 */
final class TextMatrixReader {
  private static final String AS_LIST =
      "a list of connections needs a first line with column names, pre,post,weight, or"
          + " layout=edges";

  /** Sender, receiver, weight, type. */
  private static final int WIDEST_LIST = 4;

  private final Path file;
  private final ReadOptions options;
  private final Dropped dropped;
  private final List<String> top;
  private final long topLine;

  /** Of the lines after the first: the text of column 1, the numbers of the others, the line. */
  private final List<String> firsts = new ArrayList<>();

  private final List<double[]> numbers = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();

  private TextMatrixReader(Path file, ReadOptions options, Dropped dropped, CsvTable table) {
    this.file = file;
    this.options = options;
    this.dropped = dropped;
    if (!table.next()) {
      throw new FormatException(file, "", "is empty; a matrix is due");
    }
    top = IntStream.range(0, table.width()).mapToObj(table::text).toList();
    topLine = table.line();
    while (table.next()) {
      firsts.add(table.text(0));
      lines.add(table.line());
      checkNumber(table, 1);
      checkNumber(table, table.width() - 1);
      double[] row = new double[table.width() - 1];
      for (int j = 0; j < row.length; j++) {
        row[j] = table.number(j + 1);
      }
      numbers.add(row);
    }
  }

  /** Where a list of connections has names or types, it is no matrix. */
  private static void checkNumber(CsvTable table, int column) {
    if (column > 0 && column < table.width() && !isNumber(table.text(column))) {
      throw table.fault(column, "'" + table.text(column) + "' is not a number; " + AS_LIST);
    }
  }

  static ReadWiring read(Path file, ReadOptions options, Dropped dropped) {
    try (CsvTable table = CsvTable.openWithoutHeader(file)) {
      return new TextMatrixReader(file, options, dropped, table).matrix();
    }
  }

  private ReadWiring matrix() {
    boolean header =
        switch (options.header()) {
          case PRESENT -> true;
          case ABSENT -> false;
          case AUTO -> looksLikeNames();
        };
    int height = firsts.size() + (header ? 0 : 1);
    int width = top.size();
    int left = width == height + 1 && (header || !isNumber(top.get(0))) ? 1 : 0;
    if (width - left != height) {
      throw new FormatException(
          file,
          "line " + (lines.isEmpty() ? topLine : lines.getLast()),
          "is the last: the file has "
              + height
              + " rows and "
              + width
              + " columns"
              + (header ? " below a line of names" : "")
              + "; a matrix of weights is square, and "
              + AS_LIST);
    }
    Nodes nodes = nodes(header, left, height);
    Wire wire = new Wire(file, options, dropped);
    for (int i = 0; i < height; i++) {
      int row = i - (header ? 0 : 1);
      for (int j = 0; j < height; j++) {
        int column = j + left;
        double weight = weight(row, column);
        if (weight != 0) {
          wire.add(i, j, weight, () -> place(row, column));
        }
      }
    }
    return wire.read(nodes, false, guessed(header));
  }

  /** Records what the numbers alone did not say. */
  private Provenance guessed(boolean header) {
    boolean numbers = top.stream().allMatch(TextMatrixReader::isNumber);
    Provenance first = Provenance.none();
    if (header && numbers && options.header() == ReadOptions.Header.AUTO) {
      first =
          first.note(
              "the first line is taken as names: without it the matrix is square", top.size());
    }
    boolean asked =
        options.layout() != ReadOptions.Layout.AUTO || options.header() != ReadOptions.Header.AUTO;
    return asked || !numbers || !couldBeList()
        ? first
        : first.warn(
            "lines read as a matrix, which could be a list of connections without a line of names:"
                + " say layout=matrix or layout=edges",
            firsts.size() + 1);
  }

  /** Whether all lines begin with two whole numbers, and go on like those of a list. */
  private boolean couldBeList() {
    return top.size() > 1
        && top.size() <= WIDEST_LIST
        && top.subList(0, 2).stream().allMatch(TextMatrixReader::isWhole)
        && firsts.stream().allMatch(TextMatrixReader::isWhole)
        && numbers.stream().allMatch(row -> row[0] >= 0 && row[0] == Math.rint(row[0]));
  }

  private static boolean isWhole(String text) {
    return text.matches("\\d+");
  }

  /** The first line is names if it is not all numbers, or if the matrix is square without it. */
  private boolean looksLikeNames() {
    List<String> inner = top.size() == 1 ? top : top.subList(1, top.size());
    return !inner.stream().allMatch(TextMatrixReader::isNumber)
        || (top.size() > 1 && firsts.size() == top.size());
  }

  private Nodes nodes(boolean header, int left, int height) {
    List<String> across = header ? top.subList(left, left + height) : List.of();
    List<String> down = new ArrayList<>();
    if (left == 1) {
      if (!header) {
        down.add(top.get(0));
      }
      down.addAll(firsts);
    }
    if (!across.isEmpty() && !down.isEmpty()) {
      for (int i = 0; i < height; i++) {
        if (!across.get(i).equals(down.get(i))) {
          throw new FormatException(
              file,
              place(i, 0),
              "row '"
                  + down.get(i)
                  + "' stands where column '"
                  + across.get(i)
                  + "' does; rows and columns must list the same nodes in the same order");
        }
      }
    }
    List<String> names = across.isEmpty() ? down : across;
    if (names.isEmpty()) {
      return new Nodes.Numbered(height);
    }
    checkDifferent(names, across.isEmpty(), header, left);
    return Nodes.of(names);
  }

  private void checkDifferent(List<String> names, boolean down, boolean header, int left) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (!seen.add(names.get(i))) {
        throw new FormatException(
            file,
            down ? place(i - (header ? 0 : 1), 0) : place(-1, i + left),
            "node names repeat: '" + names.get(i) + "'; make them different");
      }
    }
  }

  /** Row -1 is the first line of the file. */
  private double weight(int row, int column) {
    if (row >= 0 && column > 0) {
      return numbers.get(row)[column - 1];
    }
    String text = row < 0 ? top.get(column) : firsts.get(row);
    if (!isNumber(text)) {
      throw new FormatException(
          file, place(row, column), "'" + text + "' is not a number; a weight is due here");
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan" -> Double.NaN;
      case "inf", "+inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private String place(int row, int column) {
    return "line " + (row < 0 ? topLine : lines.get(row)) + ", column " + (column + 1);
  }

  private static boolean isNumber(String text) {
    return text.matches("(?i)nan|[+-]?inf")
        || text.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
  }
}
