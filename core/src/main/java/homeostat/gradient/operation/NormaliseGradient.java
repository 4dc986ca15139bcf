package homeostat.gradient.operation;

import homeostat.gradient.tape.Operation;
import homeostat.gradient.tape.Recording;
import homeostat.gradient.tape.Shape;
import homeostat.gradient.tape.Shapes;
import homeostat.gradient.tape.Step;
import homeostat.gradient.tape.Var;

/**
 * Passes the value on and normalises the gradient, row by row: what a layer needs whose activity is
 * already normalised by something that gradients do not see. With upstream gradient G over D
 * columns, sigma = sqrt(var(x) + epsilon) and weights c:
 *
 * <pre>
 * FULL         (G - mean(G) - x sum(G x) / D) / sigma
 * CENTRE       G - mean(G)
 * LATERAL      G - sum(c G)
 * SCALE        G / sigma
 * DECORRELATE  G - x sum(G x) / D
 * </pre>
 *
 * <p>The result is on purpose not the derivative of the value. Operands: x, and for LATERAL the
 * weights c of [1][column], which get no gradient.
 *
 * @param mode what is done to the gradient
 * @param epsilon added to the variance
 */
public record NormaliseGradient(Mode mode, double epsilon) implements Operation {

  /** What is done to the gradient. */
  public enum Mode {
    /** As layer normalisation does. */
    FULL,
    /** Its mean is taken out. */
    CENTRE,
    /** A weighted mean is taken out, with fixed random weights. */
    LATERAL,
    /** It is divided by the spread of the value. */
    SCALE,
    /** Its component along the value is taken out. */
    DECORRELATE
  }

  public NormaliseGradient {
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException("epsilon " + epsilon + " is not positive");
    }
  }

  @Override
  public String name() {
    return "normalise-gradient";
  }

  @Override
  public Shape shape(Shapes in) {
    Shape x = in.count(mode == Mode.LATERAL ? 2 : 1).get(0);
    in.require(
        mode != Mode.LATERAL || in.get(1).equals(new Shape(1, x.cols())),
        "the weights must be a row of x's columns");
    return x;
  }

  @Override
  public Step bind(Recording recording) {
    return new NormaliseGradientStep(recording, this);
  }

  private static final class NormaliseGradientStep implements Step {
    private final Recording recording;
    private final Mode mode;
    private final Var x;
    private final Var out;
    private final int cols;
    private final RowMoments stats;

    NormaliseGradientStep(Recording recording, NormaliseGradient how) {
      this.recording = recording;
      this.mode = how.mode;
      this.x = recording.in(0);
      this.out = recording.out();
      this.cols = x.shape().cols();
      this.stats = new RowMoments(x, how.epsilon);
    }

    @Override
    public void forward() {
      System.arraycopy(x.value(), 0, out.value(), 0, x.shape().size());
    }

    @Override
    public void backward() {
      if (!x.trains()) {
        return;
      }
      stats.compute();
      float[] g = out.adjoint();
      float[] value = x.value();
      float[] dx = x.adjoint();
      boolean scaled = mode == Mode.FULL || mode == Mode.SCALE;
      boolean along = mode == Mode.FULL || mode == Mode.DECORRELATE;
      for (int row = 0; row < x.shape().rows(); row++) {
        int at = row * cols;
        float shift = shift(g, at);
        float slope =
            along
                ? (float)
                    (recording.kernels().reductions().dotDouble(g, at, value, at, cols) / cols)
                : 0f;
        float scale = scaled ? stats.inverse(row) : 1f;
        for (int i = at; i < at + cols; i++) {
          dx[i] += scale * (g[i] - shift - slope * value[i]);
        }
      }
    }

    /** What is taken out of every element of the row at {@code at}. */
    private float shift(float[] g, int at) {
      return switch (mode) {
        case FULL, CENTRE ->
            (float) (recording.kernels().reductions().sumDouble(g, at, cols) / cols);
        case LATERAL ->
            (float)
                recording.kernels().reductions().dotDouble(recording.in(1).value(), 0, g, at, cols);
        case SCALE, DECORRELATE -> 0f;
      };
    }
  }
}
