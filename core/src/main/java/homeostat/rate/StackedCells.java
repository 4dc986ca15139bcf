package homeostat.rate;

import homeostat.dynamics.TangentStep;
import homeostat.kernel.DoubleMatrix;
import homeostat.kernel.Kernels;
import homeostat.kernel.Workspace;
import java.util.List;

/**
 * Recurrent cells one above the other, left to themselves:
 *
 * <pre>
 * h_0(t) = f(W_0 h_0(t - 1) + b_0),   h_i(t) = f(W_i h_i(t - 1) + U_i h_(i-1)(t) + b_i)
 * </pre>
 *
 * <p>with the states of all cells, from below, as one. A step takes the time 1.
 *
 * @param cells from below
 * @param f of all units
 */
public record StackedCells(List<Cell> cells, F f) implements TangentStep {
  /** What a unit makes of its sum. */
  public enum F {
    LINEAR,
    RECTIFIED,
    TANH
  }

  /**
   * A cell.
   *
   * @param recurrent W, [unit][unit]
   * @param below U, [unit][unit of the cell below]; empty for the lowest
   * @param bias b
   */
  public record Cell(double[] recurrent, double[] below, double[] bias) {}

  public StackedCells {
    cells = List.copyOf(cells);
  }

  @Override
  public int size() {
    return cells.stream().mapToInt(cell -> cell.bias.length).sum();
  }

  @Override
  public double duration() {
    return 1;
  }

  @Override
  public void step(long n, double[] x, double[] next) {
    step(n, x, new double[0], 0, next, new double[0]);
  }

  @Override
  public void step(
      long n, double[] x, double[] frame, int columns, double[] next, double[] nextFrame) {
    Workspace workspace = new Workspace();
    int from = 0;
    int under = 0;
    for (Cell cell : cells) {
      int units = cell.bias.length;
      DoubleMatrix w = DoubleMatrix.of(cell.recurrent, units, units);
      double[] sum = cell.bias.clone();
      add(w, x, 1, from, sum, workspace);
      double[] tangent = new double[units * columns];
      if (columns > 0) {
        add(w, frame, columns, from, tangent, workspace);
      }
      if (cell.below.length > 0) {
        DoubleMatrix u = DoubleMatrix.of(cell.below, units, from - under);
        add(u, next, 1, under, sum, workspace);
        if (columns > 0) {
          add(u, nextFrame, columns, under, tangent, workspace);
        }
      }
      for (int i = 0; i < units; i++) {
        double value =
            switch (f) {
              case LINEAR -> sum[i];
              case RECTIFIED -> Math.max(0, sum[i]);
              case TANH -> StrictMath.tanh(sum[i]);
            };
        double slope =
            switch (f) {
              case LINEAR -> 1;
              case RECTIFIED -> sum[i] > 0 ? 1 : 0;
              case TANH -> 1 - value * value;
            };
        next[from + i] = value;
        for (int c = 0; c < columns; c++) {
          nextFrame[(from + i) * columns + c] = slope * tangent[i * columns + c];
        }
      }
      under = from;
      from += units;
    }
  }

  /** to <- to + m rows, with the rows of a panel that begin at one of them. */
  private static void add(
      DoubleMatrix m, double[] panel, int columns, int row, double[] to, Workspace workspace) {
    Kernels.active()
        .dense()
        .gemm(
            1.0,
            m,
            new DoubleMatrix(panel, row * columns, m.cols(), columns, columns, false),
            1.0,
            DoubleMatrix.of(to, m.rows(), columns),
            workspace);
  }
}
