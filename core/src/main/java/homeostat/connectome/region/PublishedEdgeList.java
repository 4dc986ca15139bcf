package homeostat.connectome.region;

import homeostat.array.FormatException;
import homeostat.array.Gz;
import homeostat.array.Sha256;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import homeostat.kernel.DoubleMatrix;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * The edge list of the published Bio2Art program: sender, receiver, ..., value, last field; no
 * header line. The value is the last field but one. Names are numbered as they appear, the sender
 * first; a line with an empty field is skipped; of a repeated pair the last line counts. (The
 * published reader also forgets the last line of the file; this one does not.)
 */
public final class PublishedEdgeList {
  private static final int FEWEST_FIELDS = 4;
  private static final int MOST_REGIONS = 5000;

  private PublishedEdgeList() {}

  /**
   * Reads a file.
   *
   * @throws FormatException naming file, line and fix
   */
  public static RegionConnectome read(Path file) {
    return of(lines(file), file).withSource(file.toString(), Sha256.ofFile(file).hex());
  }

  private static List<String> lines(Path file) {
    List<String> lines = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(Gz.open(file), StandardCharsets.UTF_8.newDecoder()))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines.add(line);
      }
      return lines;
    } catch (CharacterCodingException | EOFException | ZipException e) {
      FormatException fault =
          new FormatException(
              file,
              "after line " + lines.size(),
              e instanceof CharacterCodingException
                  ? "the text is not UTF-8; save it as UTF-8"
                  : "the compressed data is damaged or cut off; fetch or write the file again");
      fault.initCause(e);
      throw fault;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
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
    if (r == 0 || r > MOST_REGIONS) {
      throw new FormatException(
          name,
          "",
          "names " + r + " regions; 1 to " + MOST_REGIONS + " are read: is it a list of neurons?");
    }
    double[] matrix = new double[r * r];
    values.forEach((pair, value) -> matrix[(int) (pair >> 32) * r + pair.intValue()] = value);
    Provenance provenance =
        Provenance.none()
            .note("connections read", values.size())
            .note("lines with an empty field skipped", skipped)
            .note("repeated connections, of which the last counts", repeated);
    long negative = values.values().stream().filter(value -> value < 0).count();
    return new RegionConnectome(
        new Nodes.Named(new ArrayList<>(index.keySet())),
        DoubleMatrix.of(matrix, r, r),
        Optional.empty(),
        negative == 0
            ? provenance
            : provenance.warn("weights below 0, which count as no connection", negative));
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
