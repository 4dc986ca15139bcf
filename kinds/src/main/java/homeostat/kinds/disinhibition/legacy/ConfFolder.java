package homeostat.kinds.disinhibition.legacy;

import homeostat.kinds.legacy.Yaml;
import homeostat.lab.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A published folder of configuration: a file on top that names, under {@code defaults}, the option
 * of each group, and for each option a file of keys, {@code group/option.yaml}.
 *
 * @param folder the folder
 * @param top name of the file on top, without {@code .yaml}
 */
record ConfFolder(Path folder, String top) {
  /** Names and classes that belong to the choice of a group, which says the same. */
  private static final Set<String> OF_CHOICE = Set.of("_target_", "_partial_");

  private static final String USUAL_PATH = "./datasets/fashion_mnist";

  /** The folder {@code conf} here, if it is one of these. */
  static Optional<ConfFolder> here() {
    return at(Path.of("conf"));
  }

  /** A folder with a file on top, if it has one. */
  static Optional<ConfFolder> at(Path folder) {
    for (String name : List.of("config", "default", "main")) {
      if (Files.isRegularFile(folder.resolve(name + ".yaml"))) {
        return Optional.of(new ConfFolder(folder, name));
      }
    }
    return Optional.empty();
  }

  /**
   * Reads it.
   *
   * @param chosen options given on the command line, by path of the group; those not given are
   *     added
   * @param settings receives the keys of all files
   */
  void read(Map<String, String> chosen, Settings settings) {
    Yaml yaml = file(folder.resolve(top + ".yaml"));
    Map<String, String> groups = new LinkedHashMap<>();
    gather(yaml, "", chosen, groups);
    groups.forEach((path, option) -> {
      Group group =
          Group.find(path)
              .orElseThrow(() ->
                  new UserError(
                      folder
                          + ": group "
                          + path
                          + " is not known; there are "
                          + String.join(", ", Group.paths())));
      group.value(option, folder + ": ");
      chosen.putIfAbsent(path, option);
      keys(file(optionFile(path, option)), group.section(), settings);
    });
    keys(yaml, "", settings);
  }

  /** The options of a file's defaults, and of the defaults of these. */
  private void gather(
      Yaml yaml, String within, Map<String, String> chosen, Map<String, String> groups) {
    for (String entry : yaml.defaults()) {
      int colon = entry.indexOf(':');
      if (colon < 0) {
        continue; // _self_, or another file on top, which has no keys of its own here
      }
      String name = entry.substring(0, colon).strip().replaceFirst("^(override|optional) +", "");
      String option = entry.substring(colon + 1).strip().replaceAll("^[\"']|[\"']$", "");
      String path = path(name, within);
      if (path.startsWith("hydra") || option.equals("null")) {
        continue;
      }
      String choice = chosen.getOrDefault(path, option);
      groups.put(path, choice);
      gather(file(optionFile(path, choice)), path, chosen, groups);
    }
  }

  /** {@code activation@actE} takes the files of one group for keys of another name. */
  private static String path(String name, String within) {
    String base = name;
    int at = name.indexOf('@');
    if (at >= 0) {
      base = name.substring(at + 1).replace('.', '/');
    }
    if (base.startsWith("/")) {
      return base.substring(1);
    }
    return within.isEmpty() || base.startsWith(within + "/") ? base : within + "/" + base;
  }

  private Path optionFile(String path, String option) {
    Path file = folder.resolve(path).resolve(option + ".yaml");
    if (Files.isRegularFile(file)) {
      return file;
    }
    // Both activations of a pair share the files of one group.
    Path shared = folder.resolve(path).resolveSibling("activation").resolve(option + ".yaml");
    return Files.isRegularFile(shared) ? shared : file;
  }

  private static void keys(Yaml yaml, String section, Settings settings) {
    String under = yaml.header().equals("_global_") ? "" : section;
    yaml.values()
        .forEach((name, value) -> {
          String key = under.isEmpty() ? name : under + "." + name;
          String last = name.substring(name.lastIndexOf('.') + 1);
          boolean said =
              OF_CHOICE.contains(last) || (last.equals("name") && !key.equals("dataset.name"));
          if (!said && told(key, value)) {
            settings.put(key, Settings.toml(value));
          }
        });
  }

  /** Whether a key of a file means anything: some the program never read, or worked out itself. */
  private static boolean told(String key, String value) {
    if (key.startsWith("hydra") || value.contains("${") || value.equals("null")) {
      return false;
    }
    return switch (key) {
      case "dataset.soft_targets" -> false; // read by nobody: all published targets are hard
      case "dataset.path" -> !value.equals(USUAL_PATH) && Files.isDirectory(Path.of(value));
      case "seed" -> !value.equalsIgnoreCase("false");
      default -> true;
    };
  }

  private static Yaml file(Path path) {
    try {
      return Yaml.parse(path, Files.readAllLines(path));
    } catch (java.nio.file.NoSuchFileException e) {
      throw new UserError(path + ": no such file; the folder names it as an option");
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
  }
}
