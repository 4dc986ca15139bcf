package homeostat.cli.wiring;

import homeostat.array.AtomicFile;
import homeostat.array.FormatException;
import homeostat.array.Npz;
import homeostat.cli.Console;
import homeostat.cli.Spelling;
import homeostat.cli.UserPath;
import homeostat.connectome.Connectome;
import homeostat.connectome.Dropped;
import homeostat.connectome.Nodes;
import homeostat.connectome.Orientation;
import homeostat.connectome.Part;
import homeostat.connectome.format.ConnectomeReader;
import homeostat.connectome.format.ConnectomeWriter;
import homeostat.connectome.format.NetworkStructureFile;
import homeostat.connectome.format.ReadOptions;
import homeostat.connectome.format.RegionWiring;
import homeostat.connectome.packed.Origin;
import homeostat.connectome.packed.PackedFile;
import homeostat.connectome.region.RegionConnectome;
import homeostat.connectome.region.RegionFiles;
import homeostat.connectome.region.RegionGenerator;
import homeostat.kernel.Stream;
import homeostat.lab.UserError;
import homeostat.lab.run.Budget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files of wiring as the command line names them. */
final class WiringFile {
  static final String ORIENTATION = "orientation";
  private static final String STRUCTURE_KEY = "feedforward_weights";
  private static final List<String> WRITTEN = List.of(".npz", ".csv", ".npy", PackedFile.ENDING);

  /** More regions than any atlas has: such a file lists neurons. */
  private static final int MOST_REGIONS = 5000;

  private WiringFile() {}

  /** The connectome of a file in any format, of a region file C_NAME.npy, or a generated one. */
  static Connectome read(String text, ReadOptions options, long seed) {
    if (isRegions(text)) {
      return RegionWiring.of(
          regions(text, options, seed), UserPath.of(text), options, Dropped.untold());
    }
    if (PublishedData.named(text)) {
      return PublishedData.read(text, options);
    }
    Path file = existing(text);
    if (!text.endsWith(".npz") || !Npz.names(file).contains(STRUCTURE_KEY)) {
      return ConnectomeReader.read(file, options);
    }
    if (!options.equals(ReadOptions.defaults())) {
      throw new UserError(
          file
              + ": rows are senders in a network_structure.npz, and its arrays have their names;"
              + " leave orientation, layout, header and array out");
    }
    return NetworkStructureFile.read(file, true).recurrent();
  }

  /** A file that is there. */
  static Path existing(String text) {
    Path file = UserPath.of(text);
    if (!Files.isRegularFile(file)) {
      List<String> made = RegionGenerator.all().stream().map(RegionGenerator::name).toList();
      throw new UserError(file + ": no such file" + Spelling.hint(text, made));
    }
    return file;
  }

  /** Whether this names regions: a generator, or a file C_NAME.npy. */
  static boolean isRegions(String text) {
    return RegionGenerator.named(text).isPresent() || name(text).isPresent();
  }

  private static Optional<String> name(String text) {
    String file =
        PublishedData.named(text)
            ? PublishedData.set(text).main()
            : String.valueOf(UserPath.of(text).getFileName());
    return file.startsWith("C_") && file.endsWith(".npy")
        ? Optional.of(file.substring(2, file.length() - 4))
        : Optional.empty();
  }

  /** The regions of a file C_NAME.npy with names and densities beside it, of any other, or made. */
  static RegionConnectome regions(String text, ReadOptions options, long seed) {
    Optional<RegionGenerator> generator = RegionGenerator.named(text);
    Optional<String> named = name(text);
    if (generator.isPresent() || named.isPresent()) {
      RegionWiring.check(UserPath.of(text), options);
    }
    if (generator.isPresent()) {
      if (options.orientation().isPresent()) {
        throw new UserError(text + ": is generated with its orientation; leave orientation out");
      }
      return generator.get().draw(Stream.of(seed, "memory.regions"));
    }
    if (named.isEmpty()) {
      return ofAnyFile(text, options, seed);
    }
    Path file = PublishedData.named(text) ? PublishedData.main(text) : UserPath.of(text);
    Path folder = file.toAbsolutePath().getParent();
    try {
      return RegionFiles.read(
          folder == null ? UserPath.of(".") : folder,
          named.get(),
          options.orientation().orElse(Orientation.ROWS_ARE_SENDERS));
    } catch (FormatException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  private static RegionConnectome ofAnyFile(String text, ReadOptions options, long seed) {
    Connectome connectome = read(text, options, seed);
    if (connectome.size() > MOST_REGIONS) {
      throw new UserError(
          text
              + ": has "
              + connectome.size()
              + " nodes, which are neurons already; regions are at most "
              + MOST_REGIONS);
    }
    try {
      return RegionConnectome.of(connectome);
    } catch (IllegalArgumentException e) {
      throw new UserError(text + ": " + e.getMessage());
    }
  }

  static Orientation orientation(String text) {
    return switch (text.replace('-', '_')) {
      case "rows_are_senders", "rows_are_sources" -> Orientation.ROWS_ARE_SENDERS;
      case "columns_are_senders", "rows_are_targets" -> Orientation.COLUMNS_ARE_SENDERS;
      default ->
          throw new UserError(
              "orientation=" + text + ": must be rows_are_senders or columns_are_senders");
    };
  }

  /** Refuses the name of a file that {@link #write} could not write, or that is the source. */
  static String writable(String out, Path source) {
    if (WRITTEN.stream().noneMatch(out::endsWith)) {
      throw new UserError(
          "out="
              + out
              + ": must name the file to write: FILE.npz or FILE.connectome (all that is"
              + " known), FILE.csv (edge list) or FILE.npy (matrix)");
    }
    notSource(out, source);
    return out;
  }

  /** Refuses to overwrite what is read. */
  static void notSource(String out, Path source) {
    Path target = UserPath.of(out).toAbsolutePath().normalize();
    if (target.equals(source.toAbsolutePath().normalize())) {
      throw new UserError(out + " is the file that is read; give out= another name");
    }
  }

  /** The same, where a file has to be named. */
  static String writable(Optional<String> out, String source) {
    return writable(
        out.orElseThrow(() -> new UserError("out= is missing; name the file to write, FILE.npz")),
        UserPath.of(source));
  }

  /** Writes by the end of the name; tells what that format leaves out. */
  static void write(String out, Connectome connectome, Console console) {
    Path file = UserPath.of(out);
    if (out.endsWith(".csv")) {
      ConnectomeWriter.edgeList(file, connectome);
      long alone = isolated(connectome);
      if (alone > 0) {
        console.note(
            out + ": an edge list has no place for the " + alone + " nodes without connections");
      }
    } else if (out.endsWith(".npy")) {
      checkMatrix(out, connectome.size());
      ConnectomeWriter.dense(file, connectome);
      names(file, connectome, console);
    } else if (out.endsWith(PackedFile.ENDING)) {
      PackedFile.write(file, connectome, Origin.none());
    } else {
      ConnectomeWriter.npz(file, connectome);
    }
  }

  /** A matrix has no place for names: those of regions go into a file beside C_NAME.npy. */
  private static void names(Path matrix, Connectome connectome, Console console) {
    Optional<String> name = name(matrix.toString());
    if (name.isPresent() && connectome.nodes() instanceof Nodes.Named named) {
      Path list = matrix.resolveSibling("Names_" + name.get() + ".txt");
      AtomicFile.write(list, String.join("\n", named.names()) + "\n");
      console.print("names   " + list);
    }
  }

  private static long isolated(Connectome connectome) {
    long alone = 0;
    for (boolean partnered : Part.partnered(connectome.weights())) {
      alone += partnered ? 0 : 1;
    }
    return alone;
  }

  private static void checkMatrix(String out, long nodes) {
    long bytes = Float.BYTES * nodes * nodes;
    long heap = Runtime.getRuntime().maxMemory();
    if (nodes * nodes > Integer.MAX_VALUE - 8 || bytes > heap) {
      throw new UserError(
          out
              + ": a matrix of "
              + nodes
              + " x "
              + nodes
              + " takes "
              + Budget.text(bytes)
              + ", more than the "
              + Budget.text(Math.min(heap, 4L * Integer.MAX_VALUE))
              + " there may be; write FILE.npz, which holds the connections only");
    }
  }

  /** Tells what the user should look at. */
  static void warn(Connectome connectome, Console console) {
    connectome.provenance().warnings().forEach(one -> console.note(one.toString()));
  }

  /** A line for the terminal. */
  static String told(String out, Connectome connectome) {
    return out
        + ": "
        + connectome.size()
        + " nodes, "
        + connectome.weights().entries()
        + " connections";
  }
}
