package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;

/**
 * Cross-entropy of a softmax with label smoothing s (Szegedy et al. 2016). Logits z of
 * [batch][class], labels y of [batch][1] with the class as a number, p = softmax(z):
 *
 * <pre>
 * L = sum or mean over the batch of  (1 - s) (-ln p_y) + s mean_k (-ln p_k)
 * dL/dz_k = p_k - (1 - s) [k = y] - s / K          (divided by the batch for a mean)
 * </pre>
 *
 * Labels get no gradient. A label that is no class is an {@link IllegalArgumentException}.
 *
 * @param smoothing s, in [0, 1]
 * @param reduction over the batch
 */
public record SoftmaxCrossEntropy(double smoothing, Reduction reduction) implements Operation {
  public SoftmaxCrossEntropy {
    if (!(smoothing >= 0 && smoothing <= 1)) {
      throw new IllegalArgumentException("label smoothing " + smoothing + " is not in [0, 1]");
    }
  }

  @Override
  public String name() {
    return "softmax-cross-entropy";
  }

  @Override
  public Shape shape(Shapes in) {
    in.count(2);
    in.require(
        in.get(1).cols() == 1 && in.get(1).rows() == in.get(0).rows(),
        "labels must be [batch][1] with the rows of the logits");
    return Shape.SCALAR;
  }

  @Override
  public Step bind(Recording recording) {
    return new CrossEntropyStep(recording, smoothing, reduction);
  }

  private static final class CrossEntropyStep implements Step {
    private final Recording recording;
    private final Var logits;
    private final Var labels;
    private final double smoothing;
    private final double factor;
    private final int classes;
    private final float[] exp;
    private final double[] norm;
    private final float[] top;

    CrossEntropyStep(Recording recording, double smoothing, Reduction reduction) {
      this.recording = recording;
      this.logits = recording.in(0);
      this.labels = recording.in(1);
      this.smoothing = smoothing;
      this.factor = reduction.factor(logits.shape().rows());
      this.classes = logits.shape().cols();
      this.exp = new float[logits.shape().size()];
      this.norm = new double[logits.shape().rows()];
      this.top = new float[logits.shape().rows()];
    }

    @Override
    public void forward() {
      float[] z = logits.value();
      for (int row = 0; row < top.length; row++) {
        center(z, row);
      }
      recording.kernels().transcendental().exp(exp, 0, exp, 0, exp.length);
      double loss = 0;
      for (int row = 0; row < top.length; row++) {
        loss += row(z, row);
      }
      recording.out().value()[0] = (float) (factor * loss);
    }

    /** Takes the largest logit off a row, so that its powers stay finite. */
    private void center(float[] z, int row) {
      int at = row * classes;
      float most = z[at];
      for (int k = 1; k < classes; k++) {
        most = Math.max(most, z[at + k]);
      }
      top[row] = most;
      for (int k = 0; k < classes; k++) {
        exp[at + k] = z[at + k] - most;
      }
    }

    /** Leaves the sum of the powers of a row, and returns its loss. */
    private double row(float[] z, int row) {
      int at = row * classes;
      double powers = 0;
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        powers += exp[at + k];
        sum += z[at + k];
      }
      norm[row] = powers;
      double logNorm = StrictMath.log(powers) + top[row];
      double hit = logNorm - z[at + label(row)];
      return (1 - smoothing) * hit + smoothing * (logNorm - sum / classes);
    }

    private int label(int row) {
      float label = labels.value()[row];
      int k = (int) label;
      if (k != label || k < 0 || k >= classes) {
        throw new IllegalArgumentException(
            "softmax-cross-entropy '%s': label %s of row %d is not one of the classes 0 to %d"
                .formatted(recording.layer(), label, row, classes - 1));
      }
      return k;
    }

    @Override
    public void backward() {
      if (!logits.trains()) {
        return;
      }
      // In float64 up to the last rounding, so that a row sums to zero as nearly as floats can.
      double d = factor * recording.out().adjoint()[0];
      double spread = smoothing / classes;
      float[] dz = logits.adjoint();
      for (int row = 0; row < norm.length; row++) {
        int label = label(row);
        for (int k = 0; k < classes; k++) {
          int i = row * classes + k;
          double hit = k == label ? 1 - smoothing : 0;
          dz[i] += (float) (d * (exp[i] / norm[row] - spread - hit));
        }
      }
    }
  }
}
