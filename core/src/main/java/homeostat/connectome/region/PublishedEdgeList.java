package homeostat.connectome.region;

import homeostat.array.FormatException;
import homeostat.array.Sha256;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import homeostat.kernel.DoubleMatrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The edge list of the published Bio2Art program: sender, receiver, ..., value, last field; no
 * header line. The value is the last field but one. Names are numbered as they appear, the sender
 * first; a line with an empty field is skipped; of a repeated pair the last line counts. (The
 * published reader also forgets the last line of the file; this one does not.)
 */
public final class PublishedEdgeList {
  private static final int FEWEST_FIELDS = 4;

  private PublishedEdgeList() {}

  /**
   * Reads a file.
   *
   * @throws FormatException naming file, line and fix
   */
  public static RegionConnectome read(Path file) {
    try {
      return of(Files.readAllLines(file), file)
          .withSource(file.toString(), Sha256.ofFile(file).hex());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads lines; {@code name} is what messages call their file. */
  public static RegionConnectome of(List<String> lines, Path name) {
    Map<String, Integer> index = new LinkedHashMap<>();
    Map<Long, Double> values = new LinkedHashMap<>();
    int skipped = 0;
    int repeated = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      List<String> fields = Arrays.stream(lines.get(i).split(",", -1)).map(String::strip).toList();
      if (fields.contains("")) {
        skipped++;
        continue;
      }
      if (fields.size() < FEWEST_FIELDS) {
        throw new FormatException(
            name,
            "line " + (i + 1),
            "has " + fields.size() + " fields; sender, receiver, value and one more are due");
      }
      long from = index.computeIfAbsent(fields.get(0), _ -> index.size());
      long to = index.computeIfAbsent(fields.get(1), _ -> index.size());
      double value = number(fields.get(fields.size() - 2), name, i + 1);
      repeated += values.put(from << 32 | to, value) == null ? 0 : 1;
    }
    int r = index.size();
    double[] matrix = new double[r * r];
    values.forEach((pair, value) -> matrix[(int) (pair >> 32) * r + pair.intValue()] = value);
    Provenance provenance =
        Provenance.none()
            .note("connections read", values.size())
            .note("lines with an empty field skipped", skipped)
            .note("repeated connections, of which the last counts", repeated);
    return new RegionConnectome(
        new Nodes.Named(new ArrayList<>(index.keySet())),
        DoubleMatrix.of(matrix, r, r),
        java.util.Optional.empty(),
        provenance);
  }

  private static double number(String text, Path name, int line) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new FormatException(
          name,
          "line " + line,
          "'" + text + "', the last field but one, is no number; the weight is due there");
    }
    throw new FormatException(
        name, "line " + line, "the weight is " + text + "; it must be finite");
  }
}
