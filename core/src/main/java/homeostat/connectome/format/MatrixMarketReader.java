package homeostat.connectome.format;

import homeostat.array.FormatException;
import homeostat.array.Gz;
import homeostat.connectome.Dropped;
import homeostat.connectome.Nodes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringTokenizer;

/**
 * Reads the Matrix Market exchange format (Boisvert, Pozo and Remington, NISTIR 5935, 1996):
 * coordinate or array; real, integer or pattern; general, symmetric or skew-symmetric.
 */
final class MatrixMarketReader {
  private final Path file;
  private final BufferedReader in;
  private final Wire wire;
  private long line;
  private boolean coordinate;
  private boolean pattern;
  private String symmetry = "general";

  private MatrixMarketReader(Path file, BufferedReader in, ReadOptions options, Dropped dropped) {
    this.file = file;
    this.in = in;
    this.wire = new Wire(file, options, dropped);
  }

  static ReadWiring read(Path file, ReadOptions options, Dropped dropped) {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(Gz.open(file), StandardCharsets.ISO_8859_1))) {
      return new MatrixMarketReader(file, in, options, dropped).matrix();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    }
  }

  private ReadWiring matrix() throws IOException {
    banner();
    StringTokenizer size = words("the size line");
    int rows = count(size, "number of rows");
    int cols = count(size, "number of columns");
    if (rows != cols) {
      throw fault(
          "the matrix is "
              + rows
              + " x "
              + cols
              + "; weights among the same nodes are"
              + " square");
    }
    if (rows > Nodes.MOST) {
      throw fault("the matrix has " + rows + " rows; at most " + Nodes.MOST + " are read");
    }
    if (coordinate) {
      coordinates(rows, count(size, "number of entries"));
    } else {
      columns(rows);
    }
    for (String rest = in.readLine(); rest != null; rest = in.readLine()) {
      line++;
      if (!rest.isBlank() && !rest.startsWith("%")) {
        throw fault("there is more than the size line announces; correct the size line");
      }
    }
    return ReadWiring.matrix(new Nodes.Numbered(rows), wire);
  }

  private void banner() throws IOException {
    String first = in.readLine();
    line++;
    String[] words = first == null ? new String[0] : first.trim().split("\\s+");
    if (words.length != 5 || !words[0].equalsIgnoreCase("%%MatrixMarket")) {
      throw fault("a line '%%MatrixMarket matrix coordinate real general' or alike is due");
    }
    String format = word(words[2], "format", "coordinate", "array");
    String field = word(words[3], "field", "real", "integer", "pattern", "double");
    word(words[1], "object", "matrix");
    symmetry = word(words[4], "symmetry", "general", "symmetric", "skew-symmetric");
    coordinate = format.equals("coordinate");
    pattern = field.equals("pattern");
    if (pattern && !coordinate) {
      throw fault("an array cannot be a pattern; write coordinate");
    }
  }

  private String word(String given, String what, String... allowed) {
    String lower = given.toLowerCase(Locale.ROOT);
    for (String each : allowed) {
      if (each.equals(lower)) {
        return lower;
      }
    }
    throw fault(what + " '" + given + "' is not read here; use " + String.join(" or ", allowed));
  }

  private void coordinates(int n, int entries) throws IOException {
    for (int e = 0; e < entries; e++) {
      StringTokenizer words = words("entry " + (e + 1) + " of " + entries);
      int i = index(words, n);
      int j = index(words, n);
      if (!symmetry.equals("general") && (i < j || (i == j && symmetry.startsWith("skew")))) {
        throw fault(
            "row "
                + (i + 1)
                + ", column "
                + (j + 1)
                + " is not below the diagonal, where a "
                + symmetry
                + " matrix lists its entries; write general");
      }
      add(i, j, pattern ? 1 : number(words));
      if (words.hasMoreTokens()) {
        throw fault("has a word too many: '" + words.nextToken() + "'");
      }
    }
  }

  /** Column after column; of a symmetric matrix only what lies on or below the diagonal. */
  private void columns(int n) throws IOException {
    for (int j = 0; j < n; j++) {
      int first =
          switch (symmetry) {
            case "symmetric" -> j;
            case "skew-symmetric" -> j + 1;
            default -> 0;
          };
      for (int i = first; i < n; i++) {
        double weight = number(words("the entry of row " + (i + 1) + ", column " + (j + 1)));
        if (weight != 0) {
          add(i, j, weight);
        }
      }
    }
  }

  private void add(int i, int j, double weight) {
    wire.add(i, j, weight, () -> "line " + line);
    if (i != j && !symmetry.equals("general")) {
      double mirrored = symmetry.equals("symmetric") ? weight : -weight;
      wire.add(j, i, mirrored, () -> "line " + line);
    }
  }

  /** The words of the next line that is neither empty nor a comment. */
  private StringTokenizer words(String due) throws IOException {
    for (String text = in.readLine(); text != null; text = in.readLine()) {
      line++;
      if (!text.isBlank() && !text.startsWith("%")) {
        return new StringTokenizer(text);
      }
    }
    throw fault("the file ends where " + due + " is due; it is cut off, or its size line is wrong");
  }

  private int count(StringTokenizer words, String what) {
    String text = next(words, what);
    try {
      int value = Integer.parseInt(text);
      if (value >= 0) {
        return value;
      }
      throw fault("the " + what + " is " + value);
    } catch (NumberFormatException e) {
      throw fault("the " + what + " is '" + text + "', not a number below 2^31");
    }
  }

  private int index(StringTokenizer words, int n) {
    int value = count(words, "row or column");
    if (value < 1 || value > n) {
      throw fault("row or column " + value + " is outside 1 to " + n + "; numbers start at 1");
    }
    return value - 1;
  }

  private double number(StringTokenizer words) {
    String text = next(words, "weight");
    try {
      return text.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw fault("the weight is '" + text + "', not a number");
    }
  }

  private String next(StringTokenizer words, String what) {
    if (!words.hasMoreTokens()) {
      throw fault("has no " + what);
    }
    return words.nextToken();
  }

  private FormatException fault(String problem) {
    return new FormatException(file, "line " + line, problem);
  }
}
