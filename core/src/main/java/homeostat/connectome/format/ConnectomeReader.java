package homeostat.connectome.format;

import homeostat.array.CsvTable;
import homeostat.array.FormatException;
import homeostat.array.Sha256;
import homeostat.connectome.Connectome;
import homeostat.connectome.Orientation;
import homeostat.connectome.Provenance;
import homeostat.kernel.Csr;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Reads a connectome from a file as users have them.
 *
 * <table>
 *   <caption>Formats, by the end of the name; each but NPZ also compressed, as {@code .gz}</caption>
 *   <tr><td>.npy</td><td>dense matrix, either memory order</td></tr>
 *   <tr><td>.npz</td><td>sparse matrix as SciPy saves it (CSR, CSC, COO), or a dense one</td></tr>
 *   <tr><td>.mtx</td><td>Matrix Market</td></tr>
 *   <tr><td>.csv .tsv .txt</td><td>edge list, if the first line names sender and receiver (pre and
 *     post, source and target, pre_root_id and post_root_id, ...); otherwise a matrix</td></tr>
 * </table>
 *
 * <p>What was decided on the way, with counts, is in the provenance. Weights are held as 32-bit
 * floats; sums of duplicates are taken in double precision, in file order.
 */
public final class ConnectomeReader {
  private ConnectomeReader() {}

  /**
   * Reads a file.
   *
   * @throws FormatException naming file, place and fix
   */
  public static Connectome read(Path file, ReadOptions options) {
    ReadWiring read = parse(file, options);
    Provenance provenance =
        Provenance.none().from(file.toString(), Sha256.ofFile(file).hex()).then(read.provenance());
    Csr weights = read.weights();
    if (read.named()) {
      if (options.orientation().equals(java.util.Optional.of(Orientation.COLUMNS_ARE_SENDERS))) {
        throw new FormatException(
            file,
            "line 1",
            "the columns name senders and receivers; leave the orientation out, or rename them");
      }
    } else {
      Orientation orientation = options.orientation().orElse(Orientation.ROWS_ARE_SENDERS);
      String given = options.orientation().isPresent() ? "as given" : "by default";
      boolean swap = orientation == Orientation.COLUMNS_ARE_SENDERS;
      weights = swap ? weights.transpose() : weights;
      provenance =
          provenance.note(
              (swap ? "columns are senders, " : "rows are senders, ") + given, weights.entries());
    }
    return ArchiveExtras.read(file, read.nodes(), weights, provenance);
  }

  private static ReadWiring parse(Path file, ReadOptions options) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    if (name.endsWith(".npz")) {
      return ArchiveReader.read(file, options);
    }
    return switch (plain.substring(plain.lastIndexOf('.') + 1)) {
      case "npy" -> ArchiveReader.dense(file, options);
      case "mtx" -> MatrixMarketReader.read(file, options);
      case "csv", "tsv", "txt" ->
          isEdgeList(file)
              ? EdgeListReader.read(file, options)
              : TextMatrixReader.read(file, options);
      case "npz" ->
          throw new FormatException(file, "", "is an NPZ inside gzip; unpack it with gunzip");
      default ->
          throw new FormatException(
              file, "", "is no format known here; known are .npy .npz .mtx .csv .tsv .txt");
    };
  }

  private static boolean isEdgeList(Path file) {
    try (CsvTable table = CsvTable.openWithoutHeader(file)) {
      if (!table.next()) {
        throw new FormatException(file, "", "is empty");
      }
      List<String> first = IntStream.range(0, table.width()).mapToObj(table::text).toList();
      return EdgeColumns.areNamedBy(first);
    }
  }
}
