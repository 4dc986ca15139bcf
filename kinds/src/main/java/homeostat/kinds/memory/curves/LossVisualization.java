package homeostat.kinds.memory.curves;

import homeostat.lab.LegacyScript;
import homeostat.lab.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code lossvisualization.py --results_folders F... --results_labels L... [--save_figs DIR]}. */
public final class LossVisualization implements LegacyScript {
  private static final List<String> OPTIONS =
      List.of("--results_folders", "--results_labels", "--save_figs", "--ylabel");

  @Override
  public String script() {
    return "lossvisualization.py";
  }

  @Override
  public String summary() {
    return "--results_folders --results_labels --save_figs --ylabel: learning-curves";
  }

  @Override
  public List<String> translate(List<String> arguments) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    String option = "";
    for (String word : arguments) {
      if (word.startsWith("--")) {
        if (!OPTIONS.contains(word)) {
          throw new UserError(
              script()
                  + ": no option "
                  + word
                  + " (there are: "
                  + String.join(", ", OPTIONS)
                  + ")");
        }
        option = word;
        given.put(option, new ArrayList<>());
      } else if (option.isEmpty()) {
        throw new UserError(script() + ": '" + word + "' stands before any option");
      } else {
        given.getOrDefault(option, new ArrayList<>()).add(word);
      }
    }
    List<String> folders = given.getOrDefault(OPTIONS.get(0), List.of());
    List<String> labels = given.getOrDefault(OPTIONS.get(1), List.of());
    if (folders.isEmpty() || folders.size() != labels.size()) {
      throw new UserError(
          script()
              + ": --results_folders and --results_labels must be given, as many of one as of the"
              + " other");
    }
    List<String> words = new ArrayList<>(List.of("run", "learning-curves"));
    words.add("curves.folders=" + list(folders));
    words.add("curves.labels=" + list(labels));
    words.add("curves.ylabel=" + text(one(given, OPTIONS.get(3), "ylabel")));
    if (given.containsKey(OPTIONS.get(2))) {
      words.add("run.dir=" + one(given, OPTIONS.get(2), "."));
    }
    return words;
  }

  private String one(Map<String, List<String>> given, String option, String usual) {
    List<String> words = given.getOrDefault(option, List.of(usual));
    if (words.size() != 1) {
      throw new UserError(script() + ": " + option + " takes one value");
    }
    return words.getFirst();
  }

  private static String list(List<String> words) {
    return "[" + String.join(", ", words.stream().map(LossVisualization::text).toList()) + "]";
  }

  private static String text(String word) {
    return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
