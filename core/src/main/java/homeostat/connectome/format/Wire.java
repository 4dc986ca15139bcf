package homeostat.connectome.format;

import homeostat.array.FormatException;
import homeostat.connectome.Dropped;
import homeostat.connectome.EdgeBuffer;
import homeostat.connectome.Nodes;
import homeostat.connectome.Provenance;
import homeostat.connectome.brain.BrainOptions;
import homeostat.kernel.Csr;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects the connections that a reader finds, checks each, and counts what was decided. */
final class Wire {
  private final Path file;
  private final ReadOptions options;
  private final Dropped dropped;
  private final EdgeBuffer edges = new EdgeBuffer();
  private final Map<String, Drop> drops = new LinkedHashMap<>();
  private final Map<String, Long> kindsKept = new TreeMap<>();
  private final SortedSet<String> kindsDropped = new TreeSet<>();
  private long loopsKept;
  private long negative;
  private String firstNegative = "";
  private long zero;

  Wire(Path file, ReadOptions options, Dropped dropped) {
    this.file = file;
    this.options = options;
    this.dropped = dropped;
  }

  private static final class Drop {
    private final String first;
    private long count;

    Drop(String first) {
      this.first = first;
    }
  }

  /** Whether connections of this kind are kept; counts them. */
  boolean keeps(String kind, Dropped.Place place) {
    String lower = kind.toLowerCase(Locale.ROOT);
    boolean kept = options.edgeTypes().isEmpty() || options.edgeTypes().contains(lower);
    if (kept) {
      kindsKept.merge(lower, 1L, Long::sum);
    } else {
      kindsDropped.add(lower);
      drop(place, "rows of type '" + lower + "'");
    }
    return kept;
  }

  void add(int sender, int receiver, double weight, Dropped.Place place) {
    if (!Double.isFinite(weight) || Math.abs(weight) > Float.MAX_VALUE) {
      throw new FormatException(
          file,
          place.name(),
          "the weight is " + weight + "; it must be finite (below 3.4e38): correct or remove it");
    }
    if (weight < 0) {
      if (!options.signed()) {
        throw new FormatException(
            file,
            place.name(),
            "the weight is "
                + weight
                + ", but negative weights are refused; allow signed weights"
                + " or store magnitudes");
      }
      firstNegative = negative++ == 0 ? place.name() : firstNegative;
    }
    if (sender == receiver && !options.selfLoops()) {
      drop(place, "self-loops");
    } else if (options.counted() == BrainOptions.Counted.BEFORE
        && Math.abs(weight) < options.minimum()) {
      drop(place, "rows" + below());
    } else {
      loopsKept += sender == receiver ? 1 : 0;
      zero += (float) weight == 0 ? 1 : 0;
      edges.add(sender, receiver, weight);
    }
  }

  private String below() {
    return " below the minimum of " + options.minimum();
  }

  private void drop(Dropped.Place place, String reason) {
    drops.computeIfAbsent(reason, _ -> new Drop(place.name())).count++;
    dropped.tell(place, reason);
  }

  /** Gives node i the number {@code to[i]}. */
  void renumber(int[] to) {
    edges.renumber(to);
  }

  /** The matrix and what was decided, rows as they were added. */
  ReadWiring read(Nodes nodes, boolean named, Provenance before) {
    checkKinds();
    Csr summed = edges.toCsr(nodes.count(), nodes.count());
    int merged = edges.size() - summed.entries();
    if (merged > 0) {
      checkSums(summed, nodes);
    }
    boolean weak = options.minimum() > 0 && options.counted() == BrainOptions.Counted.AFTER;
    Csr weights = weak ? strong(summed, nodes) : summed;
    return new ReadWiring(nodes, weights, named, before.then(recorded(merged)));
  }

  private void checkSums(Csr summed, Nodes nodes) {
    int[] rows = summed.rowOfEntry();
    for (int e = 0; e < rows.length; e++) {
      if (Float.isInfinite(summed.values()[e])) {
        throw new FormatException(
            file,
            nodes.label(rows[e]) + " to " + nodes.label(summed.columns()[e]),
            "the weights of its rows sum to more than 3.4e38; correct or remove some");
      }
    }
  }

  /** The connections that reach the minimum, taken in 32 bits as they are. */
  private Csr strong(Csr all, Nodes nodes) {
    EdgeBuffer kept = new EdgeBuffer();
    for (int i = 0; i < all.rows(); i++) {
      for (int e = all.offsets()[i]; e < all.offsets()[i + 1]; e++) {
        float weight = all.values()[e];
        if (Math.abs(weight) >= (float) options.minimum()) {
          kept.add(i, all.columns()[e], weight);
        } else {
          int sender = i;
          int receiver = all.columns()[e];
          drop(() -> nodes.label(sender) + " to " + nodes.label(receiver), "connections" + below());
        }
      }
    }
    return kept.toCsr(all.rows(), all.cols());
  }

  /** Refuses kinds asked for of which no row is: a misspelt one would leave nothing, unnoticed. */
  private void checkKinds() {
    List<String> missing =
        options.edgeTypes().stream().filter(kind -> !kindsKept.containsKey(kind)).sorted().toList();
    if (missing.isEmpty()) {
      return;
    }
    SortedSet<String> there = new TreeSet<>(kindsKept.keySet());
    there.addAll(kindsDropped);
    throw new FormatException(
        file,
        "",
        "no row is of type '"
            + String.join("', '", missing)
            + (there.isEmpty()
                ? "'; the file tells no types, keep all of it"
                : "'; there are: " + String.join(", ", there)));
  }

  private Provenance recorded(int merged) {
    Provenance p = Provenance.none().note("connections read", edges.size());
    for (Map.Entry<String, Long> kind : kindsKept.entrySet()) {
      p = p.note("rows of type '" + kind.getKey() + "' kept", kind.getValue());
    }
    for (Map.Entry<String, Drop> drop : drops.entrySet()) {
      String what = drop.getKey() + " dropped, the first at " + drop.getValue().first;
      p = p.note(what, drop.getValue().count);
    }
    if (merged > 0) {
      p = p.note("duplicate connections summed into others, in file order", merged);
    }
    if (loopsKept > 0) {
      p = p.warn("self-loops kept", loopsKept);
    }
    if (zero > 0) {
      p = p.note("connections of weight 0 (or below 1e-45) kept", zero);
    }
    if (negative > 0) {
      p = p.note("negative weights, the first at " + firstNegative, negative);
    }
    return p;
  }
}
