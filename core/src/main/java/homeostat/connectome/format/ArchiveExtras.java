package homeostat.connectome.format;

import homeostat.array.Arrays;
import homeostat.array.FormatException;
import homeostat.array.NdArray;
import homeostat.array.Npz;
import homeostat.connectome.Assemblies;
import homeostat.connectome.CellTypes;
import homeostat.connectome.Connectome;
import homeostat.connectome.Nodes;
import homeostat.connectome.Positions;
import homeostat.connectome.Provenance;
import homeostat.connectome.Signs;
import homeostat.kernel.Csr;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What an NPZ file says about the nodes beside the weights: cell types, assemblies, signs. */
final class ArchiveExtras {
  static final String TYPES = "cell_type_indices";
  static final String TYPE_NAMES = "cell_type_names";
  static final String ASSEMBLIES = "assembly_ids";
  static final String SIGNS = "signs";
  static final String POSITIONS = "positions";
  static final String POSITION_UNIT = "position_unit";

  private final Path file;
  private final int nodes;
  private final List<String> names;
  private final Arrays arrays;

  private ArchiveExtras(Path file, int nodes) {
    this.file = file;
    this.nodes = nodes;
    names = Npz.names(file);
    arrays = Npz.read(file, Set.of(TYPES, ASSEMBLIES, SIGNS, POSITIONS)::contains);
  }

  /** A connectome with the extras of its file, if it is an archive. */
  static Connectome read(Path file, Nodes nodes, Csr weights, Provenance provenance) {
    if (!file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".npz")) {
      return Connectome.of(nodes, CellTypes.single("neuron", nodes.count()), weights, provenance);
    }
    ArchiveExtras extras = new ArchiveExtras(file, nodes.count());
    return new Connectome(
        nodes,
        extras.types(),
        weights,
        extras
            .integers(ASSEMBLIES, -1)
            .map(ids -> new Assemblies(IntStream.of(ids).max().orElse(-1) + 1, ids)),
        extras.integers(SIGNS, -1).map(Signs::new),
        extras.positions(),
        provenance);
  }

  private CellTypes types() {
    int[] index = integers(TYPES, 0).orElseGet(() -> new int[nodes]);
    int largest = IntStream.of(index).max().orElse(0);
    if (names.contains(TYPE_NAMES)) {
      String[] typeNames = Npz.readStrings(file, TYPE_NAMES).data();
      if (List.of(typeNames).stream().distinct().count() < typeNames.length) {
        throw fault(TYPE_NAMES, "repeats a name; make them different");
      }
      if (largest >= typeNames.length) {
        throw fault(
            TYPES, "has type " + largest + ", but there are " + typeNames.length + " names");
      }
      return new CellTypes(List.of(typeNames), index);
    }
    if (!names.contains(TYPES)) {
      return CellTypes.single("neuron", nodes);
    }
    if (largest > nodes) {
      throw fault(TYPES, "has type " + largest + "; types are numbered from 0");
    }
    return new CellTypes(
        IntStream.rangeClosed(0, largest).mapToObj(t -> "type" + t).toList(), index);
  }

  private Optional<Positions> positions() {
    Optional<NdArray> array = arrays.find(POSITIONS);
    if (array.isEmpty()) {
      return Optional.empty();
    }
    double[] coordinates = array.get().toDoubles();
    boolean shaped = java.util.Arrays.equals(array.get().shape(), new int[] {nodes, 3});
    if (!shaped || !java.util.Arrays.stream(coordinates).allMatch(Double::isFinite)) {
      throw fault(
          POSITIONS,
          "must be "
              + nodes
              + " x 3: three finite coordinates for each node, but is "
              + java.util.Arrays.toString(array.get().shape()));
    }
    String unit = names.contains(POSITION_UNIT) ? NpyText.first(file, POSITION_UNIT) : "";
    return Optional.of(new Positions(coordinates, unit));
  }

  private Optional<int[]> integers(String name, int least) {
    Optional<NdArray> found = arrays.find(name);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    NdArray array = found.get();
    int bound = name.equals(SIGNS) ? 1 : nodes;
    if (array.size() != nodes) {
      throw fault(name, "has " + array.size() + " entries for " + nodes + " nodes");
    }
    int[] values = new int[nodes];
    for (int i = 0; i < nodes; i++) {
      double value = array.at(i);
      if (value < least || value > bound || value != Math.rint(value)) {
        throw fault(name, "is " + value + " at [" + i + "], outside " + least + " to " + bound);
      }
      values[i] = (int) value;
    }
    return Optional.of(values);
  }

  private FormatException fault(String array, String problem) {
    return new FormatException(file, "array '" + array + "'", problem);
  }
}
