package homeostat.gradient.operation;

import homeostat.gradient.tape.Products;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Csr;
import homeostat.kernel.FloatMatrix;
import java.util.Optional;

/** {@link Elman} on its operands. */
final class ElmanStep implements Step {
  /** More steps than these are worth a copy of W. */
  private static final int MANY = 3;

  private final Recording recording;
  private final Activation activation;
  private final int steps;
  private final int batch;
  private final int units;
  private final Var x;
  private final Var u;
  private final Var w;
  private final Var start;
  private final Var out;
  private final FloatMatrix first;
  private final FloatMatrix firstAdjoint;
  private final FloatMatrix[] states;
  private final FloatMatrix[] adjoints;
  private final FloatMatrix earlier;
  private final FloatMatrix later;
  private final FloatMatrix opening;
  private final float[] scratch;
  private final Optional<SparseRecurrence> sparse;

  /**
   * W', laid out anew in each pass where many steps multiply by it: a right operand that lies as it
   * is used costs less to pack.
   */
  private final float[] turned;

  private final FloatMatrix recurrent;

  /** Every trial begins at 0: products with the first state are 0 and are not taken. */
  private boolean fromZero;

  ElmanStep(Recording recording, Activation activation, int steps, Optional<Csr> topology) {
    this.recording = recording;
    this.activation = activation;
    this.steps = steps;
    this.x = recording.in(0);
    this.u = recording.in(1);
    this.w = recording.in(2);
    this.start = recording.in(4);
    this.out = recording.out();
    this.units = w.shape().rows();
    this.batch = out.shape().rows() / steps;
    this.first = FloatMatrix.of(new float[batch * units], batch, units);
    this.firstAdjoint = FloatMatrix.of(new float[batch * units], batch, units);
    this.states = blocks(out.matrix());
    FloatMatrix d = out.trains() ? out.adjointMatrix() : out.matrix();
    this.adjoints = blocks(d);
    int rest = (steps - 1) * batch;
    this.earlier = out.matrix().block(0, 0, rest, units);
    this.later = d.block(steps > 1 ? batch : 0, 0, rest, units).transpose();
    this.opening = adjoints[0].transpose();
    this.scratch = activation.scratch(batch * units);
    this.sparse = topology.map(t -> new SparseRecurrence(t, batch, recording.kernels()));
    boolean often = steps > MANY && sparse.isEmpty();
    this.turned = new float[often ? units * units : 0];
    this.recurrent = often ? FloatMatrix.of(turned, units, units) : w.transposed();
  }

  private FloatMatrix[] blocks(FloatMatrix all) {
    FloatMatrix[] blocks = new FloatMatrix[steps];
    for (int t = 0; t < steps; t++) {
      blocks[t] = all.block(t * batch, 0, batch, units);
    }
    return blocks;
  }

  /** Whether one state begins every trial. */
  private boolean shared() {
    return start.shape().size() == units;
  }

  @Override
  public void forward() {
    Products products = recording.products();
    Rows.fill(start.value(), first.data());
    Rows.fill(recording.in(3).value(), out.value());
    products.gemm(x.matrix(), u.transposed(), 1f, out.matrix());
    fromZero = isZero(start.value());
    sparse.ifPresent(one -> one.load(w.value()));
    turn(w.value());
    for (int t = 0; t < steps; t++) {
      if (t > 0 || !fromZero) {
        recur(products, t);
      }
      activation.apply(recording.kernels(), out.value(), t * batch * units, batch * units);
    }
  }

  /** z(t) <- z(t) + W h(t - 1). */
  private void recur(Products products, int t) {
    int size = batch * units;
    if (sparse.isPresent()) {
      float[] before = t == 0 ? first.data() : out.value();
      sparse.get().forward(before, t == 0 ? 0 : (t - 1) * size, out.value(), t * size);
    } else {
      products.gemm(t == 0 ? first : states[t - 1], recurrent, 1f, states[t]);
    }
  }

  /** Four rows at a time, so that whole lines are read and written. */
  private void turn(float[] from) {
    if (turned.length == 0) {
      return;
    }
    int n = units;
    int i = 0;
    for (; i <= n - 4; i += 4) {
      int row = i * n;
      int at = i;
      for (int j = 0; j < n; j++) {
        turned[at] = from[row + j];
        turned[at + 1] = from[row + n + j];
        turned[at + 2] = from[row + 2 * n + j];
        turned[at + 3] = from[row + 3 * n + j];
        at += n;
      }
    }
    for (; i < n; i++) {
      for (int j = 0; j < n; j++) {
        turned[j * n + i] = from[i * n + j];
      }
    }
  }

  private static boolean isZero(float[] values) {
    for (float value : values) {
      if (value != 0f) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void backward() {
    Products products = recording.products();
    float[] d = out.adjoint();
    int size = batch * units;
    for (int t = steps - 1; t >= 0; t--) {
      activation.chain(recording.kernels(), out.value(), d, t * size, size, scratch);
      if (t > 0 && sparse.isPresent()) {
        sparse.get().backward(d, t * size, d, (t - 1) * size);
      } else if (t > 0) {
        products.gemm(adjoints[t], w.matrix(), 1f, adjoints[t - 1]);
      }
    }
    if (w.trains()) {
      boolean opens = !fromZero || steps == 1;
      if (opens) {
        products.gemm(opening, first, w.beta(), w.adjointMatrix());
      }
      if (steps > 1) {
        products.gemm(later, earlier, opens ? 1f : w.beta(), w.adjointMatrix());
      }
    }
    if (start.trains()) {
      products.gemm(adjoints[0], w.matrix(), 0f, firstAdjoint);
      Rows.addSum(recording, firstAdjoint.data(), shared() ? batch : 1, start);
    }
    if (u.trains()) {
      products.gemm(out.adjointTransposed(), x.matrix(), u.beta(), u.adjointMatrix());
    }
    if (x.trains()) {
      products.gemm(out.adjointMatrix(), u.matrix(), x.beta(), x.adjointMatrix());
    }
    Rows.addSum(recording, d, out.shape().rows(), recording.in(3));
  }
}
