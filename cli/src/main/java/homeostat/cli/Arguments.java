package homeostat.cli;

import homeostat.lab.UserError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What followed a verb: words (files, names), settings and flags. {@code key=value} and {@code
 * --key=value} are the same setting, which has one value; what stands before {@code =} has no
 * slash, so a path such as {@code ./a=b} stays a word.
 *
 * @param words in order
 * @param settings values by key, in order
 * @param flags those given
 */
public record Arguments(List<String> words, Map<String, String> settings, Set<Flag> flags) {
  private static final Pattern SETTING =
      Pattern.compile("(?:--)?([\\p{L}_\"'][^=/]*)=(.*)", Pattern.DOTALL);

  /** Takes the arguments of a verb apart; what the verb does not take is the user's mistake. */
  public static Arguments parse(List<String> arguments, Page page) {
    List<String> words = new ArrayList<>();
    Map<String, String> settings = new LinkedHashMap<>();
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    List<String> mistakes = new ArrayList<>();
    for (String argument : arguments) {
      Matcher setting = SETTING.matcher(argument);
      if (valued(argument, page)) {
        String flag = argument.substring(0, argument.indexOf('='));
        mistakes.add(flag + " takes no value; write " + flag + " alone");
      } else if (setting.matches()) {
        String before = settings.putIfAbsent(setting.group(1), setting.group(2));
        if (before != null && !before.equals(setting.group(2))) {
          mistakes.add(twice(setting.group(1), before, setting.group(2)));
        }
      } else if (argument.startsWith("-") && argument.length() > 1) {
        page.flags().stream()
            .filter(flag -> flag.text().equals(argument))
            .findFirst()
            .ifPresentOrElse(flags::add, () -> mistakes.add(unknown(argument, page)));
      } else {
        words.add(argument);
      }
    }
    if (words.size() > page.words()) {
      mistakes.add(
          "'"
              + words.get(page.words())
              + "' is too much: homeostat "
              + page.name()
              + " "
              + page.synopsis());
    }
    if (!mistakes.isEmpty()) {
      throw new UserError(mistakes);
    }
    return new Arguments(
        List.copyOf(words),
        Collections.unmodifiableMap(settings),
        Collections.unmodifiableSet(flags));
  }

  /** For a verb that takes no settings. */
  public Arguments withoutSettings(Page page) {
    if (!settings.isEmpty()) {
      throw new UserError(
          "'"
              + settings.keySet().iterator().next()
              + "=': homeostat "
              + page.name()
              + " takes no settings");
    }
    return this;
  }

  /** Checks that every setting is one of these keys. */
  public Arguments allowing(Set<String> keys) {
    List<String> mistakes =
        settings.keySet().stream()
            .filter(key -> !keys.contains(key))
            .map(key ->
                "unknown setting '"
                    + key
                    + "'"
                    + Spelling.hint(key, keys)
                    + " (there are: "
                    + String.join(", ", keys)
                    + ")")
            .toList();
    if (!mistakes.isEmpty()) {
      throw new UserError(mistakes);
    }
    return this;
  }

  /** The word at a position; without it, the synopsis. */
  public String word(int position, Page page) {
    if (position >= words.size()) {
      throw new UserError("something is missing: homeostat " + page.name() + " " + page.synopsis());
    }
    return words.get(position);
  }

  /** The complaint that the first word is none of the actions of a verb. */
  public UserError unknownAction(Page page, List<String> actions) {
    String what = word(0, page);
    return new UserError(
        page.name()
            + " does not know '"
            + what
            + "'"
            + Spelling.hint(what, actions)
            + " (there are: "
            + String.join(", ", actions)
            + ")");
  }

  /** The settings as {@code key=value}. */
  public List<String> assignments() {
    return settings.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList();
  }

  public boolean has(Flag flag) {
    return flags.contains(flag);
  }

  /** Whether an argument gives a value to a flag. */
  private static boolean valued(String argument, Page page) {
    return argument.startsWith("--help=")
        || page.flags().stream().anyMatch(flag -> argument.startsWith(flag.text() + "="));
  }

  private static String twice(String key, String one, String other) {
    return key + " is given twice: " + one + " and " + other + "; keep one of them";
  }

  private static String unknown(String argument, Page page) {
    Set<String> known = new TreeSet<>(Set.of("--help"));
    page.flags().forEach(flag -> known.add(flag.text()));
    return "unknown flag '"
        + argument
        + "'"
        + Spelling.hint(argument, known)
        + " (homeostat "
        + page.name()
        + " takes "
        + String.join(", ", known)
        + "; a setting is written key=value)";
  }
}
