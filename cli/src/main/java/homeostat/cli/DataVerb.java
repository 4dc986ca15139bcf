package homeostat.cli;

import homeostat.array.FormatException;
import homeostat.cli.wiring.PublishedData;
import homeostat.lab.UserError;
import homeostat.lab.config.Services;
import homeostat.task.dataset.Checked;
import homeostat.task.dataset.DataPlaces;
import homeostat.task.dataset.ImageSet;
import homeostat.task.dataset.ImageSetProvider;
import homeostat.task.dataset.ImageSets;
import homeostat.task.dataset.Part;
import homeostat.task.dataset.Sought;
import homeostat.task.fetch.Fetch;
import homeostat.task.wiring.PublishedWiring;
import homeostat.task.wiring.WiringSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code data list|fetch}. */
final class DataVerb implements Verb {
  private static final String DIR = "data.dir";
  private static final String FROM = "from";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Page PAGE =
      new Page(
          "data",
          Group.WIRING,
          "list [NAME] [data.dir=FOLDER] | fetch NAME from=URL [data.dir=FOLDER]",
          "image data sets and published connectomes: which there are, where, and getting them",
          Set.of(Flag.QUIET),
          2,
          """
          list shows each data set, where its files were found, their sizes and SHA-256 checksums
          (of the content, not of its compressed form), licence, and whom to cite. A set is looked
          for in data.dir/NAME and data.dir, in the user's cache ($XDG_CACHE_HOME/homeostat/NAME,
          or ~/.cache/homeostat/NAME), and where a package of the system puts it. Exit status 1 if
          a file is damaged or is that of another set.

          Published connectomes are called connectome:NAME, here and wherever a file of wiring is
          asked for; they are in connectome/NAME of data.dir or of the cache.

          fetch brings the files of a set from a folder of the web into data.dir/NAME, or into the
          cache without data.dir. Interrupted, the same command goes on where it stopped. A file
          takes its name only when it is whole and its checksum is right.

          Examples
            homeostat data list
            homeostat data list connectome:Macaque_Normalized
            homeostat data fetch mnist from=https://example.org/mnist
          """);

  private final DataPlaces places;

  DataVerb(DataPlaces places) {
    this.places = places;
  }

  @Override
  public Page page() {
    return PAGE;
  }

  @Override
  public int run(List<String> arguments, Console console) {
    Arguments given = Arguments.parse(arguments, PAGE);
    return switch (given.word(0, PAGE)) {
      case "list" -> list(given.allowing(Set.of(DIR)), console);
      case "fetch" -> fetch(given.allowing(Set.of(DIR, FROM)), console);
      default -> throw given.unknownAction(PAGE, List.of("list", "fetch"));
    };
  }

  private int list(Arguments given, Console console) {
    DataPlaces here = places(given);
    ImageSets sets = installed();
    boolean good = true;
    boolean all = given.words().size() == 1;
    if (!all && PublishedData.named(given.words().get(1))) {
      return PublishedData.show(PublishedData.set(given.words().get(1)), here, console)
          ? Exit.DONE
          : Exit.FAILED;
    }
    for (ImageSet set : all ? sets.all() : List.of(named(given.words().get(1), sets))) {
      good &= show(set, here, console);
    }
    for (WiringSet set : all ? PublishedWiring.all() : List.<WiringSet>of()) {
      good &= PublishedData.show(set, here, console);
    }
    return good ? Exit.DONE : Exit.FAILED;
  }

  private static boolean show(ImageSet set, DataPlaces places, Console console) {
    console.print(set.name() + ": " + set.note().title());
    boolean good = true;
    List<Sought> looked = places.look(set);
    Sought last = looked.getLast();
    if (last.found()) {
      console.print("  found in  " + last.folder());
      good = files(set, last.folder(), console);
    } else {
      looked.forEach(
          sought -> console.print("  not in    " + sought.folder() + ": " + sought.lack()));
      set.parts().forEach(part -> console.print(published(part)));
      console.print("  get it    " + places.remedy(set));
    }
    console.print("  licence   " + set.note().licence());
    console.print("  cite      " + set.note().citation());
    console.print("");
    return good;
  }

  private static String published(Part part) {
    String known =
        part.content()
            .or(() -> part.packed().map(sha -> sha + " (compressed)"))
            .orElse("no published checksum");
    return line(part, part.bytes(), known);
  }

  private static String line(Part part, int bytes, String text) {
    return String.format(Locale.ROOT, "  %-24s %,12d bytes  %s", part.name(), bytes, text);
  }

  private static boolean files(ImageSet set, Path folder, Console console) {
    try {
      for (Checked file : set.checked(folder)) {
        String compared =
            file.confirmed() ? "  as published" : "  no published checksum to compare with";
        console.print(line(file.part(), file.content().length, file.sha256() + compared));
      }
      return true;
    } catch (FormatException e) {
      console.print("  WRONG     " + e.getMessage());
      return false;
    }
  }

  private int fetch(Arguments given, Console console) {
    DataPlaces here = places(given);
    String from = given.settings().get(FROM);
    FetchLines lines = new FetchLines(console.quiet(given.has(Flag.QUIET)));
    if (PublishedData.named(given.word(1, PAGE))) {
      Optional<Fetch> fetch =
          Optional.ofNullable(from).map(address -> new Fetch(address, PATIENCE, lines));
      PublishedData.fetch(PublishedData.set(given.words().get(1)), fetch, here, console);
      return Exit.DONE;
    }
    ImageSet set = named(given.word(1, PAGE), installed());
    if (from == null) {
      throw new UserError(
          "data fetch "
              + set.name()
              + ": the address is missing; add from=URL, the folder of the web that has "
              + String.join(", ", set.downloads().stream().map(one -> one.name()).toList())
              + " (see "
              + set.note().home()
              + ")");
    }
    Path folder = here.target(set);
    new Fetch(from, PATIENCE, lines).into(folder, set.downloads());
    console.print(set.name() + "  " + folder);
    return Exit.DONE;
  }

  /** The data sets on the class path; a broken jar is told. */
  static ImageSets installed() {
    return new ImageSets(Services.all(ImageSetProvider.class));
  }

  private DataPlaces places(Arguments given) {
    String folder = given.settings().get(DIR);
    return folder == null ? places : places.choosing(Path.of(folder));
  }

  private static ImageSet named(String name, ImageSets sets) {
    List<String> names = sets.all().stream().map(ImageSet::name).toList();
    if (!names.contains(name)) {
      throw new UserError(
          "no data set '"
              + name
              + "'"
              + Spelling.hint(name, names)
              + " (there are: "
              + String.join(", ", names)
              + ")");
    }
    return sets.named(name);
  }
}
