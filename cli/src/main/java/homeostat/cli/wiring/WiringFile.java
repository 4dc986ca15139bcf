package homeostat.cli.wiring;

import homeostat.array.FormatException;
import homeostat.array.Npz;
import homeostat.cli.UserPath;
import homeostat.connectome.Connectome;
import homeostat.connectome.Orientation;
import homeostat.connectome.format.ConnectomeReader;
import homeostat.connectome.format.ConnectomeWriter;
import homeostat.connectome.format.NetworkStructureFile;
import homeostat.connectome.format.ReadOptions;
import homeostat.connectome.packed.Origin;
import homeostat.connectome.packed.PackedFile;
import homeostat.connectome.region.RegionConnectome;
import homeostat.connectome.region.RegionFiles;
import homeostat.connectome.region.RegionGenerator;
import homeostat.kernel.Stream;
import homeostat.lab.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
  static Connectome read(String text, Optional<String> orientation, long seed) {
    if (PublishedData.named(text) && !isRegions(text)) {
      return PublishedData.read(
          text,
          orientation
              .map(WiringFile::orientation)
              .map(ReadOptions.defaults()::with)
              .orElse(ReadOptions.defaults()));
    }
    if (isRegions(text)) {
      return regions(text, orientation, seed).connectome();
    }
    Path file = existing(text);
    boolean structure = text.endsWith(".npz") && Npz.names(file).contains(STRUCTURE_KEY);
    if (structure && orientation.isPresent()) {
      throw new UserError(
          file + ": rows are senders in a network_structure.npz; leave orientation out");
    }
    return structure
        ? NetworkStructureFile.read(file, true).recurrent()
        : ConnectomeReader.read(
            file,
            orientation
                .map(WiringFile::orientation)
                .map(ReadOptions.defaults()::with)
                .orElse(ReadOptions.defaults()));
  }

  /** A file that is there. */
  static Path existing(String text) {
    Path file = UserPath.of(text);
    if (!Files.isRegularFile(file)) {
      throw new UserError(file + ": no such file");
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
  static RegionConnectome regions(String text, Optional<String> orientation, long seed) {
    Optional<RegionGenerator> generator = RegionGenerator.named(text);
    if (generator.isPresent()) {
      return generator.get().draw(Stream.of(seed, "memory.regions"));
    }
    Optional<String> named = name(text);
    if (named.isEmpty()) {
      return ofAnyFile(text, orientation, seed);
    }
    Path file = PublishedData.named(text) ? PublishedData.main(text) : UserPath.of(text);
    Path folder = file.toAbsolutePath().getParent();
    try {
      return RegionFiles.read(
          folder == null ? UserPath.of(".") : folder,
          named.get(),
          orientation.map(WiringFile::orientation).orElse(Orientation.ROWS_ARE_SENDERS));
    } catch (FormatException e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  private static RegionConnectome ofAnyFile(String text, Optional<String> orientation, long seed) {
    Connectome connectome = read(text, orientation, seed);
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
    for (Orientation one : Orientation.values()) {
      if (one.name().toLowerCase(Locale.ROOT).equals(text.replace('-', '_'))) {
        return one;
      }
    }
    throw new UserError(
        "orientation=" + text + ": must be rows_are_senders or columns_are_senders");
  }

  /** Refuses the name of a file that {@link #write} could not write. */
  static String writable(Optional<String> out) {
    return out.filter(name -> WRITTEN.stream().anyMatch(name::endsWith))
        .orElseThrow(() ->
            new UserError(
                "out= must name the file to write: FILE.npz or FILE.connectome (all that is"
                    + " known), FILE.csv (edge list) or FILE.npy (matrix)"));
  }

  /** Writes by the end of the name. */
  static void write(String out, Connectome connectome) {
    Path file = UserPath.of(out);
    if (out.endsWith(".csv")) {
      ConnectomeWriter.edgeList(file, connectome);
    } else if (out.endsWith(".npy")) {
      ConnectomeWriter.dense(file, connectome);
    } else if (out.endsWith(PackedFile.ENDING)) {
      PackedFile.write(file, connectome, Origin.none());
    } else {
      ConnectomeWriter.npz(file, connectome);
    }
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
