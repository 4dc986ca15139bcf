package homeostat.dale.operation;

import homeostat.gradient.tape.Products;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;
import homeostat.kernel.Elementwise;
import homeostat.kernel.FloatMatrix;

/** {@link HomeostaticElman} on its operands. */
final class HomeostaticElmanStep implements Step {
  private final Recording recording;
  private final HomeostaticElman how;
  private final int batch;
  private final int units;
  private final int rows;
  private final Var x;
  private final Var u;
  private final Var w;
  private final Var bias;
  private final Var start;
  private final Var localU;
  private final Var localW;
  private final Var out;
  private final FloatMatrix first;
  private final FloatMatrix firstAdjoint;
  private final FloatMatrix[] states;
  private final FloatMatrix earlier;
  private final float[] local;
  private final float[] scratch;

  HomeostaticElmanStep(Recording recording, HomeostaticElman how) {
    this.recording = recording;
    this.how = how;
    this.x = recording.in(0);
    this.u = recording.in(1);
    this.w = recording.in(2);
    this.bias = recording.in(3);
    this.start = recording.in(4);
    this.localU = recording.in(5);
    this.localW = recording.in(6);
    this.out = recording.out();
    this.units = w.shape().rows();
    this.rows = out.shape().rows();
    this.batch = rows / how.steps();
    this.first = FloatMatrix.of(new float[batch * units], batch, units);
    this.firstAdjoint = FloatMatrix.of(new float[batch * units], batch, units);
    this.states = blocks(out.matrix());
    this.earlier = out.matrix().block(0, 0, rows - batch, units);
    this.local = new float[out.shape().size()];
    this.scratch = how.activation().scratch(batch * units);
  }

  private FloatMatrix[] blocks(FloatMatrix all) {
    FloatMatrix[] blocks = new FloatMatrix[how.steps()];
    for (int t = 0; t < blocks.length; t++) {
      blocks[t] = all.block(t * batch, 0, batch, units);
    }
    return blocks;
  }

  @Override
  public void forward() {
    fill(start.value(), first.data());
    fill(bias.value(), out.value());
    recording.products().gemm(x.matrix(), u.transposed(), 1f, out.matrix());
    for (int t = 0; t < states.length; t++) {
      recording.products().gemm(t == 0 ? first : states[t - 1], w.transposed(), 1f, states[t]);
      int size = batch * units;
      how.activation().apply(recording.kernels(), out.value(), t * size, size);
    }
  }

  private static void fill(float[] row, float[] to) {
    for (int at = 0; at < to.length; at += row.length) {
      System.arraycopy(row, 0, to, at, row.length);
    }
  }

  @Override
  public void backward() {
    if (localU.trains() || localW.trains()) {
      double scale = (double) recording.in(7).value()[0] / batch;
      for (int row = 0; row < rows; row++) {
        how.loss().gradient(scale, out.value(), row * units, units, local);
      }
      FloatMatrix d = FloatMatrix.of(local, rows, units);
      throughTime(local, d);
      weights(d, localU, localW);
    }
    FloatMatrix d = FloatMatrix.of(out.adjoint(), rows, units);
    throughTime(out.adjoint(), d);
    weights(d, u, w);
    Products products = recording.products();
    if (x.trains()) {
      products.gemm(d, u.matrix(), x.beta(), x.adjointMatrix());
    }
    if (start.trains()) {
      products.gemm(d.block(0, 0, batch, units), w.matrix(), 0f, firstAdjoint);
      addRows(firstAdjoint.data(), batch, start);
    }
    if (bias.trains()) {
      addRows(d.data(), rows, bias);
    }
  }

  /** Turns d loss / d h at each step into d loss / d (argument of f), in place. */
  private void throughTime(float[] d, FloatMatrix all) {
    FloatMatrix[] adjoints = blocks(all);
    int size = batch * units;
    for (int t = adjoints.length - 1; t >= 0; t--) {
      how.activation().chain(recording.kernels(), out.value(), d, t * size, size, scratch);
      if (t > 0) {
        recording.products().gemm(adjoints[t], w.matrix(), 1f, adjoints[t - 1]);
      }
    }
  }

  private void weights(FloatMatrix d, Var toU, Var toW) {
    Products products = recording.products();
    if (toW.trains()) {
      FloatMatrix opening = d.block(0, 0, batch, units).transpose();
      products.gemm(opening, first, toW.beta(), toW.adjointMatrix());
      if (rows > batch) {
        FloatMatrix later = d.block(batch, 0, rows - batch, units).transpose();
        products.gemm(later, earlier, 1f, toW.adjointMatrix());
      }
    }
    if (toU.trains()) {
      products.gemm(d.transpose(), x.matrix(), toU.beta(), toU.adjointMatrix());
    }
  }

  private void addRows(float[] from, int count, Var to) {
    Elementwise kernel = recording.kernels().elementwise();
    float[] sum = to.adjoint();
    for (int row = 0; row < count; row++) {
      kernel.add(from, row * units, sum, 0, units);
    }
  }
}
