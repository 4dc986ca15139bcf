package homeostat.connectome.format;

import homeostat.array.Arrays;
import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.array.Npy;
import homeostat.array.Npz;
import homeostat.connectome.Dropped;
import homeostat.connectome.Nodes;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the weights of an NPZ or NPY file: a sparse matrix as SciPy saves it (CSR, CSC or COO),
 * with the names and types that {@link ConnectomeWriter} puts beside it, or a dense matrix.
 */
final class ArchiveReader {
  private static final List<String> USUAL =
      List.of("recurrent_weights", "weights", "W", "C", "connectivity", "matrix");

  /** More names than this make no message. */
  private static final int MOST_NAMES = 12;

  private final Path file;
  private final ReadOptions options;
  private final Dropped dropped;
  private final List<String> names;

  private ArchiveReader(Path file, ReadOptions options, Dropped dropped) {
    this.file = file;
    this.options = options;
    this.dropped = dropped;
    this.names = Npz.names(file);
  }

  static ReadWiring dense(Path file, ReadOptions options, Dropped dropped) {
    return dense(new DenseMatrix(file, "", Npy.read(file)), options, dropped);
  }

  static ReadWiring read(Path file, ReadOptions options, Dropped dropped) {
    ArchiveReader reader = new ArchiveReader(file, options, dropped);
    boolean sparse =
        options.array().isEmpty()
            && reader.names.contains("data")
            && (reader.names.contains("indptr") || reader.names.contains("row"));
    return sparse ? reader.sparse() : reader.dense();
  }

  private ReadWiring dense() {
    String name = options.array().orElseGet(this::likeliest);
    if (!names.contains(name)) {
      throw new FormatException(file, "", "has no array '" + name + "' among " + few(names));
    }
    Arrays arrays = Npz.read(file, name::equals);
    return dense(new DenseMatrix(file, name, arrays.get(name)), options, dropped);
  }

  private String likeliest() {
    Optional<String> usual = USUAL.stream().filter(names::contains).findFirst();
    if (usual.isPresent() || names.size() == 1) {
      return usual.orElseGet(() -> names.get(0));
    }
    throw new FormatException(
        file,
        "",
        names.containsAll(List.of("data", "offsets"))
            ? "holds a matrix in SciPy's format dia; save it as csr, csc or coo"
            : "has the arrays " + few(names) + "; say which one holds the weights with array=NAME");
  }

  private static String few(List<String> names) {
    return names.size() <= MOST_NAMES
        ? names.toString()
        : names.subList(0, MOST_NAMES) + ", ... " + names.size() + " in all";
  }

  private static ReadWiring dense(DenseMatrix matrix, ReadOptions options, Dropped dropped) {
    int n = matrix.square().rows();
    Wire wire = new Wire(matrix.file(), options, dropped);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int at = i * n + j;
        double weight = matrix.array().at(at);
        if (weight != 0) {
          wire.add(i, j, weight, () -> matrix.place(at));
        }
      }
    }
    return ReadWiring.matrix(new Nodes.Numbered(n), wire);
  }

  private ReadWiring sparse() {
    String format =
        names.contains("format")
            ? NpyText.first(file, "format")
            : names.contains("row") ? "coo" : "csr";
    Arrays arrays =
        Npz.read(file, List.of("data", "indptr", "indices", "row", "col", "shape")::contains);
    int n = size(arrays);
    NdArray data = array(arrays, "data");
    Wire wire = new Wire(file, options, dropped);
    switch (format) {
      case "coo" -> {
        int[] rows = integers(arrays, "row", n, data.size());
        int[] cols = integers(arrays, "col", n, data.size());
        for (int e = 0; e < rows.length; e++) {
          add(wire, rows[e], cols[e], data, e);
        }
      }
      case "csr", "csc" -> compressed(arrays, format.equals("csc"), n, data, wire);
      default ->
          throw new FormatException(
              file, "array 'format'", "is '" + format + "'; save the matrix as csr, csc or coo");
    }
    return ReadWiring.matrix(nodes(n), wire);
  }

  private void compressed(Arrays arrays, boolean byColumn, int n, NdArray data, Wire wire) {
    int[] offsets = integers(arrays, "indptr", data.size() + 1, n + 1);
    int[] inner = integers(arrays, "indices", n, data.size());
    if (offsets[0] != 0 || offsets[n] != data.size()) {
      throw fault("indptr", "must run from 0 to the " + data.size() + " entries of 'data'");
    }
    for (int outer = 0; outer < n; outer++) {
      if (offsets[outer + 1] < offsets[outer]) {
        throw fault("indptr", "decreases at [" + (outer + 1) + "]");
      }
      for (int e = offsets[outer]; e < offsets[outer + 1]; e++) {
        add(wire, byColumn ? inner[e] : outer, byColumn ? outer : inner[e], data, e);
      }
    }
  }

  private static void add(Wire wire, int row, int column, NdArray data, int e) {
    wire.add(row, column, data.at(e), () -> "array 'data', [" + e + "]");
  }

  private int size(Arrays arrays) {
    NdArray shape = array(arrays, "shape");
    if (shape.size() != 2 || shape.at(0) != shape.at(1)) {
      throw fault("shape", "is not square; weights among the same nodes are");
    }
    double n = shape.at(0);
    if (!(n >= 0 && n <= Nodes.MOST) || n != Math.rint(n)) {
      throw fault("shape", "is " + n + " rows and columns; 0 to " + Nodes.MOST + " are read");
    }
    return (int) n;
  }

  private NdArray array(Arrays arrays, String name) {
    return arrays
        .find(name)
        .orElseThrow(
            () -> new FormatException(file, "", "has no array '" + name + "' among " + few(names)));
  }

  private int[] integers(Arrays arrays, String name, int bound, int length) {
    NdArray array = array(arrays, name);
    if (array.size() != length) {
      throw fault(name, "has " + array.size() + " entries where " + length + " are due");
    }
    int[] values = new int[length];
    for (int i = 0; i < length; i++) {
      double value = array.at(i);
      if (!(value >= 0 && value < bound) || value != Math.rint(value)) {
        throw fault(name, "is " + value + " at [" + i + "], outside 0 to " + (bound - 1));
      }
      values[i] = (int) value;
    }
    return values;
  }

  private Nodes nodes(int n) {
    if (names.contains("node_ids")) {
      NdArray ids = Npz.read(file, "node_ids"::equals).get("node_ids");
      if (!(ids instanceof NdArray.I8 exact) || exact.size() != n) {
        throw fault("node_ids", "must be " + n + " 64-bit integers");
      }
      Set<Long> seen = new HashSet<>();
      for (int i = 0; i < n; i++) {
        long id = exact.data()[i];
        if (id < 0 || !seen.add(id)) {
          throw fault(
              "node_ids",
              "is "
                  + id
                  + " at ["
                  + i
                  + "], "
                  + (id < 0 ? "and no id is negative" : "as further up; ids are all different"));
        }
      }
      return new Nodes.Identified(exact.data());
    }
    if (names.contains("node_names")) {
      String[] texts = Npz.readStrings(file, "node_names").data();
      if (texts.length != n) {
        throw fault("node_names", "has " + texts.length + " names for " + n + " nodes");
      }
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < n; i++) {
        if (!seen.add(texts[i])) {
          throw fault("node_names", "has '" + texts[i] + "' twice, at [" + i + "]; rename one");
        }
      }
      return new Nodes.Named(List.of(texts));
    }
    return new Nodes.Numbered(n);
  }

  private FormatException fault(String array, String problem) {
    return new FormatException(file, "array '" + array + "'", problem);
  }
}
