package homeostat.cli;

import homeostat.lab.LegacyScript;
import homeostat.lab.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** {@code legacy SCRIPT ARGS...}: command lines of the original programs. */
final class LegacyVerb implements Verb {
  private static final Page PAGE =
      new Page(
          "legacy",
          Group.RUN,
          "SCRIPT [its arguments ...]",
          "translate a command line of an original program, and run it",
          Set.of(),
          Integer.MAX_VALUE,
          """
          Takes a command line of one of the original programs as it was typed: SCRIPT is the
          script's file name (with its folder where programs share the name), and everything after
          it is the script's own. Prints the homeostat command that does the same, and runs it.

          Examples
            homeostat legacy                          the scripts that are known
            homeostat legacy SCRIPT --help            what a script becomes
            homeostat legacy SCRIPT ARGUMENTS...      instead of: python SCRIPT ARGUMENTS...
          """);

  private final Supplier<Catalogue> catalogue;
  private final Supplier<Verbs> verbs;

  LegacyVerb(Supplier<Catalogue> catalogue, Supplier<Verbs> verbs) {
    this.catalogue = catalogue;
    this.verbs = verbs;
  }

  @Override
  public Page page() {
    return PAGE;
  }

  @Override
  public int run(List<String> arguments, Console console) {
    List<LegacyScript> scripts = catalogue.get().scripts();
    if (arguments.isEmpty()) {
      throw new UserError(table("legacy needs a script", scripts));
    }
    String typed = arguments.getFirst().replace('\\', '/');
    LegacyScript script = find(typed, scripts);
    List<String> own = arguments.subList(1, arguments.size());
    if (own.equals(List.of("--help")) || own.equals(List.of("-h"))) {
      console.print(script.script() + "  " + script.summary());
      return 0;
    }
    List<String> translated = script.translate(own);
    console.print(
        "homeostat " + String.join(" ", translated.stream().map(LegacyVerb::quoted).toList()));
    return verbs
        .get()
        .named(translated.getFirst())
        .run(translated.subList(1, translated.size()), console);
  }

  private static LegacyScript find(String typed, List<LegacyScript> scripts) {
    List<LegacyScript> found =
        scripts.stream().filter(script -> ends(typed, script.script())).toList();
    if (found.isEmpty()) {
      List<LegacyScript> shared =
          scripts.stream().filter(script -> ends(script.script(), typed)).toList();
      String problem =
          shared.isEmpty()
              ? "unknown script '" + typed + "'"
              : "'" + typed + "' is a script of several programs; write its folder too";
      throw new UserError(table(problem, shared.isEmpty() ? scripts : shared));
    }
    return found.stream()
        .max(java.util.Comparator.comparingInt(script -> script.script().length()))
        .orElseThrow();
  }

  /** Whether the path ends with these names. */
  private static boolean ends(String path, String names) {
    return path.equals(names) || path.endsWith("/" + names);
  }

  private static List<String> table(String problem, List<LegacyScript> scripts) {
    List<String> lines = new ArrayList<>();
    if (scripts.isEmpty()) {
      lines.add(problem + "; none is known yet: translators come with their subjects");
      return lines;
    }
    lines.add(problem + "; there are:");
    for (LegacyScript script : scripts) {
      lines.add(String.format("  %-32s %s", script.script(), script.summary()));
    }
    return lines;
  }

  /** As a shell takes it. */
  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
