package homeostat.kinds.lyapunov.training;

import homeostat.array.AtomicFile;
import homeostat.array.CsvTable;
import homeostat.kinds.lyapunov.figures.SweepFigures;
import homeostat.lab.SweepCollector;
import homeostat.lab.figure.render.FigureRenderer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well networks converged across a sweep: of every sample, the mean of the loss and of the
 * summed gradient norms over the last epochs, and the exponents in the end; a table, and figures.
 */
public final class TrainingSweep implements SweepCollector {
  private static final int LAST = 50;

  @Override
  public String kind() {
    return "spectrum-training";
  }

  @Override
  public List<String> collect(Path sweep, List<String> repeats, List<Finished> cells) {
    StringBuilder csv = new StringBuilder();
    List<SweepFigures.Point> points = new ArrayList<>();
    for (Finished cell : cells) {
      if (csv.isEmpty()) {
        csv.append(String.join(",", cell.axes().keySet()));
        csv.append(csv.isEmpty() ? "" : ",").append("sample,loss_last,gradient_last\n");
      }
      Map<String, String> varied = new LinkedHashMap<>(cell.axes());
      varied.keySet().removeAll(repeats);
      String place = String.join(", ", varied.values());
      double[][] spectra = spectra(cell.folder().resolve("results.csv"));
      double[] raw = raw(cell.folder().resolve(RawSpectra.TABLE), spectra.length);
      double[][] last = last(cell.folder().resolve("training_metrics.csv"), spectra.length);
      for (int s = 0; s < spectra.length; s++) {
        cell.axes().values().forEach(value -> csv.append(value).append(','));
        csv.append(s).append(',').append(last[s][0]).append(',').append(last[s][1]).append('\n');
        points.add(new SweepFigures.Point(place, last[s][0], last[s][1], spectra[s], raw[s]));
      }
    }
    if (points.isEmpty()) {
      return List.of();
    }
    AtomicFile.write(sweep.resolve("convergence.csv"), csv.toString());
    List<String> names = new ArrayList<>(cells.getFirst().axes().keySet());
    names.removeAll(repeats);
    String axis = names.isEmpty() ? "run" : String.join(", ", names);
    FigureRenderer.draw(
        sweep.resolve("figures").resolve("convergence"), SweepFigures.convergence(axis, points));
    FigureRenderer.draw(
        sweep.resolve("figures").resolve("spectra"), SweepFigures.spectra(axis, points));
    if (points.stream().noneMatch(point -> Double.isNaN(point.raw()))) {
      FigureRenderer.draw(
          sweep.resolve("figures").resolve("raw_variance"), SweepFigures.raw(axis, points));
    }
    return List.of("how networks converged: convergence.csv and figures/ in " + sweep);
  }

  /** Variance of the raw spectrum around -1, [sample]; not a number where it was not asked for. */
  private static double[] raw(Path file, int samples) {
    double[] out = new double[samples];
    java.util.Arrays.fill(out, Double.NaN);
    if (Files.exists(file)) {
      try (CsvTable table = CsvTable.open(file)) {
        while (table.next()) {
          out[table.intAt(table.column("sample"))] = table.number(table.column("variance"));
        }
      }
    }
    return out;
  }

  /** Exponents after training, [sample][k]. */
  private static double[][] spectra(Path file) {
    List<List<Double>> samples = new ArrayList<>();
    try (CsvTable table = CsvTable.open(file)) {
      while (table.next()) {
        int sample = table.intAt(table.column("sample"));
        while (samples.size() <= sample) {
          samples.add(new ArrayList<>());
        }
        samples.get(sample).add(table.number(table.column("after")));
      }
    }
    return samples.stream()
        .map(list -> list.stream().mapToDouble(v -> v).toArray())
        .toArray(double[][]::new);
  }

  /** Mean loss, and mean sum of gradient norms, over the last epochs, [sample][2]. */
  private static double[][] last(Path file, int samples) {
    double[][] sums = new double[samples][2];
    List<double[][]> rows = new ArrayList<>();
    try (CsvTable table = CsvTable.open(file)) {
      while (table.next()) {
        double[][] row = new double[samples][2];
        for (int s = 0; s < samples; s++) {
          String place = samples == 1 ? "" : "/sample_" + s;
          row[s][0] = table.number(table.column("loss" + place));
          for (String trained : List.of("weights", "gains", "shifts")) {
            row[s][1] += table.number(table.column("grad_" + trained + place));
          }
        }
        rows.add(row);
      }
    }
    List<double[][]> kept = rows.subList(Math.max(0, rows.size() - LAST), rows.size());
    for (double[][] row : kept) {
      for (int s = 0; s < samples; s++) {
        sums[s][0] += row[s][0] / kept.size();
        sums[s][1] += row[s][1] / kept.size();
      }
    }
    return sums;
  }
}
