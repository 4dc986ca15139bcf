package homeostat.cli;

import homeostat.lab.report.Comparison;
import homeostat.lab.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code compare RUN...}: what differs between runs. */
final class CompareVerb implements Verb {
  private static final String OUT = "out";
  private static final Page PAGE =
      new Page(
          "compare",
          Group.RESULTS,
          "RUN RUN ... [out=NAME] [--check]",
          "what differs between runs, as a table and a figure",
          Set.of(Flag.CHECK),
          Integer.MAX_VALUE,
          """
          Prints what differs between runs: settings, inputs, headline numbers. out=NAME also draws
          their metrics over each other into NAME.png, with the numbers in NAME.npz.

          --check: exit status 1 unless all runs logged the same metrics, byte for byte.

          Examples
            homeostat compare runs/a-1 runs/b-2
            homeostat compare runs/a-* out=seeds
            homeostat compare runs/killed-and-resumed runs/uninterrupted --check
          """);

  @Override
  public Page page() {
    return PAGE;
  }

  @Override
  public int run(List<String> arguments, Console console) {
    Arguments given = Arguments.parse(arguments, PAGE).allowing(Set.of(OUT));
    List<Path> folders = given.words().stream().map(UserPath::of).toList();
    Comparison comparison = Comparison.of(folders);
    console.print(comparison.text().stripTrailing());
    String out = given.settings().get(OUT);
    if (out != null) {
      comparison.draw(UserPath.of(out));
      console.note(
          comparison.figure().isPresent()
              ? "figure  " + out + ".png"
              : "no figure: no metric was logged by two of the runs");
    }
    return given.has(Flag.CHECK) ? check(folders, console) : Exit.DONE;
  }

  private static int check(List<Path> folders, Console console) {
    Path first = new RunFolder(folders.getFirst()).csv();
    int status = Exit.DONE;
    for (Path folder : folders.subList(1, folders.size())) {
      Path other = new RunFolder(folder).csv();
      try {
        if (Files.mismatch(first, other) >= 0) {
          console.error(first + " and " + other + " differ");
          status = Exit.FAILED;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return status;
  }
}
