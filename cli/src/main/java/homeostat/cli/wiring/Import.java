package homeostat.cli.wiring;

import homeostat.array.AtomicFile;
import homeostat.array.FormatException;
import homeostat.cli.Arguments;
import homeostat.cli.Console;
import homeostat.cli.Exit;
import homeostat.cli.Page;
import homeostat.cli.UserPath;
import homeostat.connectome.Connectome;
import homeostat.connectome.Dropped;
import homeostat.connectome.Part;
import homeostat.connectome.brain.BrainFiles;
import homeostat.connectome.format.ConnectomeReader;
import homeostat.connectome.format.Imported;
import homeostat.connectome.format.ReadOptions;
import homeostat.connectome.measure.Components;
import homeostat.lab.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code connectome import FILE}: reads wiring with every decision explicit, and packs it. */
final class Import {
  private static final String NEURONS = "neurons";
  private static final String ANNOTATIONS = "annotations";
  private static final String DROPPED = "dropped";
  private static final Set<String> PARTS = Set.of("isolated", "component", "ids", "cell_type");
  private static final Set<String> OTHERS = Set.of(NEURONS, ANNOTATIONS, DROPPED, "out");

  private final Arguments given;
  private final Console console;
  private final Path file;
  private final ReadOptions options;
  private final Optional<BrainFiles> tables;

  private Import(Arguments given, Page page, Console console) {
    this.given = given;
    this.console = console;
    String text = given.word(1, page);
    file = PublishedData.named(text) ? PublishedData.main(text) : WiringFile.existing(text);
    tables = PublishedData.named(text) ? PublishedData.tables(text, file) : tables();
    options = Decisions.of(given);
  }

  static int run(Arguments given, Page page, Console console) {
    Set<String> keys = new TreeSet<>(Decisions.KEYS);
    keys.addAll(PARTS);
    keys.addAll(OTHERS);
    given.allowing(keys);
    return new Import(given, page, console).run();
  }

  private int run() {
    Optional<String> out = setting("out").map(name -> WiringFile.writable(Optional.of(name)));
    boolean part = PARTS.stream().anyMatch(given.settings()::containsKey);
    if (part && out.isEmpty()) {
      throw new UserError(
          "a part of the file was asked for ("
              + String.join(", ", PARTS.stream().filter(given.settings()::containsKey).toList())
              + "); say where it goes with out=FILE.connectome");
    }
    long start = System.nanoTime();
    boolean single = tables.isEmpty();
    boolean fresh = setting(DROPPED).isPresent() || !single;
    Optional<Connectome> copy = fresh ? Optional.empty() : copy();
    Connectome connectome = copy.orElseGet(this::read);
    double seconds = (System.nanoTime() - start) * 1e-9;
    console.print(
        String.format(
            Locale.ROOT,
            "%s: %d nodes, %d connections, %s in %.2f s",
            file,
            connectome.size(),
            connectome.weights().entries(),
            copy.isPresent() ? "from the packed copy" : "read",
            seconds));
    Connectome result = part ? part(connectome) : connectome;
    result
        .provenance()
        .sources()
        .forEach(source -> console.print("source  " + source.sha256() + "  " + source.file()));
    result.provenance().decisions().forEach(decision -> console.print(decision.toString()));
    if (copy.isEmpty() && single && !WiringFile.isRegions(file.toString())) {
      pack(connectome);
    }
    if (out.isPresent()) {
      WiringFile.write(out.get(), result);
      console.print(WiringFile.told(out.get(), result));
    } else if (!single) {
      Path place = Imported.place(file);
      WiringFile.write(place.toString(), result);
      console.print("packed  " + place);
    }
    return Exit.DONE;
  }

  private Optional<Connectome> copy() {
    try {
      return Imported.copy(file, options);
    } catch (FormatException e) {
      console.note(e.getMessage() + "; reading the source again");
      return Optional.empty();
    }
  }

  private void pack(Connectome connectome) {
    try {
      console.print("packed  " + Imported.pack(file, options, connectome));
    } catch (UncheckedIOException e) {
      console.note("no packed copy: " + e.getMessage());
    }
  }

  private Connectome read() {
    if (WiringFile.isRegions(file.toString())) {
      return WiringFile.regions(file.toString(), setting(WiringFile.ORIENTATION), 1).connectome();
    }
    Optional<String> list = setting(DROPPED);
    if (list.isEmpty()) {
      return read(Dropped.untold());
    }
    StringBuilder rows = new StringBuilder("place,reason\n");
    Connectome read =
        read((place, reason) ->
            rows.append(place.name()).append(",\"").append(reason).append("\"\n"));
    AtomicFile.write(UserPath.of(list.get()), rows.toString());
    return read;
  }

  private Connectome read(Dropped dropped) {
    return tables
        .map(several -> ConnectomeReader.read(several, options, dropped))
        .orElseGet(() -> ConnectomeReader.read(file, options, dropped));
  }

  /** Tables of neurons, where some are named. */
  private Optional<BrainFiles> tables() {
    Optional<Path> neurons = setting(NEURONS).map(WiringFile::existing);
    List<Path> annotations =
        setting(ANNOTATIONS).stream()
            .flatMap(list -> Arrays.stream(list.split(",")))
            .map(WiringFile::existing)
            .toList();
    return neurons.isEmpty() && annotations.isEmpty()
        ? Optional.empty()
        : Optional.of(new BrainFiles(file, neurons, annotations));
  }

  private Connectome part(Connectome whole) {
    Connectome part = whole;
    try {
      if (setting("cell_type").isPresent()) {
        part = Part.ofTypes(part, List.of(setting("cell_type").get().split(",")));
      }
      if (setting("ids").isPresent()) {
        part =
            Part.labelled(
                part,
                lines(UserPath.of(setting("ids").get())),
                id -> console.print("no node " + id));
      }
      if (Decisions.one(given, "isolated", "keep", Map.of("keep", false, "drop", true))) {
        part = Part.connected(part);
      }
      if (Decisions.one(given, "component", "all", Map.of("all", false, "largest", true))) {
        boolean[] kept = Components.strong(part.weights()).inLargest();
        part = Part.of(part, kept, "nodes outside the largest strong component dropped");
      }
    } catch (IllegalArgumentException e) {
      throw new UserError(file + ": " + e.getMessage());
    }
    return part;
  }

  private static List<String> lines(Path list) {
    try {
      return Files.readAllLines(list).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UserError("ids=" + list + ": cannot be read as a list of ids, one a line");
    }
  }

  private Optional<String> setting(String key) {
    return Optional.ofNullable(given.settings().get(key));
  }
}
