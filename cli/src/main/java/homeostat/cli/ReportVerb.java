package homeostat.cli;

import homeostat.lab.UserError;
import homeostat.lab.record.RunFolder;
import homeostat.lab.report.ReportWriter;
import homeostat.lab.report.SweepPage;
import homeostat.lab.sweep.SweepFile;
import homeostat.lab.sweep.SweepFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code report RUN} and {@code report SWEEP ...}: pages made anew from files. */
final class ReportVerb implements Verb {
  private static final String OUT = "out";
  private static final Page PAGE =
      new Page(
          "report",
          Group.RESULTS,
          "RUN | SWEEP [SWEEP ... out=FOLDER]",
          "make the report.html of a run or of sweeps anew from files",
          Set.of(),
          Integer.MAX_VALUE,
          """
          Writes report.html into the folder of a run: one page that needs no network, with headline
          numbers, metrics, figures, settings and where everything came from. Works on a run that
          has not finished, and says so.

          Of a sweep whose cells kept their folders (keep=true), makes the figures and tables over all
          cells that its kind knows how to make, and a page of them. Several sweeps of one kind are
          taken as one, for example conditions that were searched with the same draws; out=FOLDER
          then says where files go.

          Examples
            homeostat report runs/quick-20260101-120000-ab12
            homeostat report runs/dann-20260101-* runs/homeostatic-20260101-* out=comparison
          """);

  @Override
  public Page page() {
    return PAGE;
  }

  @Override
  public int run(List<String> arguments, Console console) {
    Arguments given = Arguments.parse(arguments, PAGE).allowing(Set.of(OUT));
    Path first = UserPath.of(given.word(0, PAGE));
    if (SweepFile.in(new RunFolder(first))) {
      return sweeps(given, console);
    }
    if (given.words().size() > 1) {
      throw new UserError(
          first
              + ": not the folder of a sweep; runs are reported one by one, or compared with:"
              + " homeostat compare");
    }
    if (given.settings().containsKey(OUT)) {
      throw new UserError("out= is for sweeps; the page of a run is in its folder");
    }
    ReportWriter.write(first);
    console.print("report  " + first.resolve("report.html"));
    return Exit.DONE;
  }

  private static int sweeps(Arguments given, Console console) {
    List<Path> sweeps = given.words().stream().map(UserPath::of).toList();
    String out = given.settings().get(OUT);
    if (out == null && sweeps.size() > 1) {
      throw new UserError(
          "several sweeps have no folder in common; say where files go, for example"
              + " out=comparison");
    }
    Path to = out == null ? sweeps.getFirst() : UserPath.of(out);
    List<String> told = SweepFiles.make(to, sweeps);
    told.forEach(console::print);
    if (told.isEmpty()) {
      throw new UserError(
          "there are no figures over all cells for sweeps of this kind; the table is "
              + sweeps.getFirst().resolve("results.csv"));
    }
    SweepPage.write(to, String.valueOf(to.toAbsolutePath().normalize().getFileName()), sweeps);
    console.print("report  " + to.resolve("report.html"));
    return Exit.DONE;
  }
}
