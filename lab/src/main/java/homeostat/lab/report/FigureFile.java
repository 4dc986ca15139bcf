package homeostat.lab.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A picture that a run left.
 *
 * @param stage which part of the run it shows, for a heading
 */
record FigureFile(String stage, Path file) {
  private static final Pattern NUMBER = Pattern.compile("(\\d+)$");

  /** A caption made from the file's name. */
  String caption() {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.png$", "");
    String words = name.replaceAll("[_-]+", " ").strip();
    return words.isEmpty()
        ? "Figure"
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /**
   * The pictures worth showing: those of the last step in {@code figures/}, those that lie there
   * without a step, then those of other stages ({@code final_state/figures}, {@code
   * initial_state/figures}).
   */
  static List<FigureFile> of(Path run) {
    List<FigureFile> found = new ArrayList<>();
    Path figures = run.resolve("figures");
    List<Path> steps = folders(figures);
    steps.stream()
        .filter(f -> !pngs(f).isEmpty())
        .max(Comparator.comparingLong(FigureFile::number).thenComparing(Path::toString))
        .ifPresent(last -> add(title(last), last, found));
    add("Figures", figures, found);
    List<Path> stages = new ArrayList<>(folders(run));
    stages.remove(figures);
    stages.sort(Comparator.comparing(FigureFile::order).thenComparing(Path::toString));
    for (Path stage : stages) {
      add(title(stage), stage.resolve("figures"), found);
    }
    return List.copyOf(found);
  }

  /** The end first, the start last. */
  private static int order(Path stage) {
    String name = String.valueOf(stage.getFileName());
    return name.startsWith("final") ? 0 : name.startsWith("initial") ? 2 : 1;
  }

  private static void add(String stage, Path folder, List<FigureFile> found) {
    pngs(folder).forEach(png -> found.add(new FigureFile(stage, png)));
  }

  private static String title(Path folder) {
    String name = String.valueOf(folder.getFileName());
    Matcher number = NUMBER.matcher(name);
    String words = number.replaceFirst("").replaceAll("[_-]+", " ").strip();
    String start = words.isEmpty() ? "Step" : words;
    String text = number.reset().find() ? start + " " + Long.parseLong(number.group()) : start;
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static long number(Path folder) {
    Matcher number = NUMBER.matcher(String.valueOf(folder.getFileName()));
    return number.find() && number.group().length() < 18 ? Long.parseLong(number.group()) : -1;
  }

  private static List<Path> folders(Path folder) {
    return list(folder).stream().filter(Files::isDirectory).toList();
  }

  private static List<Path> pngs(Path folder) {
    return list(folder).stream()
        .filter(f -> f.toString().endsWith(".png") && Files.isRegularFile(f))
        .filter(f -> !String.valueOf(f.getFileName()).startsWith("."))
        .toList();
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder + ": " + e, e);
    }
  }
}
