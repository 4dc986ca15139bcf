package homeostat.rate;

import homeostat.kernel.DoubleMatrix;
import homeostat.kernel.Kernels;
import homeostat.kernel.Workspace;

/**
 * The recurrent weights of a cell, gate after gate, for a constant input.
 *
 * @param units number of units H
 * @param gates number of gates G
 * @param weights W, [G H][H]
 * @param input what the input adds to each gate, its own bias included, [G H]
 * @param bias the recurrent bias, [G H]
 */
public record CellWeights(int units, int gates, double[] weights, double[] input, double[] bias) {
  public CellWeights {
    int rows = gates * units;
    if (weights.length != rows * units || input.length != rows || bias.length != rows) {
      throw new IllegalArgumentException(
          "%d gates of %d units have %d x %d weights and %d biases each, but there are %d weights,"
                  .formatted(gates, units, rows, units, rows, weights.length)
              + " %d input biases and %d recurrent ones".formatted(input.length, bias.length));
    }
    for (int e = 0; e < weights.length; e++) {
      if (!Double.isFinite(weights[e])) {
        throw new IllegalArgumentException(
            "recurrent weight [" + e / units + "][" + e % units + "] is " + weights[e]);
      }
    }
    requireFinite("input bias", input);
    requireFinite("recurrent bias", bias);
  }

  private static void requireFinite(String what, double[] values) {
    for (int e = 0; e < values.length; e++) {
      if (!Double.isFinite(values[e])) {
        throw new IllegalArgumentException(what + " [" + e + "] is " + values[e]);
      }
    }
  }

  /** W h + bias, [G H]. */
  double[] recurrent(double[] h) {
    double[] out = bias.clone();
    DoubleMatrix w = DoubleMatrix.of(weights, gates * units, units);
    Kernels.active().dense().gemv(1, w, h, 0, 1, out, 0);
    return out;
  }

  /** W V, [G H][columns]; V are the first H rows of a frame. */
  double[] recurrent(double[] frame, int columns, Workspace workspace) {
    double[] out = new double[gates * units * columns];
    Kernels.active()
        .dense()
        .gemm(
            1.0,
            DoubleMatrix.of(weights, gates * units, units),
            new DoubleMatrix(frame, 0, units, columns, columns, false),
            0.0,
            DoubleMatrix.of(out, gates * units, columns),
            workspace);
    return out;
  }

  static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }
}
