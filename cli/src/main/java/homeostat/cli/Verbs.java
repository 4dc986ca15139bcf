package homeostat.cli;

import homeostat.cli.wiring.ConnectomeVerb;
import homeostat.lab.UserError;
import homeostat.task.dataset.DataPlaces;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All verbs, and the help page that lists them. */
final class Verbs {
  private static final String EXAMPLES =
      """
      Examples
        homeostat kinds                                   which experiments there are
        homeostat run experiments/homeostatic-plasticity-quick.toml
        homeostat help homeostatic-plasticity             its settings, with units and ranges
      """;

  private final List<Verb> verbs;

  private Verbs(List<Verb> verbs) {
    this.verbs = List.copyOf(verbs);
  }

  static Verbs all(Supplier<Catalogue> catalogue) {
    Supplier<Verbs> all = () -> all(catalogue);
    return new Verbs(
        List.of(
            new RunVerb(catalogue),
            new SimulateVerb(catalogue),
            new ResumeVerb(catalogue),
            new SweepVerb(catalogue),
            new LegacyVerb(catalogue, all),
            new CompareVerb(),
            new ReportVerb(),
            new RobustnessVerb(catalogue),
            new ConnectomeVerb(),
            new DataVerb(DataPlaces.ofUser(Optional.empty())),
            new VerifyVerb(catalogue),
            new BenchVerb(catalogue),
            new DoctorVerb(catalogue),
            new KindsVerb(catalogue),
            new HelpVerb(catalogue, all)));
  }

  /** The verb of a name. */
  Optional<Verb> find(String name) {
    return verbs.stream().filter(verb -> verb.page().name().equals(name)).findFirst();
  }

  /** The verb of a name; an unknown one is the user's mistake. */
  Verb named(String name) {
    return find(name)
        .orElseThrow(() -> {
          boolean flag = name.startsWith("-");
          List<String> known = flag ? List.of("--help", "--version") : names();
          return new UserError(
              "unknown "
                  + (flag ? "flag" : "verb")
                  + " '"
                  + name
                  + "'"
                  + Spelling.hint(name, known)
                  + " (homeostat --help lists the verbs)");
        });
  }

  /** The names of all verbs. */
  List<String> names() {
    return verbs.stream().map(verb -> verb.page().name()).toList();
  }

  /** The help page: one screen. */
  String help() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        Homeostat: a laboratory for biologically constrained neural networks

          homeostat VERB [FILE|NAME ...] [key=value ...]
        """);
    for (Group group : Group.values()) {
      List<Page> pages =
          verbs.stream().map(Verb::page).filter(page -> page.group() == group).toList();
      if (pages.isEmpty()) {
        continue;
      }
      text.append("\n").append(group.title()).append("\n");
      for (Page page : pages) {
        text.append(String.format("  %-10s %s%n", page.name(), page.summary()));
      }
    }
    text.append("\n").append(EXAMPLES);
    text.append(
        """

        VERB --help says more of a verb. Flags: --help --version --dry --quiet --check.
        HOMEOSTAT_CLASSPATH adds jars with your own kinds; HOMEOSTAT_JAVA_OPTS options for the JVM.\
        """);
    return text.toString();
  }
}
