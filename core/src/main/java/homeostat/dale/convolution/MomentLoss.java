package homeostat.dale.convolution;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;

/**
 * The local loss of a convolution's activity h, whose moments m1 = mean(h) and m2 = mean(h^2) are
 * taken over all places and channels of an image:
 *
 * <pre>
 * L = sqrt(mean over the batch of m1^2) + sqrt(mean over the batch of (m2 - 1)^2)
 * dL/dh = (m1 / (N L1) + 2 h (m2 - 1) / (N L2)) / D
 * </pre>
 *
 * with L1 and L2 the two roots; a root of 0 has gradient 0. Operand: h [batch][channel, place].
 */
public record MomentLoss() implements Operation {
  @Override
  public String name() {
    return "moment-loss";
  }

  @Override
  public Shape shape(Shapes in) {
    in.count(1);
    return Shape.SCALAR;
  }

  @Override
  public Step bind(Recording recording) {
    Var h = recording.in(0);
    int batch = h.shape().rows();
    int size = h.shape().cols();
    double[] first = new double[batch];
    double[] second = new double[batch];
    double[] roots = new double[2];
    return new Step() {
      @Override
      public void forward() {
        double sum1 = 0;
        double sum2 = 0;
        for (int n = 0; n < batch; n++) {
          first[n] = recording.kernels().reductions().sumDouble(h.value(), n * size, size) / size;
          second[n] =
              recording.kernels().reductions().sumSquaresDouble(h.value(), n * size, size) / size
                  - 1;
          sum1 += first[n] * first[n];
          sum2 += second[n] * second[n];
        }
        roots[0] = Math.sqrt(sum1 / batch);
        roots[1] = Math.sqrt(sum2 / batch);
        recording.out().value()[0] = (float) (roots[0] + roots[1]);
      }

      @Override
      public void backward() {
        double scale = recording.out().adjoint()[0] / ((double) batch * size);
        float[] dh = h.adjoint();
        for (int n = 0; n < batch; n++) {
          float shift = (float) (roots[0] > 0 ? scale * first[n] / roots[0] : 0);
          float slope = (float) (roots[1] > 0 ? scale * 2 * second[n] / roots[1] : 0);
          for (int i = n * size; i < (n + 1) * size; i++) {
            dh[i] += shift + slope * h.value()[i];
          }
        }
      }
    };
  }
}
