package homeostat.connectome.format;

import homeostat.array.Arrays;
import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.array.Npz;
import homeostat.array.Sha256;
import homeostat.connectome.Assemblies;
import homeostat.connectome.CellTypes;
import homeostat.connectome.Connectome;
import homeostat.connectome.NetworkStructure;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import homeostat.kernel.Csr;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The file {@code network_structure.npz}: dense arrays of the wiring of a driven network.
 *
 * <pre>
 *   recurrent_weights (or weights)  [N][N] sender, receiver
 *   feedforward_weights             [M][N]
 *   recurrent_connectivity, feedforward_connectivity   optional, bool; without: weights != 0
 *   cell_type_indices               [N]
 *   feedforward_cell_type_indices   [M]
 *   assembly_ids                    [N] optional, -1 for none
 * </pre>
 */
public final class NetworkStructureFile {
  private static final String RECURRENT = "recurrent_weights";
  private static final String ALIAS = "weights";
  private static final String FEEDFORWARD = "feedforward_weights";
  private static final String RECURRENT_MASK = "recurrent_connectivity";
  private static final String FEEDFORWARD_MASK = "feedforward_connectivity";
  private static final String TYPES = "cell_type_indices";
  private static final String INPUT_TYPES = "feedforward_cell_type_indices";
  private static final String ASSEMBLIES = "assembly_ids";
  private static final Set<String> ALL =
      Set.of(
          RECURRENT,
          ALIAS,
          FEEDFORWARD,
          RECURRENT_MASK,
          FEEDFORWARD_MASK,
          TYPES,
          INPUT_TYPES,
          ASSEMBLIES);

  private final Path file;
  private final boolean signed;
  private final Arrays arrays;

  private NetworkStructureFile(Path file, boolean signed) {
    this.file = file;
    this.signed = signed;
    boolean both = Npz.names(file).containsAll(List.of(RECURRENT, ALIAS));
    arrays = Npz.read(file, name -> ALL.contains(name) && !(both && name.equals(ALIAS)));
  }

  /**
   * Reads and checks a file.
   *
   * @param types names of the neurons' cell types; the file's ids must be among 0 .. types - 1
   * @param inputTypes names of the inputs' cell types
   * @param signed whether negative weights are allowed; conductance models allow none
   * @throws FormatException naming file, array, index and fix
   */
  public static NetworkStructure read(
      Path file, List<String> types, List<String> inputTypes, boolean signed) {
    return new NetworkStructureFile(file, signed).structure(types, inputTypes);
  }

  /** Reads a file whose cell types have no names: they are called type0, type1, ... */
  public static NetworkStructure read(Path file, boolean signed) {
    NetworkStructureFile open = new NetworkStructureFile(file, signed);
    return open.structure(open.numberedTypes(TYPES), open.numberedTypes(INPUT_TYPES));
  }

  /** Writes a file, with the weights under both of their names. */
  public static void write(Path file, NetworkStructure structure) {
    Npz.writeCompressed(file, arrays(structure));
  }

  /** The arrays of a file. */
  public static Arrays arrays(NetworkStructure structure) {
    int n = structure.neurons();
    int m = structure.inputs();
    float[] weights = dense(structure.recurrent().weights());
    Arrays.Builder out =
        Arrays.builder()
            .put(RECURRENT, weights, n, n)
            .put(ALIAS, weights, n, n)
            .put(FEEDFORWARD, dense(structure.feedforward()), m, n)
            .put(RECURRENT_MASK, mask(structure.recurrent().weights()), n, n)
            .put(FEEDFORWARD_MASK, mask(structure.feedforward()), m, n)
            .put(TYPES, structure.recurrent().types().index())
            .put(INPUT_TYPES, structure.inputTypes().index());
    structure.recurrent().assemblies().ifPresent(a -> out.put(ASSEMBLIES, a.ids()));
    return out.build();
  }

  private NetworkStructure structure(List<String> types, List<String> inputTypes) {
    String name = arrays.find(RECURRENT).isPresent() ? RECURRENT : ALIAS;
    DenseMatrix w = matrix(name).square();
    int n = w.rows();
    Csr weights = w.toCsr(mask(RECURRENT_MASK, w), signed);
    if (name.equals(RECURRENT)) {
      checkAlias(weights, n);
    }
    DenseMatrix v = matrix(FEEDFORWARD);
    v.sized(v.rows(), n, ": a column for each of the " + n + " neurons of '" + name + "'");
    Csr inputWeights = v.toCsr(mask(FEEDFORWARD_MASK, v), signed);
    CellTypes cells = new CellTypes(types, typeIds(TYPES, n, types));
    CellTypes inputs = new CellTypes(inputTypes, typeIds(INPUT_TYPES, v.rows(), inputTypes));
    Provenance provenance =
        Provenance.none()
            .from(file.toString(), Sha256.ofFile(file).hex())
            .note("recurrent connections read, rows are senders", weights.entries());
    int loops = selfLoops(weights);
    if (loops > 0) {
      provenance = provenance.warn("neurons connected to themselves; kept", loops);
    }
    return new NetworkStructure(
        new Connectome(
            new Nodes.Numbered(n),
            cells,
            weights,
            assemblies(n),
            Optional.empty(),
            Optional.empty(),
            provenance),
        inputWeights,
        inputs,
        Provenance.none().note("feedforward connections read", inputWeights.entries()));
  }

  private DenseMatrix matrix(String name) {
    return new DenseMatrix(file, name, array(name));
  }

  private NdArray array(String name) {
    return arrays
        .find(name)
        .orElseThrow(() ->
            new FormatException(
                file,
                "",
                "has no array '"
                    + (name.equals(ALIAS) ? RECURRENT + "' or '" + ALIAS : name)
                    + "' among "
                    + Npz.names(file)
                    + "; add it"));
  }

  private Optional<DenseMatrix> mask(String name, DenseMatrix weights) {
    return arrays
        .find(name)
        .map(a ->
            new DenseMatrix(file, name, a)
                .sized(weights.rows(), weights.cols(), ", as '" + weights.name() + "'"));
  }

  /** The weights under their second name, where the file has both, must be the same. */
  private void checkAlias(Csr weights, int n) {
    Arrays alias = Npz.read(file, ALIAS::equals);
    if (alias.find(ALIAS).isEmpty()) {
      return;
    }
    DenseMatrix second =
        new DenseMatrix(file, ALIAS, alias.get(ALIAS)).sized(n, n, ", as '" + RECURRENT + "'");
    float[] first = dense(weights);
    for (int at = 0; at < first.length; at++) {
      if ((float) second.array().at(at) != first[at]) {
        throw second.fault(
            "differs from '" + RECURRENT + "'" + second.at(at) + "; remove one of the two arrays");
      }
    }
  }

  private int[] integers(String name, int length, String of) {
    NdArray array = array(name);
    if (array.shape().length != 1 || (length >= 0 && array.size() != length)) {
      throw fault(
          name,
          "has shape "
              + java.util.Arrays.toString(array.shape())
              + "; it must have one entry for each of the "
              + length
              + " "
              + of);
    }
    int[] values = new int[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (int) array.at(i);
      if (values[i] != array.at(i)) {
        throw fault(name, "is " + array.at(i) + " at [" + i + "]; ids are whole numbers");
      }
    }
    return values;
  }

  private int[] typeIds(String name, int length, List<String> types) {
    int[] ids = integers(name, length, name.equals(TYPES) ? "neurons" : "inputs");
    boolean[] used = new boolean[types.size()];
    int largest = -1;
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] < 0 || ids[i] >= types.size()) {
        throw fault(
            name,
            "is "
                + ids[i]
                + " at ["
                + i
                + "], but the cell types are 0 to "
                + (types.size() - 1)
                + " "
                + types
                + "; correct the id or name the type in the parameters");
      }
      used[ids[i]] = true;
      largest = Math.max(largest, ids[i]);
    }
    for (int type = 0; type < largest; type++) {
      if (!used[type]) {
        throw fault(
            name,
            "skips cell type "
                + type
                + ": ids must be contiguous from 0 (largest is "
                + largest
                + "); renumber them");
      }
    }
    return ids;
  }

  private List<String> numberedTypes(String name) {
    int largest = IntStream.of(integers(name, -1, "nodes")).max().orElse(0);
    if (largest > 10_000) {
      throw fault(name, "has id " + largest + "; cell types are numbered from 0");
    }
    return IntStream.rangeClosed(0, Math.max(largest, 0)).mapToObj(t -> "type" + t).toList();
  }

  private Optional<Assemblies> assemblies(int n) {
    if (arrays.find(ASSEMBLIES).isEmpty()) {
      return Optional.empty();
    }
    int[] ids = integers(ASSEMBLIES, n, "neurons");
    for (int i = 0; i < n; i++) {
      if (ids[i] < -1) {
        throw fault(ASSEMBLIES, "is " + ids[i] + " at [" + i + "]; ids start at 0, -1 is none");
      }
    }
    return Optional.of(new Assemblies(IntStream.of(ids).max().orElse(-1) + 1, ids));
  }

  private FormatException fault(String array, String problem) {
    return new FormatException(file, "array '" + array + "'", problem);
  }

  private static int selfLoops(Csr w) {
    int[] rows = w.rowOfEntry();
    return (int) IntStream.range(0, rows.length).filter(e -> rows[e] == w.columns()[e]).count();
  }

  static float[] dense(Csr w) {
    float[] dense = new float[Math.multiplyExact(w.rows(), w.cols())];
    int[] rows = w.rowOfEntry();
    for (int e = 0; e < rows.length; e++) {
      dense[rows[e] * w.cols() + w.columns()[e]] = w.values()[e];
    }
    return dense;
  }

  private static byte[] mask(Csr w) {
    byte[] mask = new byte[Math.multiplyExact(w.rows(), w.cols())];
    int[] rows = w.rowOfEntry();
    for (int e = 0; e < rows.length; e++) {
      mask[rows[e] * w.cols() + w.columns()[e]] = 1;
    }
    return mask;
  }
}
