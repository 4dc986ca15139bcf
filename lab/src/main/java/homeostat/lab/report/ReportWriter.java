package homeostat.lab.report;

import homeostat.array.AtomicFile;
import homeostat.lab.TimeSpan;
import homeostat.lab.UserError;
import homeostat.lab.figure.Figure.Lines;
import homeostat.lab.figure.render.FigureRenderer;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code report.html}: a run on one page that needs no network, made from the run's files alone.
 * Works on a run that has not finished, and says so.
 */
public final class ReportWriter {
  /** The page is kept below this by leaving pictures out, and saying which. */
  private static final int MOST_CHARACTERS = 7_500_000;

  private static final int WIDTH = 1700;
  private static final int NARROW = 1200;

  private final RunFiles run;
  private final Html html = new Html();
  private int pictures;

  private ReportWriter(RunFiles run) {
    this.run = run;
  }

  /**
   * Writes {@code report.html} into the folder of a run, atomically, over an earlier one.
   *
   * @throws UserError if the folder is none of a run or one of its files is damaged
   */
  public static void write(Path runFolder) {
    String page = new ReportWriter(RunFiles.read(runFolder)).page();
    AtomicFile.write(runFolder.resolve("report.html"), page);
  }

  private String page() {
    html.doctype().open("html", "lang", "en").open("head");
    html.single("meta", "charset", "utf-8");
    html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.single("meta", "name", "color-scheme", "content", "light dark");
    html.add("title", run.name() + " – Homeostat").style(ReportStyle.CSS).close("head");
    html.open("body").open("main");
    header();
    headline();
    metrics();
    figures();
    config();
    provenance();
    html.close("main");
    html.add("footer", "Made by Homeostat from the files in this folder.");
    return html.close("body").close("html").toString();
  }

  private void header() {
    html.open("header").add("h1", run.name()).open("p");
    html.add("span", run.status(), "class", run.complete() ? "badge good" : "badge");
    List<String> facts = new ArrayList<>();
    run.fact("kind").ifPresent(v -> facts.add(v));
    run.fact("seed").ifPresent(v -> facts.add("seed " + v));
    run.fact("start_time").ifPresent(v -> facts.add("started " + v));
    run.fact("duration_seconds").ifPresent(v -> facts.add("took " + duration(v)));
    commit(run).ifPresent(v -> facts.add("commit " + v));
    html.say(" " + String.join(" · ", facts)).close("p");
    if (!run.complete()) {
      html.add("p", unfinished(), "class", "notice", "role", "status");
    }
    run.fact("error").ifPresent(e -> html.add("pre", e, "class", "notice"));
    html.close("header");
  }

  private static String duration(String seconds) {
    try {
      return TimeSpan.words(Double.parseDouble(seconds));
    } catch (NumberFormatException e) {
      return seconds;
    }
  }

  private String unfinished() {
    String steps =
        run.fact("steps_done")
            .map(done -> ", " + done + run.fact("steps").map(n -> " of " + n).orElse("") + " steps")
            .orElse("");
    String gone = run.status().equals("dead") ? ", its process is gone" : "";
    String heard = run.fact("heartbeat").map(t -> ", last heard of " + t).orElse("");
    return "This run has not finished (status: "
        + run.status()
        + gone
        + steps
        + heard
        + "). What follows is what its files held when this page was made.";
  }

  /** The commit of the program that ran. */
  static Optional<String> commit(RunFiles run) {
    boolean dirty = run.fact("program.dirty").filter("true"::equals).isPresent();
    return run.fact("program.commit")
        .map(c -> c.substring(0, Math.min(12, c.length())) + (dirty ? ", with local changes" : ""));
  }

  private void headline() {
    html.open("section").add("h2", "Headline numbers");
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<String, Object> entry : run.summary().entrySet()) {
      String name = entry.getKey();
      if (name.startsWith("run.") || name.endsWith("/target")) {
        continue;
      }
      Optional<Object> target =
          name.endsWith("/mean")
              ? Optional.ofNullable(run.summary().get(name.replaceFirst("mean$", "target")))
              : Optional.empty();
      rows.add(
          List.of(
              name,
              Shown.value(entry.getValue()),
              target.map(Shown::value).orElse(""),
              target.map(t -> Shown.deviation(entry.getValue(), t)).orElse("")));
    }
    if (rows.isEmpty()) {
      html.add("p", "There is no summary yet; it is written when the run completes.");
    } else if (rows.stream().allMatch(r -> r.get(2).isEmpty())) {
      html.table(List.of("quantity", "value"), rows.stream().map(r -> r.subList(0, 2)).toList());
    } else {
      html.table(List.of("quantity", "value", "target", "deviation"), rows);
    }
    html.close("section");
  }

  private void metrics() {
    html.open("section").add("h2", "Metrics");
    List<Lines> panels = MetricPanels.of(run.metrics());
    if (panels.isEmpty()) {
      html.add("p", "No metrics have been logged.");
    } else {
      List<Lines> shown = panels.subList(0, Math.min(panels.size(), MetricPanels.MOST));
      BufferedImage image = FigureRenderer.image(MetricPanels.page(shown));
      String rest =
          panels.size() > shown.size()
              ? " " + (panels.size() - shown.size()) + " more groups are in the file."
              : "";
      String caption =
          "Metrics over the run, from training_metrics.csv ("
              + run.metrics().steps().length
              + " rows). Bands are standard deviations."
              + rest;
      picture(Picture.url(image, WIDTH), MetricPanels.words(shown), caption);
    }
    if (!run.metrics().note().isEmpty()) {
      html.add("p", run.metrics().note(), "class", "notice");
    }
    html.close("section");
  }

  private void figures() {
    List<FigureFile> files = FigureFile.of(run.folder());
    Set<String> stages = new LinkedHashSet<>();
    List<String> omitted = new ArrayList<>();
    html.open("section").add("h2", "Figures");
    if (files.isEmpty()) {
      html.add("p", "No figures have been drawn.");
    }
    for (FigureFile figure : files) {
      String path = run.folder().relativize(figure.file()).toString().replace('\\', '/');
      Optional<BufferedImage> image = Picture.read(figure.file());
      if (image.isEmpty()) {
        omitted.add(path + " (not a readable image)");
        continue;
      }
      String url = Picture.url(image.get(), WIDTH);
      if (pictures + url.length() > MOST_CHARACTERS / 2) {
        url = Picture.url(image.get(), NARROW);
      }
      if (pictures + url.length() > MOST_CHARACTERS) {
        omitted.add(path + " (the page would grow too large)");
        continue;
      }
      if (stages.add(figure.stage())) {
        html.add("h3", figure.stage());
      }
      String caption = figure.caption() + ". Full size, with its numbers beside it: " + path;
      picture(url, figure.caption() + ", " + figure.stage(), caption);
    }
    if (!omitted.isEmpty()) {
      html.add("p", "Not shown here: " + String.join(", ", omitted) + ".");
    }
    html.close("section");
  }

  private void picture(String url, String alternative, String caption) {
    pictures += url.length();
    html.open("figure").single("img", "alt", alternative, "src", url);
    html.add("figcaption", caption).close("figure");
  }

  private void config() {
    html.open("details").add("summary", "Configuration (" + run.config().size() + " values)");
    List<List<String>> rows = new ArrayList<>();
    run.config().forEach(line -> rows.add(List.of(line.key(), line.value(), line.origin())));
    html.table(List.of("key", "value", "origin"), rows).close("details");
  }

  private void provenance() {
    html.open("details").add("summary", "Provenance");
    List<List<String>> rows = new ArrayList<>();
    run.metadata().forEach((key, value) -> rows.add(List.of(key, value)));
    run.summary()
        .forEach((key, value) -> {
          if (key.startsWith("run.")) {
            rows.add(List.of(key, Shown.plain(value)));
          }
        });
    html.table(List.of("fact", "value"), rows).close("details");
  }
}
