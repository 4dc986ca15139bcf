package homeostat.disinhibition.solver;

import homeostat.disinhibition.circuit.BatchField;
import homeostat.kernel.Kernels;
import homeostat.kernel.Reductions;

/**
 * Integrates many samples of one network side by side. Each sample has its own steps, errors and
 * end, as if it were alone; the field is evaluated for all that are under way at once, which turns
 * its products into those of matrices. A sample that has come to its end makes room for the next.
 * For one thread at a time.
 */
final class BatchSolver {
  /** Samples under way: as many as fill a tile of the products, and what they need fits a cache. */
  private static final int ROWS = 8;

  private final SolverSettings settings;
  private final Reductions reductions;
  private final int width;
  private final RowSteps rows;
  private final boolean[] accepted;

  /** Slopes at each stage, [row][variable]. */
  private final float[][] slopes;

  private float[] state;
  private float[] stage;

  /**
   * @param width variables of a row
   * @param samples most samples of a call
   */
  BatchSolver(int width, SolverSettings settings, int samples, Kernels kernels) {
    this.settings = settings;
    this.reductions = kernels.reductions();
    this.width = width;
    int capacity = capacity(samples);
    rows = new RowSteps(settings, capacity);
    accepted = new boolean[capacity];
    int size = Math.multiplyExact(capacity, width);
    state = new float[size];
    stage = new float[size];
    slopes = new float[Stages.COUNT][size];
  }

  /** Most rows that are under way where there are so many samples. */
  static int capacity(int samples) {
    return Math.min(samples, ROWS);
  }

  /** The samples, as they begin and end. */
  interface Samples {
    /** Writes the state of a sample at time zero to the row that begins at {@code at}. */
    void begin(int sample, float[] state, int at);

    /**
     * Sees a sample that has come to its end.
     *
     * @param slope dx/dt, where the state is
     * @param settled whether it came to a steady state or, where none is looked for, to the horizon
     */
    void end(
        int sample,
        float[] state,
        float[] slope,
        int at,
        int attempts,
        double time,
        boolean settled);
  }

  /** Integrates samples 0 to {@code count} from time zero. */
  void solve(BatchField field, int count, Samples samples) {
    int begun = 0;
    int active = 0;
    while (active > 0 || begun < count) {
      int before = active;
      while (active < rows.sample.length && begun < count) {
        samples.begin(begun, state, active * width);
        rows.start(active++, begun++);
      }
      if (active > before) {
        field.slope(rows.sample, before, active - before, state, slopes[0]);
      }
      attempt(field, active);
      for (int i = active - 1; i >= 0; i--) {
        if (ended(i, samples)) {
          active--;
          moveRow(active, i);
        }
      }
    }
  }

  private boolean ended(int i, Samples samples) {
    boolean steady = settings.stopSteady() && accepted[i] && steady(i);
    boolean ended = steady || rows.ended(i);
    if (!ended && rows.attempts[i] < SolverSettings.MOST_ATTEMPTS) {
      return false;
    }
    boolean settled = steady || (ended && !settings.stopSteady());
    samples.end(
        rows.sample[i], state, slopes[0], i * width, rows.attempts[i], rows.time[i], settled);
    return true;
  }

  private void attempt(BatchField field, int active) {
    int last = Stages.COUNT - 1;
    for (int i = 0; i < active; i++) {
      rows.choose(i);
    }
    for (int s = 1; s <= last; s++) {
      for (int n = 0; n < active; n++) {
        // To and fro: the rows of the last turn's end are still in the cache.
        int i = s % 2 == 0 ? n : active - 1 - n;
        if (s > 1) {
          field.after(i, stage, slopes[s - 1]);
        }
        Stages.combine(s, rows.made[i], state, slopes, stage, i * width, (i + 1) * width);
        field.before(rows.sample[i], i, stage, slopes[s]);
      }
      field.products(0, active, slopes[s]);
    }
    for (int i = 0; i < active; i++) {
      field.after(i, stage, slopes[last]);
      accepted[i] = rows.accept(i, settings.adaptive() ? error(i) : 0);
    }
    advance(active);
  }

  /** The last stage is the new state and its slope the first of the next step, where accepted. */
  private void advance(int active) {
    float[] old = state;
    state = stage;
    stage = old;
    int last = Stages.COUNT - 1;
    float[] first = slopes[0];
    slopes[0] = slopes[last];
    slopes[last] = first;
    for (int i = 0; i < active; i++) {
      if (!accepted[i]) {
        System.arraycopy(stage, i * width, state, i * width, width);
        System.arraycopy(slopes[last], i * width, slopes[0], i * width, width);
      }
    }
  }

  /** Root of the mean square of a row's scaled error; takes the room of the second slopes. */
  private double error(int i) {
    int from = i * width;
    Stages.scaledError(
        rows.made[i],
        settings.atol(),
        settings.rtol(),
        state,
        stage,
        slopes,
        slopes[1],
        from,
        from + width);
    return Math.sqrt(reductions.sumSquares(slopes[1], from, width) / width);
  }

  /** Whether a row hardly moves: RMS(dx/dt) &lt; atol + rtol RMS(x). */
  private boolean steady(int i) {
    int from = i * width;
    double moving = reductions.sumSquares(slopes[0], from, width);
    double standing = reductions.sumSquares(state, from, width);
    return Math.sqrt(moving / width)
        < settings.atol() + settings.rtol() * Math.sqrt(standing / width);
  }

  private void moveRow(int from, int to) {
    if (from == to) {
      return;
    }
    rows.move(from, to);
    System.arraycopy(state, from * width, state, to * width, width);
    System.arraycopy(slopes[0], from * width, slopes[0], to * width, width);
  }
}
