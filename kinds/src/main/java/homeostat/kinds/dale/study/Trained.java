package homeostat.kinds.dale.study;

import homeostat.array.CsvTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A trained network: what it was, and what was measured after each epoch.
 *
 * @param setting what it was
 * @param columns of its {@code training_metrics.csv}, [epoch]
 */
record Trained(Setting setting, Map<String, double[]> columns) {
  private static final Pattern LAYER = Pattern.compile("(test|validation)_(.+)_mu");

  /**
   * What is told apart and what is paired.
   *
   * @param condition what the network is and how it learns, in words
   * @param brightness largest random shift of brightness in training
   * @param lambda strength of its local loss; NaN without one
   * @param pairing what two networks of a pair have in common: rates, sizes, seed
   */
  record Setting(String condition, double brightness, double lambda, String pairing) {
    /** The same under a longer name. */
    Setting with(String suffix) {
      return new Setting(condition + suffix, brightness, lambda, pairing);
    }
  }

  /** A measure of each layer. */
  enum Measure {
    MEAN("%2$s_%1$s_mu"),
    VARIANCE("%2$s_%1$s_var"),
    OUTPUT_ALIGNMENT("output_alignment_%1$s"),
    GRADIENT_ALIGNMENT("gradient_alignment_%1$s"),
    EIGENVALUE("gradient_eigenvalue_max_%1$s");

    private final String column;

    Measure(String column) {
      this.column = column;
    }
  }

  /** With the metrics of a run. */
  static Trained read(Setting setting, Path metrics) {
    Map<String, List<Double>> columns = new LinkedHashMap<>();
    try (CsvTable table = CsvTable.open(metrics)) {
      List<String> names = table.header();
      names.forEach(name -> columns.put(name, new ArrayList<>()));
      while (table.next()) {
        for (int i = 0; i < names.size(); i++) {
          double value = table.isEmpty(i) ? Double.NaN : table.number(i);
          columns.getOrDefault(names.get(i), new ArrayList<>()).add(value);
        }
      }
    }
    Map<String, double[]> all = new LinkedHashMap<>();
    columns.forEach((name, values) ->
        all.put(name, values.stream().mapToDouble(Double::doubleValue).toArray()));
    return new Trained(setting, all);
  }

  /** What the images that judge are: {@code test} or {@code validation}. */
  String purpose() {
    return columns.containsKey("test_accuracy") ? "test" : "validation";
  }

  /** Share of the images that judge that were classified rightly in the end, in %. */
  double accuracy() {
    return last(columns.getOrDefault(purpose() + "_accuracy", new double[0]));
  }

  /** Epochs that have been trained. */
  double[] epochs() {
    return columns.getOrDefault("epoch", new double[0]);
  }

  /** A measure after each epoch, its mean over the layers; empty if it was not taken. */
  double[] course(Measure measure) {
    List<double[]> layers = new ArrayList<>();
    for (String name : columns.keySet()) {
      Matcher layer = LAYER.matcher(name);
      if (layer.matches()) {
        double[] column = columns.get(measure.column.formatted(layer.group(2), layer.group(1)));
        if (column != null) {
          layers.add(column);
        }
      }
    }
    double[] mean = new double[layers.isEmpty() ? 0 : layers.getFirst().length];
    for (double[] layer : layers) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += layer[i] / layers.size();
      }
    }
    return mean;
  }

  /** A measure after the last epoch; NaN if it was not taken. */
  double end(Measure measure) {
    return last(course(measure));
  }

  private static double last(double[] values) {
    return values.length == 0 ? Double.NaN : values[values.length - 1];
  }
}
