package homeostat.cli.wiring;

import homeostat.array.FormatException;
import homeostat.cli.Console;
import homeostat.cli.Spelling;
import homeostat.connectome.Connectome;
import homeostat.connectome.brain.BrainFiles;
import homeostat.connectome.format.ConnectomeReader;
import homeostat.connectome.format.ReadOptions;
import homeostat.lab.UserError;
import homeostat.task.dataset.DataPlaces;
import homeostat.task.fetch.Fetch;
import homeostat.task.wiring.PublishedWiring;
import homeostat.task.wiring.WiringPart;
import homeostat.task.wiring.WiringSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Published connectomes, called {@code connectome:NAME} wherever a file of wiring is asked for. */
public final class PublishedData {
  /** What their names start with. */
  public static final String PREFIX = "connectome:";

  private PublishedData() {}

  /** Whether a text names one of them. */
  public static boolean named(String text) {
    return text.startsWith(PREFIX);
  }

  /** The set of a name with {@link #PREFIX}. */
  public static WiringSet set(String text) {
    String name = text.substring(PREFIX.length());
    List<String> names = PublishedWiring.all().stream().map(WiringSet::name).toList();
    return PublishedWiring.all().stream()
        .filter(set -> set.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new UserError(
                "no published connectome '"
                    + name
                    + "'"
                    + Spelling.hint(name, names)
                    + " (there are: "
                    + String.join(", ", names)
                    + ")"));
  }

  /** Shows a set; false if a file of it is wrong. */
  public static boolean show(WiringSet set, DataPlaces places, Console console) {
    console.print(PREFIX + set.name() + ": " + set.note().title());
    boolean good = true;
    Path folder = set.folder(places);
    if (set.in(folder)) {
      console.print("  found in  " + folder);
      good = files(set, folder, console);
    } else {
      console.print("  not in    " + folder);
      for (WiringPart part : set.parts()) {
        String known = part.sha256().map(sha -> sha.hex()).orElse("no published checksum");
        console.print(String.format(Locale.ROOT, "  %-36s %s", part.name(), known));
      }
      console.print("  get it    " + remedy(set));
    }
    told(set, console);
    console.print("");
    return good;
  }

  private static void told(WiringSet set, Console console) {
    console.print("  licence   " + set.note().licence());
    console.print("  cite      " + set.note().citation());
    if (!set.usage().isEmpty()) {
      console.print("  read with " + set.usage());
    }
  }

  private static boolean files(WiringSet set, Path folder, Console console) {
    try {
      for (WiringSet.Seen file : set.seen(folder)) {
        String how =
            switch (file.known()) {
              case PUBLISHED -> "as published";
              case FETCHED -> "as when it was fetched; none is published";
              case NOWHERE -> "no checksum to compare with";
            };
        console.print(
            String.format(
                Locale.ROOT,
                "  %-36s %,12d bytes  %s  %s",
                file.name(),
                file.bytes(),
                file.sha256().hex(),
                how));
      }
      return true;
    } catch (FormatException e) {
      console.print("  WRONG     " + e.getMessage());
      return false;
    }
  }

  private static String remedy(WiringSet set) {
    return "homeostat data fetch "
        + PREFIX
        + set.name()
        + " from=ADDRESS ("
        + set.note().home()
        + " has "
        + String.join(", ", set.parts().stream().map(WiringPart::name).toList())
        + ")";
  }

  /** Brings a set from a folder of the web. */
  public static void fetch(
      WiringSet set, Optional<Fetch> from, DataPlaces places, Console console) {
    Fetch fetch =
        from.orElseThrow(() ->
            new UserError(
                "data fetch " + PREFIX + set.name() + ": the address is missing; " + remedy(set)));
    Path folder = set.folder(places);
    fetch.into(folder, set.downloads());
    set.complete(folder);
    console.print(PREFIX + set.name() + "  " + folder);
    files(set, folder, console);
    told(set, console);
    console.print(
        "  look at it with homeostat connectome inspect "
            + (places.chosen().isEmpty() ? PREFIX + set.name() : folder.resolve(set.main())));
  }

  /** The file with the connections of a set that was fetched. */
  static Path main(String text) {
    WiringSet set = set(text);
    DataPlaces places = DataPlaces.ofUser(Optional.empty());
    Path folder = set.folder(places);
    if (!set.in(folder)) {
      throw new UserError(text + ": is not in " + folder + "; " + remedy(set));
    }
    return folder.resolve(set.main());
  }

  /** Reads a set that was fetched. */
  static Connectome read(String text, ReadOptions options) {
    Path main = main(text);
    return tables(text, main)
        .map(tables -> ConnectomeReader.read(tables, options))
        .orElseGet(() -> ConnectomeReader.read(main, options));
  }

  /** The tables of neurons that belong to the connections of a set, where it has some. */
  static Optional<BrainFiles> tables(String text, Path main) {
    WiringSet set = set(text);
    List<Path> annotations = set.annotations().stream().map(main::resolveSibling).toList();
    return set.neurons()
        .map(neurons ->
            new BrainFiles(main, Optional.of(main.resolveSibling(neurons)), annotations));
  }
}
