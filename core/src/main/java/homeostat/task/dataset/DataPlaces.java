package homeostat.task.dataset;

import homeostat.task.image.ImageData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where data sets lie on this machine. A folder of the user's choice ({@code data.dir}) is the only
 * place: in a folder of the set's name there, or directly. Without one, the user's cache, and where
 * packages of the operating system put them. The first that has all files of a set counts.
 *
 * @param chosen the user's folder, if given
 * @param cache the cache; a set has a folder of its name there
 */
public record DataPlaces(Optional<Path> chosen, Path cache) {

  /**
   * The places of this user. The cache follows the XDG base directory specification: {@code
   * $XDG_CACHE_HOME/homeostat}, or {@code ~/.cache/homeostat} where that is not an absolute path.
   */
  public static DataPlaces ofUser(Optional<Path> chosen) {
    return of(chosen, System.getenv(), Path.of(System.getProperty("user.home", "")));
  }

  /** The same for any environment and home. */
  static DataPlaces of(Optional<Path> chosen, Map<String, String> environment, Path home) {
    Path base =
        Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
            .map(Path::of)
            .filter(Path::isAbsolute)
            .orElse(home.resolve(".cache"));
    return new DataPlaces(chosen, base.resolve("homeostat"));
  }

  /** These places, with a folder of the user's choice. */
  public DataPlaces choosing(Path folder) {
    return new DataPlaces(Optional.of(folder), cache);
  }

  /** The folder that a fetched set goes to; the user's folder must be there. */
  public Path target(ImageSet set) {
    return target().resolve(set.name());
  }

  /** The folder of what is fetched; the user's folder must be there. */
  public Path target() {
    return chosen.isPresent() ? chosenFolder() : cache;
  }

  private Path chosenFolder() {
    Path folder = chosen.orElseThrow();
    if (!Files.isDirectory(folder)) {
      throw new DataException(
          "data.dir="
              + folder
              + (Files.exists(folder)
                  ? ": it is a file; give the folder with the data sets"
                  : ": there is no such folder; make it, or give the one with the data sets"));
    }
    return folder;
  }

  /** Looks for a set; the last is where it was found, if it was. */
  public List<Sought> look(ImageSet set) {
    List<Path> folders = new ArrayList<>();
    if (chosen.isPresent()) {
      folders.add(chosenFolder().resolve(set.name()));
      folders.add(chosenFolder());
    } else {
      folders.add(cache.resolve(set.name()));
      set.packages().forEach(one -> folders.add(one.folder()));
    }
    List<Sought> looked = new ArrayList<>();
    for (Path folder : folders) {
      Sought sought = Sought.in(folder, set);
      looked.add(sought);
      if (sought.found()) {
        break;
      }
    }
    return looked;
  }

  /** The folder that has all files of a set, if there is one. */
  public Optional<Path> find(ImageSet set) {
    return look(set).stream().filter(Sought::found).map(Sought::folder).findFirst();
  }

  /** The files that {@link #read} reads; none if the set is nowhere. */
  public List<Path> files(ImageSet set) {
    return find(set).map(set::files).orElse(List.of());
  }

  /**
   * Reads a set from where it is.
   *
   * @throws DataException if it is nowhere, saying where it was looked for and what to do
   * @throws homeostat.array.FormatException naming the file, if one is damaged or another one
   */
  public ImageData read(ImageSet set) {
    return set.read(find(set).orElseThrow(() -> new DataException(absent(set))));
  }

  /** Tells that a set is nowhere, where it was looked for and what to do. */
  public String absent(ImageSet set) {
    return "the data set "
        + set.name()
        + " is not there; looked in "
        + String.join(", ", look(set).stream().map(Sought::toString).toList())
        + (chosen.isPresent() ? " and, as data.dir is given, nowhere else" : "")
        + ". "
        + remedy(set);
  }

  /** How to get a set. */
  public String remedy(ImageSet set) {
    StringBuilder remedy = new StringBuilder();
    set.packages().forEach(one -> remedy.append(one.command()).append("; or "));
    return remedy
        .append("homeostat data fetch ")
        .append(set.name())
        .append(" from=ADDRESS (")
        .append(set.note().home())
        .append(" says from where); or put its files into ")
        .append(target(set))
        .toString();
  }
}
