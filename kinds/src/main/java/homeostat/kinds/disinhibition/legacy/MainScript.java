package homeostat.kinds.disinhibition.legacy;

import homeostat.lab.LegacyScript;
import homeostat.lab.UserError;
import homeostat.lab.config.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code main.py group=option key=value ... [-m]} of the published program. Where there is a folder
 * {@code conf}, here or named by {@code --config-path}, its files are read as they are. {@code
 * --cfg job} becomes {@code --dry}; flags of {@code run} are passed on.
 */
public final class MainScript implements LegacyScript {
  private static final String KIND = "disinhibitory-classifier";
  private static final Pattern RANGE =
      Pattern.compile("range\\(\\s*(-?\\d+)\\s*(?:,\\s*(-?\\d+)\\s*)?(?:,\\s*(\\d+)\\s*)?\\)");
  private static final Pattern CHOICE = Pattern.compile("choice\\((.*)\\)");
  private static final List<String> ROOT_KEYS =
      List.of("epochs", "batchsize", "seed", "device", "gpu_id", "out_dir", "OL_eval_on_train");
  private static final List<String> SECTIONS = List.of("dataset", "model", "trainer", "optimizer");

  @Override
  public String script() {
    return "main.py";
  }

  @Override
  public String summary() {
    return "dis-inhibitory control of plasticity: trains a classifier; -m becomes a sweep";
  }

  @Override
  public List<String> translate(List<String> arguments) {
    boolean many = false;
    List<String> flags = new ArrayList<>();
    Optional<Path> folder = Optional.empty();
    Optional<String> top = Optional.empty();
    Map<String, String> groups = new LinkedHashMap<>();
    Map<String, String> keys = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      String option = argument.contains("=") ? argument.replaceFirst("=.*", "") : argument;
      switch (option) {
        case "-m", "--multirun" -> many = true;
        case "-cp", "--config-path", "-cd", "--config-dir" -> {
          folder = Optional.of(Path.of(value(arguments, i)));
          i += argument.contains("=") ? 0 : 1;
        }
        case "-cn", "--config-name" -> {
          top = Optional.of(value(arguments, i).replaceFirst("\\.yaml$", ""));
          i += argument.contains("=") ? 0 : 1;
        }
        // Shows the config, and stops.
        case "-c", "--cfg" -> {
          value(arguments, i);
          flags.add("--dry");
          i += argument.contains("=") ? 0 : 1;
        }
        case "--dry", "--check", "--quiet" -> flags.add(argument);
        default -> assignment(argument, groups, keys);
      }
    }
    Settings settings = new Settings();
    conf(folder, top).ifPresent(conf -> conf.read(firsts(groups), settings));
    Map<String, String> chosen = chosen(folder, top, groups);
    boolean sweeping = many;
    chosen.forEach((path, value) -> choose(path, value, sweeping, settings));
    keys.forEach((key, value) -> set(key, value, sweeping, settings));
    List<String> translated = new ArrayList<>(List.of(many ? "sweep" : "run", KIND));
    translated.addAll(settings.arguments());
    if (many) {
      translated.add("keep=true");
    }
    translated.addAll(flags);
    return translated;
  }

  private static String value(List<String> arguments, int i) {
    String argument = arguments.get(i);
    if (argument.contains("=")) {
      return argument.substring(argument.indexOf('=') + 1);
    }
    if (i + 1 == arguments.size()) {
      throw new UserError("main.py: " + argument + " needs a value");
    }
    return arguments.get(i + 1);
  }

  private static Optional<ConfFolder> conf(Optional<Path> folder, Optional<String> top) {
    Optional<ConfFolder> found =
        folder.isPresent() ? ConfFolder.at(folder.get()) : ConfFolder.here();
    Path where = folder.orElse(Path.of("conf"));
    if (top.isPresent()) {
      return Optional.of(new ConfFolder(where, top.get()));
    }
    if (folder.isPresent() && found.isEmpty()) {
      throw new UserError("main.py: " + where + " has no config.yaml; name another by -cn");
    }
    return found;
  }

  /** The options of all groups: those of a folder, and over them those of the command line. */
  private static Map<String, String> chosen(
      Optional<Path> folder, Optional<String> top, Map<String, String> groups) {
    Map<String, String> chosen = firsts(groups);
    conf(folder, top).ifPresent(conf -> conf.read(chosen, new Settings()));
    chosen.putAll(groups);
    return chosen;
  }

  /** Of several options of a group, the first: a folder is read for one of them. */
  private static Map<String, String> firsts(Map<String, String> groups) {
    Map<String, String> firsts = new LinkedHashMap<>();
    groups.forEach((path, options) -> firsts.put(path, values(options).getFirst()));
    return firsts;
  }

  private static void assignment(
      String argument, Map<String, String> groups, Map<String, String> keys) {
    int equals = argument.indexOf('=');
    if (argument.startsWith("-") || equals <= 0) {
      throw new UserError(
          "main.py: \""
              + argument
              + "\" is no setting; write group=option, key=value, or -m for several values");
    }
    String key = argument.substring(0, equals).replaceFirst("^\\++", "");
    String value = argument.substring(equals + 1);
    if (key.startsWith("~")) {
      throw new UserError("main.py: " + argument + ": nothing can be taken away; leave it out");
    }
    String path = key.contains("@") ? key.substring(key.indexOf('@') + 1) : key;
    Optional<Group> group = Group.find(path);
    if (group.isPresent()) {
      groups.put(group.get().path(), value);
    } else if (key.startsWith("hydra")) {
      throw new UserError(
          "main.py: " + key + " has no meaning here; leave it out (out_dir says where runs go)");
    } else {
      known(key);
      keys.put(key, value);
    }
  }

  private static void known(String key) {
    List<String> names = new ArrayList<>(ROOT_KEYS);
    names.addAll(Group.paths());
    boolean dotted = key.contains(".");
    boolean section = SECTIONS.contains(key.replaceFirst("\\..*", ""));
    if ((dotted && section) || ROOT_KEYS.contains(key)) {
      return;
    }
    List<String> near = dotted ? SECTIONS : names;
    String typed = dotted ? key.replaceFirst("\\..*", "") : key;
    throw new UserError(
        "main.py: "
            + key
            + ": no such group or key"
            + Nearest.of(typed, near).map(name -> "; the nearest is " + name).orElse("")
            + " (groups: "
            + String.join(", ", Group.paths())
            + ")");
  }

  private static void choose(String path, String options, boolean many, Settings settings) {
    Group group = Group.find(path).orElseThrow();
    List<String> here = new ArrayList<>();
    for (String option : many ? values(options) : List.of(options)) {
      here.add(group.value(option, "main.py: "));
    }
    if (!group.key().isEmpty()) {
      settings.put(group.key(), String.join(",", here));
    }
  }

  private static void set(String key, String value, boolean many, Settings settings) {
    if (key.equals("seed") && value.equalsIgnoreCase("false")) {
      settings.put(key, Long.toString(System.currentTimeMillis()));
      return;
    }
    List<String> here = new ArrayList<>();
    for (String one : many ? values(value) : List.of(value)) {
      here.add(Settings.toml(one));
    }
    settings.put(key, String.join(",", here));
  }

  /** The values of a sweep: {@code a,b}, {@code choice(a,b)} or {@code range(from,to,step)}. */
  private static List<String> values(String text) {
    Matcher range = RANGE.matcher(text.strip());
    if (range.matches()) {
      boolean both = range.group(2) != null;
      long from = both ? Long.parseLong(range.group(1)) : 0;
      long to = Long.parseLong(both ? range.group(2) : range.group(1));
      long step = range.group(3) == null ? 1 : Long.parseLong(range.group(3));
      List<String> numbers = new ArrayList<>();
      for (long n = from; n < to && step > 0; n += step) {
        numbers.add(Long.toString(n));
      }
      if (numbers.isEmpty()) {
        throw new UserError("main.py: " + text + " is empty");
      }
      return numbers;
    }
    Matcher choice = CHOICE.matcher(text.strip());
    return split(choice.matches() ? choice.group(1) : text);
  }

  /** At commas outside brackets. */
  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(text.substring(start).strip());
    return parts;
  }
}
