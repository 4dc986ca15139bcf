package homeostat.kinds.dale;

import homeostat.dale.recurrent.CellKind;
import homeostat.dale.recurrent.DaleSequence;
import homeostat.gradient.Parameters;
import homeostat.lab.TrainedSystem;
import homeostat.rate.StackedCells;
import homeostat.rate.StackedCells.Cell;
import homeostat.rate.StackedCells.F;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Recurrent cells left to themselves, h(t) = f(W h(t - 1) + b) without input, with W = Wex - Wei
 * Wix of split cells: for Lyapunov spectra. Plain and subtractive cells.
 */
final class SequenceDynamics {
  private SequenceDynamics() {}

  static Optional<TrainedSystem> of(DaleSequence network, Parameters parameters) {
    Optional<F> f =
        switch (network.activation()) {
          case NONE -> Optional.of(F.LINEAR);
          case RELU -> Optional.of(F.RECTIFIED);
          case TANH -> Optional.of(F.TANH);
          default -> Optional.empty();
        };
    if (network.kind() == CellKind.SHUNT || f.isEmpty()) {
      return Optional.empty();
    }
    List<Cell> cells = new ArrayList<>();
    int below = 0;
    for (int i = 0; i < network.widths().size(); i++) {
      String cell = network.cell(i) + ".";
      int units = network.widths().get(i);
      boolean split = network.kind().split();
      double[] up = i == 0 ? new double[0] : weights(parameters, cell + "U", below, split);
      cells.add(
          new Cell(
              weights(parameters, cell + "W", units, split), up, wide(parameters, cell + "bias")));
      below = units;
    }
    StackedCells step = new StackedCells(cells, f.get());
    double[] start = new double[step.size()];
    int at = 0;
    for (int i = 0; i < network.widths().size(); i++) {
      double[] first = wide(parameters, network.cell(i) + ".h0");
      if (network.learnedStart()) {
        System.arraycopy(first, 0, start, at, first.length);
      }
      at += first.length;
    }
    return Optional.of(new TrainedSystem(() -> step, start));
  }

  /** W, or Wex - Wei Wix. */
  private static double[] weights(Parameters parameters, String path, int inputs, boolean split) {
    if (!split) {
      return wide(parameters, path);
    }
    double[] w = wide(parameters, path + "ex");
    double[] wei = wide(parameters, path + "ei");
    double[] wix = wide(parameters, path + "ix");
    int inhibitory = wix.length / inputs;
    for (int i = 0; i < w.length / inputs; i++) {
      for (int k = 0; k < inhibitory; k++) {
        for (int j = 0; j < inputs; j++) {
          w[i * inputs + j] -= wei[i * inhibitory + k] * wix[k * inputs + j];
        }
      }
    }
    return w;
  }

  private static double[] wide(Parameters parameters, String name) {
    float[] values = parameters.get(name).values();
    double[] wide = new double[values.length];
    Arrays.setAll(wide, i -> values[i]);
    return wide;
  }
}
