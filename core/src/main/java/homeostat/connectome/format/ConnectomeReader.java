package homeostat.connectome.format;

import homeostat.array.CsvTable;
import homeostat.array.FormatException;
import homeostat.connectome.Connectome;
import homeostat.connectome.Dropped;
import homeostat.connectome.Orientation;
import homeostat.connectome.Provenance;
import homeostat.connectome.brain.BrainFiles;
import homeostat.connectome.brain.BrainOptions;
import homeostat.connectome.brain.BrainReader;
import homeostat.connectome.format.ReadOptions.Layout;
import homeostat.connectome.packed.PackedFile;
import homeostat.connectome.region.PublishedEdgeList;
import homeostat.connectome.table.SourceHashes;
import homeostat.kernel.Csr;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Reads a connectome from a file as users have them.
 *
 * <table>
 *   <caption>Formats, by the end of the name; each but NPZ also compressed, as {@code .gz}</caption>
 *   <tr><td>.npy</td><td>dense matrix, either memory order</td></tr>
 *   <tr><td>.npz</td><td>sparse matrix as SciPy saves it (CSR, CSC, COO), or a dense one</td></tr>
 *   <tr><td>.mtx</td><td>Matrix Market</td></tr>
 *   <tr><td>.graphml</td><td>nodes and edges with attributes</td></tr>
 *   <tr><td>.csv .tsv .txt</td><td>edge list, if the first line names sender and receiver (pre and
 *     post, source and target, pre_root_id and post_root_id, ...); otherwise a matrix, unless the
 *     options say what the lines are. Where the rows name transmitters, they give the signs</td></tr>
 *   <tr><td>.connectome</td><td>packed: what {@link Imported} leaves beside a file</td></tr>
 * </table>
 *
 * <p>What was decided on the way, with counts, is in the provenance. Weights are held as 32-bit
 * floats; sums of duplicates are taken in double precision, in file order.
 */
public final class ConnectomeReader {
  private static final String TRANSMITTER = "nt_type";
  private static final List<String> NEURONS =
      List.of("pre_root_id", "bodyId_pre", "pre_pt_root_id");
  private static final List<String> TEXTS = List.of(".csv", ".tsv", ".txt");

  private ConnectomeReader() {}

  /**
   * Reads a file, or the packed copy beside it where there is one that still holds.
   *
   * @throws FormatException naming file, place and fix
   */
  public static Connectome read(Path file, ReadOptions options) {
    return Files.isRegularFile(file)
        ? copied(Imported.of(file, options), () -> read(file, options, Dropped.untold()))
        : read(file, options, Dropped.untold());
  }

  /**
   * Reads tables, or the packed copy beside the first of them where there is one that still holds.
   *
   * @throws FormatException naming file, place and fix
   */
  public static Connectome read(BrainFiles tables, ReadOptions options) {
    return tables.all().stream().allMatch(Files::isRegularFile)
        ? copied(Imported.of(tables, options), () -> read(tables, options, Dropped.untold()))
        : read(tables, options, Dropped.untold());
  }

  private static Connectome copied(Imported imported, Supplier<Connectome> source) {
    Optional<String> fault = Optional.empty();
    try {
      Optional<Connectome> copy = imported.copy();
      if (copy.isPresent()) {
        return copy.get();
      }
    } catch (FormatException e) {
      fault = Optional.ofNullable(e.getMessage());
    }
    Connectome read = source.get();
    if (!imported.there()) {
      return read;
    }
    String why =
        fault.orElse(
            imported.place()
                + " was made from other files or decisions, or before they changed; to use it, name"
                + " it");
    return read.withWeights(
        read.weights(), read.provenance().note("packed copy not used: " + why, 1));
  }

  /**
   * Reads the file itself.
   *
   * @param dropped hears of every row and connection that is left out
   * @throws FormatException naming file, place and fix
   */
  public static Connectome read(Path file, ReadOptions options, Dropped dropped) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(PackedFile.ENDING)) {
      return packed(file, options);
    }
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new FormatException(file, "", "there is no such file that can be read");
    }
    List<String> first = isText(name) ? firstLine(file) : List.of();
    if (first.contains(TRANSMITTER) && NEURONS.stream().anyMatch(first::contains)) {
      return read(new BrainFiles(file, Optional.empty(), List.of()), options, dropped);
    }
    if (isText(name) && options.layout() == Layout.BIO2ART) {
      refuseColumns(file, options);
      return RegionWiring.of(
          PublishedEdgeList.read(file), file, options.with(Layout.AUTO), dropped);
    }
    SourceHashes hashes = SourceHashes.of(List.of(file));
    ReadWiring read = parse(file, name, first, options, dropped);
    if (read.nodes().count() == 0) {
      throw new FormatException(
          file,
          isText(name) ? "line 1" : "",
          "holds no node and no connection; it is cut off or empty");
    }
    Provenance provenance = hashes.sources().then(read.provenance());
    Csr weights = read.weights();
    if (read.named()) {
      refuseColumns(file, options);
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

  /**
   * Reads a table of connections with the tables of neurons that belong to it: cell types, and
   * signs by the transmitter of each sender.
   *
   * @param dropped hears of every row and connection that is left out
   * @throws FormatException naming file, place and fix
   */
  public static Connectome read(BrainFiles files, ReadOptions options, Dropped dropped) {
    Idle.refuse(files.connections(), options, Idle.Source.BRAIN);
    refuseColumns(files.connections(), options);
    Connectome read =
        BrainReader.read(
                files,
                new BrainOptions(
                    (int) Math.ceil(options.minimum()),
                    options.counted(),
                    options.selfLoops(),
                    options.unknown()),
                dropped)
            .connectome();
    if (read.size() == 0) {
      throw new FormatException(
          files.connections(),
          "line 1",
          "is followed by no connection; the table is cut off or empty");
    }
    return read;
  }

  private static boolean isText(String name) {
    return TEXTS.stream().anyMatch(plain(name)::endsWith);
  }

  private static Connectome packed(Path file, ReadOptions options) {
    if (!options.equals(ReadOptions.defaults())) {
      throw new FormatException(
          file, "", "is packed, with all decisions made; give them when the source is imported");
    }
    return PackedFile.read(file);
  }

  private static void refuseColumns(Path file, ReadOptions options) {
    if (options.orientation().equals(Optional.of(Orientation.COLUMNS_ARE_SENDERS))) {
      throw new FormatException(
          file,
          "",
          "says itself which end sends; leave the orientation out, or swap the two names there");
    }
  }

  private static ReadWiring parse(
      Path file, String name, List<String> first, ReadOptions options, Dropped dropped) {
    if (isText(name)) {
      return text(file, first, options, dropped);
    }
    if (name.endsWith(".npz")) {
      Idle.refuse(file, options, Idle.Source.NPZ);
      return ArchiveReader.read(file, options, dropped);
    }
    String plain = plain(name);
    String end = plain.substring(plain.lastIndexOf('.') + 1);
    if (List.of("npy", "mtx", "graphml", "xml").contains(end)) {
      Idle.refuse(file, options, Idle.Source.OTHER);
    }
    return switch (end) {
      case "npy" -> ArchiveReader.dense(file, options, dropped);
      case "mtx" -> MatrixMarketReader.read(file, options, dropped);
      case "graphml", "xml" -> GraphMlReader.read(file, options, dropped);
      case "npz" ->
          throw new FormatException(file, "", "is an NPZ inside gzip; unpack it with gunzip");
      default ->
          throw new FormatException(
              file,
              "",
              "is no format known here; known are .npy .npz .mtx .graphml .csv .tsv .txt"
                  + " .connectome");
    };
  }

  private static ReadWiring text(
      Path file, List<String> first, ReadOptions options, Dropped dropped) {
    boolean edges =
        switch (options.layout()) {
          case EDGES -> true;
          case MATRIX -> false;
          case AUTO, BIO2ART -> EdgeColumns.areNamedBy(first);
        };
    Idle.refuse(file, options, edges ? Idle.Source.EDGES : Idle.Source.TEXT_MATRIX);
    return edges
        ? EdgeListReader.read(file, first, options, dropped)
        : TextMatrixReader.read(file, options, dropped);
  }

  private static String plain(String name) {
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }

  private static List<String> firstLine(Path file) {
    try (CsvTable table = CsvTable.openWithoutHeader(file)) {
      if (!table.next()) {
        throw new FormatException(file, "line 1", "is empty; column names or numbers are due");
      }
      List<String> first = IntStream.range(0, table.width()).mapToObj(table::text).toList();
      String field = first.getFirst();
      if (first.size() == 1 && (field.contains(";") || field.matches("\\S+(\\s+\\S+)+"))) {
        throw new FormatException(
            file,
            "line 1",
            "fields are separated by "
                + (field.contains(";") ? "';'" : "blanks")
                + "; save it with commas or tabs");
      }
      return first;
    }
  }
}
