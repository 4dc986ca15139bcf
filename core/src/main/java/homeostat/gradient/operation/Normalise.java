package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;

/**
 * Normalises each row over its D columns, without gain and bias (Ba, Kiros and Hinton 2016). With
 * the population variance, sigma = sqrt(var + epsilon), upstream gradient G and y the normalised
 * row:
 *
 * <pre>
 * moments   y                  dx
 * MEAN      x - mean           G - mean(G)
 * SPREAD    x / sigma          G / sigma - (x - mean) sum(G x) / (D sigma^3)
 * BOTH      (x - mean)/sigma   (G - mean(G) - y sum(G y) / D) / sigma
 * </pre>
 *
 * @param moments what is taken out
 * @param forward false passes the value on unchanged; the backward pass still normalises
 * @param backward how gradients pass
 * @param epsilon added to the variance
 */
public record Normalise(Moments moments, boolean forward, Backward backward, double epsilon)
    implements Operation {

  /** How gradients pass a normaliser. */
  public enum Backward {
    /** As the table says. */
    EXACT,
    /** Unchanged: dx = G. */
    IDENTITY,
    /** With mean and sigma taken as constants: dx = G / sigma, or G where only means go. */
    FIXED_MOMENTS
  }

  public Normalise {
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("epsilon " + epsilon + " is not positive");
    }
  }

  /** Layer normalisation with its gradient, epsilon 1e-5. */
  public static Normalise layer() {
    return new Normalise(Moments.BOTH, true, Backward.EXACT, 1e-5);
  }

  @Override
  public String name() {
    return "normalise";
  }

  @Override
  public Shape shape(Shapes in) {
    return in.count(1).get(0);
  }

  @Override
  public Step bind(Recording recording) {
    return new NormaliseStep(recording, this);
  }

  private static final class NormaliseStep implements Step {
    private final Normalise how;
    private final Var x;
    private final Var out;
    private final RowMoments stats;
    private final int cols;

    NormaliseStep(Recording recording, Normalise how) {
      this.how = how;
      this.x = recording.in(0);
      this.out = recording.out();
      this.cols = x.shape().cols();
      this.stats = new RowMoments(x, how.epsilon);
    }

    @Override
    public void forward() {
      stats.compute();
      float[] from = x.value();
      float[] to = out.value();
      for (int row = 0; row < x.shape().rows(); row++) {
        float mean = how.forward && how.moments.mean ? stats.mean(row) : 0f;
        float scale = how.forward && how.moments.spread ? stats.inverse(row) : 1f;
        for (int i = row * cols; i < (row + 1) * cols; i++) {
          to[i] = (from[i] - mean) * scale;
        }
      }
    }

    @Override
    public void backward() {
      float[] g = out.adjoint();
      float[] dx = x.adjoint();
      for (int row = 0; row < x.shape().rows(); row++) {
        float inverse = how.moments.spread ? stats.inverse(row) : 1f;
        switch (how.backward) {
          case IDENTITY -> add(row, g, dx, 1f, 0f, 0f);
          case FIXED_MOMENTS -> add(row, g, dx, inverse, 0f, 0f);
          case EXACT -> exact(row, g, dx, inverse);
        }
      }
    }

    private void exact(int row, float[] g, float[] dx, float inverse) {
      double sum = 0;
      double along = 0;
      float center = how.moments.mean ? stats.mean(row) : 0f;
      for (int i = row * cols; i < (row + 1) * cols; i++) {
        sum += g[i];
        along += (double) g[i] * (x.value()[i] - center);
      }
      float mean = how.moments.mean ? (float) (sum / cols) * inverse : 0f;
      double cube = (double) inverse * inverse * inverse;
      float slope = how.moments.spread ? (float) (along / cols * cube) : 0f;
      add(row, g, dx, inverse, mean, slope);
    }

    /** dx <- dx + scale g - shift - slope (x - mean). */
    private void add(int row, float[] g, float[] dx, float scale, float shift, float slope) {
      float mean = stats.mean(row);
      for (int i = row * cols; i < (row + 1) * cols; i++) {
        dx[i] += scale * g[i] - shift - slope * (x.value()[i] - mean);
      }
    }
  }
}
