package homeostat.connectome.region;

import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.array.Npy;
import homeostat.array.Sha256;
import homeostat.connectome.Nodes;
import homeostat.connectome.Orientation;
import homeostat.connectome.Provenance;
import homeostat.kernel.DoubleMatrix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a region connectome: {@code C_NAME.npy} (square, weights), {@code Names_NAME.txt} (a
 * name a line) or {@code Names_NAME.lst} (a pickled list of strings), and {@code ND_NAME.npy}
 * (neuron densities), the last two optional.
 */
public final class RegionFiles {
  private static final String PREFIX = "C_";
  private static final String SUFFIX = ".npy";

  private RegionFiles() {}

  /** The names of the connectomes in a folder, sorted. */
  public static List<String> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> String.valueOf(f.getFileName()))
          .filter(f -> f.startsWith(PREFIX) && f.endsWith(SUFFIX))
          .map(f -> f.substring(PREFIX.length(), f.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new FormatException(folder, "", "is no folder that can be read");
    }
  }

  /** The files of a connectome that are there: matrix, names, densities. */
  public static List<Path> of(Path folder, String name) {
    List<Path> files = new ArrayList<>(List.of(folder.resolve(PREFIX + name + SUFFIX)));
    names(folder, name).ifPresent(files::add);
    files.add(folder.resolve("ND_" + name + SUFFIX));
    return files.stream().filter(Files::isRegularFile).toList();
  }

  /**
   * Reads a connectome.
   *
   * @param folder that holds the files
   * @param name NAME
   * @param orientation what the rows of the matrix are
   * @throws FormatException naming file, place and fix
   */
  public static RegionConnectome read(Path folder, String name, Orientation orientation) {
    Path file = folder.resolve(PREFIX + name + SUFFIX);
    if (!Files.exists(file)) {
      List<String> there = in(folder);
      throw new FormatException(
          file,
          "",
          "does not exist; "
              + (there.isEmpty()
                  ? "the folder holds no C_NAME.npy at all"
                  : "the folder holds " + String.join(", ", there)));
    }
    NdArray array = Npy.read(file);
    if (array.shape().length != 2 || array.shape()[0] != array.shape()[1]) {
      throw new FormatException(
          file, "", "has shape " + Arrays.toString(array.shape()) + "; it must be square");
    }
    int r = array.shape()[0];
    if (r == 0) {
      throw new FormatException(file, "", "has no region: its shape is [0, 0]");
    }
    Provenance provenance = source(Provenance.none(), file);
    DoubleMatrix matrix = DoubleMatrix.of(finite(file, array, r), r, r);
    boolean swap = orientation == Orientation.COLUMNS_ARE_SENDERS;
    provenance = provenance.note(swap ? "columns are senders" : "rows are senders", r);
    provenance = negatives(array, provenance);
    Nodes regions = new Nodes.Numbered(r);
    Optional<Path> list = names(folder, name);
    if (list.isPresent()) {
      regions = named(list.get(), r, file);
      provenance = source(provenance, list.get());
    }
    Optional<double[]> densities = Optional.empty();
    Path density = folder.resolve("ND_" + name + SUFFIX);
    if (Files.exists(density)) {
      densities = Optional.of(densities(density, r, file));
      provenance = source(provenance, density);
    }
    DoubleMatrix oriented = swap ? matrix.transpose() : matrix;
    return new RegionConnectome(
        regions, oriented, densities, Fractions.checked(oriented, provenance));
  }

  private static Provenance source(Provenance provenance, Path file) {
    return provenance.from(file.toString(), Sha256.ofFile(file).hex());
  }

  private static double[] finite(Path file, NdArray array, int r) {
    double[] values = new double[r * r];
    for (int k = 0; k < values.length; k++) {
      values[k] = array.at(k);
      if (!Double.isFinite(values[k])) {
        throw new FormatException(
            file,
            "row " + k / r + ", column " + k % r,
            "the weight is " + values[k] + "; weights must be finite: replace it");
      }
    }
    return values;
  }

  private static Provenance negatives(NdArray array, Provenance provenance) {
    int negative = 0;
    for (int k = 0; k < array.size(); k++) {
      negative += array.at(k) < 0 ? 1 : 0;
    }
    return negative == 0
        ? provenance
        : provenance.warn("weights below 0, which count as no connection", negative);
  }

  private static Optional<Path> names(Path folder, String name) {
    return Stream.of("txt", "lst")
        .map(end -> folder.resolve("Names_" + name + "." + end))
        .filter(Files::exists)
        .findFirst();
  }

  private static Nodes named(Path file, int r, Path matrix) {
    boolean pickled = file.toString().endsWith(".lst");
    List<String> names = pickled ? PickledNames.read(file) : lines(file);
    if (names.size() != r) {
      throw new FormatException(
          file,
          place(pickled, names.size()),
          "has " + names.size() + " names, but " + matrix + " is " + r + " x " + r);
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < r; i++) {
      if (names.get(i).isBlank()) {
        throw new FormatException(file, place(pickled, i + 1), "is empty; name the region");
      }
      if (!seen.add(names.get(i))) {
        throw new FormatException(
            file, place(pickled, i + 1), "'" + names.get(i) + "' stands there twice; rename one");
      }
    }
    return new Nodes.Named(names);
  }

  private static String place(boolean pickled, int name) {
    return (pickled ? "" : "line " + name + ", ") + "name " + name;
  }

  private static List<String> lines(Path file) {
    ByteBuffer bytes = ByteBuffer.allocate(0);
    try {
      bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      // some editors begin a file with a byte order mark
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      List<String> names = new ArrayList<>(plain.lines().toList());
      names.replaceAll(String::strip);
      while (!names.isEmpty() && names.getLast().isEmpty()) {
        names.removeLast();
      }
      return names;
    } catch (CharacterCodingException e) {
      FormatException fault =
          new FormatException(file, "byte " + bytes.position(), "is not UTF-8; save it as UTF-8");
      fault.initCause(e);
      throw fault;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] densities(Path file, int r, Path matrix) {
    NdArray array = Npy.read(file);
    if (array.shape().length != 1 || array.size() != r) {
      throw new FormatException(
          file,
          "",
          "has shape "
              + Arrays.toString(array.shape())
              + "; "
              + matrix
              + " needs "
              + r
              + " densities");
    }
    double[] densities = new double[r];
    Arrays.setAll(densities, array::at);
    return densities;
  }
}
