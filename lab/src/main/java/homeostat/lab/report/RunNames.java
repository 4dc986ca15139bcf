package homeostat.lab.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Names of runs that are compared, short enough for a legend. */
final class RunNames {
  private static final int SETTINGS = 2;

  private RunNames() {}

  /**
   * The names that the user gave where they differ; else the one or two settings that differ; else
   * the ends of the folder names.
   */
  static List<String> of(List<RunFiles> runs) {
    List<String> given = runs.stream().map(RunNames::given).toList();
    if (different(given)) {
      return given;
    }
    List<String> settings = settings(runs);
    if (different(settings)) {
      return settings;
    }
    List<String> ends =
        runs.stream().map(run -> run.folderName().replaceAll("^.*-(?=[^-]+$)", "")).toList();
    return different(ends)
        ? ends
        : IntStream.rangeClosed(1, runs.size()).mapToObj(i -> "run " + i).toList();
  }

  private static String given(RunFiles run) {
    return run.config().stream()
        .filter(line -> line.key().equals("run.name"))
        .map(line -> line.value().replace("\"", ""))
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElseGet(run::name);
  }

  private static boolean different(List<String> names) {
    return new LinkedHashSet<>(names).size() == names.size();
  }

  private static List<String> settings(List<RunFiles> runs) {
    List<Map<String, String>> configs = new ArrayList<>();
    Set<String> keys = new LinkedHashSet<>();
    for (RunFiles run : runs) {
      Map<String, String> config = new LinkedHashMap<>();
      run.config().forEach(line -> config.put(line.key(), line.value()));
      configs.add(config);
      keys.addAll(config.keySet());
    }
    List<String> differ =
        keys.stream()
            .filter(
                key -> configs.stream().map(c -> c.getOrDefault(key, "")).distinct().count() > 1)
            .toList();
    return differ.size() > SETTINGS
        ? runs.stream().map(_ -> "").toList()
        : configs.stream()
            .map(config ->
                differ.stream()
                    .map(key -> last(key) + " " + config.getOrDefault(key, "–").replace("\"", ""))
                    .collect(Collectors.joining(", ")))
            .toList();
  }

  private static String last(String key) {
    return key.substring(key.lastIndexOf('.') + 1).replace('_', ' ');
  }
}
