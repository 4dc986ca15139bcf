package homeostat.lab.report;

import homeostat.array.AtomicFile;
import homeostat.array.CsvTable;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code report.html} of sweeps: the figures in {@code figures/} and the tables in {@code tables/}
 * of a folder, on one page that needs no network.
 */
public final class SweepPage {
  private static final int WIDTH = 1700;
  private static final int MOST_ROWS = 500;

  private SweepPage() {}

  /**
   * Writes the page into a folder.
   *
   * @param title of the page
   * @param sweeps whose cells it shows
   */
  public static void write(Path folder, String title, List<Path> sweeps) {
    Html html = new Html();
    html.doctype().open("html", "lang", "en").open("head");
    html.single("meta", "charset", "utf-8");
    html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.single("meta", "name", "color-scheme", "content", "light dark");
    html.add("title", title + " – Homeostat").style(ReportStyle.CSS).close("head");
    html.open("body").open("main").open("header").add("h1", title);
    html.add("p", "Cells of " + String.join(", ", sweeps.stream().map(Path::toString).toList()));
    html.close("header");
    figures(html, folder);
    for (Path table : tables(folder)) {
      table(html, table);
    }
    html.close("main");
    html.add("footer", "Made by Homeostat from the files in these folders.");
    String page = html.close("body").close("html").toString();
    AtomicFile.write(folder.resolve("report.html"), page);
  }

  private static void figures(Html html, Path folder) {
    html.open("section").add("h2", "Figures");
    for (FigureFile figure : FigureFile.of(folder)) {
      Optional<BufferedImage> image = Picture.read(figure.file());
      String path = folder.relativize(figure.file()).toString().replace('\\', '/');
      if (image.isPresent()) {
        html.open("figure");
        html.single("img", "alt", figure.caption(), "src", Picture.url(image.get(), WIDTH));
        html.add(
            "figcaption", figure.caption() + ". Full size, with its numbers beside it: " + path);
        html.close("figure");
      } else {
        html.add("p", path + " is not a readable image.", "class", "notice");
      }
    }
    html.close("section");
  }

  private static List<Path> tables(Path folder) {
    Path tables = folder.resolve("tables");
    if (!Files.isDirectory(tables)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(tables)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + tables + ": " + e, e);
    }
  }

  private static void table(Html html, Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.csv$", "");
    html.open("section").add("h2", name.replace('_', ' '));
    List<List<String>> rows = new ArrayList<>();
    List<String> heading;
    try (CsvTable table = CsvTable.open(file)) {
      heading = table.header();
      while (table.next() && rows.size() < MOST_ROWS) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < heading.size(); i++) {
          row.add(table.text(i));
        }
        rows.add(row);
      }
    }
    html.table(heading, rows);
    if (rows.size() == MOST_ROWS) {
      html.add("p", "The first " + MOST_ROWS + " rows of " + file.getFileName() + ".");
    }
    html.close("section");
  }
}
