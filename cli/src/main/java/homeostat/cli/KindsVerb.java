package homeostat.cli;

import homeostat.lab.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** {@code kinds}: which experiments there are. */
final class KindsVerb implements Verb {
  private static final Page PAGE =
      new Page(
          "kinds",
          Group.LEARN,
          "",
          "which kinds of experiment there are",
          Set.of(),
          0,
          """
          Lists the kinds of experiment with the question each answers. A jar on
          HOMEOSTAT_CLASSPATH adds its own.

          Examples
            homeostat kinds
            homeostat help homeostatic-plasticity     the settings of a kind
            homeostat run homeostatic-plasticity      a kind with its defaults
          """);

  private final Supplier<Catalogue> catalogue;

  KindsVerb(Supplier<Catalogue> catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Page page() {
    return PAGE;
  }

  @Override
  public int run(List<String> arguments, Console console) {
    Arguments.parse(arguments, PAGE).withoutSettings(PAGE);
    List<Kind<?>> kinds = catalogue.get().kinds().list();
    if (kinds.isEmpty()) {
      console.note("no kind of experiment is installed; HOMEOSTAT_CLASSPATH adds jars with kinds");
    }
    int width = kinds.stream().mapToInt(kind -> kind.name().length()).max().orElse(0);
    for (Kind<?> kind : kinds) {
      console.print(kind.name() + " ".repeat(width - kind.name().length() + 2) + kind.summary());
    }
    return Exit.DONE;
  }
}
