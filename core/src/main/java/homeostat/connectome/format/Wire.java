package homeostat.connectome.format;

import homeostat.array.FormatException;
import homeostat.connectome.EdgeBuffer;
import homeostat.connectome.Provenance;
import homeostat.kernel.Csr;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Collects the connections that a reader finds, checks each, and counts what was decided. */
final class Wire {
  private final Path file;
  private final ReadOptions options;
  private final EdgeBuffer edges = new EdgeBuffer();
  private long loopsKept;
  private long loopsDropped;
  private long negative;
  private String firstNegative = "";
  private long zero;
  private final Map<String, Long> kindsKept = new LinkedHashMap<>();
  private final Map<String, Long> kindsDropped = new LinkedHashMap<>();

  Wire(Path file, ReadOptions options) {
    this.file = file;
    this.options = options;
  }

  /** Where a connection stands in the file; only asked for when there is something to say. */
  @FunctionalInterface
  interface Place {
    String name();
  }

  /** Whether connections of this kind are kept; counts them. */
  boolean keeps(String kind) {
    String lower = kind.toLowerCase(Locale.ROOT);
    boolean kept = options.edgeTypes().isEmpty() || options.edgeTypes().contains(lower);
    (kept ? kindsKept : kindsDropped).merge(lower, 1L, Long::sum);
    return kept;
  }

  void add(int sender, int receiver, double weight, Place place) {
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
    if (sender == receiver) {
      if (!options.selfLoops()) {
        loopsDropped++;
        return;
      }
      loopsKept++;
    }
    zero += weight == 0 ? 1 : 0;
    edges.add(sender, receiver, weight);
  }

  /** Gives node i the number {@code to[i]}. */
  void renumber(int[] to) {
    edges.renumber(to);
  }

  /** The matrix, rows as they were added. */
  Csr toCsr(int nodes) {
    return edges.toCsr(nodes, nodes);
  }

  /** What was decided while reading {@code result}. */
  Provenance recorded(Csr result) {
    Provenance p = Provenance.none().note("connections read", edges.size());
    for (Map.Entry<String, Long> kind : kindsKept.entrySet()) {
      p = p.note("rows of type '" + kind.getKey() + "' kept", kind.getValue());
    }
    for (Map.Entry<String, Long> kind : kindsDropped.entrySet()) {
      p = p.note("rows of type '" + kind.getKey() + "' dropped", kind.getValue());
    }
    int merged = edges.size() - result.entries();
    if (merged > 0) {
      p = p.note("duplicate connections summed into others, in file order", merged);
    }
    if (loopsKept > 0) {
      p = p.warn("self-loops kept", loopsKept);
    }
    if (loopsDropped > 0) {
      p = p.note("self-loops dropped", loopsDropped);
    }
    if (zero > 0) {
      p = p.note("connections of weight 0 kept", zero);
    }
    if (negative > 0) {
      p = p.note("negative weights, the first at " + firstNegative, negative);
    }
    return p;
  }
}
