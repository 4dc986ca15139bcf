package homeostat.cli;

import homeostat.lab.UserError;
import homeostat.lab.figure.render.FigureRenderer;
import homeostat.lab.record.RunFolder;
import homeostat.lab.report.Comparison;
import homeostat.lab.sweep.PairedComparison;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code compare RUN...}: what differs between runs. */
final class CompareVerb implements Verb {
  private static final String OUT = "out";
  private static final String METRICS = "metrics";
  private static final String BY = "by";
  private static final String AGAINST = "against";
  private static final String OF = "of";
  private static final String MARGIN = "margin";
  private static final Page PAGE =
      new Page(
          "compare",
          Group.RESULTS,
          "RUN RUN ... [out=NAME] [metrics=COLUMN,...] [--check] | SWEEP... by=AXIS against=VALUE"
              + " of=NUMBER [--ranked] [out=NAME]",
          "what differs between runs, as a table and a figure",
          Set.of(Flag.CHECK, Flag.RANKED),
          Integer.MAX_VALUE,
          """
          Prints what differs between runs: settings, inputs, headline numbers. out=NAME also draws
          their metrics over each other into NAME.png, with the numbers in NAME.npz: losses and rates,
          or the columns of training_metrics.csv that metrics= names.

          With by=AXIS, compares the values of one axis of a sweep with one of them, against=VALUE,
          pair by pair: cells that differ in nothing else, the seed included. Prints for each the mean
          difference of a number of results.csv, its 95 % confidence interval, Cohen's d_z, and p of
          two tests: that there is no difference (paired t; also corrected for all comparisons of the
          call by Holm's procedure), and that there is one beyond a margin (two one-sided tests;
          margin=0.5 standard deviations of the baseline, unless given). Of several sweeps it prints a
          table each; out=NAME draws d_z of them all into NAME.png, of one sweep the differences with
          their intervals. --ranked: the largest difference first.

          --check: exit status 1 unless all runs logged the same metrics, byte for byte.

          Examples
            homeostat compare runs/a-1 runs/b-2
            homeostat compare runs/a-* out=seeds
            homeostat compare runs/nulls-... by=wiring.null_model against=none of=lowest_validate_loss
            homeostat compare runs/screen-... by=silence against=[] of=readout_hz --ranked out=screen
            homeostat compare runs/killed-and-resumed runs/uninterrupted --check
          """);

  @Override
  public Page page() {
    return PAGE;
  }

  @Override
  public int run(List<String> arguments, Console console) {
    Arguments given =
        Arguments.parse(arguments, PAGE).allowing(Set.of(OUT, METRICS, BY, AGAINST, OF, MARGIN));
    List<Path> folders = given.words().stream().map(UserPath::of).toList();
    if (given.settings().containsKey(BY)) {
      if (given.has(Flag.CHECK)) {
        throw new UserError("--check compares runs; it does not go with by=");
      }
      return paired(given, console);
    }
    if (given.has(Flag.RANKED)) {
      throw new UserError("--ranked orders a comparison by=AXIS against=VALUE of=NUMBER");
    }
    String metrics = given.settings().getOrDefault(METRICS, "");
    Comparison comparison =
        Comparison.of(folders, metrics.isEmpty() ? List.of() : List.of(metrics.split(",")));
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

  private static int paired(Arguments given, Console console) {
    given.word(0, PAGE);
    List<PairedComparison> found = new ArrayList<>();
    for (String sweep : given.words()) {
      found.add(
          PairedComparison.of(
              UserPath.of(sweep),
              needed(given, BY),
              needed(given, AGAINST),
              needed(given, OF),
              margin(given.settings().getOrDefault(MARGIN, "0.5"))));
    }
    Map<String, PairedComparison> all = new LinkedHashMap<>();
    List<PairedComparison> together = PairedComparison.together(found);
    for (int k = 0; k < together.size(); k++) {
      PairedComparison one = together.get(k);
      PairedComparison comparison = given.has(Flag.RANKED) ? one.ranked() : one;
      String name = String.valueOf(UserPath.of(given.words().get(k)).getFileName());
      if (found.size() > 1) {
        console.print(name + ":");
      }
      ContrastTable.lines(comparison).forEach(console::print);
      all.put(name, comparison);
    }
    String out = given.settings().get(OUT);
    if (out != null) {
      FigureRenderer.draw(UserPath.of(out), ContrastFigure.of(all));
      console.note("figure  " + out + ".png");
    }
    return Exit.DONE;
  }

  private static String needed(Arguments given, String key) {
    String value = given.settings().get(key);
    if (value == null) {
      throw new UserError("by= also needs " + key + "=; homeostat compare " + PAGE.synopsis());
    }
    return value;
  }

  private static double margin(String text) {
    try {
      double margin = Double.parseDouble(text);
      if (margin > 0) {
        return margin;
      }
    } catch (NumberFormatException e) {
      throw new UserError("margin=" + text + ": is no number of standard deviations");
    }
    throw new UserError("margin=" + text + ": must be above 0");
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
