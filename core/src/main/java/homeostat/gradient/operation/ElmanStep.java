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
  private final Recording recording;
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
  private final FloatMatrix earlier;
  private final FloatMatrix later;
  private final FloatMatrix opening;
  private final Recurrence recurrence;

  /** Every trial begins at 0: products with the first state are 0 and are not taken. */
  private boolean fromZero;

  ElmanStep(Recording recording, Activation activation, int steps, Optional<Csr> topology) {
    this.recording = recording;
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
    FloatMatrix d = out.trains() ? out.adjointMatrix() : out.matrix();
    int rest = (steps - 1) * batch;
    this.earlier = out.matrix().block(0, 0, rest, units);
    this.later = d.block(steps > 1 ? batch : 0, 0, rest, units).transpose();
    this.opening = d.block(0, 0, batch, units).transpose();
    this.recurrence =
        topology.isPresent()
            ? new SparseRecurrence(recording, activation, steps, first, topology.get())
            : new DenseRecurrence(recording, activation, steps, first);
  }

  /** Whether one state begins every trial. */
  private boolean shared() {
    return start.shape().size() == units;
  }

  @Override
  public void forward() {
    Rows.fill(start.value(), first.data());
    fromZero = isZero(start.value());
    recurrence.forward(fromZero);
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
    recurrence.backward();
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
      products.gemm(opening.transpose(), w.matrix(), 0f, firstAdjoint);
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
