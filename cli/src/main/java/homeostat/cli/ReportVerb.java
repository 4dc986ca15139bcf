package homeostat.cli;

import homeostat.lab.report.ReportWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code report RUN}: the page of a run, made anew from its files. */
final class ReportVerb implements Verb {
  private static final Page PAGE =
      new Page(
          "report",
          Group.RESULTS,
          "RUN",
          "make a run's report.html anew from its files",
          Set.of(),
          1,
          """
          Writes report.html into the folder of a run: one page that needs no network, with headline
          numbers, metrics, figures, settings and where everything came from. Works on a run that
          has not finished, and says so.

          Example
            homeostat report runs/quick-20260101-120000-ab12
          """);

  @Override
  public Page page() {
    return PAGE;
  }

  @Override
  public int run(List<String> arguments, Console console) {
    Arguments given = Arguments.parse(arguments, PAGE).withoutSettings(PAGE);
    Path folder = UserPath.of(given.word(0, PAGE));
    ReportWriter.write(folder);
    console.print("report  " + folder.resolve("report.html"));
    return Exit.DONE;
  }
}
