package homeostat.kinds.lyapunov.connectome;

import homeostat.array.CsvTable;
import homeostat.array.FormatException;
import homeostat.connectome.measure.Components;
import homeostat.kernel.Csr;
import homeostat.kinds.lyapunov.config.EdgesSection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a wiring from a table of connections and, where there is one, a table of neurons: chosen
 * regions, summed over them, at least so many synapses a pair, the largest strongly connected
 * component. Ids are kept as they are written, so that 64-bit ones lose nothing.
 */
public final class EdgeTables {
  /** Largest dense matrix of counts. */
  private static final int LARGEST = 20_000;

  private static final String[] SENDER = {
    "pre", "pre_root_id", "bodyId_pre", "pre_pt_root_id", "source", "Source"
  };
  private static final String[] RECEIVER = {
    "post", "post_root_id", "bodyId_post", "post_pt_root_id", "target", "Target"
  };
  private static final String[] WEIGHT = {"weight", "syn_count", "Weight", "synapses", "count"};
  private static final String[] REGION = {"roi", "neuropil", "region"};

  private record Pair(int sender, int receiver) {}

  private final EdgesSection section;
  private final Path file;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Map<Pair, Double> weights = new LinkedHashMap<>();
  private final Map<Integer, Map<String, Double>> votes = new LinkedHashMap<>();
  private final Set<String> regions = new LinkedHashSet<>();
  private Optional<NeuronLabels> neurons = Optional.empty();
  private long rows;
  private long strangers;
  private long loops;
  private boolean flyWire;

  private EdgeTables(EdgesSection section, Path file) {
    this.section = section;
    this.file = file;
  }

  /**
   * Reads them.
   *
   * @throws FormatException naming file, line and fix
   */
  public static LabelledWiring read(EdgesSection section, Path connections) {
    EdgeTables tables = new EdgeTables(section, connections);
    tables.neurons = section.neurons().map(NeuronLabels::read);
    tables.neurons.ifPresent(known -> known.ids().forEach(tables::number));
    try (CsvTable table = CsvTable.open(connections)) {
      tables.connections(table);
    }
    return tables.wiring();
  }

  private int number(String id) {
    Integer known = numbers.putIfAbsent(id, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  private void connections(CsvTable table) {
    int sender = table.column("pre", SENDER);
    int receiver = table.column("post", RECEIVER);
    int weight = table.column("weight", WEIGHT);
    Optional<Integer> region = table.find(REGION);
    Optional<Integer> transmitter = table.find(NeuronLabels.TRANSMITTER);
    flyWire = table.has("pre_root_id") || table.has("pre_pt_root_id");
    if (!section.regions().isEmpty() && region.isEmpty()) {
      throw new FormatException(
          file,
          "line 1",
          "there is no column roi or neuropil to choose the regions "
              + section.regions()
              + " by, among "
              + table.header());
    }
    while (table.next()) {
      rows++;
      region.ifPresent(column -> regions.add(table.text(column)));
      if (!section.regions().isEmpty()
          && !section.regions().contains(table.text(region.orElseThrow()))) {
        continue;
      }
      String from = id(table, sender);
      String to = id(table, receiver);
      if (neurons.isPresent() && !(numbers.containsKey(from) && numbers.containsKey(to))) {
        strangers++;
        continue;
      }
      double synapses = table.number(weight);
      if (!(synapses >= 0 && synapses < Double.POSITIVE_INFINITY)) {
        throw table.fault(
            weight,
            "'" + table.text(weight) + "' is no count of synapses; signs come from transmitters");
      }
      add(from, to, synapses, transmitter.map(table::text).orElse(""));
    }
    if (weights.isEmpty()) {
      throw new FormatException(
          file,
          "",
          "none of its "
              + rows
              + " connections is left"
              + (section.regions().isEmpty() ? "" : "; its regions are " + regions)
              + (strangers > 0 ? "; " + strangers + " are of neurons not in the table" : ""));
    }
  }

  private void add(String from, String to, double synapses, String transmitter) {
    int sender = number(from);
    int receiver = number(to);
    if (!transmitter.isEmpty()) {
      votes
          .computeIfAbsent(sender, _ -> new LinkedHashMap<>())
          .merge(Transmitters.full(transmitter), synapses, Double::sum);
    }
    if (sender == receiver && !section.selfLoops()) {
      loops++;
    } else {
      weights.merge(new Pair(sender, receiver), synapses, Double::sum);
    }
  }

  static String id(CsvTable table, int column) {
    String text = table.text(column);
    if (text.isEmpty()) {
      throw table.fault(column, "is empty; an id is due");
    }
    if (text.matches("[0-9]+(\\.[0-9]*([eE][+-]?[0-9]+)?|[eE][+-]?[0-9]+)")) {
      throw table.fault(
          column, "id '" + text + "' went through a floating-point number; export ids as integers");
    }
    return text;
  }

  private LabelledWiring wiring() {
    int minimum = section.minimum().orElse(flyWire ? 5 : 1);
    int pairs = weights.size();
    weights.values().removeIf(count -> count < minimum || count == 0);
    int all = numbers.size();
    int[] kept = section.largestComponent() ? component(all) : partners(all);
    int n = kept.length;
    if (n == 0 || n > LARGEST) {
      throw new FormatException(
          file,
          "",
          n == 0
              ? "no connection has at least " + minimum + " synapses"
              : n + " neurons make too large a matrix; choose network.connectome.edges.regions");
    }
    int[] place = new int[all];
    java.util.Arrays.fill(place, -1);
    for (int i = 0; i < n; i++) {
      place[kept[i]] = i;
    }
    double[] counts = new double[n * n];
    weights.forEach((pair, count) -> {
      if (place[pair.sender] >= 0 && place[pair.receiver] >= 0) {
        counts[place[pair.receiver] * n + place[pair.sender]] = count;
      }
    });
    String told =
        String.format(
            Locale.ROOT,
            "%s: %d rows, %d of neurons not in their table, %d self-loops dropped, %d of %d pairs"
                + " below %d synapses, %d of %d neurons %s",
            file.getFileName(),
            rows,
            strangers,
            loops,
            pairs - weights.size(),
            pairs,
            minimum,
            n,
            all,
            section.largestComponent()
                ? "in the largest strongly connected component"
                : "with partners");
    return labelled(kept, counts, told);
  }

  private LabelledWiring labelled(int[] kept, double[] counts, String told) {
    List<String> names = List.copyOf(numbers.keySet());
    List<String> ids = new ArrayList<>();
    List<String> transmitters = new ArrayList<>();
    List<String> fibres = new ArrayList<>();
    int[] excitatory = new int[kept.length];
    boolean transmitted = !votes.isEmpty();
    boolean fibred = false;
    boolean signed = neurons.map(NeuronLabels::signed).orElse(false);
    for (int i = 0; i < kept.length; i++) {
      String id = names.get(kept[i]);
      ids.add(id);
      String known = neurons.map(labels -> labels.transmitter(id)).orElse("");
      String most = most(votes.getOrDefault(kept[i], Map.of()));
      transmitters.add(!known.isEmpty() ? known : !most.isEmpty() ? most : Transmitters.UNKNOWN);
      transmitted |= !known.isEmpty();
      String fibre = neurons.map(labels -> labels.fibre(id)).orElse("");
      fibres.add(fibre.isEmpty() ? Transmitters.UNKNOWN : fibre);
      fibred |= !fibre.isEmpty();
      excitatory[i] = signed && neurons.orElseThrow().excites(id) ? 1 : 0;
    }
    return new LabelledWiring(
        kept.length,
        counts,
        signed ? excitatory : new int[0],
        transmitted ? transmitters : List.of(),
        fibred ? fibres : List.of(),
        ids,
        told);
  }

  /** The transmitter of most synapses; the first of equals. */
  private static String most(Map<String, Double> votes) {
    String most = "";
    double best = 0;
    for (Map.Entry<String, Double> vote : votes.entrySet()) {
      if (vote.getValue() > best) {
        best = vote.getValue();
        most = vote.getKey();
      }
    }
    return most;
  }

  private int[] component(int all) {
    if (weights.isEmpty()) {
      return new int[0];
    }
    Components strong = Components.strong(graph(all));
    boolean[] chosen = strong.inLargest();
    return java.util.stream.IntStream.range(0, all).filter(i -> chosen[i]).toArray();
  }

  private int[] partners(int all) {
    boolean[] has = new boolean[all];
    weights
        .keySet()
        .forEach(pair -> {
          has[pair.sender] = true;
          has[pair.receiver] = true;
        });
    return java.util.stream.IntStream.range(0, all).filter(i -> has[i]).toArray();
  }

  private Csr graph(int all) {
    int[] offsets = new int[all + 1];
    weights.keySet().forEach(pair -> offsets[pair.sender + 1]++);
    for (int i = 0; i < all; i++) {
      offsets[i + 1] += offsets[i];
    }
    int[] next = java.util.Arrays.copyOf(offsets, all);
    int[] columns = new int[weights.size()];
    weights.keySet().forEach(pair -> columns[next[pair.sender]++] = pair.receiver);
    for (int i = 0; i < all; i++) {
      java.util.Arrays.sort(columns, offsets[i], offsets[i + 1]);
    }
    float[] ones = new float[columns.length];
    java.util.Arrays.fill(ones, 1);
    return new Csr(all, all, offsets, columns, ones);
  }
}
