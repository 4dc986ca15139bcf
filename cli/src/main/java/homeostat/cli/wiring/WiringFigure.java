package homeostat.cli.wiring;

import homeostat.connectome.Connectome;
import homeostat.kernel.Csr;
import homeostat.lab.figure.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A connectome: its weights as a heat map, large ones by blocks of nodes, beside the distributions
 * of degrees and weights.
 */
final class WiringFigure {
  private static final int MOST = 400;
  private static final int BINS = 40;

  private WiringFigure() {}

  static Figure of(Connectome connectome) {
    return new Figure.Board(
        "",
        List.of(
            new Figure.Column(1.5, List.of(new Figure.Panel(1, matrix(connectome)))),
            new Figure.Column(
                1,
                List.of(
                    new Figure.Panel(1, degrees(connectome.weights())),
                    new Figure.Panel(1, weights(connectome.weights()))))),
        11,
        6);
  }

  private static Figure degrees(Csr w) {
    return new Figure.Histogram(
        "Degrees",
        Figure.Axis.of("connections of a node"),
        Figure.Axis.of("nodes"),
        BINS,
        List.of(
            new Figure.Sample("out", Figure.Ink.cycle(0), degree(w)),
            new Figure.Sample("in", Figure.Ink.cycle(1), degree(w.transpose()))),
        List.of());
  }

  private static double[] degree(Csr w) {
    double[] degrees = new double[w.rows()];
    Arrays.setAll(degrees, i -> w.offsets()[i + 1] - w.offsets()[i]);
    return degrees;
  }

  private static Figure weights(Csr w) {
    double[] excite =
        IntStream.range(0, w.entries())
            .mapToDouble(e -> w.values()[e])
            .filter(v -> v > 0)
            .map(Math::log10)
            .toArray();
    double[] inhibit =
        IntStream.range(0, w.entries())
            .mapToDouble(e -> -w.values()[e])
            .filter(v -> v > 0)
            .map(Math::log10)
            .toArray();
    List<Figure.Sample> samples = new ArrayList<>();
    if (excite.length > 0) {
      samples.add(new Figure.Sample("positive", Figure.Ink.cycle(0), excite));
    }
    if (inhibit.length > 0) {
      samples.add(new Figure.Sample("negative", Figure.Ink.cycle(1), inhibit));
    }
    return new Figure.Histogram(
        "Weights",
        Figure.Axis.of("log10 of the absolute weight"),
        Figure.Axis.of("connections"),
        BINS,
        samples,
        List.of());
  }

  private static Figure matrix(Connectome connectome) {
    Csr w = connectome.weights();
    int block = Math.max(1, Math.ceilDiv(w.rows(), MOST));
    int cells = Math.ceilDiv(w.rows(), block);
    double[][] values = new double[cells][cells];
    if (block == 1) {
      Arrays.stream(values).forEach(row -> Arrays.fill(row, Double.NaN));
    }
    for (int i = 0; i < w.rows(); i++) {
      for (int e = w.offsets()[i]; e < w.offsets()[i + 1]; e++) {
        int column = w.columns()[e] / block;
        double before = block == 1 ? 0 : values[i / block][column];
        values[i / block][column] = before + w.values()[e];
      }
    }
    String unit = block == 1 ? "" : ", blocks of " + block;
    return new Figure.HeatMap(
        "",
        Figure.Axis.of("receiver" + unit),
        Figure.Axis.of("sender" + unit),
        values,
        List.of(),
        List.of(),
        block == 1 ? "weight" : "sum of weights",
        false);
  }
}
