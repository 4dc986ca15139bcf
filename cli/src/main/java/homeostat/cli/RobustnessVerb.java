package homeostat.cli;

import homeostat.lab.UserError;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** {@code robustness RUN ...}: how well saved classifiers stand changed images. */
final class RobustnessVerb implements Verb {
  private static final Page PAGE =
      new Page(
          "robustness",
          Group.RESULTS,
          "RUN [RUN ...] [key=value ...] [--dry] [--quiet]",
          "test saved classifiers on changed images, frozen and adapting",
          Set.of(Flag.DRY, Flag.QUIET),
          Integer.MAX_VALUE,
          """
          Measures the accuracy of trained classifiers, of whatever kind, on test images whose
          brightness, contrast or noise is changed; and where inhibition can adapt to the changed images
          without labels, how much of it it wins back. Runs that differ by their seed, rates and sizes alone are
          one group, with mean and deviation.
          It is a run of its own, of the kind image-robustness: a folder, a table (robustness.csv), a
          figure, checkpoints. homeostat help image-robustness lists the settings.

          Examples
            homeostat robustness runs/dale-brightness-20260101-120000-ab12
            homeostat robustness runs/dale-brightness-*/cells/* changes.images=2000
          """);

  private final RunVerb run;

  RobustnessVerb(Supplier<Catalogue> catalogue) {
    this.run = new RunVerb(catalogue);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @Override
  public Page page() {
    return PAGE;
  }

  @Override
  public int run(List<String> arguments, Console console) {
    List<String> folders = new ArrayList<>();
    List<String> rest = new ArrayList<>(List.of("image-robustness"));
    for (String argument : arguments) {
      // A folder of a sweep has = in its name, so what is there counts as a folder first.
      boolean folder =
          !argument.startsWith("-")
              && (!argument.contains("=") || Files.isDirectory(UserPath.of(argument)));
      (folder ? folders : rest).add(argument);
    }
    if (folders.isEmpty()) {
      throw new UserError("something is missing: homeostat " + PAGE.name() + " " + PAGE.synopsis());
    }
    List<String> quoted = folders.stream().map(RobustnessVerb::quoted).toList();
    rest.add("of=[" + String.join(", ", quoted) + "]");
    return run.run(rest, console);
  }
}
