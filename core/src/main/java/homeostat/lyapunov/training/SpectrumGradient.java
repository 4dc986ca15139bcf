package homeostat.lyapunov.training;

import homeostat.lyapunov.Schedule;
import homeostat.lyapunov.StartFrame;
import homeostat.lyapunov.arithmetic.Arithmetic;
import homeostat.lyapunov.arithmetic.Orthonormal;
import homeostat.lyapunov.system.AdjointSystem;
import java.util.ArrayList;
import java.util.List;

/**
 * A spectrum with its gradient: the hand-written reverse of state, tangent dynamics and
 * orthonormalisations. With l_j = d loss / d lambda_j, and w = 1 where interval r is averaged, one
 * reverse step over Q_r R_r = A_r is
 *
 * <pre>
 * S = (w / T) diag(l) - copyltu(Qbar^T Q),   Abar = (Qbar + Q S) R^(-T)
 * </pre>
 *
 * and the reverse over steps is the system's. States are kept, N numbers a step; frames are kept at
 * every step, at every interval, or at every so many intervals, and otherwise computed again to the
 * same bits.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
public final class SpectrumGradient<A> {
  private AdjointSystem<A> system;
  private final Arithmetic<A> arithmetic;
  private final Schedule schedule;
  private final int columns;
  private final Keep keep;
  private final Orthonormal<A> orthonormal;
  private final Store<A> states;
  private final Store<A> steps;
  private final Store<A> replayed;
  private final A[] frames;
  private final A[] uppers;
  private A last;
  private A end;

  /**
   * Which frames are kept between forward and backward.
   *
   * @param everyStep the frame before each step
   * @param intervals a frame is kept at every so many intervals; the others are computed again
   */
  public record Keep(boolean everyStep, int intervals) {
    /** All: fastest, N k numbers a step. */
    public static final Keep STEPS = new Keep(true, Integer.MAX_VALUE);

    /** One an interval: one more tangent pass, N k + k^2 numbers an interval. */
    public static final Keep INTERVALS = new Keep(false, Integer.MAX_VALUE);

    /** About the square root of the number of intervals: two more passes. */
    public static Keep root(Schedule schedule) {
      return new Keep(false, (int) Math.ceil(Math.sqrt(schedule.lengths().length)));
    }
  }

  /** For k = {@code columns} exponents of a system. */
  @SuppressWarnings("unchecked")
  public SpectrumGradient(AdjointSystem<A> system, int columns, Schedule schedule, Keep keep) {
    this.system = system;
    this.schedule = schedule;
    this.columns = columns;
    this.keep = keep;
    arithmetic = system.arithmetic();
    orthonormal = new Orthonormal<>(arithmetic, system.size(), columns);
    frames = (A[]) new Object[schedule.lengths().length];
    uppers = (A[]) new Object[schedule.lengths().length];
    last = arithmetic.array(0);
    end = arithmetic.array(0);
    states = new Store<>(arithmetic);
    steps = new Store<>(arithmetic);
    replayed = new Store<>(arithmetic);
    java.util.Arrays.fill(frames, last);
    java.util.Arrays.fill(uppers, last);
  }

  /**
   * Arrays in order, which are used again from pass to pass: fresh ones would keep the collector
   * busy copying them.
   */
  private static final class Store<A> {
    private final Arithmetic<A> arithmetic;
    private final List<A> arrays = new ArrayList<>();
    private int used;

    Store(Arithmetic<A> arithmetic) {
      this.arithmetic = arithmetic;
    }

    void clear() {
      used = 0;
    }

    void add(A values) {
      int length = arithmetic.length(values);
      if (used == arrays.size()) {
        arrays.add(arithmetic.array(length));
      }
      arithmetic.copy(values, 0, arrays.get(used++), 0, length);
    }

    A get(int i) {
      return arrays.get(i);
    }

    int size() {
      return used;
    }

    List<A> from(int first, int last) {
      return arrays.subList(first, last);
    }
  }

  /** The same on another system of the same size and precision; memory is used again. */
  public void on(AdjointSystem<A> other) {
    if (other.size() != system.size()) {
      throw new IllegalArgumentException(other.size() + " variables, not " + system.size());
    }
    system = other;
  }

  /**
   * The exponents.
   *
   * @param start first state, [size]
   * @param frame first frame, [size][columns], before its orthonormalisation
   */
  public double[] forward(double[] start, double[] frame) {
    states.clear();
    steps.clear();
    int size = system.size();
    A x = arithmetic.from(start);
    long n = 0;
    for (; n < schedule.transientSteps(); n++) {
      states.add(x);
      system.advance(n, x);
    }
    A v = arithmetic.from(StartFrame.orthonormal(frame, size, columns));
    double[] sum = new double[columns];
    A scratch = arithmetic.array(columns * columns);
    for (int r = 0; r < frames.length; r++) {
      boolean kept = keep.intervals >= frames.length;
      if (kept) {
        frames[r] = into(frames[r], v);
        uppers[r] = sized(uppers[r], columns * columns);
      } else {
        frames[r] = r % keep.intervals == 0 ? copy(v) : arithmetic.array(0);
        uppers[r] = scratch;
      }
      for (int i = 0; i < schedule.lengths()[r]; i++, n++) {
        states.add(x);
        if (keep.everyStep) {
          steps.add(v);
        }
        system.advance(n, x, v, columns);
      }
      orthonormal.factor(v, uppers[r]);
      if (schedule.counted()[r]) {
        for (int j = 0; j < columns; j++) {
          sum[j] += StrictMath.log(arithmetic.get(uppers[r], j * columns + j));
        }
      }
    }
    last = v;
    end = x;
    for (int j = 0; j < columns; j++) {
      sum[j] /= schedule.time();
    }
    return sum;
  }

  /** The state after the last step, in 64 bits. */
  public double[] end() {
    double[] out = new double[arithmetic.length(end)];
    arithmetic.toDoubles(end, out);
    return out;
  }

  /** The array, or another one where its length is not this. */
  private A sized(A array, int length) {
    return arithmetic.length(array) == length ? array : arithmetic.array(length);
  }

  /** The values, in the array if it has their length. */
  private A into(A array, A values) {
    int length = arithmetic.length(values);
    A out = sized(array, length);
    arithmetic.copy(values, 0, out, 0, length);
    return out;
  }

  private A copy(A a) {
    int length = arithmetic.length(a);
    A out = arithmetic.array(length);
    arithmetic.copy(a, 0, out, 0, length);
    return out;
  }

  /**
   * Goes back over what {@link #forward} did; the system gathers the gradients of its parameters.
   *
   * @param byExponent d loss / d lambda_j, [columns]
   * @return the adjoint of the first state
   */
  public A backward(double[] byExponent, Truncation truncation) {
    int size = system.size();
    A adjoint = arithmetic.array(size);
    A frameAdjoint = arithmetic.array(size * columns);
    double[] weights = new double[columns];
    long sinceDropped = 0;
    long n = states.size();
    A after = last;
    for (int r = frames.length - 1; r >= 0; r--) {
      replaySegment(r);
      for (int j = 0; j < columns; j++) {
        weights[j] = schedule.counted()[r] ? byExponent[j] / schedule.time() : 0;
      }
      orthonormal.adjoint(after, uppers[r], weights, frameAdjoint);
      List<A> before = stepsOf(r, n);
      for (int i = schedule.lengths()[r] - 1; i >= 0; i--) {
        n--;
        if (sinceDropped >= truncation.steps()) {
          adjoint = arithmetic.array(size);
          sinceDropped = 0;
        }
        sinceDropped++;
        system.adjoint(n, states.get((int) n), before.get(i), columns, adjoint, frameAdjoint);
      }
      after = frames[r];
    }
    for (n--; n >= 0 && sinceDropped < truncation.steps(); n--, sinceDropped++) {
      system.adjoint(n, states.get((int) n), arithmetic.array(0), 0, adjoint, arithmetic.array(0));
    }
    return n < 0 ? adjoint : arithmetic.array(size);
  }

  /** The frames before each step of interval r, whose last step is n - 1. */
  private List<A> stepsOf(int r, long n) {
    int length = schedule.lengths()[r];
    int first = (int) (n - length);
    if (keep.everyStep) {
      int at = first - (int) schedule.transientSteps();
      return steps.from(at, at + length);
    }
    replayed.clear();
    A v = copy(frames[r]);
    for (int i = 0; i < length; i++) {
      replayed.add(v);
      if (i < length - 1) {
        system.advance(first + i, copy(states.get(first + i)), v, columns);
      }
    }
    return replayed.from(0, length);
  }

  /** Computes the frames and factors of the segment that ends with interval r again, if dropped. */
  private void replaySegment(int r) {
    boolean kept = keep.intervals >= frames.length;
    boolean end = r == frames.length - 1 || (r + 1) % keep.intervals == 0;
    if (kept || !end) {
      return;
    }
    int first = r - r % keep.intervals;
    int n = (int) schedule.transientSteps();
    for (int i = 0; i < first; i++) {
      n += schedule.lengths()[i];
    }
    A v = copy(frames[first]);
    for (int i = first; i <= r; i++) {
      frames[i] = copy(v);
      uppers[i] = arithmetic.array(columns * columns);
      for (int s = 0; s < schedule.lengths()[i]; s++, n++) {
        system.advance(n, copy(states.get(n)), v, columns);
      }
      orthonormal.factor(v, uppers[i]);
    }
    for (int i = r + 1; i < Math.min(frames.length, r + 1 + keep.intervals); i++) {
      uppers[i] = arithmetic.array(0);
    }
  }
}
