package homeostat.kinds.lyapunov.legacy;

import homeostat.lab.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code --option value} arguments of a published script, in any case: its help text and its code
 * differ in it.
 *
 * @param script its name
 * @param values the values of each option that was given
 */
record Options(String script, Map<String, List<String>> values) {

  /**
   * Parses arguments.
   *
   * @param known the options there are
   */
  static Options of(String script, List<String> arguments, List<String> known) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    String current = "";
    for (String argument : arguments) {
      if (argument.startsWith("--")) {
        String[] parts = argument.substring(2).split("=", 2);
        current = parts[0].toLowerCase(Locale.ROOT);
        if (!known.contains(current)) {
          throw new UserError(
              script
                  + ": unknown option --"
                  + parts[0]
                  + (known.isEmpty()
                      ? "; it takes none"
                      : "; it takes --" + String.join(", --", known)));
        }
        List<String> list = values.computeIfAbsent(current, _ -> new ArrayList<>());
        if (parts.length == 2) {
          list.add(parts[1]);
        }
      } else if (current.isEmpty()) {
        throw new UserError(script + ": \"" + argument + "\" stands without an option");
      } else {
        values.getOrDefault(current, new ArrayList<>()).add(argument);
      }
    }
    values.forEach((name, list) -> {
      if (list.isEmpty()) {
        throw new UserError(script + ": --" + name + " needs a value");
      }
    });
    return new Options(script, values);
  }

  /** The value of an option. */
  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name)).map(List::getLast);
  }

  /** The value of an option, or what it is without one. */
  String get(String name, String usual) {
    return find(name).orElse(usual);
  }

  /** The value of an option that must be given. */
  String require(String name) {
    return find(name).orElseThrow(() -> new UserError(script + ": --" + name + " is required"));
  }

  /** A truth value, written as Python does. */
  boolean truth(String name, boolean usual) {
    return find(name)
        .map(text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true", "1", "yes" -> true;
              case "false", "0", "no" -> false;
              default ->
                  throw new UserError(
                      script + ": --" + name + " " + text + " is not True or False");
            })
        .orElse(usual);
  }
}
