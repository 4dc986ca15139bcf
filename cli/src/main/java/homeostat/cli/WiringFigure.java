package homeostat.cli;

import homeostat.connectome.Connectome;
import homeostat.kernel.Csr;
import homeostat.lab.figure.Figure;
import java.util.Arrays;
import java.util.List;

/** The weights of a connectome as a heat map; large ones by blocks of nodes. */
final class WiringFigure {
  private static final int MOST = 400;

  private WiringFigure() {}

  static Figure of(Connectome connectome) {
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
