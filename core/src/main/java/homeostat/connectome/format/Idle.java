package homeostat.connectome.format;

import homeostat.array.FormatException;
import homeostat.connectome.brain.BrainOptions.Counted;
import homeostat.connectome.brain.BrainOptions.Unknown;
import homeostat.connectome.format.ReadOptions.Header;
import homeostat.connectome.format.ReadOptions.Layout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Refuses decisions that mean nothing for a file, as they would have no effect. */
final class Idle {
  private Idle() {}

  /** What a file holds, as far as decisions go. */
  enum Source {
    /** A matrix as text. */
    TEXT_MATRIX("a matrix as text"),
    /** A list of connections as text. */
    EDGES("a list of connections"),
    /** A table of connections of neurons with transmitters. */
    BRAIN("a table of neurons and their synapses"),
    /** Regions: a matrix with names beside it, or the published list. */
    REGIONS("a connectome of regions"),
    /** Arrays of NumPy in an archive. */
    NPZ("an NPZ file"),
    /** Any other. */
    OTHER("a file of this format");

    private final String text;

    Source(String text) {
      this.text = text;
    }
  }

  static void refuse(Path file, ReadOptions options, Source source) {
    List<String> idle = new ArrayList<>();
    boolean lines = source == Source.TEXT_MATRIX || source == Source.EDGES;
    add(idle, "layout", options.layout() != Layout.AUTO && !lines);
    add(idle, "header", options.header() != Header.AUTO && source != Source.TEXT_MATRIX);
    add(idle, "array", options.array().isPresent() && source != Source.NPZ);
    add(idle, "types", !options.edgeTypes().isEmpty() && source != Source.EDGES);
    add(idle, "signed=false", !options.signed() && source == Source.BRAIN);
    add(idle, "unknown", options.unknown() != Unknown.EXCITE && source != Source.BRAIN);
    add(idle, "counted", options.counted() != Counted.AFTER && options.minimum() == 0);
    if (!idle.isEmpty()) {
      throw new FormatException(
          file,
          "",
          "is "
              + source.text
              + ", for which "
              + String.join(", ", idle)
              + (idle.size() == 1 ? " has" : " have")
              + " no effect; leave "
              + (idle.size() == 1 ? "it" : "them")
              + " out");
    }
  }

  private static void add(List<String> idle, String name, boolean given) {
    if (given) {
      idle.add(name);
    }
  }
}
