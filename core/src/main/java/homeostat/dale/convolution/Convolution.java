package homeostat.dale.convolution;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Products;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;
import homeostat.kernel.FloatMatrix;

/**
 * A convolution: y[n][o][place] = b[o] + sum over the patch under the kernel of W[o][patch] x.
 * Operands: x of [batch] rows and [channel][row][column] columns; W of [out channel] rows and
 * [channel][row][column] of the kernel as columns; and maybe b of one element an out channel. The
 * result has [out channel][row][column] columns. An inhibitory convolution takes a W that {@link
 * homeostat.gradient.operation.Split} made of excitatory and inhibitory kernels.
 *
 * @param sizes of images and kernels
 */
public record Convolution(ConvolutionShape sizes) implements Operation {
  @Override
  public String name() {
    return "convolution";
  }

  @Override
  public Shape shape(Shapes in) {
    in.require(in.all().size() == 2 || in.all().size() == 3, "operands are x, W and maybe b");
    Shape x = in.get(0);
    Shape w = in.get(1);
    in.require(x.cols() == sizes.inputs(), "x must have " + sizes.inputs() + " columns");
    in.require(w.cols() == sizes.patch(), "W must have " + sizes.patch() + " columns");
    in.require(
        in.all().size() == 2 || in.get(2).size() == w.rows(),
        "b must have as many elements as W has rows");
    return new Shape(x.rows(), w.rows() * sizes.places());
  }

  @Override
  public Step bind(Recording recording) {
    return new ConvolutionStep(recording, sizes);
  }

  private static final class ConvolutionStep implements Step {
    private final Recording recording;
    private final Var x;
    private final Var w;
    private final Var out;
    private final int[] sources;
    private final int places;
    private final int channels;
    private final int inputs;
    private final FloatMatrix[] patches;
    private final FloatMatrix back;

    ConvolutionStep(Recording recording, ConvolutionShape sizes) {
      this.recording = recording;
      this.x = recording.in(0);
      this.w = recording.in(1);
      this.out = recording.out();
      this.sources = sizes.sources();
      this.places = sizes.places();
      this.channels = w.shape().rows();
      this.inputs = sizes.inputs();
      this.patches = new FloatMatrix[x.shape().rows()];
      for (int n = 0; n < patches.length; n++) {
        patches[n] = FloatMatrix.of(new float[sources.length], sizes.patch(), places);
      }
      this.back = FloatMatrix.of(new float[sources.length], sizes.patch(), places);
    }

    private FloatMatrix image(float[] data, int n) {
      int size = channels * places;
      return new FloatMatrix(data, n * size, channels, places, places, false);
    }

    @Override
    public void forward() {
      for (int n = 0; n < patches.length; n++) {
        float[] patch = patches[n].data();
        for (int i = 0; i < sources.length; i++) {
          patch[i] = sources[i] < 0 ? 0f : x.value()[n * inputs + sources[i]];
        }
        FloatMatrix y = image(out.value(), n);
        if (recording.in().size() == 3) {
          for (int c = 0; c < channels; c++) {
            int from = y.index(c, 0);
            java.util.Arrays.fill(y.data(), from, from + places, recording.in(2).value()[c]);
          }
        }
        float beta = recording.in().size() == 3 ? 1f : 0f;
        recording.products().gemm(w.matrix(), patches[n], beta, y);
      }
    }

    @Override
    public void backward() {
      Products products = recording.products();
      float[] g = out.adjoint();
      for (int n = 0; n < patches.length; n++) {
        FloatMatrix d = image(g, n);
        if (w.trains()) {
          products.gemm(d, patches[n].transpose(), w.beta(), w.adjointMatrix());
        }
        if (x.trains()) {
          products.gemm(w.transposed(), d, 0f, back);
          float[] dx = x.adjoint();
          for (int i = 0; i < sources.length; i++) {
            if (sources[i] >= 0) {
              dx[n * inputs + sources[i]] += back.data()[i];
            }
          }
        }
        if (recording.in().size() == 3 && recording.in(2).trains()) {
          float[] db = recording.in(2).adjoint();
          for (int c = 0; c < channels; c++) {
            db[c] += recording.kernels().reductions().sum(g, d.index(c, 0), places);
          }
        }
      }
    }
  }
}
