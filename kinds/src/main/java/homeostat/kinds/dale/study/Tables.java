package homeostat.kinds.dale.study;

import homeostat.array.AtomicFile;
import homeostat.lab.record.Csv;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The tables of a study: accuracy of each condition under each light, and the test of Mann and
 * Whitney between conditions, under each light and over all.
 */
record Tables(Study study) {

  void write(Path folder) {
    AtomicFile.write(folder.resolve("accuracy.csv"), accuracy());
    AtomicFile.write(folder.resolve("mann_whitney.csv"), tests());
  }

  private String accuracy() {
    StringBuilder text =
        new StringBuilder(
            Csv.line(
                List.of(
                    "condition",
                    "brightness",
                    "networks",
                    "left_out_at_chance",
                    "best_taken",
                    "median_of_best",
                    "sd_of_best",
                    "median_of_all",
                    "sd_of_all")));
    for (String condition : study.conditions()) {
      for (double brightness : study.brightnesses()) {
        double[] all = Study.each(study.of(condition, brightness), Trained::accuracy);
        double[] best = Study.best(all, Study.BEST);
        long lost =
            study.lost().stream()
                .filter(run ->
                    run.setting().condition().equals(condition)
                        && run.setting().brightness() == brightness)
                .count();
        if (all.length > 0) {
          text.append(
              Csv.line(
                  List.of(
                      condition,
                      Csv.cell(brightness),
                      Csv.cell((long) all.length),
                      Csv.cell(lost),
                      Csv.cell((long) best.length),
                      percent(Study.median(best)),
                      percent(Study.deviation(best)),
                      percent(Study.median(all)),
                      percent(Study.deviation(all)))));
        }
      }
    }
    return text.toString();
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private String tests() {
    StringBuilder text =
        new StringBuilder(
            Csv.line(List.of("brightness", "first", "second", "n_first", "n_second", "u", "p")));
    List<String> conditions = study.conditions();
    for (int i = 0; i < conditions.size(); i++) {
      for (int j = i + 1; j < conditions.size(); j++) {
        String first = conditions.get(i);
        String second = conditions.get(j);
        for (double brightness : study.brightnesses()) {
          test(
              text,
              Csv.cell(brightness),
              first,
              second,
              Study.each(study.of(first, brightness), Trained::accuracy),
              Study.each(study.of(second, brightness), Trained::accuracy));
        }
        if (study.brightnesses().length > 1) {
          test(
              text,
              "all",
              first,
              second,
              Study.each(study.of(first), Trained::accuracy),
              Study.each(study.of(second), Trained::accuracy));
        }
      }
    }
    return text.toString();
  }

  private static void test(
      StringBuilder text, String light, String first, String second, double[] x, double[] y) {
    if (x.length > 0 && y.length > 0) {
      MannWhitney test = MannWhitney.of(x, y);
      text.append(
          Csv.line(
              List.of(
                  light,
                  first,
                  second,
                  Csv.cell((long) x.length),
                  Csv.cell((long) y.length),
                  Csv.cell(test.u()),
                  String.format(Locale.ROOT, "%.3g", test.p()))));
    }
  }
}
