package homeostat.cli;

import homeostat.lab.UserError;
import homeostat.lab.config.ConfigLoader;
import homeostat.lab.config.Help;
import homeostat.lab.config.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** {@code help [KIND|FILE|VERB]}. */
final class HelpVerb implements Verb {
  private static final Page PAGE =
      new Page(
          "help",
          Group.LEARN,
          "[KIND|FILE|VERB]",
          "the settings of a kind, by its name or by a file of it, or help on a verb",
          Set.of(),
          1,
          """
          Of a kind of experiment: every setting with its type, unit, range, default and a sentence.
          Of a verb: what it does. Without a name: the page of all verbs.

          Examples
            homeostat help homeostatic-plasticity
            homeostat help experiments/homeostatic-feedback.toml
            homeostat help run
          """);

  private final Supplier<Catalogue> catalogue;
  private final Supplier<Verbs> verbs;

  HelpVerb(Supplier<Catalogue> catalogue, Supplier<Verbs> verbs) {
    this.catalogue = catalogue;
    this.verbs = verbs;
  }

  @Override
  public Page page() {
    return PAGE;
  }

  @Override
  public int run(List<String> arguments, Console console) {
    Arguments given = Arguments.parse(arguments, PAGE).withoutSettings(PAGE);
    console.print(
        (given.words().isEmpty() ? verbs.get().help() : of(given.words().getFirst()))
            .stripTrailing());
    return Exit.DONE;
  }

  private String of(String name) {
    return verbs
        .get()
        .find(name)
        .map(verb -> verb.page().help())
        .orElseGet(() -> ofKind(name, catalogue.get().kinds()));
  }

  private String ofKind(String name, Kinds kinds) {
    if (name.endsWith(".toml")) {
      return Help.of(ConfigLoader.load(name, List.of(), kinds).kind());
    }
    return kinds
        .find(name)
        .map(Help::of)
        .orElseThrow(() -> {
          List<String> names = new ArrayList<>(verbs.get().names());
          names.addAll(kinds.names());
          return new UserError(
              "no verb or kind is called '"
                  + name
                  + "'"
                  + Spelling.hint(name, names)
                  + " (homeostat --help lists the verbs, homeostat kinds the kinds)");
        });
  }
}
