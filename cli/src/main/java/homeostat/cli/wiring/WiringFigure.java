package homeostat.cli.wiring;

import homeostat.connectome.Connectome;
import homeostat.connectome.Nodes;
import homeostat.connectome.measure.Measures;
import homeostat.kernel.Csr;
import homeostat.lab.figure.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A connectome on one page: its weights as a heat map, large ones by blocks of nodes; the tails of
 * degrees, strengths and weights; density, reciprocity, components, self-loops and signs as shares;
 * and the eigenvalues, where the matrix is small.
 */
final class WiringFigure {
  private static final int MOST_CELLS = 400;
  private static final int MOST_LABELS = 60;

  private WiringFigure() {}

  static Figure of(Connectome connectome, Measures measures) {
    List<Figure.Panel> right = new ArrayList<>();
    right.add(new Figure.Panel(1, WiringShares.of(measures)));
    Eigenvalues.of(connectome.weights(), measures.spectralRadius())
        .ifPresent(figure -> right.add(new Figure.Panel(1, figure)));
    return new Figure.Board(
        "",
        List.of(
            new Figure.Column(1.9, List.of(new Figure.Panel(1, matrix(connectome, measures)))),
            new Figure.Column(
                1,
                List.of(
                    new Figure.Panel(1, Tails.degrees(connectome.weights())),
                    new Figure.Panel(1, Tails.strengths(connectome.weights())),
                    new Figure.Panel(1, Tails.weights(connectome.weights())))),
            new Figure.Column(1, right)),
        15,
        7.5);
  }

  private static Figure matrix(Connectome connectome, Measures measures) {
    Csr w = connectome.weights();
    int block = Math.max(1, Math.ceilDiv(w.rows(), MOST_CELLS));
    int cells = Math.ceilDiv(w.rows(), block);
    double[][] values = new double[cells][cells];
    Arrays.stream(values).forEach(row -> Arrays.fill(row, Double.NaN));
    for (int i = 0; i < w.rows(); i++) {
      for (int e = w.offsets()[i]; e < w.offsets()[i + 1]; e++) {
        int column = w.columns()[e] / block;
        double before = values[i / block][column];
        values[i / block][column] = (Double.isNaN(before) ? 0 : before) + w.values()[e];
      }
    }
    String unit = block == 1 ? "" : ", blocks of " + block;
    List<String> labels = labels(connectome.nodes());
    boolean log =
        Arrays.stream(values).flatMapToDouble(Arrays::stream).noneMatch(v -> v <= 0)
            && measures.weights().max() > 50 * measures.weights().min();
    String value = block == 1 ? "weight" : "sum of weights";
    return new Figure.HeatMap(
        title(measures),
        Figure.Axis.of("receiver" + unit),
        Figure.Axis.of("sender" + unit),
        values,
        labels,
        labels,
        log ? Figure.Axis.log(value) : Figure.Axis.of(value),
        false);
  }

  private static List<String> labels(Nodes nodes) {
    return nodes instanceof Nodes.Named named && named.count() <= MOST_LABELS
        ? named.names()
        : List.of();
  }

  private static String title(Measures m) {
    return String.format(
        Locale.ROOT,
        "%d nodes, %d connections, spectral radius %.4g%s",
        m.nodes(),
        m.connections(),
        m.spectralRadius().value(),
        m.spectralRadius().converged() ? "" : " (not converged)");
  }
}
