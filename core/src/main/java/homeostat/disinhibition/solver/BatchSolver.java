package homeostat.disinhibition.solver;

import homeostat.disinhibition.circuit.BatchField;
import homeostat.kernel.Kernels;
import homeostat.kernel.Reductions;
import java.util.ArrayList;
import java.util.List;

/**
 * Integrates many samples of one network side by side. Each sample has its own steps, errors and
 * end, as if it were alone; the field is evaluated for all that are under way at once, which turns
 * its products into those of matrices. For one thread at a time.
 */
final class BatchSolver {
  private final BatchField field;
  private final SolverSettings settings;
  private final Reductions reductions;
  private final int[] widths;
  private final int size;
  private final RowSteps rows;
  private final List<float[]> state;
  private final List<float[]> stage;
  private final List<float[]> errors;
  private final List<List<float[]>> slopes = new ArrayList<>();
  private final boolean[] accepted;

  BatchSolver(BatchField field, SolverSettings settings, int capacity, Kernels kernels) {
    this.field = field;
    this.settings = settings;
    this.reductions = kernels.reductions();
    widths = field.widths().stream().mapToInt(n -> n).toArray();
    size = java.util.Arrays.stream(widths).sum();
    rows = new RowSteps(settings, capacity);
    accepted = new boolean[capacity];
    state = blocks(capacity);
    stage = blocks(capacity);
    errors = blocks(capacity);
    for (int i = 0; i < Stages.COUNT; i++) {
      slopes.add(blocks(capacity));
    }
  }

  private List<float[]> blocks(int capacity) {
    List<float[]> blocks = new ArrayList<>();
    for (int width : widths) {
      blocks.add(new float[capacity * width]);
    }
    return blocks;
  }

  /** The blocks that hold the start, row i for sample i. */
  List<float[]> state() {
    return state;
  }

  /** Sees a sample that has come to its end. */
  interface End {
    /**
     * @param row where its state is in the blocks
     * @param settled whether it came to a steady state or, where none is looked for, to the horizon
     */
    void at(int row, int sample, int attempts, double time, boolean settled);
  }

  /** Integrates the first {@code count} rows of the state from time zero. */
  void solve(int count, End end) {
    for (int i = 0; i < count; i++) {
      rows.start(i, i);
    }
    field.slope(rows.sample, count, state, slopes.get(0));
    int active = count;
    while (active > 0) {
      attempt(active);
      for (int i = active - 1; i >= 0; i--) {
        boolean steady = settings.stopSteady() && steady(i);
        boolean ended = steady || rows.ended(i);
        if (ended || rows.attempts[i] >= SolverSettings.MOST_ATTEMPTS) {
          boolean settled = steady || (ended && !settings.stopSteady());
          end.at(i, rows.sample[i], rows.attempts[i], rows.time[i], settled);
          active--;
          moveRow(active, i);
        }
      }
    }
  }

  private void attempt(int active) {
    for (int i = 0; i < active; i++) {
      rows.choose(i);
    }
    for (int s = 1; s < Stages.COUNT; s++) {
      combine(s, active);
      field.slope(rows.sample, active, stage, slopes.get(s));
    }
    for (int i = 0; i < active; i++) {
      accepted[i] = rows.accept(i, settings.adaptive() ? error(i) : 0);
    }
    for (int block = 0; block < widths.length; block++) {
      int width = widths[block];
      for (int i = 0; i < active; i++) {
        if (accepted[i]) {
          System.arraycopy(stage.get(block), i * width, state.get(block), i * width, width);
          System.arraycopy(
              slopes.get(Stages.COUNT - 1).get(block),
              i * width,
              slopes.get(0).get(block),
              i * width,
              width);
        }
      }
    }
  }

  private void combine(int s, int active) {
    for (int block = 0; block < widths.length; block++) {
      float[][] k = slopesOf(block);
      int width = widths[block];
      for (int i = 0; i < active; i++) {
        Stages.combine(
            s, rows.made[i], state.get(block), k, stage.get(block), i * width, (i + 1) * width);
      }
    }
  }

  private float[][] slopesOf(int block) {
    float[][] k = new float[Stages.COUNT][];
    for (int s = 0; s < Stages.COUNT; s++) {
      k[s] = slopes.get(s).get(block);
    }
    return k;
  }

  /** Root of the mean square of a row's scaled error. */
  private double error(int i) {
    double sum = 0;
    for (int block = 0; block < widths.length; block++) {
      int from = i * widths[block];
      Stages.scaledError(
          rows.made[i],
          settings.atol(),
          settings.rtol(),
          state.get(block),
          stage.get(block),
          slopesOf(block),
          errors.get(block),
          from,
          from + widths[block]);
      sum += reductions.sumSquares(errors.get(block), from, widths[block]);
    }
    return Math.sqrt(sum / size);
  }

  /** Whether a row hardly moves: RMS(dx/dt) &lt; atol + rtol RMS(x). */
  private boolean steady(int i) {
    double moving = 0;
    double standing = 0;
    for (int block = 0; block < widths.length; block++) {
      int from = i * widths[block];
      moving += reductions.sumSquares(slopes.get(0).get(block), from, widths[block]);
      standing += reductions.sumSquares(state.get(block), from, widths[block]);
    }
    return Math.sqrt(moving / size)
        < settings.atol() + settings.rtol() * Math.sqrt(standing / size);
  }

  private void moveRow(int from, int to) {
    if (from == to) {
      return;
    }
    rows.move(from, to);
    for (int block = 0; block < widths.length; block++) {
      int width = widths[block];
      System.arraycopy(state.get(block), from * width, state.get(block), to * width, width);
      float[] slope = slopes.get(0).get(block);
      System.arraycopy(slope, from * width, slope, to * width, width);
    }
  }
}
