package homeostat.kinds.brain;

import homeostat.array.CsvTable;
import homeostat.connectome.Provenance;
import homeostat.connectome.brain.Brain;
import homeostat.connectome.brain.BrainCache;
import homeostat.connectome.brain.BrainFile;
import homeostat.connectome.brain.BrainFiles;
import homeostat.connectome.brain.BrainGenerator;
import homeostat.connectome.brain.BrainOptions;
import homeostat.connectome.brain.FlyPlan;
import homeostat.connectome.brain.Thinning;
import homeostat.connectome.format.ConnectomeReader;
import homeostat.connectome.format.ReadOptions;
import homeostat.kernel.Parallel;
import homeostat.kinds.brain.config.WiringSection;
import homeostat.lab.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The brain that a {@code [wiring]} section means. */
public final class BrainSource {
  private BrainSource() {}

  /**
   * Reads or generates it.
   *
   * @param note takes what the user should know: warnings of the source, a cache that was made
   */
  public static Brain of(
      WiringSection wiring, long seed, Parallel parallel, Consumer<String> note) {
    Brain brain =
        wiring
            .connections()
            .map(path -> read(path, wiring, note))
            .orElseGet(() ->
                thinned(
                    BrainGenerator.generate(FlyPlan.of(wiring.generatedNeurons()), seed, parallel),
                    wiring,
                    "a generated brain"));
    if (brain.neurons() == 0) {
      throw new UserError(
          "wiring.connections: "
              + wiring.connections().orElseThrow()
              + ": there is no neuron in it");
    }
    for (Provenance.Decision decision : brain.provenance().warnings()) {
      note.accept("wiring: " + decision.what() + " (" + decision.count() + ")");
    }
    return wiring.nullModel().of(brain, seed);
  }

  private static Brain read(Path path, WiringSection wiring, Consumer<String> note) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(BrainFile.ENDING)) {
      return thinned(BrainFile.read(path), wiring, "a packed brain");
    }
    if (!isTable(name, path)) {
      return thinned(
          Brain.of(ConnectomeReader.read(path, ReadOptions.defaults())),
          wiring,
          "a connectome file");
    }
    return BrainCache.read(
        new BrainFiles(path, wiring.neurons(), wiring.annotations()),
        new BrainOptions(
            wiring.minSynapses(), wiring.minCounted(), wiring.selfLoops(), wiring.unknownSign()),
        note);
  }

  /**
   * Drops the connections that the options drop, of a brain that is not read from the portals'
   * tables, and refuses the options that mean something only there.
   */
  private static Brain thinned(Brain brain, WiringSection wiring, String what) {
    List<String> mistakes = new ArrayList<>();
    if (wiring.neurons().isPresent()) {
      mistakes.add("wiring.neurons");
    }
    if (!wiring.annotations().isEmpty()) {
      mistakes.add("wiring.annotations");
    }
    if (wiring.minCounted() != BrainOptions.Counted.AFTER) {
      mistakes.add("wiring.min_counted");
    }
    if (wiring.unknownSign() != BrainOptions.Unknown.EXCITE) {
      mistakes.add("wiring.unknown_sign");
    }
    if (!mistakes.isEmpty()) {
      throw new UserError(
          mistakes.stream()
              .map(key ->
                  key
                      + ": goes with a table of connections (FlyWire, neuPrint), not with "
                      + what
                      + "; take it out")
              .toList());
    }
    return Thinning.of(brain, wiring.minSynapses(), wiring.selfLoops());
  }

  /** Whether it is a table of one of the portals; anything else is a connectome file. */
  private static boolean isTable(String name, Path path) {
    if (name.endsWith(".parquet")) {
      return true;
    }
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    if (!plain.endsWith(".csv") && !plain.endsWith(".tsv") && !plain.endsWith(".txt")) {
      return false;
    }
    try (CsvTable table = CsvTable.openWithoutHeader(path)) {
      if (table.next()) {
        for (int column = 0; column < table.width(); column++) {
          switch (table.text(column)) {
            case "pre_root_id", "pre_pt_root_id", "bodyId_pre", "Presynaptic_Index" -> {
              return true;
            }
            default -> {
              // a column of another table
            }
          }
        }
      }
    }
    return false;
  }
}
