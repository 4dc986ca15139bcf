package homeostat.connectome.format;

import homeostat.array.CsvTable;
import homeostat.array.FormatException;
import homeostat.connectome.Dropped;
import homeostat.connectome.Nodes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads a square matrix as text, comma or tab between columns, with or without names in the first
 * line and the first column. Names in both must agree.
 */
final class TextMatrixReader {
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
      double[] row = new double[table.width() - 1];
      for (int j = 0; j < row.length; j++) {
        row[j] = table.number(j + 1);
      }
      numbers.add(row);
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
          "",
          "has "
              + height
              + " rows and "
              + width
              + " columns"
              + (header ? " below a line of names" : "")
              + "; a matrix of weights is square. An edge list needs a first line with column"
              + " names: pre,post,weight");
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
    return ReadWiring.matrix(nodes, wire);
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
    if (names.stream().distinct().count() != names.size()) {
      throw new FormatException(file, "line " + topLine, "node names repeat; make them different");
    }
    return names.stream().allMatch(name -> name.matches("\\d{1,18}"))
        ? new Nodes.Identified(names.stream().mapToLong(Long::parseLong).toArray())
        : new Nodes.Named(names);
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
    return text.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(text);
  }

  private String place(int row, int column) {
    return "line " + (row < 0 ? topLine : lines.get(row)) + ", column " + (column + 1);
  }

  private static boolean isNumber(String text) {
    return text.equalsIgnoreCase("nan")
        || text.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
  }
}
