package homeostat.cli.wiring;

import homeostat.array.FormatException;
import homeostat.cli.Arguments;
import homeostat.cli.Console;
import homeostat.cli.Exit;
import homeostat.cli.Page;
import homeostat.cli.UserPath;
import homeostat.connectome.Connectome;
import homeostat.connectome.Dropped;
import homeostat.connectome.brain.BrainFiles;
import homeostat.connectome.format.ConnectomeReader;
import homeostat.connectome.format.Imported;
import homeostat.connectome.format.ReadOptions;
import homeostat.connectome.format.RegionWiring;
import homeostat.connectome.packed.PackedFile;
import homeostat.connectome.region.RegionGenerator;
import homeostat.lab.UserError;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code connectome import FILE}: reads wiring with every decision explicit, and packs it. */
final class Import {
  private static final String NEURONS = "neurons";
  private static final String ANNOTATIONS = "annotations";
  private static final String DROPPED = "dropped";

  private final Arguments given;
  private final Console console;

  /** What was asked for: a file, or the name of a generator. */
  private final Path file;

  private final boolean generated;
  private final ReadOptions options;
  private final Optional<BrainFiles> tables;

  private Import(Arguments given, Page page, Console console) {
    this.given = given;
    this.console = console;
    String text = given.word(1, page);
    generated = RegionGenerator.named(text).isPresent();
    file =
        generated
            ? Path.of(text)
            : PublishedData.named(text) ? PublishedData.main(text) : WiringFile.existing(text);
    Optional<BrainFiles> known =
        PublishedData.named(text) ? PublishedData.tables(text, file) : Optional.empty();
    if (known.isPresent() && (setting(NEURONS).isPresent() || setting(ANNOTATIONS).isPresent())) {
      throw new UserError(text + " has tables of neurons; leave neurons= and annotations= out");
    }
    tables = known.or(this::tables);
    options = Decisions.of(given);
  }

  static int run(Arguments given, Page page, Console console) {
    Set<String> keys = new TreeSet<>(Decisions.with(NEURONS, ANNOTATIONS, DROPPED, "out"));
    keys.addAll(Decisions.CONTENT);
    keys.addAll(PartOfFile.KEYS);
    given.allowing(keys);
    return new Import(given, page, console).run();
  }

  private int run() {
    Optional<String> out = setting("out").map(name -> WiringFile.writable(name, file));
    PartOfFile part = new PartOfFile(given, console);
    part.checkOut(out);
    // Looked at before it is read: what changes meanwhile makes the copy one of something else.
    Optional<Imported> imported = isPackable() ? Optional.of(imported()) : Optional.empty();
    long start = System.nanoTime();
    Optional<Connectome> copy =
        setting(DROPPED).isPresent() ? Optional.empty() : imported.flatMap(this::copy);
    Connectome connectome = copy.orElseGet(this::read);
    double seconds = (System.nanoTime() - start) * 1e-9;
    console.print(
        String.format(
            Locale.ROOT,
            "%s: %d nodes, %d connections, %s in %.2f s",
            file,
            connectome.size(),
            connectome.weights().entries(),
            copy.isPresent() ? "from the packed copy" : generated ? "generated" : "read",
            seconds));
    Connectome result = part.of(connectome, file);
    result
        .provenance()
        .sources()
        .forEach(source -> console.print("source  " + source.sha256() + "  " + source.file()));
    result.provenance().decisions().forEach(decision -> console.print(decision.toString()));
    if (copy.isEmpty()) {
      imported.ifPresent(packed -> pack(packed, connectome));
    }
    if (out.isPresent()) {
      WiringFile.write(out.get(), result, console);
      console.print(WiringFile.told(out.get(), result));
    }
    return Exit.DONE;
  }

  /** Regions are small, and what is packed needs no copy. */
  private boolean isPackable() {
    return !WiringFile.isRegions(file.toString()) && !file.toString().endsWith(PackedFile.ENDING);
  }

  private Imported imported() {
    return tables
        .map(several -> Imported.of(several, options))
        .orElseGet(() -> Imported.of(file, options));
  }

  private Optional<Connectome> copy(Imported imported) {
    try {
      return imported.copy();
    } catch (FormatException e) {
      console.note(e.getMessage() + "; reading the source again");
      return Optional.empty();
    }
  }

  private void pack(Imported imported, Connectome connectome) {
    try {
      imported.pack(connectome);
      console.print("packed  " + imported.place());
    } catch (UncheckedIOException e) {
      console.note("no packed copy: " + e.getMessage());
    }
  }

  private Connectome read() {
    Optional<String> list = setting(DROPPED);
    if (list.isEmpty()) {
      return read(Dropped.untold());
    }
    DroppedRows rows = new DroppedRows();
    Connectome read = read(rows);
    rows.write(UserPath.of(list.get()));
    return read;
  }

  private Connectome read(Dropped dropped) {
    if (WiringFile.isRegions(file.toString())) {
      if (tables.isPresent()) {
        throw new UserError(
            NEURONS
                + "= and "
                + ANNOTATIONS
                + "= go with a table of connections, not with regions");
      }
      return RegionWiring.of(
          WiringFile.regions(file.toString(), options, 1), file, options, dropped);
    }
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

  private Optional<String> setting(String key) {
    return Optional.ofNullable(given.settings().get(key));
  }
}
