package homeostat.dale.operation;

import homeostat.gradient.operation.DenseRecurrence;
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
  private final FloatMatrix earlier;
  private final float[] local;
  private final DenseRecurrence through;
  private final FloatMatrix[][] localAdjoints;

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
    this.earlier = out.matrix().block(0, 0, rows - batch, units);
    this.local = new float[out.shape().size()];
    this.through = new DenseRecurrence(recording, how.activation(), how.steps(), first);
    this.localAdjoints = through.blocks(FloatMatrix.of(local, rows, units));
  }

  @Override
  public void forward() {
    for (int at = 0; at < first.data().length; at += units) {
      System.arraycopy(start.value(), 0, first.data(), at, units);
    }
    through.forward(false);
  }

  @Override
  public void backward() {
    if (localU.trains() || localW.trains()) {
      double scale = (double) recording.in(7).value()[0] / batch;
      for (int row = 0; row < rows; row++) {
        how.loss().gradient(scale, out.value(), row * units, units, local);
      }
      through.backward(localAdjoints);
      weights(FloatMatrix.of(local, rows, units), localU, localW);
    }
    FloatMatrix d = FloatMatrix.of(out.adjoint(), rows, units);
    through.backward();
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
