package homeostat.gradient.operation;

import homeostat.gradient.tape.Products;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Dense;
import homeostat.kernel.FloatMatrix;
import homeostat.kernel.FloatPanels;
import homeostat.kernel.Workspace;
import java.util.stream.IntStream;

/**
 * The products of a recurrent layer through time,
 *
 * <pre>
 * h(t) = f(x(t) U' + h(t - 1) W' + b),   t = 0 .. steps - 1,
 * </pre>
 *
 * and their adjoint, slice after slice of the batch: what a slice needs at a step (its last state,
 * the next one and the weights, laid out once for all) stays in the cache of the core, and slices
 * are the tasks of threads. The sums are those of products over the whole batch.
 *
 * <p>x is [time][batch] rows and [in] columns, U [unit][in], W [unit][unit], b [unit], and the
 * result [time][batch] rows and [unit] columns.
 */
public final class DenseRecurrence implements Recurrence {
  /** Most trials of a slice. */
  private static final int SLICE = 128;

  /** Slices for threads to share, where each has at least {@link #FEW} trials. */
  private static final int SHARED = 4;

  private static final int FEW = 32;

  /** Slices begin where whole tiles of the products do. */
  private static final int TILE = 8;

  /** More steps than these are worth laying out the weights for. */
  private static final int MANY = 3;

  private final Recording recording;
  private final Dense dense;
  private final Activation activation;
  private final int steps;
  private final int batch;
  private final int units;
  private final boolean often;
  private final int[] tops;
  private final Var u;
  private final Var w;
  private final Var bias;
  private final FloatMatrix[] first;
  private final FloatMatrix[][] inputs;
  private final FloatMatrix[][] states;
  private final FloatMatrix[][] adjoints;
  private final float[][] scratch;
  private final FloatPanels input;
  private final FloatPanels recurrent;
  private final FloatPanels back;

  // Kept, so that a pass allocates nothing.
  private final Products.Part forward = this::forward;
  private final Products.Part backward = this::backward;
  private final Workspace space = new Workspace();
  private boolean fromZero;
  private FloatMatrix[][] returned;

  /**
   * @param recording of an operation whose first operands are x, U, W and b
   * @param first h(-1) of each trial, [batch][unit]; read in every pass
   */
  public DenseRecurrence(Recording recording, Activation activation, int steps, FloatMatrix first) {
    this.recording = recording;
    this.dense = recording.kernels().dense();
    this.activation = activation;
    this.steps = steps;
    this.batch = first.rows();
    this.units = first.cols();
    this.often = steps > MANY;
    this.u = recording.in(1);
    this.w = recording.in(2);
    this.bias = recording.in(3);
    int slices = often ? slices(batch) : 1;
    int tiles = Math.ceilDiv(batch, TILE);
    this.tops =
        IntStream.rangeClosed(0, slices)
            .map(s -> Math.min(batch, s * tiles / slices * TILE))
            .toArray();
    this.first = new FloatMatrix[slices];
    this.scratch = new float[slices][];
    for (int s = 0; s < slices; s++) {
      this.first[s] = first.block(tops[s], 0, tops[s + 1] - tops[s], units);
      this.scratch[s] = activation.scratch((tops[s + 1] - tops[s]) * units);
    }
    this.inputs = blocks(recording.in(0).matrix());
    this.states = blocks(recording.out().matrix());
    this.adjoints =
        recording.out().trains() ? blocks(recording.out().adjointMatrix()) : new FloatMatrix[0][];
    this.returned = adjoints;
    int in = often ? u.shape().cols() : 0;
    this.input = dense.panels(in, often ? units : 0);
    this.recurrent = often ? dense.panels(units, units) : input;
    this.back = often && recording.out().trains() ? dense.panels(units, units) : input;
  }

  private static int slices(int batch) {
    int forThreads = Math.min(SHARED, batch / FEW);
    return Math.max(1, Math.max(forThreads, Math.ceilDiv(batch, SLICE)));
  }

  /** Blocks [slice][step] of rows [time][batch], to pass to {@link #backward}. */
  public FloatMatrix[][] blocks(FloatMatrix all) {
    FloatMatrix[][] blocks = new FloatMatrix[tops.length - 1][steps];
    for (int s = 0; s < blocks.length; s++) {
      for (int t = 0; t < steps; t++) {
        blocks[s][t] = all.block(t * batch + tops[s], 0, tops[s + 1] - tops[s], all.cols());
      }
    }
    return blocks;
  }

  @Override
  public void forward(boolean fromZero) {
    if (often) {
      dense.prepare(u.transposed(), input, space);
      dense.prepare(w.transposed(), recurrent, space);
    }
    this.fromZero = fromZero;
    recording.products().forEach(states.length, forward);
  }

  private void forward(int s, Workspace space) {
    float[] out = recording.out().value();
    int size = (tops[s + 1] - tops[s]) * units;
    for (int t = 0; t < steps; t++) {
      int at = (t * batch + tops[s]) * units;
      FloatMatrix z = states[s][t];
      Rows.fill(bias.value(), out, at, size);
      add(inputs[s][t], u.transposed(), input, z, space);
      if (t > 0 || !fromZero) {
        add(t == 0 ? first[s] : states[s][t - 1], w.transposed(), recurrent, z, space);
      }
      activation.apply(recording.kernels(), out, at, size);
    }
  }

  @Override
  public void backward() {
    backward(adjoints);
  }

  /**
   * As {@link #backward()}, of another adjoint than the result's.
   *
   * @param adjoints {@link #blocks} of [time][batch] rows and [unit] columns
   */
  public void backward(FloatMatrix[][] adjoints) {
    if (often) {
      dense.prepare(w.matrix(), back, space);
    }
    returned = adjoints;
    recording.products().forEach(states.length, backward);
  }

  private void backward(int s, Workspace space) {
    FloatMatrix[] adjoints = returned[s];
    float[] y = recording.out().value();
    int size = (tops[s + 1] - tops[s]) * units;
    for (int t = steps - 1; t >= 0; t--) {
      int at = (t * batch + tops[s]) * units;
      activation.chain(recording.kernels(), y, adjoints[t].data(), at, size, scratch[s]);
      if (t > 0) {
        add(adjoints[t], w.matrix(), back, adjoints[t - 1], space);
      }
    }
  }

  /** c <- c + a b. */
  private void add(
      FloatMatrix a, FloatMatrix b, FloatPanels prepared, FloatMatrix c, Workspace space) {
    if (often) {
      dense.gemm(1f, a, prepared, 1f, c, space);
    } else {
      recording.products().gemm(a, b, 1f, c);
    }
  }
}
