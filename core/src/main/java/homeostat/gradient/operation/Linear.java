package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;

/**
 * A dense layer: y = f(x W' + b), with x of [batch][in], W of [out][in], and b of [1][out],
 * [out][1] or left out. With d = dL/dy f'(z):
 *
 * <pre>
 * dx = d W      dW = d' x      db = sum over the batch of d
 * </pre>
 *
 * @param activation f
 */
public record Linear(Activation activation) implements Operation {
  @Override
  public String name() {
    return "linear";
  }

  @Override
  public Shape shape(Shapes in) {
    in.require(in.all().size() == 2 || in.all().size() == 3, "operands are x, W and maybe b");
    Shape x = in.get(0);
    Shape w = in.get(1);
    in.require(x.cols() == w.cols(), "x [batch][in] and W [out][in] must agree in their columns");
    if (in.all().size() == 3) {
      Shape b = in.get(2);
      in.require(
          b.size() == w.rows() && (b.rows() == 1 || b.cols() == 1),
          "b must have as many elements as W has rows");
    }
    return new Shape(x.rows(), w.rows());
  }

  @Override
  public Step bind(Recording recording) {
    return new LinearStep(recording, activation);
  }

  private static final class LinearStep implements Step {
    private final Recording recording;
    private final Activation activation;
    private final Var x;
    private final Var w;
    private final Var out;
    private final boolean biased;
    private final float[] scratch;

    LinearStep(Recording recording, Activation activation) {
      this.recording = recording;
      this.activation = activation;
      this.x = recording.in(0);
      this.w = recording.in(1);
      this.out = recording.out();
      this.biased = recording.in().size() == 3;
      this.scratch = activation.scratch(out.shape().size());
    }

    @Override
    public void forward() {
      if (biased) {
        Rows.fill(recording.in(2).value(), out.value());
      }
      recording.products().gemm(x.matrix(), w.transposed(), biased ? 1f : 0f, out.matrix());
      activation.apply(recording.kernels(), out.value(), 0, out.shape().size());
    }

    @Override
    public void backward() {
      float[] d = out.adjoint();
      activation.chain(recording.kernels(), out.value(), d, 0, d.length, scratch);
      if (w.trains()) {
        recording.products().gemm(out.adjointTransposed(), x.matrix(), w.beta(), w.adjointMatrix());
      }
      if (x.trains()) {
        recording.products().gemm(out.adjointMatrix(), w.matrix(), x.beta(), x.adjointMatrix());
      }
      if (biased) {
        Rows.addSum(recording, d, out.shape().rows(), recording.in(2));
      }
    }
  }
}
