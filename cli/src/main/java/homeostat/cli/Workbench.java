package homeostat.cli;

import homeostat.kernel.Kernels;
import homeostat.lab.Row;
import homeostat.lab.figure.render.FigureRenderer;
import homeostat.lab.report.ReportWriter;
import homeostat.lab.report.Shown;
import homeostat.lab.run.Ended;
import homeostat.lab.run.Interrupts;
import homeostat.lab.run.Outcome;
import homeostat.lab.run.Progress;
import homeostat.lab.run.Surroundings;
import homeostat.lab.sweep.SweepEnded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What verbs that run experiments share: where a run gets its surroundings, how its end is told.
 */
final class Workbench {
  private static final String REPORT = "report.html";
  private static final String TABLE = "results.csv";

  private Workbench() {}

  /** Works in surroundings that listen to the signals of this process. */
  static <T> T work(Console console, boolean quiet, Function<Surroundings, T> work) {
    Progress progress = new Progress(console.err(), console.terminal(), quiet);
    Kernels kernels = Kernels.active();
    if (kernels.name().equals("scalar")) {
      console.quiet(quiet).note("computing on the slow scalar kernels: " + kernels.reason());
    }
    try (Interrupts interrupts = Interrupts.ofProcess(progress::note)) {
      return work.apply(
          new Surroundings(
              progress, FigureRenderer::draw, ReportWriter::write, interrupts, kernels.name()));
    }
  }

  /** Prints how a run ended, and gives its exit status. */
  static int toldRun(Console console, Ended ended) {
    Path folder = ended.folder().path();
    if (ended.outcome() instanceof Outcome.Completed completed) {
      numbers(completed.summary()).forEach(console::print);
      console.print("run     " + folder);
      if (Files.exists(folder.resolve(REPORT))) {
        console.print("report  " + folder.resolve(REPORT));
      }
    } else {
      console.print("run     " + folder);
    }
    return ended.outcome().exitStatus();
  }

  /** Prints how a sweep ended, and gives its exit status. */
  static int toldSweep(Console console, SweepEnded ended) {
    Path folder = ended.folder().path();
    console.print("cells   " + ended.completed() + " completed, " + ended.failed() + " failed");
    console.print("sweep   " + folder);
    if (Files.exists(folder.resolve(TABLE))) {
      console.print("table   " + folder.resolve(TABLE));
    }
    ended
        .winner()
        .ifPresent(best -> {
          console.print("best    " + best.cell() + " (score " + Shown.value(best.score()) + ")");
          console.print("config  " + folder.resolve("best.toml"));
        });
    return ended.exitStatus();
  }

  private static List<String> numbers(Row summary) {
    int width = summary.asMap().keySet().stream().mapToInt(String::length).max().orElse(0);
    return summary.asMap().entrySet().stream()
        .map(entry ->
            entry.getKey() + " ".repeat(width - entry.getKey().length() + 2) + shown(entry))
        .toList();
  }

  private static String shown(Map.Entry<String, Object> entry) {
    return Shown.value(entry.getValue());
  }
}
